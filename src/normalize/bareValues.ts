import type { ManuscriptBlock } from '../parse/manuscript.ts';
import { type LabelledLine, readLabel } from './knownLabels.ts';

/** So many lines under a label are looked at for its value: a list of characters, one a line. */
const maxValueLines = 12;
const maxValueLength = 160;

/**
 * How many blocks after a label alone on its line, `Rating:`, are its value: the line below it, or all lines up to the
 * next label where no blank line parts them. 0 where the next label follows at once (`Stats:` / `Published:`).
 */
export function countValueBlocks(blocks: readonly ManuscriptBlock[], index: number, limit: number): number {
  const isValue = (at: number) => {
    const block = blocks[at];
    return (
      at < limit && block?.kind === 'text' && block.text.length <= maxValueLength && readLabel(block.text) === null
    );
  };
  let count = 0;
  while (count < maxValueLines && isValue(index + 1 + count)) {
    if (count > 0 && (blocks[index + 1 + count]?.blankLinesBefore ?? 0) > 0) return 1;
    count++;
  }
  const next = blocks[index + 1 + count];
  const endsAtLabel = next?.kind === 'text' && readLabel(next.text) !== null;
  return count > 1 && !endsAtLabel ? 1 : count;
}

/** Whether a label without a value is one of a header's: another label stands near, each with its value under it. */
export function isInBareList(blocks: readonly ManuscriptBlock[], index: number, line: LabelledLine): boolean {
  if (line.value !== '' || line.meaning.kind === 'matter') return false;
  return blocks.slice(index + 1, index + 4).some(block => {
    const other = block.kind === 'text' ? readLabel(block.text) : null;
    return other !== null && other.meaning.kind !== 'matter';
  });
}
