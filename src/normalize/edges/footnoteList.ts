import { type ChapterEdges, type ChapterRange, closing } from './chapterRange.ts';
import { readLabel } from '../voice/knownLabels.ts';

/** Matches the text of a footnote, `[1] That is, …`, `[Footnote 2: …]`, `(2) See …`, `* A small boat.`; not `1. The lamp`. */
export function isFootnote(text: string): boolean {
  return /^(?:\[(?:footnote )?(?:\d{1,3}|[*†‡a-z])[\]:]|\(\d{1,3}\)\s|[*†‡]{1,3}\s?(?=\p{L}))/iu.test(text);
}

/** Whether a line heads a list of footnotes: `FOOTNOTES`, `Fußnoten:`, alone on its line. */
function headsFootnotes(text: string): boolean {
  const label = readLabel(text);
  return label?.value === '' && label.meaning.kind === 'matter' && label.meaning.role === 'other';
}

/**
 * Sets a list of footnotes at a chapter's end aside, however long it is: the line `FOOTNOTES` with a footnote right under
 * it, down to the next label that stands alone, `TRANSCRIBER’S NOTE`.
 */
export function markFootnotes({ blocks, known, marks }: ChapterEdges, { start, end, isLast }: ChapterRange): void {
  let first = end - 2;
  while (first > start && !(isFootnote(textAt(first + 1)) && isOpen(first) && headsFootnotes(textAt(first)))) first--;
  if (first <= start) return;
  for (let index = first; index < end && isOpen(index); index++) {
    const text = textAt(index);
    const isHead = index === first;
    if (!isHead && readLabel(text)?.value === '') return;
    if (blocks[index]?.kind === 'rule') continue;
    marks.set(index, { kind: 'matter', rule: 'footnote-list', confidence: 0.85, why: 'It is part of a list of footnotes at the end.', matter: closing('other', isLast, isHead, isHead ? text.length : 0) }); // prettier-ignore
  }

  function isOpen(index: number): boolean {
    return known[index] == null && !marks.has(index);
  }

  function textAt(index: number): string {
    return blocks[index]?.text ?? '';
  }
}
