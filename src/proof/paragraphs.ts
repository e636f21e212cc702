import type { Point } from '../drawing/drawing.ts';
import { breakWords } from './words.ts';

/** A line of roman words from a point of its baseline on. */
export interface TextLine {
  readonly text: string;
  readonly size: number;
  readonly at: Point;
}

/** From the size that is read standing up to the smallest that is read at all, in points. */
const sizes = [13, 12, 11, 10, 9, 8, 7, 6.25] as const;

const leading = 1.22;
const paragraphGap = 0.45;

interface ColumnRoom {
  readonly columns: number;
  /** From the left edge of one column to that of the next. */
  readonly step: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Shares paragraphs out among columns, in the largest size that has room for all of them, from the top left corner of the
 * first column; where none has, there are no words, and what is drawn must do.
 */
export function setParagraphs(paragraphs: readonly string[], room: ColumnRoom): TextLine[] {
  const perColumn = Math.ceil(paragraphs.length / room.columns);
  const shared = Array.from({ length: room.columns }, (_, column) =>
    paragraphs.slice(column * perColumn, (column + 1) * perColumn),
  );
  for (const size of sizes) {
    const set = shared.map(texts => texts.map(text => breakWords(text, 'roman', size, room.width)));
    if (set.every(texts => heightOf(texts, size) <= room.height)) {
      return set.flatMap((texts, column) => setColumn(texts, size, column * room.step));
    }
  }
  return [];
}

function heightOf(texts: readonly (readonly string[])[], size: number): number {
  return (texts.flat().length * leading + (texts.length - 1) * paragraphGap) * size;
}

function setColumn(texts: readonly (readonly string[])[], size: number, left: number): TextLine[] {
  let baseline = -0.22 * size;
  return texts.flatMap((lines, index) => {
    if (index > 0) baseline += paragraphGap * size;
    return lines.map(text => {
      baseline += leading * size;
      return { text, size, at: [left, baseline] as const };
    });
  });
}
