import { frequentEastAsian } from './alphabets.ts';
import { decodeAs } from './encodings.ts';

/** So many bytes tell whether a file is UTF-16 without a mark. */
const sampleBytes = 8192;

/** Nearly every character of a text is a letter, digit, mark or space; of bytes paired by mistake about half are. */
const minTextShare = 0.97;
/** Nearly all letters of a text are of one script and of A to Z; those of bytes paired by mistake are mostly ideographs with others between. */
const minScriptShare = 0.9;

/** Of the ideographs of a text so many are among the most used; of two ASCII letters taken for one ideograph hardly any. */
const minFrequentShare = 0.15;

/**
 * UTF-16 without a mark: has zero bytes, of spaces and line ends at least, and reads as letters of one script. Matches
 * "Café" and "Лампа горит." in either byte order; not a text with a few stray NULs.
 */
export function encodingByNuls(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(sampleBytes, bytes.length - (bytes.length % 2)));
  const nuls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  if (even + odd === 0) return null;
  const likely = odd > even ? 'utf-16le' : 'utf-16be';
  const isHalfZero = Math.min(even, odd) === 0 && even + odd > sample.length * 0.35;
  if (isHalfZero && !/[\u0000-\u0008]/.test(decodeAs(likely, sample))) return likely;
  const orders = [likely, likely === 'utf-16le' ? 'utf-16be' : 'utf-16le'] as const;
  return orders.find(encoding => readsAsText(decodeAs(encoding, sample))) ?? null;
}

const scripts = [
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
];
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc]/u;

function readsAsText(text: string): boolean {
  const characters = [...text];
  const isText = (character: string) =>
    /[\p{L}\p{M}\p{N}\p{P}\s]/u.test(character) && !/[\u0000-\u0008]/.test(character);
  if (!/[ \n\r]/.test(text) || characters.filter(isText).length < characters.length * minTextShare) return false;
  const letters = characters.filter(character => /\p{L}/u.test(character));
  const isMost = (script: RegExp) =>
    letters.filter(letter => script.test(letter) || /[A-Za-z]/.test(letter)).length >= letters.length * minScriptShare;
  const frequent = characters.filter(character => frequentEastAsian.has(character)).length;
  return scripts.some(isMost) || (isMost(eastAsian) && frequent >= characters.length * minFrequentShare);
}
