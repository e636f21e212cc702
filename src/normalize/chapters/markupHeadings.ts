import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { withHeadingMarks } from './agreedMarks.ts';
import { readHeadingCandidate } from './chapterHeading.ts';
import type { HeadingCandidate } from './headingCandidate.ts';
import { prefaceMarks } from './findPrefaces.ts';
import { titlesUnderLabels, withoutRepeats } from './headingTitles.ts';
import { isPicture } from '../isPicture.ts';
import { readerSays } from '../corrections/overrideMark.ts';
import { readLabel } from '../voice/knownLabels.ts';
import { findMarkupContents } from './markupContents.ts';
import { charsBetween, type HeadingView, lettersOf, type PlacedHeading, viewHeadings } from './placedHeading.ts';
import type { Mark, MatterMark, Reading } from '../reading.ts';

/** A heading of the file's markup. */
interface MarkupHeading {
  readonly index: number;
  readonly depth: number;
  readonly candidate: HeadingCandidate | null;
}

/**
 * Markdown: the highest level that is used more than once, or the only one, is the chapters'; deeper ones are sections.
 * Where headings of the highest level are parts that chapters follow closely, the next level is the chapters'. A heading
 * that the text repeats is kept once.
 */
export function markMarkupHeadings(reading: Reading): Reading {
  const view = viewHeadings(reading);
  const { blocks } = view;
  const headings = blocks.flatMap((block, index): MarkupHeading[] =>
    block.kind === 'heading' && isHeadingStill(reading.marks[index] ?? null)
      ? [{ index, depth: block.depth, candidate: readHeadingCandidate(block.text) }]
      : [],
  );
  const titleIndex = titleHeadingIndex(reading, headings);
  const rest = headings.filter(({ index }) => index !== titleIndex);
  const marks = new Map<number, Mark>();
  if (titleIndex !== undefined) marks.set(titleIndex, { kind: 'title', rule: 'top-heading', confidence: 0.95, why: 'It opens the file, and is no heading like the others.' }); // prettier-ignore
  markNoteHeadings(blocks, rest.map(({ index }) => index), marks); // prettier-ignore
  const contents = findMarkupContents(blocks, rest.map(({ index }) => index)); // prettier-ignore
  for (let at = contents?.start ?? 0; at < (contents?.end ?? 0); at++) {
    if (view.isOpen(at)) marks.set(at, { kind: 'contents', rule: 'contents-under-heading', confidence: 0.9, why: 'It stands under a heading that says so, and names the headings below.' }); // prettier-ignore
  }
  const divisions = rest.filter(({ index }) => !marks.has(index));
  const parts = partsOf(divisions, view);
  const depth = leastDepth(divisions.filter(heading => !parts.has(heading)));
  const chapters = divisions.filter(heading => !parts.has(heading) && heading.depth <= depth);
  for (const heading of parts) marks.set(heading.index, partMark(blocks[heading.index]?.text ?? '', heading));
  const placed = chapters.map(heading => placedHeading(heading));
  const isOpen = (index: number) => view.isOpen(index) && !marks.has(index);
  const { kept: all, repeats } = withoutRepeats({ blocks, isOpen }, placed);
  const prefaces = prefaceMarks({ ...view, isOpen }, all, placedParts(parts));
  const kept = all.filter(({ index }) => !prefaces.has(index));
  for (const [index, mark] of [...titlesUnderLabels(view, kept), ...repeats, ...prefaces]) marks.set(index, mark);
  for (const { index, heading } of kept) {
    marks.set(index, { kind: 'heading', heading, rule: 'markup-heading', confidence: 0.97, why: 'The file marks it as a heading.' }); // prettier-ignore
  }
  return withHeadingMarks(reading, marks);
}

/** Whether a heading of the markup is one: nothing else is known of it, or the reader says what kind. */
function isHeadingStill(mark: Mark | null): boolean {
  return mark === null || (mark.rule === readerSays.rule && mark.kind !== 'body');
}

function leastDepth(headings: readonly MarkupHeading[]): number {
  return headings.reduce((least, { depth }) => Math.min(least, depth), Infinity);
}

function placedHeading({ index, candidate }: MarkupHeading): PlacedHeading {
  const heading = { chapterKind: 'chapter', number: null, label: null, titleOffset: 0 } as const;
  return { ...(candidate ?? { style: 'markup', level: 'chapter', heading }), index, isListed: false };
}

function placedParts(parts: ReadonlySet<MarkupHeading>): readonly PlacedHeading[] {
  return [...parts].map(heading => placedHeading(heading));
}

/** A part's epigraph stands in so many characters before its first chapter. */
const maxPartHeadChars = 600;

/**
 * The headings of the highest level that a deeper one follows closely, where they say a word for a part; or where they
 * have titles only and the deeper ones count chapters.
 */
function partsOf(headings: readonly MarkupHeading[], view: HeadingView): ReadonlySet<MarkupHeading> {
  const depth = leastDepth(headings);
  const heads = headings.filter((heading, order) => {
    const next = headings[order + 1];
    const isHead = heading.depth === depth && next !== undefined && next.depth > depth;
    return isHead && charsBetween(view, heading.index, next.index) <= maxPartHeadChars;
  });
  const deeper = headings.filter(heading => heading.depth > depth);
  const isCounted = deeper.filter(({ candidate }) => candidate !== null).length * 2 > deeper.length;
  const isPart = ({ candidate }: MarkupHeading) =>
    candidate === null ? isCounted && heads.length > 1 : candidate.level === 'part' || candidate.level === 'book';
  return new Set(heads.every(isPart) ? heads : []);
}

function partMark(text: string, { candidate }: MarkupHeading): Mark {
  const { label = null, number = null, titleOffset = 0 } = candidate?.heading ?? {};
  const title = titleOffset === null ? null : [{ type: 'text', value: text.slice(titleOffset) } as const];
  return { kind: 'part', part: { label, number, title }, rule: 'markup-part', confidence: 0.9, why: 'Headings of chapters follow it closely, one level deeper.' }; // prettier-ignore
}

/** Whether a heading is the label of a note, `## Author's Note`, and no chapter. */
function isNoteHeading(block: ManuscriptBlock): boolean {
  const label = readLabel(block.text);
  return block.kind === 'heading' && label?.meaning.kind === 'matter' && label.value === '';
}

/** Notes under headings of their own: what follows, up to the next heading, belongs to them. */
function markNoteHeadings(
  blocks: readonly ManuscriptBlock[],
  headings: readonly number[],
  marks: Map<number, Mark>,
): void {
  const isNote = (index: number) => blocks[index] !== undefined && isNoteHeading(blocks[index]);
  const chapters = headings.filter(index => !isNote(index));
  const nextOf = new Map(headings.map((index, order) => [index, headings[order + 1]]));
  for (const index of headings.filter(isNote)) {
    const meaning = readLabel(blocks[index]?.text ?? '')?.meaning;
    const role = meaning?.kind === 'matter' ? meaning.role : 'authorsNote';
    const place = notePlace(index, chapters);
    const end = nextOf.get(index) ?? blocks.length;
    const because = {
      rule: 'note-under-heading',
      confidence: 0.9,
      why: 'It stands under a heading that names a note.',
    };
    for (let at = index; at < end; at++) {
      const labelLength = at === index ? (blocks[at]?.text.length ?? 0) : 0;
      marks.set(at, { kind: 'matter', ...because, matter: { role, place, isStart: at === index, labelLength } });
    }
  }
}

function notePlace(index: number, chapters: readonly number[]): MatterMark['place'] {
  if ((chapters[0] ?? Infinity) > index) return 'front';
  return (chapters.at(-1) ?? 0) < index ? 'back' : 'closing';
}

/** A story's header, between its title and its first chapter, has so many characters at most. */
const maxHeaderChars = 3000;

/**
 * The heading that is the story's title: the only one of its level, or the only one of it that names no chapter, such as
 * `# The Lamp` above `# I` and `# II`. Where the front matter gives the title already, it has to repeat it.
 */
function titleHeadingIndex(reading: Reading, headings: readonly MarkupHeading[]): number | undefined {
  const { blocks } = reading.manuscript;
  const [first, ...others] = headings;
  if (first?.candidate !== null) return undefined;
  const opens = blocks.slice(0, first.index).every(block => block.kind === 'rule' || isPicture(block));
  if (!opens) return undefined;
  if (others.every(({ depth }) => depth > first.depth)) {
    const isOtherTitle =
      others.length === 0 && reading.title !== null && reading.title.text !== blocks[first.index]?.text;
    return isOtherTitle ? undefined : first.index;
  }
  const peers = others.filter(({ depth }) => depth === first.depth);
  const second = others[0]?.index ?? blocks.length;
  const headerChars = blocks.slice(first.index + 1, second).reduce((sum, block) => sum + block.text.length, 0);
  const isOddOne = peers.every(({ candidate }) => candidate !== null) && headerChars <= maxHeaderChars;
  const isRepeat = lettersOf(reading.title?.text ?? '') === lettersOf(blocks[first.index]?.text ?? '');
  const isTitle = reading.title === null ? isOddOne : isRepeat && (isOddOne || headerChars === 0);
  return isTitle ? first.index : undefined;
}
