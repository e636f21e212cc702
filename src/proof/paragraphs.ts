import type { Shape } from '../drawing/drawing.ts';
import { inks } from './inks.ts';
import { breakWords, setWords } from './words.ts';

interface Column {
  readonly column: number;
  /** From the top left corner of the column. */
  readonly shapes: readonly Shape[];
}

/** From the size that is read standing up to the smallest that is read at all, in points. */
const sizes = [11, 10, 9, 8, 7, 6.25] as const;

const leading = 1.22;
const paragraphGap = 0.45;

/**
 * Sets paragraphs in so many columns, in the largest size that has room for all of them; where none has, there are no words,
 * and what is drawn must do.
 */
export function setParagraphs(
  paragraphs: readonly string[],
  columns: number,
  room: { readonly widthPt: number; readonly heightPt: number },
): Column[] {
  const perColumn = Math.ceil(paragraphs.length / columns);
  const shared = Array.from({ length: columns }, (_, column) =>
    paragraphs.slice(column * perColumn, (column + 1) * perColumn),
  ).filter(texts => texts.length > 0);
  for (const size of sizes) {
    const set = shared.map(texts => texts.map(text => breakWords(text, 'roman', size, room.widthPt)));
    if (set.every(texts => heightOf(texts, size) <= room.heightPt)) {
      return set.map((texts, column) => ({ column, shapes: setColumn(texts, size) }));
    }
  }
  return [];
}

function heightOf(texts: readonly (readonly string[])[], size: number): number {
  return (texts.flat().length * leading + (texts.length - 1) * paragraphGap) * size;
}

function setColumn(texts: readonly (readonly string[])[], size: number): Shape[] {
  let baseline = -0.22 * size;
  return texts.flatMap((lines, index) => {
    if (index > 0) baseline += paragraphGap * size;
    return lines.flatMap(line => {
      baseline += leading * size;
      return setWords(line, { voice: 'roman', size, at: [0, baseline], hold: 'start', fill: inks.ink });
    });
  });
}
