import type { Ornament } from './ornament.ts';
import { lens, placeOutline } from './outline.ts';

/** The strokes beside an ornament: how long and thick they are and how far away, in units of an ornament in its frame. */
const strokeUnits = { length: 1500, thickness: 90, gap: 420 } as const;

/** An ornament in its frame between two strokes with tips. */
export function ruledOrnament({ widthUnits, heightUnits, steps }: Ornament): Ornament {
  const { length, thickness, gap } = strokeUnits;
  const inset = length + gap;
  const end = widthUnits + 2 * inset;
  const middle = heightUnits / 2;
  return {
    widthUnits: end,
    heightUnits,
    steps: [
      ...placeOutline(steps, 1, 1, [inset, 0]),
      ...lens(0, length, middle, thickness),
      ...lens(end - length, end, middle, thickness),
    ],
  };
}
