import { squarePattern } from './ideographs.ts';
import { loadLineBreakRules } from './lineBreakRules.ts';

/**
 * What the alphabets need: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, their marks, and general punctuation. A line ends
 * in such words only where the typesetter's own rules say. Matches "naïve", "שלום", "so…"; not "語", "ไทย", "😀".
 */
const alphabetic = /^[\u0000-\u08ff\u1e00-\u206f\u20a0-\u218f\ufb1d-\ufdff\ufe70-\ufefe]*$/;

/** Whether a word is beyond what our own rules know. */
export function needsUnicodeBreaks(word: string): boolean {
  return !alphabetic.test(word);
}

/** A character of which nothing forbids a break to the next of its kind: Han and kana but for small ones. */
const plainIdeograph =
  '(?![ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ])[\\u3041-\\u3096\\u30a1-\\u30fa\\u3400-\\u4dbf\\u4e00-\\u9fff]';
const stretches = new RegExp(`(?<plain>(?:${plainIdeograph})+)|(?:(?!${plainIdeograph})[^])+`, 'g');
/** Stands for any of them where the rules are asked. */
const anyIdeograph = '一';

/** Around quotation marks among squares, by rule LB 19a of Unicode 16: before "“" in "说“好", after "”" in "好”吗". */
const besideQuotes = new RegExp(
  `(?<=${squarePattern})(?=[“‘]${squarePattern})|(?<=${squarePattern}[”’])(?=${squarePattern})`,
  'g',
);
/** What begins no line, even after a quotation mark. */
const closing = /^[、。，．！？：；」』）】》〉〕｝・ー々]/;

/** Words of scripts that are written without spaces, by dictionaries: Thai, Lao, Khmer, Burmese. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
let dictionary: Intl.Segmenter | null = null;

/** A dash before which no line begins, and a hyphen beside a letter or a figure, are our own rules'. */
const alphabetPair = /^[\u0000-\u08ff\u1e00-\u206f\u20a0-\u218f]{2}$/;
/** Korean parts its words with spaces: no line ends inside one. */
const hangul = /[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]/;
const letterOrFigure = /[\p{L}\p{N}\p{M}]/u;

const knownStretches = new Map<string, readonly number[]>();

/**
 * Offsets (UTF-16) inside a word where a line may end by UAX 14, ascending, tailored: none between two characters of
 * alphabets, which have rules of their own, none inside words of Hangul, none before a dash, and in scripts without spaces
 * between the words of a dictionary.
 */
export function findUnicodeBreaks(word: string): number[] {
  const offsets = new Set<number>();
  for (const { 0: stretch, index, groups } of word.matchAll(stretches)) {
    if (groups?.plain === undefined) for (const offset of breaksAround(word, stretch, index)) offsets.add(offset);
    else for (let offset = index + 1; offset < index + stretch.length; offset++) offsets.add(offset);
  }
  for (const { index } of word.matchAll(besideQuotes)) if (!closing.test(word.slice(index))) offsets.add(index);
  return [...offsets].filter(offset => isAllowed(word, offset)).sort((a, b) => a - b);
}

/** The breaks in a stretch without plain ideographs, and at its edges. */
function breaksAround(word: string, stretch: string, start: number): number[] {
  const before = start > 0 ? anyIdeograph : '';
  const after = start + stretch.length < word.length ? anyIdeograph : '';
  const context = before + stretch + after;
  let offsets = knownStretches.get(context);
  if (offsets === undefined) {
    offsets = unspaced.test(context) ? dictionaryBreaks(context) : loadLineBreakRules()(context);
    knownStretches.set(context, offsets);
  }
  return offsets.map(offset => start - before.length + offset);
}

function dictionaryBreaks(text: string): number[] {
  const allowed = new Set(loadLineBreakRules()(text));
  dictionary ??= new Intl.Segmenter('th', { granularity: 'word' });
  return Array.from(dictionary.segment(text), ({ index }) => index).filter(
    index => index > 0 && (allowed.has(index) || isBetweenUnspaced(text, index)),
  );
}

/** The rules leave it to dictionaries where a line may end between two letters of such a script. */
function isBetweenUnspaced(text: string, offset: number): boolean {
  return (
    unspaced.test(text.charAt(offset - 1)) && /[\p{L}]/u.test(text.charAt(offset)) && unspaced.test(text.charAt(offset))
  );
}

function isAllowed(word: string, offset: number): boolean {
  const before = word.charAt(offset - 1);
  const after = word.charAt(offset);
  // A joiner makes one sign of several, whatever they are (rule LB 8a).
  if (before === '\u200d' || alphabetPair.test(before + after) || /[—–⸺…]/.test(after)) return false;
  if (hangul.test(before) && letterOrFigure.test(after)) return false;
  return !(hangul.test(after) && letterOrFigure.test(before));
}
