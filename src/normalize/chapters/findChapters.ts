import type { PartHeading } from '../../book/tree.ts';
import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { withHeadingMarks } from './agreedMarks.ts';
import { inOrder, sortDivisions } from './divisions.ts';
import { type ContentsEntry, findContents, listedLines } from './findContents.ts';
import { bestSequence, isWordStyle } from './headingSequence.ts';
import { isPreface } from './divisionWords.ts';
import { prefaceMarks } from './findPrefaces.ts';
import { titlesUnderLabels, withoutRepeats } from './headingTitles.ts';
import { markMarkupHeadings } from './markupHeadings.ts';
import {
  charsBetween,
  type HeadingView,
  type PlacedHeading,
  standsAlone,
  underlineOf,
  viewHeadings,
} from './placedHeading.ts';
import type { Mark, Pass, Reading } from '../reading.ts';
import { findSections } from './findSections.ts';
import { withRestartedRuns } from './restartedRuns.ts';
import { titleHeadings } from './titleHeadings.ts';

/**
 * Finds where chapters start, by the fit of the whole sequence. A Markdown heading is meant as one; a plain line has to
 * be one of a consistent series, or the first of its kind. Where the file's own markup says it, nothing else is looked
 * for.
 */
export const findChapters: Pass = {
  name: 'find-chapters',
  run: reading => {
    const { blocks } = reading.manuscript;
    if (blocks.some(block => block.stated?.kind === 'heading')) return reading;
    const marked = blocks.some(block => block.kind === 'heading') ? markMarkupHeadings(reading) : reading;
    const isFound = blocks.some((block, index) => block.kind === 'heading' && marked.marks[index]?.kind === 'heading');
    return isFound ? marked : markPlainLines(marked);
  },
};

function markPlainLines(reading: Reading): Reading {
  const view = viewHeadings(reading);
  const contents = findContents(view);
  const listed = listedLines(view, contents);
  const candidates = placedHeadings(view, contents.indices, listed);
  // An afterword below the parts of a story makes no chapters of what stands in them.
  const { parts, chapters, sections } = sortDivisions(candidates.filter(({ index }) => !isPreface(view.blocks[index]?.text ?? '')), view); // prettier-ignore
  const found = believableSequence(chapters, parts, view);
  const numbered = parts.length === 0 && sections.length === 0 ? withRestartedRuns(found, chapters, view) : found;
  const untitled =
    numbered.length === 0 ? titleHeadings(view, contents.indices, listed) : listedTitles(view, numbered, parts, listed);
  const series = [...numbered, ...untitled];
  const sure = series.length === 0 ? headingOfPage(chapters, view) : series;
  const named = namedHeadings(candidates, sure, view.blocks);
  const { kept: all, repeats } = withoutRepeats(view, inOrder([...sure, ...named]));
  const prefaces = prefaceMarks(view, all, parts);
  const kept = all.filter(({ index }) => !prefaces.has(index));
  const titles = titlesUnderLabels(view, kept);
  const marks = new Map<number, Mark>();
  for (const index of contents.indices) {
    marks.set(index, { kind: 'contents', rule: 'contents-list', confidence: 0.85, why: 'It is one of several headings in a row with no text between them.' }); // prettier-ignore
  }
  for (const [index, mark] of [...repeats, ...titles, ...prefaces]) marks.set(index, mark);
  for (const heading of kept) {
    marks.set(heading.index, headingMark(heading, kept));
    const underline = underlineOf(view, heading.index);
    if (underline !== null) marks.set(underline, underlineMark);
  }
  if (kept.length > 0) for (const [index, mark] of partMarks(view, parts, kept)) marks.set(index, mark);
  for (const index of findSections(view, kept, [...chapters, ...sections], marks)) {
    marks.set(index, { kind: 'section', rule: 'section-number', confidence: 0.8, why: 'It counts within a chapter, or says a word for something narrower than one.' }); // prettier-ignore
  }
  return withHeadingMarks(reading, marks);
}

const underlineMark: Mark = {
  kind: 'separator',
  rule: 'heading-underline',
  confidence: 0.95,
  why: 'It underlines the heading above it.',
};

/** The candidates that stand apart from the text around them and are no contents. */
function placedHeadings(
  view: HeadingView,
  contents: ReadonlySet<number>,
  listed: ReadonlyMap<number, ContentsEntry>,
): readonly PlacedHeading[] {
  return view.candidates.flatMap((candidate, index) =>
    candidate === null || contents.has(index) || !(standsAlone(view, index) || underlineOf(view, index) !== null)
      ? []
      : [{ ...candidate, index, isListed: listed.has(index) }],
  );
}

/** The best sequence that can be believed; where the best cannot, its styles are left out and the next best is tried. */
function believableSequence(
  candidates: readonly PlacedHeading[],
  parts: readonly PlacedHeading[],
  view: HeadingView,
): readonly PlacedHeading[] {
  let left = candidates;
  while (left.length > 0) {
    const sequence = bestSequence(left, parts, view);
    if (sequence.length === 0 || isBelievable(sequence, view)) return sequence;
    const styles = new Set(sequence.map(({ style }) => style));
    left = left.filter(({ style }) => !styles.has(style));
  }
  return [];
}

/** Between bare numbers a list has lines, and a story has prose: so many characters on average, by what the headings look like. */
const minCharsBetweenNumbers = 150;
const minCharsBetweenWords = 300;
const minCharsBetweenTitles = 500;

function isBelievable(sequence: readonly PlacedHeading[], view: HeadingView): boolean {
  const [first] = sequence;
  if (sequence.some(({ style, isListed }) => isWordStyle(style) || isListed)) return true;
  const isTitled = first?.style.startsWith('titled:') === true;
  const isWord = first?.style === 'number:word';
  if (!isTitled && !isWord && isOpening(first, view.blocks)) return true;
  if (sequence.length < (isTitled ? 3 : 2)) return false;
  const least = isTitled ? minCharsBetweenTitles : isWord ? minCharsBetweenWords : minCharsBetweenNumbers;
  const chars = (view.charsBefore[sequence.at(-1)?.index ?? 0] ?? 0) - (view.charsBefore[first?.index ?? 0] ?? 0);
  return chars >= least * (sequence.length - 1);
}

/** A site's page of one chapter has its heading so near its top, and so many characters of text below it. */
const maxPageHeadingIndex = 12;
const minPageText = 1000;

/**
 * The heading of a single chapter copied from a site, whatever its number: right under the byline, with a title, and
 * the only one of its kind in the file. `by salt_wife`, `3 | the key`; not `3. Salt` in a list.
 */
function headingOfPage(chapters: readonly PlacedHeading[], view: HeadingView): readonly PlacedHeading[] {
  const titled = chapters.filter(({ style }) => style.startsWith('titled:'));
  const [only] = titled;
  if (only === undefined || titled.length > 1 || only.index > maxPageHeadingIndex) return [];
  let above = only.index - 1;
  while (above >= 0 && (!view.isOpen(above) || view.blocks[above]?.kind === 'rule')) above--;
  const isUnderByline = /^\W{0,4}(?:written |story )?by:?\s\S.{0,60}$/i.test(view.blocks[above]?.text ?? '');
  return isUnderByline && charsBetween(view, only.index, view.blocks.length) >= minPageText ? titled : [];
}

/** How many blocks of a story's header may stand before its first heading. */
const maxHeaderBlocks = 30;

/** Whether a lone heading stands where a story begins: with no prose of any length told before it in speech. */
function isOpening(candidate: PlacedHeading | undefined, blocks: readonly ManuscriptBlock[]): boolean {
  if (candidate === undefined || candidate.index > maxHeaderBlocks) return false;
  if (candidate.heading.number !== null && candidate.heading.number !== 1) return false;
  return !blocks.slice(0, candidate.index).some(block => block.kind === 'text' && /^["“«]/.test(block.text));
}

/** Prologues and their like, where there are chapters or they open the file. */
function namedHeadings(
  candidates: readonly PlacedHeading[],
  chosen: readonly PlacedHeading[],
  blocks: readonly ManuscriptBlock[],
): readonly PlacedHeading[] {
  const taken = new Set(chosen.map(({ index }) => index));
  const named = candidates.filter(({ level, index }) => level === 'named' && !taken.has(index));
  return chosen.length > 0 || named.some(candidate => isOpening(candidate, blocks)) ? named : [];
}

/** Lines that the contents name beside the numbered chapters: they are chapters without a number; right under the bare label of a chapter or a part they are its title. */
function listedTitles(
  view: HeadingView,
  numbered: readonly PlacedHeading[],
  parts: readonly PlacedHeading[],
  listed: ReadonlyMap<number, ContentsEntry>,
): readonly PlacedHeading[] {
  const near = new Set([
    ...numbered.flatMap(({ index }) => [index, index + 1, index + 2]),
    ...parts.flatMap(({ index, heading }) => (heading.titleOffset === null ? [index + 1] : [])),
  ]);
  return titleHeadings(view, new Set(), listed).filter(({ index, isListed }) => isListed && !near.has(index));
}

function headingMark(heading: PlacedHeading, chosen: readonly PlacedHeading[]): Mark {
  const isSure = isWordStyle(heading.style) || heading.isListed;
  const confidence = chosen.length === 1 ? (isSure ? 0.9 : 0.7) : isSure ? 0.97 : 0.9;
  const place = heading.isListed
    ? 'The file’s contents name it.'
    : `It stands alone and is ${chosen.length === 1 ? 'the only heading' : `one of ${chosen.length} headings`} in this sequence.`;
  return {
    kind: 'heading',
    heading: heading.heading,
    rule: `chapter-sequence:${heading.style}`,
    confidence,
    why: place,
  };
}

/** The headings of parts; two in a row, of a book and of a part, are said together. */
function partMarks(
  view: HeadingView,
  parts: readonly PlacedHeading[],
  chapters: readonly PlacedHeading[],
): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  const titles = titlesUnderLabels(view, parts);
  const chapterIndices = new Set(chapters.map(({ index }) => index));
  let outer: { readonly end: number; readonly label: string } | null = null;
  for (const { index, heading } of parts) {
    const own = heading.label ?? '';
    const label: string = outer?.end === index ? `${outer.label}, ${own}` : own;
    const titleIndex = titles.has(index + 1) && !chapterIndices.has(index + 1) ? index + 1 : null;
    const text =
      titleIndex === null
        ? heading.titleOffset === null
          ? null
          : view.blocks[index]?.text.slice(heading.titleOffset)
        : view.blocks[titleIndex]?.text;
    const part: PartHeading = {
      label,
      number: heading.number,
      title: text == null ? null : [{ type: 'text', value: text }],
    };
    const mark: Mark = { kind: 'part', part, rule: 'part-heading', confidence: 0.9, why: 'Chapters follow it closely, and it says a word for something wider.' }; // prettier-ignore
    for (const at of titleIndex === null ? [index] : [index, titleIndex]) marks.set(at, mark);
    const underline = underlineOf(view, index);
    if (underline !== null) marks.set(underline, underlineMark);
    outer = text == null ? { end: (titleIndex ?? underline ?? index) + 1, label } : null;
  }
  return marks;
}
