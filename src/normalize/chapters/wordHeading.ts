import { fromNumberWords, fromOtherNumberWords } from '../../text/numberWords.ts';
import { parseNumber } from '../../text/numerals.ts';
import { divisionLevel, isEnglishDivision } from '../../text/divisionLevel.ts';
import { type HeadingCandidate, labelOf, titleOffset } from './headingCandidate.ts';
import { isTitleCase } from '../opening/titleLine.ts';

/** Matches the head of `~ Chapter 3`, `[Kapitel #2`, `CHAPTER IV`, `Part the First`; what follows has to be a number. */
const wordFirst =
  /^[\s\-–—~*_=#<[({•·.:|+\\/]*(?<word>[\p{L}\p{M}]+)\.?(?:\s+|(?=[\d０-９]))(?:(?:#|№|n[or°º]\.?)\s*(?=\d))?(?:the\s+)?(?<rest>\S.*)$/iu;

/** Matches the head of `1. Kapitel`, `Erstes Kapitel`, `2. fejezet – A lámpa`; the word has to be one for a division. */
const numberFirst =
  /^[\s\-–—~*_=#]*(?:the\s+)?(?<number>\d{1,4}\.|[\p{L}\p{M}]{3,})\s+(?<word>[\p{L}\p{M}]+)(?<after>.*)$/iu;

/**
 * Reads a line that says what it counts: `Chapter 1: The Hat`, `Part 1/5`, `CHAPTER IV.`, `Book the First`, `2. fejezet`.
 * Not `Chapter and verse`, `Chapter 11 of the code was invoked.`, `Part of him knew.`
 */
export function readWordHeading(text: string): HeadingCandidate | null {
  return readWordFirst(text) ?? readNumberFirst(text);
}

function readWordFirst(text: string): HeadingCandidate | null {
  const { word = '', rest = '' } = wordFirst.exec(text)?.groups ?? {};
  const level = word === '' ? null : divisionLevel(word);
  if (level === null || /^\p{Ll}.*[,;]$/u.test(text)) return null;
  const number = leadingNumber(rest, isEnglishDivision(word));
  if (number === null) return null;
  const title = titleAfter(rest.slice(number.length));
  return title === null ? null : candidate(word, level, number.value, text, title);
}

function readNumberFirst(text: string): HeadingCandidate | null {
  const { number = '', word = '', after = '' } = numberFirst.exec(text)?.groups ?? {};
  const level = word === '' ? null : divisionLevel(word);
  if (level === null || isEnglishDivision(word) || /^\s+[^\s\-–—~*_=#:.|]/.test(after)) return null;
  const value = /^\d/.test(number) ? parseInt(number, 10) : fromOtherNumberWords(number);
  const title = value === null ? null : titleAfter(after);
  return value === null || title === null ? null : candidate(word, level, value, text, title);
}

function candidate(
  word: string,
  level: HeadingCandidate['level'],
  number: number,
  text: string,
  title: string,
): HeadingCandidate {
  return {
    style: `word:${word.toLowerCase()}`,
    level,
    heading: { chapterKind: 'chapter', number, label: labelOf(text, title), titleOffset: titleOffset(text, title) },
  };
}

interface LeadingNumber {
  readonly value: number;
  readonly length: number;
}

/** Nobody counts chapters further than this in roman numerals; `mix` and `mild` are words. */
const maxRoman = 399;

function leadingNumber(rest: string, isEnglish: boolean): LeadingNumber | null {
  const digits = /^[\d０-９]{1,4}(?:st|nd|rd|th|[ºª°])?(?![\p{L}\d０-９])/iu.exec(rest)?.[0];
  if (digits !== undefined)
    return { value: Number(digits.normalize('NFKC').replace(/\D+$/, '')), length: digits.length };
  const letters = /^[\p{L}\p{M}]+/u.exec(rest)?.[0] ?? '';
  const roman = /^[ivxlc]+$/i.test(letters) ? parseNumber(letters) : null;
  if (roman !== null && roman <= maxRoman) return { value: roman, length: letters.length };
  const greek = /^(?<tens>[ΙΚ])?(?<ones>ΣΤ|[ΑΒΓΔΕΖΗΘ])?['΄’ʹ´]/u.exec(rest);
  if (greek !== null && greek[0].length > 1) return { value: greekValue(greek.groups ?? {}), length: greek[0].length };
  return isEnglish ? englishWords(rest) : otherWord(letters);
}

function greekValue({ tens, ones }: Readonly<Record<string, string | undefined>>): number {
  const one = ones === undefined ? 0 : ['', 'Α', 'Β', 'Γ', 'Δ', 'Ε', 'ΣΤ', 'Ζ', 'Η', 'Θ'].indexOf(ones);
  return (tens === 'Κ' ? 20 : tens === 'Ι' ? 10 : 0) + one;
}

/** The longest number in words: `Twenty-One The Pool` → 21. */
function englishWords(rest: string): LeadingNumber | null {
  const words = /^[a-z]+(?:[- ][a-z]+){0,4}/i.exec(rest)?.[0] ?? '';
  for (
    let length = words.length;
    length > 0;
    length = Math.max(words.lastIndexOf(' ', length - 1), words.lastIndexOf('-', length - 1))
  ) {
    const value = fromNumberWords(words.slice(0, length));
    if (value !== null) return { value, length };
  }
  return null;
}

function otherWord(letters: string): LeadingNumber | null {
  const value = fromOtherNumberWords(letters);
  return value === null ? null : { value, length: letters.length };
}

/** Matches `/5`, ` of 12`, `/?`, ` of twelve`; not ` of the code`. */
const ofMany = /^(?:\s*\/\s*|\s+of\s+)(?:\d{1,4}|\?+|(?<word>[a-z]+(?:-[a-z]+)?))(?![\p{L}\p{N}])/iu;

/** Matches `: `, `. `, ` - `, `) `, `] — `, ` ~ `; what parts a number from a title. */
const mark = /^(?:\s*[.:)\]}>|–—]+[-–—\s]*|-+\s+|\s+[-–—/|~*_=]+)[\s*_~]*/;

/** The title after a heading's number, '' for none; `null` where the line goes on as no heading does. */
function titleAfter(after: string): string | null {
  const many = ofMany.exec(after);
  const isMany = many !== null && (many.groups?.word === undefined || fromNumberWords(many.groups.word) !== null);
  const rest = isMany ? after.slice(many[0].length) : after;
  if (!/[\p{L}\p{N}]/u.test(rest)) return /[,;!?]/.test(rest) ? null : '';
  const parted = mark.exec(rest)?.[0];
  if (parted !== undefined) return rest.slice(parted.length);
  // Without a mark between them, number and title are a heading only when they look like one: `Chapter 1 The Beginning`.
  const title = rest.replace(/^,?\s+/, '');
  return title !== rest && isPlainTitle(title) && (!rest.startsWith(',') || isTitleCase(title)) ? title : null;
}

function isPlainTitle(title: string): boolean {
  return /^[\p{Lu}\p{Lo}\p{N}“"‘'«(¿¡]/u.test(title) && !/[.,;:]$/.test(title);
}
