import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { isContentsTitle } from './divisionWords.ts';
import { lettersOf } from './placedHeading.ts';

/** So many of the headings below a list of contents stand in it, and so much of it is their titles, as shares. */
const minNamedShare = 0.5;
const minTitleShare = 0.5;
const minNamed = 2;

/** A list names the headings in their order; after so many that it does not name, it is none. */
const maxUnnamed = 20;

/** Two headings of a file's markup, a list of contents under the first. */
interface ContentsSection {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the file's own list of contents under a heading of its markup: `## Contents` over a list that names the headings
 * below it, as programs and blogs write it for every book. Not a chapter called “Index” with prose under it.
 */
export function findMarkupContents(
  blocks: readonly ManuscriptBlock[],
  headings: readonly number[],
): ContentsSection | null {
  const order = headings.findIndex(index => isContentsTitle(blocks[index]?.text ?? ''));
  const [start, end] = [headings[order], headings[order + 1]];
  if (start === undefined || end === undefined) return null;
  const listed = lettersOf(blocks.slice(start + 1, end).map(({ text }) => text).join(' ')); // prettier-ignore
  const below = headings.slice(order + 1);
  let [from, named, letters, unnamed] = [0, 0, 0, 0];
  for (const index of below) {
    const title = lettersOf(blocks[index]?.text ?? '');
    const at = title === '' ? -1 : listed.indexOf(title, from);
    if (at < 0) {
      if (++unnamed > maxUnnamed) break;
      continue;
    }
    from = at + title.length;
    letters += title.length;
    named++;
  }
  const isList = named >= Math.max(minNamed, below.length * minNamedShare) && letters >= listed.length * minTitleShare;
  return isList ? { start, end } : null;
}
