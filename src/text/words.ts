/** Matches "don't", "1840", a CJK character; not "—" or "***". */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’\-.][\p{L}\p{N}\p{M}]+)*/gu;

/** What characters are to a word, by code unit: letters and figures make it, and what is 0 parts it from others. */
const inWord = 1;
/** What joins two runs of them: the marks of "don't", "well-known", "e.g". */
const joinsRuns = 2;

/** Marks of running text beyond ASCII. */
const typographicMarks = '\u00a0–—“”…‘’';

/** What the table does not tell. */
const unknownKind = 0xff;

const kinds = new Uint8Array(0x2100).fill(unknownKind);
kinds.fill(0, 0, 0x80);
for (const mark of typographicMarks) kinds[mark.charCodeAt(0)] = 0;
for (const character of "'’-.") kinds[character.charCodeAt(0)] = joinsRuns;
for (const [first, last] of ['09', 'AZ', 'az'])
  kinds.fill(inWord, first?.charCodeAt(0), (last?.charCodeAt(0) ?? 0) + 1);

/** Counts words as a reader would: runs of letters and digits; each Chinese or Japanese character counts as one. */
export function countWords(text: string): number {
  let words = 0;
  let before = 0;
  let beforeThat = 0;
  for (let index = 0; index < text.length; index++) {
    const kind = kinds[text.charCodeAt(index)] ?? unknownKind;
    // Most texts are all letters and marks that are told from a table; others are for the pattern.
    if (kind === unknownKind) return text.match(word)?.length ?? 0;
    if (kind === inWord && before !== inWord && !(before === joinsRuns && beforeThat === inWord)) words++;
    beforeThat = before;
    before = kind;
  }
  return words;
}
