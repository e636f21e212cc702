import { readFooterLine } from '../edges/footerLine.ts';
import { isContentsTitle } from './divisionWords.ts';
import type { ContentsEntry } from './findContents.ts';
import { readLabel } from '../voice/knownLabels.ts';
import {
  charsBetween,
  type HeadingView,
  lettersOf,
  type PlacedHeading,
  standsAlone,
  underlineOf,
} from './placedHeading.ts';
import { isSlugLine } from '../breaks/slugLine.ts';

/** Chapters that have a title only stand so far apart on average, in characters. */
const minCharsBetween = 1000;
const minChapters = 2;
const minCapitalChapters = 3;
/** A file opens with its own title: what follows a chapter's is no line of a header but text, of so many characters. */
const minCharsAfter = 200;
const maxTitleLength = 80;
const maxTitleWords = 12;

/**
 * Chapters whose headings are titles without a number: those that the file's contents name, lines underlined with
 * hyphens or signs of equality, or lines in capitals after a wider gap than paragraphs have. One kind is taken, in this order.
 */
export function titleHeadings(
  view: HeadingView,
  contents: ReadonlySet<number>,
  listed: ReadonlyMap<number, ContentsEntry>,
): readonly PlacedHeading[] {
  const inList = [...listed]
    .toSorted((left, right) => left[0] - right[0])
    .flatMap(([index, { number }]) =>
      view.candidates[index] === null && !isListOfNotes(view, index) ? [titleAt(index, 'listed', number)] : [],
    );
  if (inList.length >= minChapters) return inList;
  const lines = view.blocks.flatMap((_, index) => (contents.has(index) || !isTitleLine(view, index) ? [] : [index]));
  const underlined = withText(
    view,
    lines.filter(index => underlineOf(view, index) !== null),
  );
  if (underlined.length >= minChapters) return underlined.map(index => titleAt(index, 'underlined', null));
  const usualGap = usualBlankRun(view);
  const capitals = withText(
    view,
    lines.filter(index => isCapitalTitle(view, index, usualGap)),
  );
  const isDistinct = new Set(capitals.map(index => lettersOf(view.blocks[index]?.text ?? ''))).size === capitals.length;
  return capitals.length >= minCapitalChapters && isDistinct
    ? capitals.map(index => titleAt(index, 'capitals', null))
    : [];
}

/** Contents list the footnotes and the transcriber’s notes as well; neither is a chapter. */
function isListOfNotes(view: HeadingView, index: number): boolean {
  const label = readLabel(view.blocks[index]?.text ?? '');
  return label?.value === '' && label.meaning.kind === 'matter' && (label.meaning.role === 'other' || label.meaning.role === 'transcribersNote'); // prettier-ignore
}

function titleAt(index: number, style: string, number: number | null): PlacedHeading {
  const heading = { chapterKind: 'chapter', number, label: null, titleOffset: 0 } as const;
  return { style, level: 'number', heading, index, isListed: style === 'listed' };
}

/** A line alone that is short, ends like no sentence, and is neither speech, a label, a footer nor a slug line. */
function isTitleLine(view: HeadingView, index: number): boolean {
  const block = view.blocks[index];
  if (block?.kind !== 'text' || !view.isOpen(index) || block.text.length > maxTitleLength) return false;
  const { text } = block;
  if (text.split(' ').length > maxTitleWords || !/^[\p{Lu}\p{Lo}\p{N}]/u.test(text) || /[.,;:!]$/.test(text))
    return false;
  const isAlone =
    (index === 0 || block.blankLinesBefore > 0) && (underlineOf(view, index) !== null || standsAlone(view, index));
  return (
    isAlone && readLabel(text) === null && readFooterLine(text) === null && !isSlugLine(text) && !isContentsTitle(text)
  );
}

function isCapitalTitle(view: HeadingView, index: number, usualGap: number): boolean {
  const block = view.blocks[index];
  const text = block?.text ?? '';
  const letters = text.replace(/\P{L}/gu, '');
  const isCapitals = letters.length >= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  const isApart = index === 0 ? opensWithText(view) : (block?.blankLinesBefore ?? 0) > usualGap;
  return isCapitals && isApart && view.blocks[index - 1]?.kind !== 'rule';
}

/** A paragraph under the first line of a file is longer than a byline or a field. */
const minFirstParagraph = 120;

/** Whether text follows the first line at once: it heads a chapter, and the file has no title. */
function opensWithText({ blocks: [, second] }: HeadingView): boolean {
  return second?.kind === 'text' && second.text.length >= minFirstParagraph && readLabel(second.text) === null;
}

/** Titles that text follows, as far apart as chapters are; else none. */
function withText(view: HeadingView, indices: readonly number[]): readonly number[] {
  const ends = [...indices.slice(1), view.blocks.length];
  const titles = indices.filter((index, order) => charsBetween(view, index, ends[order] ?? 0) >= minCharsAfter);
  const [first, last] = [titles[0], titles.at(-1)];
  if (first === undefined || last === undefined) return [];
  return charsBetween(view, first, last) >= minCharsBetween * (titles.length - 1) ? titles : [];
}

function usualBlankRun(view: HeadingView): number {
  const counts = new Map<number, number>();
  for (const { blankLinesBefore } of view.blocks) counts.set(blankLinesBefore, (counts.get(blankLinesBefore) ?? 0) + 1);
  return [...counts].toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? 0;
}
