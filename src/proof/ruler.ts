import type { Point, Shape } from '../drawing/drawing.ts';
import { inks } from './inks.ts';
import { drawLines, type Segment } from './lines.ts';
import { figureHeight, setWords } from './words.ts';

const mm = 72 / 25.4;
const inch = 72;

/** From the figures over a ruler to those below it. */
export const rulerHeightPt = 34;

/**
 * A ruler of 100 mm above and 4 inches below one line, half as long where there is no room for it, in points. A printer that
 * scales what it prints makes it shorter or longer than it says.
 * @param at the middle of its top
 */
export function drawRuler([middle, top]: Point, roomPt: number): Shape[] {
  const share = roomPt >= 4 * inch + 2 * labelRoom ? 1 : 0.5;
  const left = middle - (4 * inch * share) / 2;
  const y = top + rulerHeightPt / 2;
  const labelHeight = figureHeight('numeral', labelSize);
  const ticks = [
    ...Array.from({ length: 100 * share + 1 }, (_, index) => upright(left + index * mm, y, -millimetreTick(index))),
    ...Array.from({ length: 32 * share + 1 }, (_, index) => upright(left + (index * inch) / 8, y, inchTick(index))),
  ];
  const spine = { from: [left, y], to: [left + 4 * inch * share, y] } as const;
  return [
    ...drawLines([...ticks, spine], { color: inks.ink, width: 0.4 }),
    ...[0, 50, 100].flatMap(figure => label(figure, 'mm', 100 * share, left + figure * mm, y - 10)),
    ...[0, 1, 2, 3, 4].flatMap(figure => label(figure, 'in', 4 * share, left + figure * inch, y + 10 + labelHeight)),
  ];
}

const labelSize = 8;
/** On both sides of a ruler, so that it is not cut off where printers leave an edge white. */
const labelRoom = 30;

/** A figure on a ruler, with the unit at the last one. */
function label(figure: number, unit: string, last: number, x: number, y: number): Shape[] {
  if (figure > last) return [];
  const text = figure === last ? `${figure} ${unit}` : String(figure);
  const hold = figure === last ? 'end' : figure === 0 ? 'start' : 'middle';
  return setWords(text, { voice: 'numeral', size: labelSize, at: [x, y], hold, fill: inks.ink });
}

function millimetreTick(index: number): number {
  if (index % 10 === 0) return 8;
  return index % 5 === 0 ? 5.5 : 3.5;
}

function inchTick(eighth: number): number {
  if (eighth % 8 === 0) return 8;
  return eighth % 4 === 0 ? 5.5 : 3.5;
}

function upright(x: number, y: number, height: number): Segment {
  return { from: [x, y], to: [x, y + height] };
}
