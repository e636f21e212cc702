/**
 * White space between two words, where a line may end: all of it but the no-break spaces, which are inside of words. The
 * typesetter and the list of printed pages count words by it alike. Matches " ", a tab; not U+00A0, U+202F.
 */
export const wordGap = /[^\S\u00a0\u202f\u2007\ufeff]+/u;
