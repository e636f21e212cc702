import type { ChapterKind } from '../../book/tree.ts';
import { parseNumber } from '../../text/numerals.ts';
import { readChineseHeading } from './chineseHeading.ts';
import { isPreface, namedDivision } from './divisionWords.ts';
import { type HeadingCandidate, labelOf, titleOffset } from './headingCandidate.ts';
import type { ChapterHeading } from '../reading.ts';
import { isTitleCase } from '../opening/titleLine.ts';
import { readWordHeading } from './wordHeading.ts';

/** Matches `1.`, `XIV`, `- 3 -`, `(2)`, `[4]`; not `1984 was` or `I am`. */
const bareNumber = /^(?<open>[-–—~*_=#.([\s]*)(?<number>\d{1,3}|[IVXLC]{1,9})(?<close>[.:)\]]?[-–—~*_=#.\s]*)$/;

/** Matches `1. The Lamp`, `VII. THE BLUE DOOR`, `3) Tide`, `2 - The Well`, `3 | the key`; not `3 men`, `7. he went`, `1.2 Arrears`. */
const titledNumber =
  /^[-–—~*_=#\s]*(?<number>\d{1,3}|[IVXLC]{1,9})(?<close>\s?[.:)]\s?|\s[-–—]\s|\s?[|]\s?(?=.*\p{L}))(?<title>(?:(?<=[|]\s?)\p{Ll}|[\p{Lu}\p{Lo}\p{N}“"‘'«(¿¡]).*)$/u;

/** Matches `One`, `TWENTY-ONE`, `~ Two ~`, `Three.`; not `one`, `One!`, `First`. */
const numberWordAlone = /^[-–—~*_=#\s]*(?<number>\p{Lu}\p{L}+(?:[- ]\p{L}+){0,3}?)\.?[-–—~*_=#\s]*$/u;

/** A heading is short: the longest chapter title seen has about ninety characters. */
const maxHeadingLength = 120;

/** Reads a line as a chapter heading, if it looks like one by itself; `null` otherwise. */
export function readHeadingCandidate(text: string): HeadingCandidate | null {
  if (text.length > maxHeadingLength || text.length === 0) return null;
  return (
    readWordHeading(text) ??
    readChineseHeading(text) ??
    readNamedHeading(text) ??
    readBareNumber(text) ??
    readTitledNumber(text) ??
    readNumberWord(text)
  );
}

/** Reads `Prologue`, `EPILOGUE: Home`, `Interlude II - Snow`, `番外 老钟`, `* Bonus Chapter *`; not `Prologues are hard`, nor the note `Vorwort: Hallo! Danke für alles.` */
function readNamedHeading(text: string): HeadingCandidate | null {
  const match =
    /^(?<open>[^\p{L}\p{N}]{0,12})(?<name>[^.:–—\d(#~*_=\])|-]+?)(?<after>(?:\s(?:part\s)?(?:#?\d{1,3}|[IVX]{1,5}|one|two|three|four|five))?(?:\s*[.:–—|]+[-–—\s]*|\s+-+\s*|(?<=[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}])\s+(?=\p{Lo})|[^\p{L}\p{N}]*$))(?<title>.*)$/iu.exec(
      text,
    );
  const name = match?.groups?.name ?? '';
  const kind = namedDivision(name);
  if (kind === null) return null;
  const title = match?.groups?.title ?? '';
  if (isTalk(title) || /[。！？]/.test(title) || (isPreface(name) && /[.!?…)]$/.test(title))) return null;
  return { style: 'special', level: 'named', heading: headingOf(kind, null, text, title) };
}

/** Matches where a second sentence begins, `Hello all! Thanks`, `It was late. He`; not `St. John’s Day`. */
function isTalk(title: string): boolean {
  return /\p{L}{3}[.!?…]+["”’»)]?\s+[^\s\p{Ll}]/u.test(title);
}

function readBareNumber(text: string): HeadingCandidate | null {
  const match = bareNumber.exec(text);
  const number = match?.groups?.number ?? '';
  const value = parseNumber(number);
  if (match === null || value === null || value === 0) return null;
  const close = match.groups?.close?.replace(/[-–—~*_=#\s]/g, '') ?? '';
  return {
    style: `number:${digitsOf(number)}:${close}`,
    level: 'number',
    heading: { chapterKind: 'chapter', number: value, label: text.trim(), titleOffset: null },
  };
}

/** A title after a bare number is short and no sentence. */
const maxNumberedTitleLength = 70;
const maxNumberedTitleWords = 12;

function readTitledNumber(text: string): HeadingCandidate | null {
  const match = titledNumber.exec(text);
  const { number = '', close = '', title = '' } = match?.groups ?? {};
  const value = parseNumber(number);
  if (match === null || value === null || value === 0) return null;
  // A number with a point in it counts no chapters: `1.2 Arrears` is a title, `8.30 Train` a time.
  if (close === '.' && /^\d/.test(title)) return null;
  if (title.length > maxNumberedTitleLength || title.split(' ').length > maxNumberedTitleWords) return null;
  const isCapitals = title === title.toUpperCase() && title !== title.toLowerCase();
  if (/[,;:]$|[.!?]["”’»]?\s+\S/.test(title) || (title.endsWith('.') && !isCapitals)) return null;
  return {
    style: `titled:${digitsOf(number)}:${close.trim()}`,
    level: 'number',
    heading: headingOf('chapter', value, text, title),
  };
}

function readNumberWord(text: string): HeadingCandidate | null {
  const number = numberWordAlone.exec(text)?.groups?.number ?? '';
  const value = /(?:first|second|third|th)$/i.test(number) || !isTitleCase(number) ? null : parseNumber(number);
  if (value === null || value === 0 || /^[IVXLCDM]+$/.test(number)) return null;
  return {
    style: 'number:word',
    level: 'number',
    heading: { chapterKind: 'chapter', number: value, label: labelOf(text, ''), titleOffset: null },
  };
}

function digitsOf(number: string): string {
  return /\d/.test(number) ? 'arabic' : 'roman';
}

function headingOf(chapterKind: ChapterKind, number: number | null, text: string, title: string): ChapterHeading {
  return { chapterKind, number, label: labelOf(text, title), titleOffset: titleOffset(text, title) };
}
