import { splitLines } from '../book/splitLines.ts';
import type { Inline, Paragraph } from '../book/tree.ts';
import { childElement } from './childElement.ts';
import type { SetLine } from './composeLine.ts';
import type { ElementNode, Galley } from './galley.ts';
import { splitInlines } from './inlineWords.ts';
import { setParagraph, shiftLine } from './setParagraph.ts';
import type { TextSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/** A paragraph as the lines that it is written in. */
export interface LinedParagraph {
  readonly block: Paragraph;
  /** Verse stands apart and in the middle; a few other lines, an address or a name, begin where a paragraph does. */
  readonly kind: 'verse' | 'lines';
  readonly lines: readonly (readonly Inline[])[];
  /** The width of each line without a break, in points. */
  readonly widthsPt: readonly number[];
}

/** Fewer lines than this are an address or a signature. */
const fewestVerseLines = 3;
/** Most lines of verse are shorter than this share of the measure, and none is longer than that: it would be prose. */
const verseShare = 0.85;
const mostShare = 0.75;
const longestShare = 1.6;

/** The paragraph as lines, or `null` where its breaks part prose, whose lines run on from edge to edge. */
export function readLines(context: TypesetContext, block: Paragraph, setting: TextSetting): LinedParagraph | null {
  if (setting.alignment === 'center' || !block.children.some(holdsBreak)) return null;
  const lines = splitLines(block.children);
  const widths = lines.map(line => naturalWidth(context, line, setting));
  const widestPt = Math.max(...widths);
  const { measurePt, indentPt } = setting;
  const short = widths.filter(widthPt => widthPt < measurePt * verseShare);
  const isVerse = lines.length >= fewestVerseLines && short.length >= lines.length * mostShare;
  if (isVerse && widestPt < measurePt * longestShare) return { block, kind: 'verse', lines, widthsPt: widths };
  return widestPt < measurePt - indentPt ? { block, kind: 'lines', lines, widthsPt: widths } : null;
}

function holdsBreak(inline: Inline): boolean {
  return inline.type === 'hardBreak' || ('children' in inline && inline.children.some(holdsBreak));
}

function naturalWidth(context: TypesetContext, line: readonly Inline[], { style }: TextSetting): number {
  const index = context.styles.indexOf(style);
  const { words } = splitInlines(line, index, context.styles, context.measurer, context.noteMarks);
  const spacePt = context.measurer.widthOf(' ', index);
  return words.reduce((sum, word) => sum + word.widthPt + spacePt, -spacePt);
}

/** Turned lines stand in by this, in ems. */
const turnoverEm = 2;
/** A stanza of no more lines than this stays on one page if it can. */
const mostKeptLines = 5;
/** Verse stands in no further than this share of the measure, or its lines would turn over for nothing. */
const deepestShare = 0.25;
/** The share of lines whose longest counts as the width of verse: one line that is far longer does not push the others aside. */
const typicalShare = 0.8;

/** Adds stanzas that follow each other: one left edge for all, which puts all but the longest lines in the middle; a blank between two. */
export function addVerse(
  context: TypesetContext,
  galley: Galley,
  stanzas: readonly LinedParagraph[],
  setting: TextSetting,
  parent: ElementNode,
): void {
  const spacePt = setting.leadingPt;
  const leftPt = verseEdge(
    stanzas.flatMap(stanza => stanza.widthsPt),
    setting,
  );
  for (const stanza of stanzas) {
    galley.addSpace(spacePt);
    const first = galley.lines.length;
    addLines(context, galley, stanza, { setting, leftPt, parent });
    const last = galley.lines.length - 1;
    if (last - first < mostKeptLines) keepTogether(galley, first, last);
  }
  galley.addSpace(spacePt);
}

/** Where verse of these widths begins, so that it seems to stand in the middle. */
function verseEdge(widthsPt: readonly number[], { measurePt, indentPt }: TextSetting): number {
  const sorted = widthsPt.toSorted((a, b) => a - b);
  const widestPt = sorted.at(-1) ?? 0;
  const typicalPt = sorted[Math.floor((sorted.length - 1) * typicalShare)] ?? widestPt;
  const leastPt = Math.min(indentPt, measurePt / 8);
  const middlePt = Math.max((measurePt - typicalPt) / 2, leastPt);
  // Further in than this, a line that fits would be turned over; one that never fits is, wherever it begins.
  const unturnedPt = measurePt - widestPt;
  return Math.min(middlePt, unturnedPt > leastPt ? unturnedPt : measurePt * deepestShare);
}

interface LinesPlace {
  readonly setting: TextSetting;
  /** From the left edge of the setting. */
  readonly leftPt: number;
  readonly parent: ElementNode;
}

/** Adds the lines of a paragraph as they are written, what is too long for the measure turned over and set in. */
export function addLines(
  context: TypesetContext,
  galley: Galley,
  { block, lines }: LinedParagraph,
  { setting, leftPt, parent }: LinesPlace,
): void {
  const hangPt = turnoverEm * setting.style.sizePt;
  const set = lines.map((line): readonly SetLine[] =>
    setParagraph(context, line, {
      style: setting.style,
      measurePt: setting.measurePt - leftPt - hangPt,
      alignment: 'left',
      firstIndentPt: -hangPt,
      hyphenationLanguage: null,
    }).map(own => shiftLine(own, hangPt)),
  );
  let first = galley.lines.length;
  galley.addBlock({
    lines: set.flat(),
    leftPt: setting.leftPt + leftPt,
    heightPt: setting.leadingPt,
    snapsToGrid: setting.snapsToGrid,
    element: childElement('P', parent, block.lang),
    source: block,
  });
  // No page ends inside a line that is turned over.
  for (const { length } of set) {
    keepTogether(galley, first, first + length - 1);
    first += length;
  }
}

function keepTogether(galley: Galley, first: number, last: number): void {
  for (let index = first; index < last; index++) {
    const line = galley.lines[index];
    if (line !== undefined) galley.lines[index] = { ...line, keepsWithNext: true };
  }
}
