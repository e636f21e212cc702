/** Matches `Dear Nell,`, `My dearest Ned:`, `To whom it may concern,`, `Lieber Ned,`, `Cher ami,`; not `Dear God, he thought, no.` */
const salutation =
  /^[*_~“"]{0,2}(?:(?:my )?(?:own )?(?:dear|dearest|darling|beloved)\b|to whom it may concern|(?:hello|hi|greetings),? (?=\p{Lu})|sehr geehrte|lieber?\b|ch[eè]re?s?\b|mon cher|ma chère|querid[oa]\b|estimad[oa]\b|car[oa]\b|дорог(?:ой|ая|ие)(?!\p{L}))[^.!?,;:]{0,40}(?:[,:!–—-]{1,2}|--)?[*_~]{0,2}$/iu;

/** Whether a line opens a letter: it greets whom the letter is for, and says no more. */
export function isSalutation(text: string): boolean {
  return text.length <= 70 && salutation.test(text);
}
