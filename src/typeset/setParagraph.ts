import type { Inline } from '../book/tree.ts';
import type { TextDirection } from '../fonts/shape.ts';
import { isRightToLeft } from '../text/writingDirection.ts';
import { type BreakTable, forcedBreak } from './breakTable.ts';
import { type Alignment, type LineSpec, type SetLine, composeLine, roundPt } from './composeLine.ts';
import { breakGreedily } from './breakGreedily.ts';
import { type FillSpec, type SpaceSpec, fillBreakTable } from './fillBreakTable.ts';
import { type WordSequence, splitInlines } from './inlineWords.ts';
import type { LineGoal } from './lineSolver.ts';
import type { MeasuredWord, WordBreak } from './measuredWord.ts';
import type { TextStyle } from './pageList.ts';
import type { TypesetContext } from './typesetContext.ts';
import type { WordBreakFinder } from './wordBreakFinder.ts';

export interface ParagraphSpec {
  readonly style: TextStyle;
  readonly measurePt: number;
  /** `left` and `right` are told for words from left to right, and the other way round for others. */
  readonly alignment: Alignment;
  /** Negative when the first line hangs out. */
  readonly firstIndentPt: number;
  /** BCP 47: whose rules divide words; `null` where none are divided. */
  readonly hyphenationLanguage: string | null;
  /** That of the language, else that of the words, where it is left out. */
  readonly direction?: TextDirection;
  /** How much further in the first lines stand than the others, one each, as beside a large letter. */
  readonly firstInsetsPt?: readonly number[];
  /** Words before the others in a style of their own, as where a chapter opens. */
  readonly openingWords?: { readonly inlines: readonly Inline[]; readonly style: TextStyle };
  /** How wide a word space is at best, as a share of what is usual; 1 where nothing is said. */
  readonly spaceShare?: number;
}

/**
 * The word space of running text, in ems: narrow, as the face is drawn. Readers of PDF (poppler's raw mode for one) take words
 * 0.15 em apart for one word.
 */
const idealSpaceEm = 0.23;
const smallestSpaceEm = 0.165;
/**
 * How far a word space stretches, as a share of its width. It is hardly more than it shrinks, so that lines are as often
 * tight as loose: on a novel of 107,000 words, spaces then spread by 0.39 pt, at half their width by 0.43 pt.
 */
const spaceStretch = 0.35;

/** How much further apart ideographs may stand before it shows, in ems: a line of 25 then has room for one. */
const jointStretchEm = 0.05;

/**
 * First try without hyphens, and no line looser than this; then with them. Ratios of what a line gives. On the same novel
 * 4.8 % of the lines end in a hyphen and spaces spread by 0.39 pt; at 0.6 it is 6 % for no gain, at 1.2 3.4 % and 0.41 pt.
 */
const firstTolerance = 0.9;
const secondTolerance = 2.5;
const anyTolerance = 1e6;
/** Stretch a line is lent when nothing else helps, as a share of the measure. */
const emergencyStretch = 0.04;
/** How ragged a ragged line may be before it counts as bad, as a share of the measure. */
const raggedStretch = 0.3;
/** A last line shorter than this many ems looks like a widow of its own. */
const shortestLastLineEm = 2.2;

/** Breaks a paragraph's inlines into lines. Always gives every word a place; an empty paragraph has no lines. */
export function setParagraph(context: TypesetContext, inlines: readonly Inline[], spec: ParagraphSpec): SetLine[] {
  return setMeasured(context, measureInlines(context, inlines, spec), spec);
}

/** Breaks a paragraph whose words are measured already; it notes what cannot be set as it should. */
export function setMeasured(context: TypesetContext, sequence: WordSequence, spec: ParagraphSpec): SetLine[] {
  noteWords(context, sequence, spec);
  const lines = setWords(context, sequence, spec);
  for (const line of lines) {
    if (line.endPt > spec.measurePt + overfullPt) context.findings.noteOverfullLine(lineText(line));
  }
  return lines;
}

/** Shares of the usual word space that make a paragraph longer or shorter, the gentlest first. */
const widerSpaces = [1.1, 1.2, 1.32, 1.46, 1.62, 1.8];
const narrowerSpaces = [0.92, 0.85, 0.77];
/** A space wider than this many ems shows that a paragraph was stretched. */
const widestResetSpaceEm = 0.45;

/** Sets a paragraph that is set already with another number of lines; `null` when it cannot be decent. Reports nothing. */
export function resetParagraph(
  context: TypesetContext,
  inlines: readonly Inline[],
  spec: ParagraphSpec,
  lineCount: number,
  lineCountBefore: number,
): SetLine[] | null {
  const sequence = measureInlines(context, inlines, spec);
  for (const spaceShare of lineCount > lineCountBefore ? widerSpaces : narrowerSpaces) {
    const lines = setWords(context, sequence, { ...spec, spaceShare });
    if (lines.length === lineCount) return lines.every(line => isDecent(line, spec)) ? lines : null;
  }
  return null;
}

function isDecent({ wordSpacePt, endPt }: SetLine, { style, measurePt }: ParagraphSpec): boolean {
  return wordSpacePt <= widestResetSpaceEm * style.sizePt && endPt <= measurePt + overfullPt;
}

/** A line this much too long shows. */
const overfullPt = 1;

/** The words of a paragraph, measured. */
export function measureInlines(
  context: TypesetContext,
  inlines: readonly Inline[],
  spec: Pick<ParagraphSpec, 'style' | 'openingWords' | 'direction' | 'hyphenationLanguage'>,
): WordSequence {
  const { styles, measurer, noteMarks } = context;
  const { style, openingWords } = spec;
  const opening =
    openingWords === undefined ? null : { inlines: openingWords.inlines, style: styles.indexOf(openingWords.style) };
  const direction = spec.direction ?? directionOf(spec.hyphenationLanguage);
  return splitInlines(inlines, styles.indexOf(style), styles, measurer, noteMarks, opening, direction);
}

/** The direction that a language is written in; where none is known, the words themselves say it. */
function directionOf(language: string | null): TextDirection | 'auto' {
  if (language === null || language === 'und') return 'auto';
  return isRightToLeft(language) ? 'rtl' : 'ltr';
}

function lineText(line: SetLine): string {
  return line.runs.map(run => run.text).join('');
}

function setWords(context: TypesetContext, sequence: WordSequence, spec: ParagraphSpec): SetLine[] {
  if (sequence.words.length === 0) return [];
  const space = spaceOf(context, spec);
  const expansion = expansionOf(sequence, spec);
  const breaks = chooseBreaks(context, sequence, spec, { space, expansion });
  return Array.from(breaks, (end, index) => {
    const start = index === 0 ? 0 : (breaks[index - 1] ?? 0);
    const line = lineSpec(context.breakTable, end, index, spec, space, expansion);
    return composeLine(sequence, context.breakTable, start, end, line, context.measurer);
  });
}

/** The width a word may have to fit on every line of the paragraph. */
function roomFor(spec: ParagraphSpec): number {
  return spec.measurePt - Math.max(spec.firstIndentPt, 0, ...(spec.firstInsetsPt ?? []));
}

function noteWords(context: TypesetContext, sequence: WordSequence, spec: ParagraphSpec): void {
  const finder = context.breakFinderFor(spec.hyphenationLanguage);
  const roomPt = roomFor(spec);
  for (const word of sequence.words) {
    if (word.missing.length > 0) context.findings.noteMissing(word.missing);
    if (word.hasStackedMarks) context.findings.noteStackedMarks(word.text);
    const isTooWide = word.widthPt > roomPt && !fitsBroken(word, finder.hyphenated(word), roomPt);
    if (isTooWide) context.findings.noteBrokenWord(word.text);
  }
}

function spaceOf(context: TypesetContext, { style, alignment, spaceShare = 1 }: ParagraphSpec): SpaceSpec {
  const ownPt = context.measurer.widthOf(' ', context.styles.indexOf(style));
  const widthPt = Math.max(ownPt, idealSpaceEm * style.sizePt + style.trackingPt) * spaceShare;
  const isJustified = alignment === 'justify';
  return {
    widthPt,
    stretchPt: isJustified ? widthPt * spaceStretch : 0,
    shrinkPt: isJustified ? Math.max(0, widthPt - smallestSpaceEm * style.sizePt) : 0,
    jointStretchPt: isJustified ? jointStretchEm * style.sizePt : 0,
  };
}

/**
 * How far glyphs are drawn wider or narrower, as a share: what pdfTeX's inventor found that readers do not see (Hàn Thế
 * Thành, "Micro-typographic extensions to the TeX typesetting system", 2000).
 */
const glyphExpansion = 0.02;

/** Running prose gives by its glyphs, too; not verse, and no script whose letters hang together or stand in squares. */
function expansionOf({ words, gaps }: WordSequence, { alignment }: ParagraphSpec): number {
  const isProse = alignment === 'justify' && !gaps.includes('hardBreak') && words.every(word => word.isExpandable);
  return isProse ? glyphExpansion : 0;
}

/** Tries the gentlest means first; what is chosen counts in the context's break table as it was filled last. */
function chooseBreaks(
  context: TypesetContext,
  sequence: WordSequence,
  spec: ParagraphSpec,
  gives: Pick<FillSpec, 'space' | 'expansion'>,
): Int32Array {
  const { breakTable, lineSolver } = context;
  const finder = context.breakFinderFor(spec.hyphenationLanguage);
  const isJustified = spec.alignment === 'justify';
  const goal: Omit<LineGoal, 'tolerance'> = {
    measuresPt: measuresOf(spec),
    lineStretchPt: isJustified ? 0 : spec.measurePt * raggedStretch,
    shortestLastLinePt: isJustified ? shortestLastLineEm * spec.style.sizePt : 0,
  };
  const fill = fillSpec(spec, gives, finder);
  fillBreakTable(breakTable, sequence, fill(finder.plain));
  const plain = lineSolver.solve(breakTable, { ...goal, tolerance: isJustified ? firstTolerance : anyTolerance });
  if (plain !== null) return plain;
  fillBreakTable(breakTable, sequence, fill(finder.hyphenated));
  const loose = { ...goal, lineStretchPt: goal.lineStretchPt + spec.measurePt * emergencyStretch };
  return (
    lineSolver.solve(breakTable, { ...goal, tolerance: secondTolerance }) ??
    lineSolver.solve(breakTable, { ...loose, tolerance: anyTolerance }) ??
    breakGreedily(breakTable, Math.min(...goal.measuresPt))
  );
}

/** The measure of each line that has its own, then that of all others. */
function measuresOf({ measurePt, firstInsetsPt = [] }: ParagraphSpec): LineGoal['measuresPt'] {
  const [first, ...others] = firstInsetsPt.map(insetPt => measurePt - insetPt);
  return first === undefined ? [measurePt] : [first, ...others, measurePt];
}

/** Words that no line can hold, even broken by the rules, may be broken anywhere. */
function fillSpec(
  spec: ParagraphSpec,
  gives: Pick<FillSpec, 'space' | 'expansion'>,
  finder: WordBreakFinder,
): (breaksOf: (word: MeasuredWord) => readonly WordBreak[]) => FillSpec {
  const roomPt = roomFor(spec);
  return breaksOf => ({
    firstIndentPt: spec.firstIndentPt,
    ...gives,
    hangs: spec.alignment === 'justify',
    breaksOf: word => {
      const breaks = breaksOf(word);
      if (word.widthPt <= roomPt) return breaks;
      return [breaks, finder.hyphenated(word)].find(own => fitsBroken(word, own, roomPt)) ?? finder.anywhere(word);
    },
  });
}

/** Whether every part of a word between two of its breaks fits on a line. */
function fitsBroken(word: MeasuredWord, breaks: readonly WordBreak[], roomPt: number): boolean {
  let startPt = 0;
  for (const wordBreak of breaks) {
    if (wordBreak.endPt - startPt > roomPt) return false;
    startPt = wordBreak.startPt;
  }
  return word.widthPt - startPt <= roomPt;
}

function lineSpec(
  table: BreakTable,
  end: number,
  index: number,
  spec: ParagraphSpec,
  space: SpaceSpec,
  expansion: number,
): LineSpec {
  return {
    measurePt: spec.measurePt,
    indentPt: (spec.firstInsetsPt?.[index] ?? 0) + (index === 0 ? spec.firstIndentPt : 0),
    alignment: spec.alignment,
    hangs: spec.alignment === 'justify',
    isLast: (table.penalty[end] ?? 0) <= forcedBreak,
    space,
    expansion,
  };
}

/** Sets a heading: undivided words, and lines as even as the same number of lines allows. */
export function setBalanced(
  context: TypesetContext,
  inlines: readonly Inline[],
  style: TextStyle,
  measurePt: number,
  alignment: 'center' | 'left' = 'center',
): SetLine[] {
  const spec = { style, measurePt, alignment, firstIndentPt: 0, hyphenationLanguage: null } as const;
  let best = setParagraph(context, inlines, spec);
  if (best.length < 2) return best;
  const sequence = measureInlines(context, inlines, spec);
  // Narrower than its widest word, a line would break the word.
  const leastPt = Math.max(measurePt * 0.4, ...sequence.words.map(word => word.widthPt));
  for (let narrowerPt = measurePt * 0.95; narrowerPt > leastPt; narrowerPt *= 0.95) {
    const narrower = setWords(context, sequence, { ...spec, measurePt: narrowerPt });
    if (narrower.length > best.length || narrower.some(line => line.endPt > narrowerPt + overfullPt)) break;
    const isRight = alignment === 'left' && sequence.baseLevel === 1;
    const share = alignment === 'center' ? 0.5 : isRight ? 1 : 0;
    best = narrower.map(line => shiftLine(line, (measurePt - narrowerPt) * share));
  }
  return best;
}

/** The same line further to the right. */
export function shiftLine(line: SetLine, byPt: number): SetLine {
  return {
    ...line,
    endPt: line.endPt + byPt,
    runs: line.runs.map(run => ({ ...run, xPt: roundPt(run.xPt + byPt) })),
  };
}

/** The same line seen in a mirror: as far from the right edge of a measure as it was from the left one. */
export function mirrorLine(line: SetLine, measurePt: number): SetLine {
  return { ...line, runs: line.runs.map(run => ({ ...run, xPt: roundPt(measurePt - run.xPt - run.widthPt) })) };
}
