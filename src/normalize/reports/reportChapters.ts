import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import type { Mark, Pass, Reading } from '../reading.ts';

interface NumberedChapter {
  readonly number: number;
  /** Files that open without a heading since the chapter before: they may be the chapters in between. */
  readonly unmarkedBefore: number;
  readonly block: ManuscriptBlock;
}

/** Reports numbers that the chapters leave out or say twice. Nothing is renumbered: the file may be a cut, or count like that. */
export const reportChapters: Pass = {
  name: 'report-chapters',
  run: reading => {
    const found = sequencesOf(reading).flatMap(sequence => sequence.flatMap((chapter, order) => findingAt(sequence, chapter, order))); // prettier-ignore
    return found.length === 0 ? reading : { ...reading, diagnostics: [...reading.diagnostics, ...found] };
  },
};

/** The numbered chapters, part by part: numbers may start again under each. */
function sequencesOf({ manuscript: { blocks }, marks }: Reading): readonly (readonly NumberedChapter[])[] {
  const sequences: NumberedChapter[][] = [[]];
  let unmarked = 0;
  marks.forEach((mark: Mark | null, index) => {
    const [block, previous] = [blocks[index], blocks[index - 1]];
    if (previous !== undefined && previous.span.file !== block?.span.file && mark?.kind !== 'heading') unmarked++;
    if (mark?.kind === 'part') sequences.push([]);
    if (mark?.kind !== 'heading' || mark.heading.number === null || block === undefined) return;
    if (mark.heading.number === 1 && (sequences.at(-1)?.length ?? 0) > 1) sequences.push([]);
    sequences.at(-1)?.push({ number: mark.heading.number, unmarkedBefore: unmarked, block });
    unmarked = 0;
  });
  return sequences;
}

function findingAt(
  sequence: readonly NumberedChapter[],
  { number, unmarkedBefore, block }: NumberedChapter,
  order: number,
): Diagnostic[] {
  const previous = sequence[order - 1];
  if (previous === undefined || number === previous.number + 1 || number === previous.number + 1 + unmarkedBefore)
    return [];
  const place = { severity: 'warning', span: block.span } as const;
  if (number > previous.number) {
    const missing = number - previous.number === 2 ? `chapter ${number - 1}` : `chapters ${previous.number + 1} to ${number - 1}`; // prettier-ignore
    const message = `Chapter ${number} follows chapter ${previous.number}: ${missing} may be missing, or their headings were not found.`;
    return [
      { code: 'normalize/chapter-gap', message, hint: 'Compare with the original; nothing was renumbered.', ...place },
    ];
  }
  const message = `Chapter ${number} stands after chapter ${previous.number}: a number is said again, or the order is not the story’s.`;
  return [{ code: 'normalize/chapter-repeated', message, hint: 'Compare with the original; nothing was renumbered or left out.', ...place }]; // prettier-ignore
}
