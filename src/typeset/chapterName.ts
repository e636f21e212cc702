import type { BookLabels } from '../book/labels.ts';
import { inlineText } from '../book/plainText.ts';
import type { Chapter, Inline } from '../book/tree.ts';

/** What stands over a chapter: a small label above a title, or one of them alone; both `null` for an unmarked chapter. */
export interface ChapterHeading {
  readonly label: string | null;
  readonly title: readonly Inline[] | null;
}

/** A label alone takes the title's place; a chapter that is numbered but has no words gets the usual label. */
export function chapterHeading(chapter: Chapter, labels: BookLabels): ChapterHeading {
  const label = shownLabel(chapter, labels);
  const title = chapter.title !== null && inlineText(chapter.title).trim() !== '' ? chapter.title : null;
  if (title === null) return { label: null, title: label === null ? null : [{ type: 'text', value: label }] };
  return { label, title };
}

/** The label without the punctuation that led over to what followed: "ADVENTURE I." → `ADVENTURE I`, "1." → `1`. */
function shownLabel(chapter: Chapter, labels: BookLabels): string | null {
  const shown = oneLine((chapter.label ?? '').replace(/[\s.:;,–—-]+$/u, ''));
  if (shown !== '') return shown;
  return chapter.number === null ? null : labels.chapter(chapter.number);
}

/** A chapter's heading on one line, for contents, outline and running heads; `null` when it has none. */
export function chapterName(chapter: Chapter, labels: BookLabels): string | null {
  const { label, title } = chapterHeading(chapter, labels);
  if (title === null) return null;
  const titleText = oneLine(inlineText(title));
  if (label === null) return titleText;
  // Matches "12", "XIV"; not "Chapter 1".
  const isNumber = /^(?:\d+|[IVXLCDM]+)$/i.test(label);
  return isNumber ? `${label}. ${titleText}` : `${label}: ${titleText}`;
}

/** Text without line breaks and doubled blanks: "a \n b" → `a b`. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
