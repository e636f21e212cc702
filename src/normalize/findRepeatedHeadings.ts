import type { ManuscriptBlock } from '../parse/manuscript.ts';
import { readHeadingCandidate } from './chapterHeading.ts';
import { type Mark, type Pass, withMarks } from './reading.ts';

/** Between a heading and the line that repeats it stand at most so many blocks: the story's title, an empty wrapper. */
const maxDistance = 3;

/** Longer lines are no titles. */
const maxLength = 120;

/**
 * Finds a heading of the markup that a line below it repeats with the same number: `# Chapter 1: HP` above `Chapter 1:
 * The Harbour Pilot`. The fuller one is the heading; the other is removed. Not `# Chapter 1` above `Chapter 2: …`.
 */
export const findRepeatedHeadings: Pass = {
  name: 'find-repeated-headings',
  run: reading => {
    const { blocks } = reading.manuscript;
    const marks = new Map<number, Mark>();
    blocks.forEach((block, index) => {
      if (block.kind !== 'heading' || reading.marks[index] != null) return;
      const repeated = repetitionOf(blocks, index);
      if (repeated === null) return;
      const isFuller = titleLength(blocks[repeated]) > titleLength(block);
      marks.set(isFuller ? index : repeated, {
        kind: 'removed',
        reason: 'duplicate-heading',
        rule: 'repeated-heading',
        confidence: 0.85,
        why: 'The same chapter’s heading stands next to it, in fuller words or the same.',
      });
    });
    return withMarks(reading, marks);
  },
};

function repetitionOf(blocks: readonly ManuscriptBlock[], index: number): number | null {
  const own = readHeadingCandidate(blocks[index]?.text ?? '');
  if (own?.heading.number == null) return null;
  for (let below = index + 1; below <= index + maxDistance; below++) {
    const block = blocks[below];
    if (block === undefined || block.kind === 'heading' || block.text.length > maxLength) return null;
    const other = block.kind === 'text' ? readHeadingCandidate(block.text) : null;
    if (other?.style === own.style && other.heading.number === own.heading.number) return below;
  }
  return null;
}

function titleLength(block: ManuscriptBlock | undefined): number {
  const text = block?.text ?? '';
  const offset = readHeadingCandidate(text)?.heading.titleOffset;
  return offset == null ? 0 : text.length - offset;
}
