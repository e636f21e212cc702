/** Matches "don't", "1840", a CJK character; not "—" or "***". */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’\-.][\p{L}\p{N}\p{M}]+)*/gu;

/** Counts words as a reader would: runs of letters and digits; each Chinese or Japanese character counts as one. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}
