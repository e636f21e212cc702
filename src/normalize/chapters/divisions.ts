import type { DivisionLevel } from '../../text/divisionLevel.ts';
import { charsBetween, type HeadingView, type PlacedHeading } from './placedHeading.ts';

/** The candidates of a file by what they divide. */
export interface Divisions {
  /** Headings above the chapters'. */
  readonly parts: readonly PlacedHeading[];
  /** What may open a chapter. */
  readonly chapters: readonly PlacedHeading[];
  /** Headings with a word for something narrower than a chapter. */
  readonly sections: readonly PlacedHeading[];
}

const wordLevels: readonly DivisionLevel[] = ['book', 'part', 'chapter', 'scene'];

/**
 * Sorts headings by level. Where `Chapter` or `Kapitel` occurs, that is the chapters' word; else `Scene`; else what bare
 * numbers count under parts; else parts or books themselves. Wider words are parts only where chapters follow them
 * closely: `Part 2` in the middle of chapter 3 is a section of it.
 */
export function sortDivisions(candidates: readonly PlacedHeading[], view: HeadingView): Divisions {
  const ofLevel = (level: PlacedHeading['level']) => candidates.filter(candidate => candidate.level === level);
  const [numbers, named] = [ofLevel('number'), ofLevel('named')];
  const word = (['chapter', 'scene', 'part', 'book'] as const).find(level => ofLevel(level).length > 0);
  if (word === undefined) return { parts: [], chapters: numbers, sections: [] };
  const isPartOfNumbers =
    (word === 'part' || word === 'book') &&
    (ofLevel(word).length > 1
      ? areHeadsOf(ofLevel(word), [...numbers, ...named], view)
      : isFirstPart(ofLevel(word), numbers, view));
  const own = isPartOfNumbers ? [] : ofLevel(word);
  const under = new Set([...own, ...numbers, ...named]);
  const parts: PlacedHeading[] = [];
  const sections: PlacedHeading[] = [];
  for (const level of wordLevels.toReversed()) {
    const others = level === word && !isPartOfNumbers ? [] : ofLevel(level);
    const isWider = wordLevels.indexOf(level) <= wordLevels.indexOf(word);
    const isHead = isWider && areHeadsOf(others, [...under, ...parts], view);
    // The part of a series that a file is, said in its header, is neither.
    const isOfSeries = others.length === 1 && isOfMany.test(others[0]?.heading.label ?? '');
    if (!isOfSeries) for (const other of others) (isHead ? parts : sections).push(other);
  }
  return { parts: inOrder(parts), chapters: inOrder([...own, ...numbers]), sections: inOrder(sections) };
}

/** Matches `Part 3 of 7`, `Part 1/5`. */
const isOfMany = /\d\s*\/|\sof\s/i;

/** Below the only part of a book stand so many numbers, with a chapter's text to each on average. */
const minNumbersInPart = 2;
const minCharsOfChapter = 800;

/**
 * Whether the only part is the first of a book whose chapters are bare numbers: it counts one, the number one of a run
 * that goes on stands right under it, and each has a chapter's text. `PREMIÈRE PARTIE`, `I`, …, `II`, …; not `Part 1/5`
 * or `Part 2` with scenes in numbers, nor `Part One` with text of its own.
 */
function isFirstPart(
  [part, ...others]: readonly PlacedHeading[],
  numbers: readonly PlacedHeading[],
  view: HeadingView,
): boolean {
  if (part === undefined || others.length > 0 || part.heading.number !== 1) return false;
  if (isOfMany.test(part.heading.label ?? '')) return false;
  const [first, ...rest] = inOrder(numbers).filter(({ index }) => index > part.index);
  if (first?.index !== part.index + 1 || first.heading.number !== 1) return false;
  const run = [first];
  for (const next of rest) {
    if (next.style === first.style && next.heading.number === run.length + 1) run.push(next);
  }
  const chars = charsBetween(view, first.index, view.blocks.length);
  return run.length >= minNumbersInPart && chars >= minCharsOfChapter * run.length;
}

/** A part's own title, epigraph and date stand in so many characters before its first chapter. */
const maxPartHeadChars = 600;

/** Whether most of some headings are followed closely by one of others. */
function areHeadsOf(heads: readonly PlacedHeading[], others: readonly PlacedHeading[], view: HeadingView): boolean {
  const sorted = inOrder(others);
  let at = 0;
  let count = 0;
  for (const { index } of heads) {
    while (at < sorted.length && (sorted[at]?.index ?? 0) <= index) at++;
    const next = sorted[at];
    if (next !== undefined && charsBetween(view, index, next.index) <= maxPartHeadChars) count++;
  }
  return heads.length > 0 && count * 2 >= heads.length;
}

export function inOrder(headings: readonly PlacedHeading[]): readonly PlacedHeading[] {
  return headings.toSorted((left, right) => left.index - right.index);
}
