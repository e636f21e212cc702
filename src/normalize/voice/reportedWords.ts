const reporting =
  '(?:said|says|wrote|writes|read|reads|asked|begged|told|cried|called|whispered|replied|answered|added|ordered)';
const teller = String.raw`(?:he|she|they|\p{Lu}\p{Ll}+|(?:the|his|her|its|their|my|our|a)\s\p{Ll}+)`;

/**
 * Matches words that somebody in the story says or writes: `…, said the sign.`, `…, Mother wrote, and I never did.`,
 * `…, it said on the wall`, `…, I had written at the bottom`; not `…, I wrote this at night`, `…, my beta wrote half of it`.
 */
const reported = new RegExp(
  [
    String.raw`[,!?—–]["”’']?\s${reporting}\s${teller}(?=[^\p{L}\s]|$|\s)`,
    String.raw`[,!?—–]["”’']?\s(?:and\s)?${teller}\s(?:had\s)?(?:${reporting}|written)(?=[,.;:!?—–]|$|\s(?:at|to|in|on|from|as|again|back)\b)`,
    String.raw`[,!?—–]["”’']?\sit\s(?:had\s)?(?:said|says|read|reads)(?=[,.;:]|\s(?:on|in|at|above|below|under|over|across|beneath)\b|$)`,
    String.raw`[,!?—–]["”’']?\sI\s(?:had\s(?:said|written|told|asked)|(?:said|wrote)(?=[,.;:]))(?!\s(?:this|it|the)\b)`,
  ].join('|'),
  'u',
);

/** Reported words stand near the beginning of a line that looks like an author's. */
const maxJudgedLength = 400;

/** Whether a line that begins like an author's goes on to tell who said or wrote its words. */
export function reportsWords(text: string): boolean {
  return reported.test(text.slice(0, maxJudgedLength));
}
