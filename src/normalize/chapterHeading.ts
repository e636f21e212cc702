import type { ChapterKind } from '../book/tree.ts';
import { parseNumber } from '../text/numerals.ts';
import type { ChapterHeading } from './reading.ts';

/** A line that may open a chapter, by its own looks. */
export interface HeadingCandidate {
  /** The family the line belongs to; a sequence of chapters keeps to one. */
  readonly style: string;
  readonly heading: ChapterHeading;
}

const numberText = String.raw`\d{1,4}|[ivxlcdm]+|[a-z]+(?:[- ][a-z]+)?`;

/** Matches `Chapter 1: The Hat`, `Part 1/5`, `Part 1 of 5`, `Chapter 2 The Pool`, `CHAPTER IV.`, `Part Two - Ashes`, `~ Kapitel 3 ~`; not `Chapter and verse`. */
const wordHeading = new RegExp(
  String.raw`^(?<open>[\W_]*)(?<word>chapter|part|book|act|scene|adventure|letter|kapitel|teil|chapitre|partie|capítulo|capitulo|capitolo|hoofdstuk)\s+(?:the\s+)?(?<number>${numberText})(?<after>(?:(?:\s*/\s*|\s+of\s+)\d+(?:\s*[.:)–—-]+|\s*$)|\s*[.:)–—]+|\s+[-–—/]+|\s*[~*_=#]+\s*$|\s*$|\s+(?=\S))[\s*_]*)(?<title>.*)$`,
  'iu',
);

/** Matches `第一章`, `第12回 灯`, `第三章：海`; not `第一章的灯。` or `第一天`. */
const chineseHeading =
  /^第(?<number>\d{1,4}|[一二三四五六七八九十百零两]{1,7})(?<word>[章回节節話话幕卷])(?:[\s:：、.．]+(?<title>[^。！？]*)|$)/u;

/** Matches `Prologue`, `EPILOGUE: Home`, `Interlude - Snow`; not `Prologues are hard`. */
const specialHeading =
  /^[\W_]*(?<word>prologue|prolog|épilogue|epilogue|epilog|interlude|intermezzo|intermission|omake|foreword)(?<after>\s*[.:–—-]+\s*|[\W_]*$)(?<title>.*)$/iu;

/** Matches `1.`, `XIV`, `- 3 -`, `(2)`; not `1984 was` or `I am`. */
const bareNumber = /^(?<open>[-–—~*_(\s]*)(?<number>\d{1,3}|[IVXLC]{1,7})(?<close>[.)]?[-–—~*_\s]*)$/;

const specialKinds: Readonly<Record<string, ChapterKind>> = {
  prologue: 'prologue',
  prolog: 'prologue',
  foreword: 'prologue',
  epilogue: 'epilogue',
  épilogue: 'epilogue',
  epilog: 'epilogue',
};

/** A heading is short: the longest chapter title seen has about ninety characters. */
const maxHeadingLength = 120;

/** Reads a line as a chapter heading, if it looks like one by itself; `null` otherwise. */
export function readHeadingCandidate(text: string): HeadingCandidate | null {
  if (text.length > maxHeadingLength || text.length === 0) return null;
  return readWordHeading(text) ?? readChineseHeading(text) ?? readSpecialHeading(text) ?? readBareNumber(text);
}

function readWordHeading(text: string): HeadingCandidate | null {
  const match = wordHeading.exec(text);
  if (match?.groups === undefined) return null;
  const { word = '', number = '', after = '', title = '' } = match.groups;
  const value = parseNumber(number);
  if (value === null || /^[a-z].*[,;]$/.test(text)) return null;
  // Without a mark between them, number and title are a heading only when they look like one: `Chapter 1 The Beginning`.
  if (after.trim() === '' && title !== '' && !isPlainlyTitled(number, title)) return null;
  return {
    style: `word:${word.toLowerCase()}`,
    heading: {
      chapterKind: 'chapter',
      number: value,
      label: labelOf(text, title),
      titleOffset: titleOffset(text, title),
    },
  };
}

function isPlainlyTitled(number: string, title: string): boolean {
  return /^(?:\d+|[IVXLC]+)$/.test(number) && /^[\p{Lu}\p{N}“"‘(]\S*(?: |\S{2})/u.test(title) && !/[.,;:]$/.test(title);
}

function readChineseHeading(text: string): HeadingCandidate | null {
  const match = chineseHeading.exec(text);
  if (match?.groups === undefined) return null;
  const { word = '', number = '', title = '' } = match.groups;
  const value = parseNumber(number);
  if (value === null) return null;
  return {
    style: `word:${word}`,
    heading: {
      chapterKind: 'chapter',
      number: value,
      label: labelOf(text, title),
      titleOffset: titleOffset(text, title),
    },
  };
}

function readSpecialHeading(text: string): HeadingCandidate | null {
  const match = specialHeading.exec(text);
  if (match?.groups === undefined) return null;
  const { word = '', title = '' } = match.groups;
  return {
    style: 'special',
    heading: {
      chapterKind: specialKinds[word.toLowerCase()] ?? 'interlude',
      number: null,
      label: labelOf(text, title),
      titleOffset: titleOffset(text, title),
    },
  };
}

function readBareNumber(text: string): HeadingCandidate | null {
  const match = bareNumber.exec(text);
  const number = match?.groups?.number ?? '';
  const value = parseNumber(number);
  if (match === null || value === null || value === 0) return null;
  const isRoman = !/\d/.test(number);
  return {
    style: `number:${isRoman ? 'roman' : 'arabic'}:${match.groups?.close?.trim() ?? ''}`,
    heading: { chapterKind: 'chapter', number: value, label: text.trim(), titleOffset: null },
  };
}

/** The label as the text has it, without ornaments and without what parts it from the title: `~ Chapter 3: Snow` → `Chapter 3`. */
function labelOf(text: string, title: string): string {
  const label = text.slice(0, text.length - title.length);
  return label.replace(/^[\s\-–—~*_=#]+/, '').replace(title === '' ? /[\s\-–—~*_=#]+$/ : /[\s\-–—~*_=#:/.]+$/, '');
}

function titleOffset(text: string, title: string): number | null {
  return /[\p{L}\p{N}]/u.test(title) ? text.length - title.length : null;
}
