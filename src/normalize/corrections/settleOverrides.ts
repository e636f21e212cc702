import type { StoryField } from '../../book/tree.ts';
import type { MatterMark } from '../../parse/manuscript.ts';
import type { Mark, Reading } from '../reading.ts';

/** Puts what the reader said in order: each note in its place, and fields where their lines stand. */
export function settleOverrides(reading: Reading): Reading {
  const fields = reading.corrected.size === 0 ? reading.fields : inOrder(reading);
  return { ...reading, fields, marks: joinMatter(placeMatter(reading), reading.corrected) };
}

/** The fields in the order of the source, those the reader named among the others. */
function inOrder({ fields, manuscript }: Reading): Reading['fields'] {
  const order = new Map(manuscript.sources.map((source, index) => [source.path, index]));
  const file = ({ span }: StoryField) => (span === undefined ? -1 : (order.get(span.file) ?? 0));
  const line = ({ span }: StoryField) => span?.lines[0] ?? 0;
  return fields.toSorted((left, right) => file(left) - file(right) || line(left) - line(right));
}

/** What stands before and after a block, within its chapter and in the whole story. */
interface Surroundings {
  readonly isChapterOpen: boolean;
  readonly hasBodyInChapter: boolean;
}

function placeMatter({ marks, openPlaces, chaptersBefore }: Reading): (Mark | null)[] {
  const startsChapter = (index: number) => marks[index]?.kind === 'heading' || chaptersBefore.has(index);
  const before: Surroundings[] = [];
  let [isChapterOpen, hasBodyInChapter] = [false, false];
  for (const [index, mark] of marks.entries()) {
    if (startsChapter(index)) [isChapterOpen, hasBodyInChapter] = [true, false];
    before.push({ isChapterOpen, hasBodyInChapter });
    if (mark?.kind === 'body') hasBodyInChapter = true;
  }
  const placed = [...marks];
  let [hasChapterAfter, hasBodyAfter] = [false, false];
  for (let index = marks.length - 1; index >= 0; index--) {
    const [mark, above] = [marks[index], before[index]];
    if (openPlaces.has(index) && mark?.kind === 'matter' && above !== undefined) {
      const place = placeOf(above, hasBodyAfter, hasChapterAfter);
      placed[index] = { ...mark, matter: { ...mark.matter, place } };
    }
    if (mark?.kind === 'body') hasBodyAfter = true;
    if (startsChapter(index)) [hasChapterAfter, hasBodyAfter] = [true, false];
  }
  return placed;
}

/** A paragraph that the reader calls a note goes on with the same kind of note above it, unless it has a label of its own. */
function joinMatter(marks: readonly (Mark | null)[], corrected: ReadonlySet<number>): (Mark | null)[] {
  return marks.map((mark, index) => {
    const above = marks[index - 1];
    if (mark?.kind !== 'matter' || !corrected.has(index) || above?.kind !== 'matter') return mark;
    const isSame = above.matter.role === mark.matter.role && above.matter.place === mark.matter.place;
    return isSame && mark.matter.labelLength === 0 ? { ...mark, matter: { ...mark.matter, isStart: false } } : mark;
  });
}

/** Before the story, at the head of a chapter, at its foot, or after the story; inside a chapter it goes to its foot. */
function placeOf(above: Surroundings, hasBodyAfter: boolean, hasChapterAfter: boolean): MatterMark['place'] {
  if (!above.hasBodyInChapter) return above.isChapterOpen ? 'opening' : 'front';
  return hasBodyAfter || hasChapterAfter ? 'closing' : 'back';
}
