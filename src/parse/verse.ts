import { isDivisionLine } from '../text/divisionLevel.ts';
import { isBlankLine } from './blankLine.ts';
import { indentOf, type Layout } from './layout.ts';
import { isBulletLine, isBylineLine, isLabelLine, type Speakers } from './lineKinds.ts';
import type { ManuscriptBlock } from './manuscript.ts';
import type { Row } from './row.ts';
import { isRuleLine } from './ruleLine.ts';

/** The first block of so many characters is story, not title page: verse is looked for after it. */
const proseChars = 150;

/** Whether a block is a paragraph of prose, so that the story has begun. */
export function isInStory(block: ManuscriptBlock): boolean {
  return block.kind === 'text' && block.text.length >= proseChars;
}

/** A stanza has at least so many lines; two where they are set in. */
const minLines = 3;
const minIndentedLines = 2;
const maxLines = 60;

/** Verse leaves at least a quarter of the width unused, and a third of it usually; where lines are not wrapped, columns. */
const maxLineShare = 0.8;
const maxMeanShare = 0.66;
const verseWidthChars = 75;

/** Matches `IV. The Tide`, `12) Home`, `The Tide ..... 7`: entries of a list of contents. */
const entryLike = /^\s*(?:\d{1,3}|[IVXLC]+)[.):]\s|\.{4,}\s*\d+\s*$/;

/** Matches lines that are no verse however short: `Chapter 3`, `IV.`, `12`, `The End`, `THE TIDE`, `Page 3`. */
const headingLike =
  /^\s*(?:(?:chapter|part|book|scene|act|page|volume|prologue|epilogue|the end|fin)\b.{0,40}|[\dIVXLC]+[.):]?)$/i;
const withoutSmallLetters = /^\P{Ll}+$/u;

/**
 * The row after a stanza that starts at a row: lines kept to themselves between blank lines, short, each starting with a
 * capital or all set in, not each a sentence. The start itself when there is none. Matches songs and poems inside a
 * story; not a header, an address of two lines, dialogue, a heading with its title, or lists.
 */
export function verseEnd(rows: readonly Row[], start: number, layout: Layout, speakers: Speakers): number {
  let end = start;
  while (end < rows.length && end - start <= maxLines && !isBlankLine(rows[end]?.text ?? '')) end++;
  const lines = rows.slice(start, end).map(({ text }) => text);
  const isSetIn = lines.every(line => indentOf(line) >= layout.baseIndent + 2);
  if (lines.length < (isSetIn ? minIndentedLines : minLines) || lines.length > maxLines) return start;
  const trimmed = lines.map(line => line.trim());
  return isVerse(trimmed, layout, isSetIn, speakers) && isBeforeProse(rows, end, layout) ? end : start;
}

function isVerse(lines: readonly string[], layout: Layout, isSetIn: boolean, speakers: Speakers): boolean {
  const width = layout.isWrapped ? layout.widthChars : verseWidthChars;
  const mean = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
  if (mean > width * maxMeanShare || lines.some(line => line.length > width * maxLineShare)) return false;
  if (lines.some(line => isNoVerse(line, speakers))) return false;
  const share = (pattern: RegExp) => lines.filter(line => pattern.test(line)).length / lines.length;
  if (share(/^["“„«»‘'—–-]/u) >= 0.5 && share(/["”“»’']$/u) >= 0.3) return false;
  if (share(/[.!?]["”’]?$/u) > 0.6 || lines.filter(isTitleCase).length > lines.length / 2) return false;
  // Prose that somebody broke early starts most lines in lower case, so does verse that is set in.
  return isSetIn || share(/^["“„«‘'(*_]*[\p{Lu}\p{Lo}]/u) >= 0.7;
}

/** Matches `The Pool of Tears`, as lists of contents have; not `The tide goes out`. */
function isTitleCase(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 1 && words.every(word => /^\p{Lu}/u.test(word));
}

/** The lines at a story's end are no song, however they look: prose has to follow within so many rows. */
const reachRows = 60;

function isBeforeProse(rows: readonly Row[], end: number, layout: Layout): boolean {
  const proseWidth = layout.isWrapped ? layout.widthChars * maxLineShare : verseWidthChars;
  return rows.slice(end, end + reachRows).some(({ text }) => text.trim().length > proseWidth);
}

function isNoVerse(line: string, speakers: Speakers): boolean {
  return (
    isRuleLine(line) ||
    isLabelLine(line) ||
    isBylineLine(line) ||
    isBulletLine(line) ||
    speakers.speaks(line) ||
    headingLike.test(line.slice(0, 100)) ||
    isDivisionLine(line) ||
    entryLike.test(line) ||
    (withoutSmallLetters.test(line) && /\p{Lu}/u.test(line)) ||
    /\S@\S|https?:|www\./.test(line)
  );
}
