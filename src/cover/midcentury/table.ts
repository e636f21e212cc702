import type { Box, Color, Point, StrokeShape } from '../../drawing/drawing.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { PaperSet } from './papers.ts';
import type { Scissors } from './scissors.ts';

/** Where the pieces of a picture are laid out. */
export interface Table {
  /** The part of the cover that the picture has to itself. */
  readonly box: Box;
  /** As far as its ground goes, beyond the edges of the cover where the picture does. */
  readonly outer: Box;
  readonly papers: PaperSet;
  readonly scissors: Scissors;
  readonly random: SeededRandom;
}

export interface Measures {
  readonly width: number;
  readonly height: number;
  /** The lesser of both. */
  readonly unit: number;
  readonly at: (x: number, y: number) => Point;
}

/** The measures of a table's box, and its places as shares of width and height. */
export function measuresOf({ box }: Table): Measures {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return {
    width,
    height,
    unit: Math.min(width, height),
    at: (x: number, y: number): Point => [box.left + x * width, box.top + y * height],
  };
}

/** A line of ink, drawn with a pen. */
export function penLine(steps: readonly PathStep[], stroke: Color, widthUnits: number): StrokeShape {
  return { type: 'stroke', steps, stroke, widthUnits, opacity: 1 };
}

export function straight([fromX, fromY]: Point, [toX, toY]: Point): PathStep[] {
  return [
    { type: 'M', values: [fromX, fromY] },
    { type: 'L', values: [toX, toY] },
  ];
}

/** The list in another order, each order as likely. */
export function shuffled<T>(list: readonly T[], random: SeededRandom): T[] {
  return list
    .map(item => ({ item, rank: random.between(0, 1) }))
    .sort((first, second) => first.rank - second.rank)
    .map(({ item }) => item);
}
