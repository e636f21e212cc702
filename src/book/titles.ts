import { escapeXml } from '../text/escapeXml.ts';
import { oneLine } from '../text/oneLine.ts';
import type { BookLabels } from './labels.ts';
import { inlineText } from './plainText.ts';
import type { Chapter, Inline, MatterSection } from './tree.ts';

/** Stands where a title must stand and nothing that can be seen was given: a package with an empty title is invalid. */
const lastResort = '…';

/** Text on one line without what XML cannot hold; `fallback` if nothing that can be seen is left. */
export function visibleText(text: string, fallback: string = lastResort): string {
  const line = oneLine(text);
  return isBlank(line) ? fallback : line;
}

function isBlank(text: string): boolean {
  return escapeXml(text).trim() === '';
}

/** A title's inlines, or `null` when there is nothing in them to be read. */
export function visibleInlines(title: readonly Inline[] | null): readonly Inline[] | null {
  return title === null || isBlank(inlineText(title)) ? null : title;
}

/**
 * A chapter's label as it is shown: the text's own words without the punctuation that led over to what followed.
 * "ADVENTURE I." → `ADVENTURE I`, "Chapter 2 —" → `Chapter 2`, "1." → `1`. A chapter that is numbered but has no label
 * gets the usual one; `null` when it has neither.
 */
export function displayedLabel(chapter: Pick<Chapter, 'label' | 'number'>, labels: BookLabels): string | null {
  const shown = visibleText((chapter.label ?? '').replace(/[\s.:;,–—-]+$/u, ''), '');
  if (shown !== '') return shown;
  return chapter.number === null ? null : labels.chapter(chapter.number);
}

/** A chapter's label and title on one line, for lists of contents; `null` when it has neither. */
export function chapterLine(chapter: Pick<Chapter, 'label' | 'number' | 'title'>, labels: BookLabels): string | null {
  const label = displayedLabel(chapter, labels);
  const titleInlines = visibleInlines(chapter.title);
  const title = titleInlines === null ? null : visibleText(inlineText(titleInlines));
  if (label === null || title === null) return label ?? title;
  return `${label}${labelSeparator(label)}${title}`;
}

/** `1. The Hat`, `Chapter 1: The Hat`, `第一章` and `帽子` with the ideographic space between them. */
function labelSeparator(label: string): string {
  // Matches "12", "XIV"; not "Chapter 1".
  if (/^(?:\d+|[IVXLCDM]+)$/i.test(label)) return '. ';
  return /\p{Script=Han}$/u.test(label) ? '\u3000' : ': ';
}

/** The heading of a section of matter in plain text: its own, else the role's usual one. */
export function matterTitle(section: MatterSection, labels: BookLabels): string {
  return visibleText(inlineText(section.title), labels.matter[section.role]);
}
