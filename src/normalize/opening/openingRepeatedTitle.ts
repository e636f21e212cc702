import type { Header } from './openingHeader.ts';
import { lettersOf } from '../chapters/placedHeading.ts';
import type { Mark } from '../reading.ts';

/** A title page sets a title over so many lines at most. */
const maxTitleLines = 6;

/**
 * The title said again below the fields that state it, on one line or, as title pages set it, over several that follow
 * each other: `THE LETTERS` / `OF` / `NELL ASHGROVE`. All of them together have to say the whole title and no more.
 */
export function readRepeatedTitle(index: number, header: Header): Mark | null {
  const { blocks, limit, known, marks } = header;
  const title = lettersOf(header.facts.title?.text ?? '');
  if (title === '') return null;
  let letters = '';
  for (let at = index; at < Math.min(limit, index + maxTitleLines); at++) {
    const block = blocks[at];
    const isUnread = at === index || (known[at] == null && !marks.has(at));
    if (block?.kind !== 'text' || !isUnread || (at > index && block.blankLinesBefore > 1)) return null;
    letters += lettersOf(block.text);
    if (!title.startsWith(letters)) return null;
    if (letters !== title) continue;
    for (let line = index; line <= at; line++) marks.set(line, titleAgain);
    header.openMatter = null;
    return titleAgain;
  }
  return null;
}

const titleAgain: Mark = { kind: 'title', rule: 'title-repeated', confidence: 0.9, why: 'It repeats the title.' };
