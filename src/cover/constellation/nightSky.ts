import type { Box, Point } from '../../drawing/drawing.ts';
import { polar } from '../../drawing/lines.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { NightPalette } from './palettes.ts';

/** The part of the cover that the stars have to themselves, in cover units. */
export interface NightSky {
  readonly palette: NightPalette;
  /** The middle of the picture, where the figure stands. */
  readonly center: Point;
  /** From the middle to the inner edge of a round chart; what an open one of the same size would have. */
  readonly reach: number;
  /** Whether the sky ends at a rim, or fills the cover. */
  readonly isRound: boolean;
  /** The cover with its bleed. */
  readonly field: Box;
  /** Where the lines of the net meet. */
  readonly pole: Point;
  /** A stream of numbers for the named part of the picture. */
  readonly random: (name: string) => SeededRandom;
}

/** Any place in the sky, all alike likely. */
export function placeInSky({ isRound, center, reach, field }: NightSky, random: SeededRandom): Point {
  const [first, second] = [random.between(0, 1), random.between(0, 1)];
  if (isRound) return polar(center, reach * 0.975 * Math.sqrt(first), second * 2 * Math.PI);
  return [field.left + first * (field.right - field.left), field.top + second * (field.bottom - field.top)];
}

/** From the middle of the picture to the farthest sky that is seen. */
export function skyExtent({ isRound, center, reach, field }: NightSky): number {
  if (isRound) return reach;
  const across = Math.max(center[0] - field.left, field.right - center[0]);
  return Math.hypot(across, Math.max(center[1] - field.top, field.bottom - center[1]));
}
