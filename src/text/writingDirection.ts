/** Matches `ar`, `he-IL`, `az-Arab`; not `arn`. */
const rightToLeftLanguage =
  /^(?:ar|arc|ckb|dv|fa|he|ks|nqo|ps|sd|syr|ug|ur|yi)(?:-|$)|-(?:Arab|Hebr|Syrc|Thaa|Nkoo)(?:-|$)/i;

/** Whether a language, BCP 47, is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return rightToLeftLanguage.test(language) && !/-Latn(?:-|$)/i.test(language);
}

/**
 * A character of a script that is written from right to left, or a control that turns the direction: the blocks that
 * DerivedBidiClass.txt gives to R and AL, those beyond U+FFFF by their first halves. Matches "ש", "ع"; not "a", "—".
 */
const rightToLeftCharacter =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\ud802\ud803\ud83a\ud83b]/;

export function hasRightToLeft(text: string): boolean {
  return rightToLeftCharacter.test(text);
}

/** The direction of a paragraph: that of its first letter (rules P2 and P3 of UAX 9). */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}|[\u200e\u200f]/u.exec(text)?.[0] ?? '';
  return hasRightToLeft(first) ? 'rtl' : 'ltr';
}
