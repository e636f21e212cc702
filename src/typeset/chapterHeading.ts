import type { BookLabels } from '../book/labels.ts';
import { displayedLabel, visibleInlines } from '../book/titles.ts';
import type { Chapter, Inline } from '../book/tree.ts';

/** What stands over a chapter: a small label above a title, or one of them alone; both `null` for an unmarked chapter. */
export interface ChapterHeading {
  readonly label: string | null;
  readonly title: readonly Inline[] | null;
}

/** A label alone takes the title's place; a chapter that is numbered but has no words gets the usual label. */
export function chapterHeading(
  chapter: Pick<Chapter, 'label' | 'number' | 'title'>,
  labels: BookLabels,
): ChapterHeading {
  const label = displayedLabel(chapter, labels);
  const title = visibleInlines(chapter.title);
  if (title === null) return { label: null, title: label === null ? null : [{ type: 'text', value: label }] };
  return { label, title };
}
