import type { ManuscriptBlock, TextBlock } from '../../parse/manuscript.ts';
import type { Pass, Reading, Reason } from '../reading.ts';

/** Two neighbouring paragraphs of the story, with the blank lines between them. */
interface Neighbours {
  readonly index: number;
  readonly before: TextBlock;
  readonly block: TextBlock;
  readonly blanks: number;
}

/**
 * Sets scene breaks where blank lines mean one, which is learned from the whole file and seldom so:
 * - paragraphs that only an indent marks, and a blank line with a flush-left one after it now and then;
 * - paragraphs with nothing between them at all, and a blank line now and then between whole ones;
 * - a wrapped book with one blank line between its paragraphs, and a longer run now and then between two long ones, or
 *   again and again the same run of three and more.
 * Never in a file that has a line a paragraph with blanks between: there a longer run is a lost line as often as a break.
 */
export const findBlankBreaks: Pass = {
  name: 'find-blank-breaks',
  run: reading => {
    const neighbours = storyNeighbours(reading);
    const found = breaksAtFlushLeft(neighbours) ?? breaksAtBlanks(neighbours) ?? breaksAtLongRuns(neighbours);
    if (found === null || found.size === 0) return reading;
    return { ...reading, breaksBefore: new Map([...found, ...reading.breaksBefore]) };
  },
};

function storyNeighbours({ manuscript: { blocks }, marks }: Reading): Neighbours[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const isStory = marks[index]?.kind === 'body' && marks[index - 1]?.kind === 'body';
    if (!isStory || !isPlain(before) || !isPlain(block)) return [];
    return [{ index, before, block, blanks: block.blankLinesBefore }];
  });
}

/** Whether a block is a plain text's own; where there is markup, blank lines mean nothing. */
function isPlain(block: ManuscriptBlock | undefined): block is TextBlock {
  return block?.kind === 'text' && block.inlines === null;
}

/** A style is one only where so many places show it. */
const minNeighbours = 8;
const usualShare = 0.8;
/** Breaks are rarer than paragraphs: in the story files seen one in 9 to one in 60. A line at the margin shows them besides. */
const maxBreakShare = 0.2;
const maxFlushShare = 0.35;

/** `null` unless paragraphs are marked by an indent; a blank line and a line that starts at the margin is a break there. */
function breaksAtFlushLeft(neighbours: readonly Neighbours[]): Map<number, Reason> | null {
  const close = neighbours.filter(({ blanks }) => blanks === 0);
  const apart = neighbours.filter(({ blanks }) => blanks > 0);
  const usual = mostCommon(close.map(({ block }) => block.indent));
  const isIndented = close.length >= minNeighbours && usual > 0 && close.filter(({ block }) => block.indent >= usual).length >= close.length * usualShare; // prettier-ignore
  if (!isIndented || apart.length > neighbours.length * maxFlushShare) return null;
  const flush = apart.filter(({ block }) => block.indent < usual);
  if (flush.length < apart.length * usualShare) return null;
  return withReason(flush, {
    rule: 'blank-line-and-flush-left',
    confidence: 0.85,
    why: 'Paragraphs are indented with no blank lines between them; here a blank line stands, and the next one starts at the margin.',
  });
}

/** `null` unless paragraphs follow each other without blank lines; one between two whole paragraphs is a break there. */
function breaksAtBlanks(neighbours: readonly Neighbours[]): Map<number, Reason> | null {
  const apart = neighbours.filter(({ blanks }) => blanks > 0);
  if (neighbours.length < minNeighbours * 2 || apart.length > neighbours.length * maxBreakShare) return null;
  const whole = apart.filter(({ before, block }) => isWholeBefore(before) && isWholeAfter(block));
  // Blank lines beside verse, letters and headlines set those apart; where they are the rule, the rest may be as well.
  if (whole.length < apart.length * usualShare) return new Map();
  return withReason(whole, {
    rule: 'blank-line-between-close-paragraphs',
    confidence: 0.6,
    why: 'Paragraphs follow each other without blank lines; here one stands between two whole paragraphs.',
  });
}

/** Wrapped books only: so many of the paragraphs take several lines. */
const minSeveralLinesShare = 0.4;
/** A longer run is a break only where it is rare; so it was at about one in 400 paragraphs. */
const maxLongShare = 0.03;

/** Breaks where a wrapped book, else perfectly regular, has a longer run between two paragraphs of several lines each. */
function breaksAtLongRuns(neighbours: readonly Neighbours[]): Map<number, Reason> | null {
  const usual = mostCommon(neighbours.map(({ blanks }) => blanks));
  const several = neighbours.filter(({ block }) => hasSeveralLines(block));
  if (usual === 0 || neighbours.length < minNeighbours * 2 || several.length < neighbours.length * minSeveralLinesShare)
    return null;
  const long = neighbours.filter(({ blanks }) => blanks > usual);
  if (isSettledRun(long, usual, neighbours.length))
    return withReason(long.filter(isBetweenWhole), {
      rule: 'same-longer-blank-run',
      confidence: 0.75,
      why: 'This wrapped text has one run of blank lines between its paragraphs and another, always of the same length, between its scenes.',
    });
  if (long.length > neighbours.length * maxLongShare) return null;
  const breaks = long.filter(
    place => hasSeveralLines(place.before) && hasSeveralLines(place.block) && isBetweenWhole(place),
  );
  return withReason(breaks, {
    rule: 'longer-blank-run',
    confidence: 0.6,
    why: 'Paragraphs have the same blank lines between them all through this wrapped text; here are more, between two long ones.',
  });
}

/** A run that is a break by its length alone is so much longer than the usual one, stands so often, and so seldom. */
const settledExcess = 2;
const minSettledRuns = 3;
const maxSettledShare = 0.1;

/**
 * Whether longer runs are of one length all through, and nearly all between whole paragraphs: three blank lines for every
 * change of scene. A lost line leaves a run of any length, and in the text it was lost from nothing else is regular.
 */
function isSettledRun(long: readonly Neighbours[], usual: number, places: number): boolean {
  const length = mostCommon(long.map(({ blanks }) => blanks));
  const settled = long.filter(place => place.blanks === length && isBetweenWhole(place));
  return (
    length >= usual + settledExcess &&
    settled.length >= Math.max(minSettledRuns, long.length * usualShare) &&
    long.length <= places * maxSettledShare
  );
}

function isBetweenWhole({ before, block }: Neighbours): boolean {
  return isWholeBefore(before) && isWholeAfter(block);
}

function withReason(found: readonly Neighbours[], reason: Reason): Map<number, Reason> {
  return new Map(found.map(({ index }) => [index, reason]));
}

function hasSeveralLines({ span, text }: TextBlock): boolean {
  return span.lines[1] > span.lines[0] && !text.includes('\n');
}

/** Matches the end of `It was late.`, `"Come in."`, `So it was…`; not of `Dear Nell,`, `It said:` or a headline. */
function isWholeBefore({ text }: TextBlock): boolean {
  return /[.!?…。！？]["”’»'」』)*_]{0,3}$/u.test(text.slice(-6)) && !text.includes('\n');
}

/** Matches the start of `It was late.`, `"Come in."`; not of `and so`, `THE TIDE IS IN`, verse. */
function isWholeAfter(block: TextBlock): boolean {
  return /^["“„«‘'「『*_([]{0,3}[\p{Lu}\p{Lo}\p{N}]/u.test(block.text) && isWholeBefore(block) && /[\p{Ll}\p{Lo}]/u.test(block.text); // prettier-ignore
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1] || left[0] - right[0])[0]?.[0] ?? 0;
}
