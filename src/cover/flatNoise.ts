import type { SeededRandom } from './seededRandom.ts';

/** Smooth unrest in the plane, mostly between -0.7 and 0.7, with about one bump in each `length` units. */
export type FlatNoise = (x: number, y: number) => number;

/**
 * Gradient noise: each corner of a net has a slope of its own, and between corners the slopes are blended. It repeats
 * after sixteen bumps, which no cover is wide enough to show.
 * @see https://mrl.cs.nyu.edu/~perlin/paper445.pdf
 */
export function flatNoise(random: SeededRandom, length: number): FlatNoise {
  const slopes = Array.from({ length: period * period }, () => {
    const angle = random.between(0, 2 * Math.PI);
    return [Math.cos(angle), Math.sin(angle)] as const;
  });
  const pull = (column: number, row: number, x: number, y: number): number => {
    const slope = slopes[(row & (period - 1)) * period + (column & (period - 1))] ?? [0, 0];
    return slope[0] * (x - column) + slope[1] * (y - row);
  };
  return (x, y) => {
    const [netX, netY] = [x / length, y / length];
    const [column, row] = [Math.floor(netX), Math.floor(netY)];
    const [shareX, shareY] = [eased(netX - column), eased(netY - row)];
    const above = blend(pull(column, row, netX, netY), pull(column + 1, row, netX, netY), shareX);
    const below = blend(pull(column, row + 1, netX, netY), pull(column + 1, row + 1, netX, netY), shareX);
    return blend(above, below, shareY);
  };
}

/** A power of two. */
const period = 16;

function eased(share: number): number {
  return share * share * share * (share * (share * 6 - 15) + 10);
}

function blend(first: number, second: number, share: number): number {
  return first + (second - first) * share;
}
