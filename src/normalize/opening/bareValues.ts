import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { type LabelledLine, readLabel } from '../voice/knownLabels.ts';

/** So many lines under a label are looked at for its value: a list of characters, one a line. */
const maxValueLines = 12;
const maxValueLength = 160;

/** Matches a line that is nothing but a label, whether or not the word is known: `House:`, `Release Day:`; not `He said:`. */
const bareLabelLine = /^\p{Lu}[\p{L}’'/-]*(?: \p{Lu}[\p{L}’'/-]*){0,2}:$/u;

function isLabelLine(text: string): boolean {
  return bareLabelLine.test(text) || readLabel(text) !== null;
}

/**
 * How many blocks after a label alone on its line, `Rating:`, are its value: the line below it, or all lines up to the
 * next label where no blank line parts them. 0 where the next label follows at once (`Stats:` / `Published:`).
 */
export function countValueBlocks(blocks: readonly ManuscriptBlock[], index: number, limit: number): number {
  const isValue = (at: number) => {
    const block = blocks[at];
    return at < limit && block?.kind === 'text' && block.text.length <= maxValueLength && !isLabelLine(block.text);
  };
  let count = 0;
  while (count < maxValueLines && isValue(index + 1 + count)) {
    if (count > 0 && (blocks[index + 1 + count]?.blankLinesBefore ?? 0) > 0) return 1;
    count++;
  }
  const next = blocks[index + 1 + count];
  const endsAtLabel = next?.kind === 'text' && isLabelLine(next.text);
  return count > 1 && !endsAtLabel ? 1 : count;
}

/** Another label of a list is looked for in so many lines below one, and in more where no blank line parts them. */
const listLookahead = 3;
const denseListLookahead = 8;

/** Whether a label without a value is one of a header's: another label stands near, each with its value under it. */
export function isInBareList(blocks: readonly ManuscriptBlock[], index: number, line: LabelledLine): boolean {
  if (line.value !== '' || line.meaning.kind === 'matter') return false;
  for (let at = index + 1; at <= index + denseListLookahead; at++) {
    const block = blocks[at];
    if (block?.kind !== 'text' || (at > index + listLookahead && block.blankLinesBefore > 0)) return false;
    const other = readLabel(block.text);
    if (other !== null && other.meaning.kind !== 'matter') return true;
  }
  return false;
}

/**
 * The label of a list that a site made, where the word is none of the known ones: `House:` with its value right under it
 * and a known label on either side; `null` for any other line.
 */
export function readUnknownBareLabel(blocks: readonly ManuscriptBlock[], index: number): string | null {
  const [block, value] = [blocks[index], blocks[index + 1]];
  if (block?.kind !== 'text' || value?.kind !== 'text' || value.blankLinesBefore > 0) return null;
  if (!bareLabelLine.test(block.text) || isLabelLine(value.text) || value.text.length > maxValueLength) return null;
  const isKnown = (at: number) => blocks[at]?.kind === 'text' && readLabel(blocks[at].text) !== null;
  return isKnown(index - 2) && (isKnown(index + 2) || isKnown(index + 4)) ? block.text.slice(0, -1) : null;
}
