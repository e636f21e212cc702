import type { PageRange } from './breakPages.ts';
import { type PageTable, fault } from './pageTable.ts';
import type { SectionFootnotes } from './section.ts';

/** What could not be helped on a page. */
export type PageFaultKind = 'torn' | 'widow' | 'orphan' | 'lone' | 'breakAtEdge' | 'uneven' | 'short' | 'lateNote';

export interface PageFault {
  readonly kind: PageFaultKind;
  /** Index of the page among the section's. */
  readonly page: number;
  /** The line of the galley that shows it. */
  readonly line: number;
}

/** From so many lines on, a page that ends above the foot of the text block looks like a mistake. */
const fewestMissing = 4;

/** Finds what pages suffer from, in order. */
export function findPageFaults(
  { faults }: PageTable,
  footnotes: SectionFootnotes | null,
  ranges: readonly PageRange[],
  firstSide: 'recto' | 'verso',
): PageFault[] {
  const found: PageFault[] = [];
  ranges.forEach(({ end, depth }, page) => {
    const add = (kind: PageFaultKind, ofPage: number, line: number): void =>
      void found.push({ kind, page: ofPage, line });
    const bits = faults[end] ?? 0;
    if ((bits & fault.torn) !== 0) add('torn', page, end - 1);
    if ((bits & fault.orphan) !== 0) add('orphan', page, end - 1);
    if ((bits & fault.lone) !== 0) add('lone', page, end - 1);
    if ((bits & fault.breakAtEdge) !== 0) add('breakAtEdge', page, end - 1);
    if ((bits & fault.widow) !== 0) add('widow', page + 1, end);
    if (depth !== null && depth >= fewestMissing) add('short', page, end - 1);
    const isRecto = (page % 2 === 0) === (firstSide === 'recto');
    const facing = isRecto ? (ranges[page - 1]?.depth ?? null) : null;
    if (depth !== null && facing !== null && facing !== depth) add('uneven', page, end - 1);
    if (footnotes !== null && hasLateNote(footnotes, ranges, page)) add('lateNote', page, Math.max(end - 1, 0));
  });
  return found;
}

/** Whether a note whose mark stands on the page begins on a later one. */
function hasLateNote(
  { lines, starts, lineCounts }: SectionFootnotes,
  ranges: readonly PageRange[],
  page: number,
): boolean {
  const range = ranges[page];
  if (range === undefined || range.start === range.end) return false;
  const from = Math.max(range.notesEnd, lineCounts[range.start] ?? 0);
  const to = Math.min(lineCounts[range.end] ?? 0, lines.length);
  return starts.some(start => start >= from && start < to);
}
