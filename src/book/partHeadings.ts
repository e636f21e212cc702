import type { BookLabels } from './labels.ts';
import { chapterLine } from './titles.ts';
import type { Chapter, PartHeading } from './tree.ts';

/** A part's label and title on one line, for lists of contents: `Part One: The Road`. */
export function partLine(part: PartHeading, labels: BookLabels): string {
  return chapterLine(partAsHeading(part), labels) ?? '…';
}

/** A part's heading as that of a chapter, so that both are shown alike; a number alone is its label. */
export function partAsHeading({ label, number, title }: PartHeading): Pick<Chapter, 'label' | 'number' | 'title'> {
  const isOnlyNumbered = label === null && title === null && number !== null;
  return { label: isOnlyNumbered ? String(number) : label, number: null, title };
}

/** A chapter as a book shows it, and the part that starts with it. */
export interface ShownChapter {
  readonly chapter: Chapter;
  /** The part whose page stands before the chapter; `null` where none starts, or where the chapter shows its heading. */
  readonly partBefore: PartHeading | null;
  /** Whether the chapter stands below a part that started before it or with it. */
  readonly isInPart: boolean;
  /** Whether the chapter's heading is the part's own, because the text goes on below it without another. */
  readonly showsPart: boolean;
}

/** The chapters of a story with the parts they start or belong to. */
export function showParts(chapters: readonly Chapter[], labels: BookLabels): readonly ShownChapter[] {
  let isInPart = false;
  return chapters.map(chapter => {
    if (chapter.part === undefined) return { chapter, partBefore: null, isInPart, showsPart: false };
    isInPart = true;
    if (chapterLine(chapter, labels) !== null) return { chapter, partBefore: chapter.part, isInPart, showsPart: false };
    const shown: Chapter = { ...chapter, ...partAsHeading(chapter.part) };
    return { chapter: shown, partBefore: null, isInPart, showsPart: true };
  });
}
