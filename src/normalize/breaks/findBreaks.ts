import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { cardRules } from './cardRules.ts';
import { readerSays } from '../corrections/overrideMark.ts';
import { type Mark, type Pass, type Reading, withMarks } from '../reading.ts';
import { isSlugLine } from './slugLine.ts';

/**
 * Every rule left between two paragraphs of the story is a scene break, once however many rules follow each other; the
 * rest is body. A line that says when, where or whose eyes is marked as such.
 */
export const findBreaks: Pass = {
  name: 'find-breaks',
  run: reading => {
    const { blocks } = reading.manuscript;
    const cards = cardRules(blocks);
    const marks = new Map<number, Mark>();
    const kindAt = (index: number) => reading.marks[index]?.kind ?? marks.get(index)?.kind ?? null;
    blocks.forEach((block, index) => {
      if (reading.marks[index] != null) return;
      if (block.kind !== 'rule') marks.set(index, storyMark(block));
      else if (cards.has(index)) marks.set(index, cardMark);
      else if (isStory(kindAt(previousOf(reading, index))) && hasBodyAfter(reading, index)) marks.set(index, breakMark);
      else marks.set(index, edgeMark);
    });
    return withMarks(reading, marks);
  },
};

export const slugMark: Mark = { kind: 'slugLine', rule: 'slug-line', confidence: 0.8, why: 'It says whose eyes, when or where, alone on its line.' }; // prettier-ignore
const breakMark: Mark = { kind: 'break', rule: 'rule-in-story', confidence: 0.95, why: 'A line of ornaments stands between two paragraphs of the story.' }; // prettier-ignore
const edgeMark: Mark = { kind: 'separator', rule: 'rule-at-an-edge', confidence: 0.85, why: 'A rule with no story before or after it parts nothing.' }; // prettier-ignore
const cardMark: Mark = { kind: 'separator', rule: 'rule-of-a-card', confidence: 0.75, why: 'A few short lines stand between two such rules with no blank line, as on a card.' }; // prettier-ignore

function storyMark(block: ManuscriptBlock): Mark {
  return block.kind === 'text' && isSlugLine(block.text)
    ? slugMark
    : { kind: 'body', rule: 'story', confidence: 0.9, why: 'Nothing says that it is anything but story.' };
}

function isStory(kind: Mark['kind'] | null): boolean {
  return kind === 'body' || kind === 'slugLine';
}

/** The block before, past page furniture that was taken out of the story's midst. */
function previousOf({ marks }: Reading, index: number): number {
  let previous = index - 1;
  while (marks[previous]?.kind === 'removed' || isNoneToReader(marks[previous] ?? null)) previous--;
  return previous;
}

function isNoneToReader(mark: Mark | null): boolean {
  return mark?.kind === 'separator' && mark.rule === readerSays.rule;
}

function hasBodyAfter({ marks, manuscript: { blocks } }: Reading, index: number): boolean {
  for (let next = index + 1; next < blocks.length; next++) {
    const mark = marks[next] ?? null;
    if (mark?.kind === 'removed') continue;
    if (blocks[next]?.kind !== 'rule') return mark === null || isStory(mark.kind);
    // A row of ornaments that the reader calls none leaves the others of its group what they are.
    if (mark !== null && !isNoneToReader(mark)) return false;
  }
  return false;
}
