import type { Box, Color, GroupShape, PathShape, Point } from '../../drawing/drawing.ts';
import { polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { SeededRandom } from '../seededRandom.ts';

/** Cuts outlines as scissors do: in many short straight snips, none quite on the line. */
export interface Scissors {
  /** Along straight sides; corners stay. */
  readonly cut: (corners: readonly Point[]) => PathStep[];
  /** A lens or leaf of two bows between its tips; `fullness` is its width as a share of its length. */
  readonly leaf: (from: Point, to: Point, fullness: number) => PathStep[];
  readonly oval: (center: Point, across: number, down: number, angle?: number) => PathStep[];
  readonly box: (box: Box) => PathStep[];
}

export function takeScissors(random: SeededRandom): Scissors {
  const slip = (amount: number) => random.between(-amount, amount);
  const cut = (corners: readonly Point[]): PathStep[] =>
    polygon(
      corners.flatMap(([x, y], index): Point[] => {
        const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
        const length = Math.hypot(nextX - x, nextY - y);
        const snips = Math.max(1, Math.min(7, Math.round(length / snipLength)));
        const amount = Math.min(3.2, length * 0.02);
        return Array.from({ length: snips }, (_, snip): Point => {
          const share = snip / snips;
          return [x + (nextX - x) * share + slip(amount), y + (nextY - y) * share + slip(amount)];
        });
      }),
    );
  const round = (points: readonly Point[], amount: number): PathStep[] =>
    polygon(points.map(([x, y]): Point => [x + slip(amount), y + slip(amount)]));
  const oval = ([x, y]: Point, across: number, down: number, angle = 0): PathStep[] => {
    const count = Math.round(Math.max(11, Math.min(26, (across + down) / 16)));
    const turn = random.between(0, 1);
    return round(
      Array.from({ length: count }, (_, index): Point => {
        const at = ((index + turn) * 2 * Math.PI) / count;
        const [a, b] = [Math.cos(at) * across, Math.sin(at) * down];
        return [x + a * Math.cos(angle) - b * Math.sin(angle), y + a * Math.sin(angle) + b * Math.cos(angle)];
      }),
      Math.min(2.6, Math.max(across, down) * 0.012),
    );
  };
  const leaf = ([fromX, fromY]: Point, [toX, toY]: Point, fullness: number): PathStep[] => {
    const count = 9;
    const half = fullness / 2;
    const side = (sign: number): Point[] =>
      Array.from({ length: count }, (_, index): Point => {
        const share = index / count;
        const out = sign * Math.sin(Math.PI * share) * half;
        return [
          fromX + (toX - fromX) * share - (toY - fromY) * out,
          fromY + (toY - fromY) * share + (toX - fromX) * out,
        ];
      });
    const back = side(-1).slice(1).reverse();
    return round([...side(1), [toX, toY], ...back], Math.min(2.4, Math.hypot(toX - fromX, toY - fromY) * 0.006));
  };
  return {
    cut,
    leaf,
    oval,
    box: ({ left, top, right, bottom }) =>
      cut([
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ]),
  };
}

/** Between two snips along a straight side, about. */
const snipLength = 150;

/** A piece of coloured paper. */
export function paper(steps: readonly PathStep[], fill: Color): PathShape {
  return { type: 'path', steps, fill, opacity: 1 };
}

/** Where one piece lies over another, the colour that both make together. */
export function overlap(first: readonly PathStep[], second: readonly PathStep[], fill: Color): GroupShape {
  return { type: 'group', clip: first, blend: 'normal', opacity: 1, shapes: [paper(second, fill)] };
}
