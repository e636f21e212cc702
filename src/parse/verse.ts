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
  return isVerse(
    lines.map(line => line.trim()),
    layout,
    isSetIn,
    speakers,
  )
    ? end
    : start;
}

function isVerse(lines: readonly string[], layout: Layout, isSetIn: boolean, speakers: Speakers): boolean {
  const width = layout.isWrapped ? layout.widthChars : verseWidthChars;
  const mean = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
  if (mean > width * maxMeanShare || lines.some(line => line.length > width * maxLineShare)) return false;
  if (lines.some(line => isNoVerse(line, speakers))) return false;
  const share = (pattern: RegExp) => lines.filter(line => pattern.test(line)).length / lines.length;
  if (share(/^["“„«»‘'—–-]/u) >= 0.5 && share(/["”“»’']$/u) >= 0.3) return false;
  if (share(/[.!?]["”’]?$/u) > 0.6) return false;
  // Prose that somebody broke early starts most lines in lower case, so does verse that is set in.
  return isSetIn || share(/^["“„«‘'(*_]*[\p{Lu}\p{Lo}]/u) >= 0.7;
}

function isNoVerse(line: string, speakers: Speakers): boolean {
  return (
    isRuleLine(line) ||
    isLabelLine(line) ||
    isBylineLine(line) ||
    isBulletLine(line) ||
    speakers.speaks(line) ||
    headingLike.test(line.slice(0, 100)) ||
    (withoutSmallLetters.test(line) && /\p{Lu}/u.test(line)) ||
    /\S@\S|https?:|www\./.test(line)
  );
}
