import type { BidiLevel } from '../fonts/bidiAlgorithm.ts';
import type { BreakTable } from './breakTable.ts';
import { afterWord } from './breakTable.ts';
import type { SpaceSpec } from './fillBreakTable.ts';
import type { ElementNode } from './galley.ts';
import type { WordSequence } from './inlineWords.ts';
import type { WordPiece } from './measuredWord.ts';
import type { LinkTarget, Run } from './pageList.ts';
import { countJoints, fitJoints } from './jointFit.ts';
import { type LineItem, orderRuns } from './orderRuns.ts';
import type { WordMeasurer } from './wordMeasurer.ts';

/** A run before it is on a page. */
export interface SetRun extends Run {
  /** What the run is of, inside the line's element or beside it: a cell of a table, the label of a list's item. */
  readonly part?: ElementNode;
}

/** A line before it has a place on a page; `xPt` of its runs counts from the left edge of its column. */
export interface SetLine {
  readonly runs: readonly SetRun[];
  readonly wordSpacePt: number;
  readonly endsInSoftHyphen: boolean;
  /** As in a line of the page list. */
  readonly expansion?: number;
  /** Where the text ends, from the edge that it is read from, without what hangs in the margin. */
  readonly endPt: number;
}

export type Alignment = 'justify' | 'left' | 'center' | 'right';

export interface LineSpec {
  readonly measurePt: number;
  readonly indentPt: number;
  readonly alignment: Alignment;
  readonly hangs: boolean;
  /** Whether the line ends the paragraph or stands before a break that the text asks for. */
  readonly isLast: boolean;
  readonly space: SpaceSpec;
  /** How far glyphs may be drawn wider or narrower, as a share of their width. */
  readonly expansion: number;
}

/** Gaps wider than this many natural spaces read as holes: such a line stays ragged. */
const widestGap = 4.5;

/** Puts the words between two breaks of a paragraph on a line. */
export function composeLine(
  sequence: WordSequence,
  table: BreakTable,
  from: number,
  to: number,
  spec: LineSpec,
  measurer: WordMeasurer,
): SetLine {
  const content = contentOf(sequence, table, from, to, measurer);
  const { firstPieces, lastPieces } = content;
  const first = firstPieces[0];
  const last = lastPieces[lastPieces.length - 1];
  const hangLeftPt = spec.hangs && first !== undefined ? measurer.hangLeft(first) : 0;
  const hangRightPt = spec.hangs && last !== undefined ? measurer.hangRight(last) : 0;
  const roomPt = spec.measurePt - spec.indentPt;
  const glyphsPt = content.widthPt - hangLeftPt - hangRightPt;
  const fit =
    sequence.hasJoints === true
      ? fitJoints(glyphsPt, countJoints(sequence, content), roomPt, spec)
      : fitLine(glyphsPt, content.lastWord - content.firstWord, roomPt, spec);
  const startPt = spec.indentPt - hangLeftPt * fit.expansion + alignmentShift(spec.alignment, roomPt - fit.widthPt);
  const line = {
    runs: runsOf(sequence, content, startPt, spec.measurePt, fit, endsInSpace(sequence, table, to)),
    wordSpacePt: roundPt(fit.wordSpacePt),
    endsInSoftHyphen: table.hyphenated[to] === 1,
    endPt: startPt + hangLeftPt * fit.expansion + fit.widthPt,
  };
  return fit.expansion === 1 ? line : { ...line, expansion: fit.expansion };
}

/** The words of a line; the first and the last may be parts of words, and may be the same. */
export interface LineContent {
  readonly firstWord: number;
  readonly lastWord: number;
  readonly firstPieces: readonly WordPiece[];
  readonly lastPieces: readonly WordPiece[];
  /** Without the spaces. */
  readonly widthPt: number;
}

function contentOf(
  sequence: WordSequence,
  table: BreakTable,
  from: number,
  to: number,
  measurer: WordMeasurer,
): LineContent {
  const fromOffset = from === 0 ? 0 : (table.offset[from] ?? 0);
  const firstWord = (table.word[from] ?? 0) + (fromOffset === afterWord ? 1 : 0);
  const lastWord = table.word[to] ?? 0;
  const start = Math.max(fromOffset, 0);
  const end = table.offset[to] ?? afterWord;
  const endsInHyphen = table.hyphenated[to] === 1;
  const { words } = sequence;
  const partOf = (index: number, isFirst: boolean, isLast: boolean): readonly WordPiece[] => {
    const word = words[index];
    if (word === undefined) return [];
    const isWhole = (!isFirst || start === 0) && (!isLast || end === afterWord);
    if (isWhole) return word.pieces;
    const to = isLast && end !== afterWord ? end : word.text.length;
    return measurer.cutPieces(word, isFirst ? start : 0, to, isLast && endsInHyphen);
  };
  const isOneWord = firstWord === lastWord;
  const firstPieces = partOf(firstWord, true, isOneWord);
  const lastPieces = isOneWord ? firstPieces : partOf(lastWord, false, true);
  let widthPt = widthOf(firstPieces) + (isOneWord ? 0 : widthOf(lastPieces));
  for (let index = firstWord + 1; index < lastWord; index++) widthPt += words[index]?.widthPt ?? 0;
  return { firstWord, lastWord, firstPieces, lastPieces, widthPt };
}

function widthOf(pieces: readonly WordPiece[]): number {
  let sum = 0;
  for (const piece of pieces) sum += piece.widthPt;
  return sum;
}

/** A line that breaks at a joint between ideographs ends without a space. */
function endsInSpace({ gaps }: WordSequence, table: BreakTable, to: number): boolean {
  const gap = gaps[table.word[to] ?? 0];
  return table.offset[to] === afterWord && (gap === 'hardBreak' || gap?.jointPt === undefined);
}

export interface LineFit {
  readonly wordSpacePt: number;
  /** How much further apart ideographs stand. */
  readonly jointPt?: number;
  readonly expansion: number;
  /** Of all that stands between the edges. */
  readonly widthPt: number;
}

/** Glyphs are drawn wider or narrower in steps of a thousandth, which no eye tells apart: pages then have few of them. */
const expansionSteps = 1_000;

/**
 * Settles what the glyphs and what the spaces take of a line's stretching or shrinking: each the share that it can give, so
 * that a line and its neighbours, which the fitness classes keep alike, are alike in both.
 */
function fitLine(glyphsPt: number, gapCount: number, roomPt: number, spec: LineSpec): LineFit {
  const { space } = spec;
  const naturalPt = glyphsPt + gapCount * space.widthPt;
  const missingPt = roomPt - naturalPt;
  const isHole = gapCount === 0 || (roomPt - glyphsPt) / gapCount > widestGap * space.widthPt;
  const staysNatural = spec.isLast || spec.alignment !== 'justify' || isHole;
  const smallestPt = space.widthPt - space.shrinkPt;
  if (missingPt >= 0 && staysNatural) return { wordSpacePt: space.widthPt, expansion: 1, widthPt: naturalPt };
  const givesPt = gapCount * (missingPt > 0 ? space.stretchPt : space.shrinkPt) + spec.expansion * glyphsPt;
  const ratio = givesPt > 0 ? Math.min(Math.max(missingPt / givesPt, -1), 1) : 0;
  const expansion = Math.round((1 + ratio * spec.expansion) * expansionSteps) / expansionSteps;
  const drawnPt = glyphsPt * expansion;
  const wordSpacePt = gapCount === 0 ? space.widthPt : Math.max((roomPt - drawnPt) / gapCount, smallestPt);
  return { wordSpacePt, expansion, widthPt: drawnPt + gapCount * wordSpacePt };
}

function alignmentShift(alignment: Alignment, sparePt: number): number {
  switch (alignment) {
    case 'justify':
    case 'left':
      return 0;
    case 'center':
      return sparePt / 2;
    case 'right':
      return sparePt;
  }
}

/** The runs of a line whose text begins `startPt` from the edge that it is read from. */
function runsOf(
  sequence: WordSequence,
  content: LineContent,
  startPt: number,
  measurePt: number,
  fit: LineFit,
  endsInSpace: boolean,
): Run[] {
  const { baseLevel = 0 } = sequence;
  if (sequence.baseLevel === undefined && sequence.hasJoints !== true) {
    return joinRuns(sequence, content, startPt, fit, endsInSpace);
  }
  const items: LineItem[] = [];
  visitItems(sequence, content, fit, endsInSpace, (text, widthPt, style, target, level = 0, spreadPt = 0) => {
    items.push({ text, widthPt, style, target, level, spreadPt });
  });
  // The space at a line's end is as its paragraph is (rule L1 of UAX 9).
  const last = items.at(-1);
  if (endsInSpace && last !== undefined) items[items.length - 1] = { ...last, level: baseLevel };
  const widthPt = items.reduce((sum, item) => sum + item.widthPt, 0);
  return orderRuns(items, baseLevel === 0 ? startPt : measurePt - startPt - widthPt);
}

/** A run being put together; joined once, its text is one flat string and not a chain of a word each. */
interface OpenRun {
  readonly style: number;
  readonly target: LinkTarget | null;
  readonly xPt: number;
  widthPt: number;
  readonly texts: string[];
}

/** Joins pieces of one style and target to runs; each space belongs to the style it had in the text. */
function joinRuns(
  { words, gaps }: WordSequence,
  { firstWord, lastWord, firstPieces, lastPieces }: LineContent,
  startPt: number,
  { wordSpacePt, expansion }: LineFit,
  endsInSpace: boolean,
): Run[] {
  const runs: OpenRun[] = [];
  let last: OpenRun | undefined;
  let x = startPt;
  function append(text: string, widthPt: number, style: number, target: LinkTarget | null): void {
    if (last?.style === style && last.target === target) {
      last.texts.push(text);
      last.widthPt += widthPt;
    } else {
      last = { style, target, xPt: x, widthPt, texts: [text] };
      runs.push(last);
    }
    x += widthPt;
  }
  for (let index = firstWord; index <= lastWord; index++) {
    const inner = index === lastWord ? lastPieces : words[index]?.pieces;
    for (const piece of index === firstWord ? firstPieces : (inner ?? [])) {
      append(piece.text, piece.widthPt * expansion, piece.style, piece.target);
    }
    const gap = gaps[index];
    if (index < lastWord && gap !== undefined && gap !== 'hardBreak') append(' ', wordSpacePt, gap.style, gap.target);
  }
  const end = lastPieces[lastPieces.length - 1];
  if (endsInSpace && end !== undefined) append(' ', 0, end.style, end.target);
  return runs.map(closeRun);
}

function closeRun({ style, target, xPt, widthPt, texts }: OpenRun): Run {
  const run = { style, xPt: roundPt(xPt), widthPt: roundPt(widthPt), text: texts.join('') };
  return target === null ? run : { ...run, target };
}

/** Goes through what a line of several directions or of ideographs shows, in reading order; `spreadPt` is the blank after each glyph of words in squares. */
function visitItems(
  { words, gaps }: WordSequence,
  { firstWord, lastWord, firstPieces, lastPieces }: LineContent,
  { wordSpacePt, expansion, jointPt = 0 }: LineFit,
  hasEndSpace: boolean,
  visit: VisitItem,
): void {
  for (let index = firstWord; index <= lastWord; index++) {
    const word = words[index];
    const inner = index === lastWord ? lastPieces : word?.pieces;
    const spreadPt = word?.joints === undefined ? 0 : jointPt;
    for (const { text, widthPt, style, target, level } of index === firstWord ? firstPieces : (inner ?? [])) {
      const spreadsPt = spreadPt === 0 ? 0 : spreadPt * countCharacters(text);
      visit(text, widthPt * expansion + spreadsPt, style, target, level, spreadPt);
    }
    const gap = gaps[index];
    if (index === lastWord || gap === undefined || gap === 'hardBreak') continue;
    if (gap.jointPt === undefined) visit(' ', wordSpacePt, gap.style, gap.target, gap.level);
    else if (gap.jointPt !== 0) visit('', gap.jointPt, gap.style, gap.target, gap.level, spreadPt);
  }
  const end = lastPieces[lastPieces.length - 1];
  if (hasEndSpace && end !== undefined) visit(' ', 0, end.style, end.target);
}

type VisitItem = (
  text: string,
  widthPt: number,
  style: number,
  target: LinkTarget | null,
  level?: BidiLevel,
  spreadPt?: number,
) => void;

function countCharacters(text: string): number {
  return text.length === 1 ? 1 : Array.from(text).length;
}

/** Where the ink of a line begins and ends, from the left edge of its column. */
export function lineEdges({ runs }: SetLine): { readonly leftPt: number; readonly rightPt: number } {
  if (runs.length === 0) return { leftPt: 0, rightPt: 0 };
  return {
    leftPt: Math.min(...runs.map(run => run.xPt)),
    rightPt: Math.max(...runs.map(run => run.xPt + run.widthPt)),
  };
}

/** To a hundredth of a point: finer than any printer, and short in the file. */
export function roundPt(lengthPt: number): number {
  return Math.round(lengthPt * 100) / 100;
}
