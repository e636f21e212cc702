import type { MatterRole } from '../../book/tree.ts';
import type { Speakers } from '../../parse/lineKinds.ts';
import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import type { Mark, MatterMark, Reading } from '../reading.ts';
import { postedPart } from '../chapters/findPostedParts.ts';
import type { StoryFacts } from '../opening/storyFacts.ts';

/** What is found at the heads and feet of a story's chapters. */
export interface ChapterEdges {
  readonly blocks: readonly ManuscriptBlock[];
  /** What earlier passes found. */
  readonly known: readonly (Mark | null)[];
  /** Whether the file's rules part notes from the story. */
  readonly rulesPartNotes: boolean;
  /** Whether the text was copied from an archive's page, on which `Notes:` is the archive's own word. */
  readonly isArchivePage: boolean;
  /** Who speaks, where the text is a script. */
  readonly speakers: Speakers;
  readonly marks: Map<number, Mark>;
  facts: StoryFacts;
}

/** A chapter's blocks: from after its heading to before the next. */
export interface ChapterRange {
  readonly start: number;
  readonly end: number;
  readonly isLast: boolean;
  readonly hasHeading: boolean;
}

/** The chapters of a story, and what stands after its header where no heading opens it. */
export function chapterRanges(reading: Reading): readonly ChapterRange[] {
  const { marks } = reading;
  const count = marks.length;
  const headings = marks.flatMap((mark, index) => (mark?.kind === 'heading' ? [index] : []));
  const firstHeading = headings[0] ?? count;
  const headerEnd = marks.findIndex((mark, index) => mark === null && index < firstHeading);
  const unmarked = headerEnd >= 0 && headerEnd < firstHeading ? [headerEnd - 1] : [];
  const parts = partStarts(reading);
  const starts = [...new Set([...unmarked, ...headings, ...fileStarts(reading), ...parts])].sort(
    (left, right) => left - right,
  );
  return starts.map((start, order) => ({
    start: start + 1,
    end: starts[order + 1] ?? count,
    isLast: order === starts.length - 1,
    hasHeading: marks[start]?.kind === 'heading' || (order > 0 && parts.includes(start)),
  }));
}

/** The indices before the first blocks of the parts that a story was posted in, where no line is their heading. */
function partStarts({ chaptersBefore }: Reading): readonly number[] {
  return [...chaptersBefore].flatMap(([index, { rule }]) => (rule === postedPart ? [index - 1] : []));
}

/** Another file of the story starts another chapter, whether or not it says so: the indices before its first block. */
function fileStarts({ manuscript, marks }: Reading): number[] {
  const goingOn = new Set(
    manuscript.sources.flatMap(({ path, container }) => (container?.goesOn === true ? [path] : [])),
  );
  return manuscript.blocks.flatMap((block, index) => {
    const previous = manuscript.blocks[index - 1];
    const isStart = previous !== undefined && previous.span.file !== block.span.file && !goingOn.has(block.span.file);
    return isStart && marks[index]?.kind !== 'heading' ? [index - 1] : [];
  });
}

/** The mark of a note at a chapter's head. */
export function opening(role: MatterRole, isStart: boolean, labelLength = 0): MatterMark {
  return { role, place: 'opening', isStart, labelLength };
}

/** The mark of a note at a chapter's foot; after the last chapter it is the story's. */
export function closing(role: MatterRole, isLast: boolean, isStart: boolean, labelLength = 0): MatterMark {
  return { role, place: isLast ? 'back' : 'closing', isStart, labelLength };
}
