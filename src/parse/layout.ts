import { isBlankLine } from './blankLine.ts';
import { isBulletLine, isLabelLine, type Speakers } from './lineKinds.ts';
import type { Row } from './row.ts';

/** How a part of a plain text marks its paragraphs. */
export interface Layout {
  /** Whether paragraphs are broken over lines of a fixed width. */
  readonly isWrapped: boolean;
  /** The width in characters that lines are wrapped at; 0 when they are not. */
  readonly widthChars: number;
  /** The usual indentation of a line that goes on, in columns. */
  readonly baseIndent: number;
  /** Whether a blank line stands between any two lines, so that one blank line parts nothing. */
  readonly isDoubleSpaced: boolean;
  /** Whether neither blank lines nor indents part paragraphs, so that only a short last line and speech do. */
  readonly isClose: boolean;
}

/** No editor wraps at more than this; the widest seen in story files is about 100. */
const maxWrapWidth = 130;
const minWrapWidth = 40;

/** Share of line ends after which the next word would not have fitted: near 1 in wrapped prose, below 0.4 in verse and lists. */
const wrappedShare = 0.6;
const minPairs = 4;

/** A region is read by its own lines when it has so many pairs of them, and they speak plainly; else as the whole file is. */
const minRegionPairs = 10;
const plainlyUnwrappedShare = 0.35;

/** A region ends after so many filled lines, or at a long blank run (a header, a licence) after a few. */
const regionLines = 80;
const shortRegionLines = 12;
const regionBlankRun = 3;

export const unwrapped: Layout = {
  isWrapped: false,
  widthChars: 0,
  baseIndent: 0,
  isDoubleSpaced: false,
  isClose: false,
};

/**
 * Learns whether and how a text is hard-wrapped, for the whole and then for each region: a header or licence of another
 * width does not spoil the story, and a story pasted together of two styles is read in both. One layout a row.
 */
export function learnLayouts(rows: readonly Row[], speakers: Speakers): Layout[] {
  const whole = learnLayout(rows, speakers, minPairs) ?? unwrapped;
  const layouts: Layout[] = [];
  for (let start = 0; start < rows.length;) {
    const end = regionEnd(rows, start);
    const own = learnLayout(rows.slice(start, end), speakers, minRegionPairs);
    const layout = own ?? inherited(rows.slice(start, end), whole);
    while (layouts.length < end) layouts.push(layout);
    start = end;
  }
  return layouts;
}

/** The file's layout for a region that has none of its own, unless its lines are too long for it. */
function inherited(rows: readonly Row[], whole: Layout): Layout {
  if (!whole.isWrapped) return whole;
  return lineWidth(rows) > Math.max(maxWrapWidth, whole.widthChars * 1.5) ? unwrapped : whole;
}

/**
 * The row after a region: it ends after enough lines, at a long blank run, and where lines too long for wrapped ones begin
 * or have ended.
 */
function regionEnd(rows: readonly Row[], start: number): number {
  let [filled, blankRun, shortRun, shortFrom] = [0, 0, 0, start];
  for (let index = start; index < rows.length; index++) {
    const text = rows[index]?.text ?? '';
    if (isBlankLine(text)) {
      blankRun++;
      continue;
    }
    if (filled >= regionLines || (blankRun >= regionBlankRun && filled >= shortRegionLines)) return index;
    if (text.length > maxWrapWidth) {
      if (shortRun === filled && filled >= shortRegionLines) return index;
      shortRun = 0;
      shortFrom = index + 1;
    } else {
      shortRun++;
      if (shortRun >= shortRegionLines && filled + 1 > shortRun) return shortFrom;
    }
    filled++;
    blankRun = 0;
  }
  return rows.length;
}

interface PairCounts {
  readonly pairs: number;
  /** Pairs in which the next word would not have fitted on the line. */
  readonly full: number;
  /** Pairs in which the next line starts in lower case, so that the sentence goes on. */
  readonly lower: number;
  readonly fullAndLower: number;
}

/** The layout that lines show plainly; `null` when they do not. */
function learnLayout(rows: readonly Row[], speakers: Speakers, least: number): Layout | null {
  const widthChars = lineWidth(rows);
  if (widthChars > maxWrapWidth || widthChars < minWrapWidth) return widthChars > maxWrapWidth ? unwrapped : null;
  const close = countPairs(rows, 1, widthChars, speakers);
  const baseIndent = baseIndentOf(rows);
  const isClose = hasCloseParagraphs(rows, baseIndent);
  const layout: Layout = { isWrapped: true, widthChars, baseIndent, isDoubleSpaced: false, isClose };
  if (close.pairs >= least) {
    if (close.full / close.pairs >= wrappedShare || goesOnWhereFull(close)) return layout;
    return close.full / close.pairs < plainlyUnwrappedShare || least === minPairs ? unwrapped : null;
  }
  const apart = countPairs(rows, 2, widthChars, speakers);
  const isDoubleSpaced =
    apart.pairs >= least &&
    close.pairs < apart.pairs * 0.05 &&
    apart.full / apart.pairs >= 0.5 &&
    apart.lower / apart.pairs >= 0.35;
  return isDoubleSpaced ? { ...layout, isDoubleSpaced } : null;
}

/** Verse among the prose has many lines that are not full; those that go on in lower case are, if the prose is wrapped. */
function goesOnWhereFull({ pairs, lower, fullAndLower }: PairCounts): boolean {
  return lower >= minPairs && lower >= pairs * 0.25 && fullAndLower >= lower * 0.8;
}

/** Counts lines with the line one below, or two below where exactly one blank line is between. */
function countPairs(rows: readonly Row[], distance: 1 | 2, widthChars: number, speakers: Speakers): PairCounts {
  let [pairs, full, lower, fullAndLower] = [0, 0, 0, 0];
  for (let index = 0; index + distance < rows.length; index++) {
    const line = (rows[index]?.text ?? '').trimEnd();
    const next = rows[index + distance]?.text ?? '';
    if (isBlankLine(line) || isBlankLine(next)) continue;
    if (distance === 2 && !isBlankLine(rows[index + 1]?.text ?? '')) continue;
    // From a speech or a bullet the lines that go on hang; elsewhere a line that is set in starts a paragraph.
    const isSetIn = indentOf(next) > indentOf(line);
    if (startsByItself(next, speakers) || isSetIn !== startsByItself(line, speakers)) continue;
    const isFull = line.length + 1 + firstWordLength(next) > widthChars - 2;
    const isLower = /^\s*\p{Ll}/u.test(next);
    pairs++;
    if (isFull) full++;
    if (isLower) lower++;
    if (isFull && isLower) fullAndLower++;
  }
  return { pairs, full, lower, fullAndLower };
}

/** Whether a line's own form says that a paragraph starts with it, so that it tells nothing of the width. */
function startsByItself(line: string, speakers: Speakers): boolean {
  return speakers.speaks(line) || isBulletLine(line) || isLabelLine(line);
}

/** Columns of white space at the start of a line; a tab goes to the next multiple of eight. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === '\t') columns += 8 - (columns % 8);
    else if (/\s/.test(character)) columns++;
    else break;
  }
  return columns;
}

export function firstWordLength(line: string): number {
  return /\S+/.exec(line)?.[0].length ?? 0;
}

/** The length that nearly all lines keep to. */
function lineWidth(rows: readonly Row[]): number {
  const lengths = rows.filter(({ text }) => !isBlankLine(text)).map(({ text }) => text.trimEnd().length);
  const sorted = lengths.sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.97))] ?? 0;
}

/** Of the lines of a text without marks between its paragraphs, hardly any has a blank line before it or is set in. */
const maxMarkedShare = 0.08;

function hasCloseParagraphs(rows: readonly Row[], baseIndent: number): boolean {
  let [filled, marked] = [0, 0];
  rows.forEach(({ text }, index) => {
    if (isBlankLine(text)) return;
    filled++;
    if (isBlankLine(rows[index - 1]?.text ?? '') || indentOf(text) > baseIndent) marked++;
  });
  return marked < filled * maxMarkedShare;
}

/** Lines of dialogue, each an indented paragraph, may outnumber those that go on; these have at least this share. */
const minBaseShare = 0.15;

/** The least indentation that is usual. */
function baseIndentOf(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  let filled = 0;
  for (const { text } of rows) {
    if (isBlankLine(text)) continue;
    filled++;
    counts.set(indentOf(text), (counts.get(indentOf(text)) ?? 0) + 1);
  }
  const usual = [...counts].filter(([, count]) => count >= filled * minBaseShare).map(([indent]) => indent);
  return usual.length === 0 ? 0 : Math.min(...usual);
}
