import { findUnicodeBreaks, needsUnicodeBreaks } from './unicodeBreaks.ts';

/**
 * A place inside a word where a line may end without a hyphen being added: after dashes, ellipses, real hyphens and zero-width
 * spaces, before a letter, a figure or an opening mark. Matches in "sea—and", "well-known", "so…“what"; not in "sea—”", "-5".
 */
const afterDash =
  /(?<=[\p{L}\p{N}\p{P}])(?:[—–⸺…]|\.{3,}|-{2,})(?=[“‘(«¿¡]?[\p{L}\p{N}])|(?<=\p{L})[-\u2010\u05be](?=\p{L})|\u200b/gu;

/** Matches "https://example.org/a" and "www.example.org"; not "and/or". */
const address = /^[(<[“‘]*(?:\p{L}{2,12}:\/\/|www\.|mailto:)/iu;

/** Matches the "/" of "org/stories/one"; not the last character of an address. */
const afterAddressMark = /[/?&=#_.,:;-]+(?=[\p{L}\p{N}]{2})/gu;

/**
 * Most words of most books, in which no line ends but at a hyphen of ours. Matches "rabbit,", "“Don’t!”"; not "sea—and",
 * "www.example.org", "e.g.", "naïve".
 */
const plainWord = /^[“‘"'(]*[A-Za-z]+(?:[’'][A-Za-z]+)*[.,;:!?’”"')]*$/;

const nowhere: readonly number[] = [];

/** Offsets (UTF-16) inside a word where a line may end without a hyphen, ascending; most words have none. */
export function findWordBreaks(word: string): readonly number[] {
  if (plainWord.test(word)) return nowhere;
  if (isAddress(word)) return endsOf(word, afterAddressMark);
  const offsets = endsOf(word, afterDash);
  if (!needsUnicodeBreaks(word)) return offsets;
  return [...new Set([...offsets, ...findUnicodeBreaks(word)])].sort((a, b) => a - b);
}

/** Whether a word is the address of something on a network, which takes no hyphens. */
export function isAddress(word: string): boolean {
  return address.test(word);
}

function endsOf(word: string, pattern: RegExp): number[] {
  const offsets: number[] = [];
  for (const match of word.matchAll(pattern)) {
    const offset = match.index + match[0].length;
    if (offset > 0 && offset < word.length) offsets.push(offset);
  }
  return offsets;
}

let graphemes: Intl.Segmenter | undefined;

/** `Intl.Segmenter` takes time that grows with the square of the text: it is given this many UTF-16 units at a time. */
const windowLength = 512;

/** Every offset between two characters as readers see them; the last resort for a word longer than the measure. */
export function findGraphemeBreaks(word: string): number[] {
  const offsets: number[] = [];
  let start = 0;
  let length = windowLength;
  while (start < word.length) {
    const isEnd = start + length >= word.length;
    graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
    const starts = Array.from(graphemes.segment(word.slice(start, start + length)), ({ index }) => start + index);
    // The last character of a window may go on behind it, so the next window begins with it.
    const whole = isEnd ? starts : starts.slice(0, -1);
    for (const offset of whole) if (offset > 0) offsets.push(offset);
    if (isEnd) break;
    const next = starts.at(-1) ?? word.length;
    length = next === start ? length * 2 : windowLength;
    start = next;
  }
  return offsets;
}
