import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import type { SourceText } from '../../source/sourceText.ts';
import type { Mark, Reading } from '../reading.ts';
import type { StoryFacts } from '../opening/storyFacts.ts';

/** A reading's blocks of one file, with what is found of the wrapper that a site or a program put around the story. */
export interface WrapperFinding {
  readonly sources: readonly SourceText[];
  readonly blocks: readonly ManuscriptBlock[];
  readonly known: readonly (Mark | null)[];
  /** The blocks of the file: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  readonly marks: Map<number, Mark>;
  facts: StoryFacts;
}

/** Finds one kind of wrapper in a file; marks its lines and takes over what it states. */
export type WrapperFinder = (finding: WrapperFinding) => void;

/** What is removed is removed for a reason; where a site's own words say what a line is, that is nearly certain. */
export function removed(reason: string, why: string, confidence = 0.95): Mark {
  return { kind: 'removed', reason, rule: `wrapper:${reason}`, confidence, why };
}

/** Marks a block that nothing has marked yet. */
export function markOnce(finding: WrapperFinding, index: number, mark: Mark): void {
  if (finding.known[index] == null && !finding.marks.has(index)) finding.marks.set(index, mark);
}

/** The files of a reading as ranges of blocks, in order. */
export function fileRanges({ manuscript: { blocks } }: Reading): readonly (readonly [start: number, end: number])[] {
  const starts = blocks.flatMap((block, index) => (block.span.file === blocks[index - 1]?.span.file ? [] : [index]));
  return starts.map((start, order) => [start, starts[order + 1] ?? blocks.length]);
}
