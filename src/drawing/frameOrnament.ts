import type { PathStep } from '../fonts/glyphOutline.ts';
import type { Ornament } from './ornament.ts';
import { outlineBox, placeOutline } from './outline.ts';

/** The side of a square ornament in its frame. */
export const ornamentSquareUnits = 1000;
/** No ornament is higher than this, and every frame is: what is set so high has the same place whatever it shows. */
export const ornamentFrameUnits = 1100;
/** Nor is any wider. */
const widestUnits = 2200;

/**
 * An ornament in a frame of one height, as wide as its ink and in the middle of the height. Ornaments look alike large when
 * they take as much room: a broad one is set lower than a square, a slim one higher, as far as the frame allows. Lengths are
 * whole units.
 */
export function frameOrnament({ steps, widthUnits, heightUnits }: Ornament): Ornament {
  const ink = outlineBox(steps) ?? { left: 0, top: 0, right: widthUnits, bottom: heightUnits };
  const { left, top, right, bottom } = ink;
  const [width, height] = [Math.max(right - left, 1e-6), Math.max(bottom - top, 1e-6)];
  const scale = Math.min(
    ornamentSquareUnits / Math.sqrt(width * height),
    ornamentFrameUnits / height,
    widestUnits / width,
  );
  const above = (ornamentFrameUnits - height * scale) / 2;
  return {
    widthUnits: Math.max(1, Math.round(width * scale)),
    heightUnits: ornamentFrameUnits,
    steps: inWholeUnits(placeOutline(steps, scale, scale, [-left * scale, above - top * scale])),
  };
}

function inWholeUnits(steps: readonly PathStep[]): PathStep[] {
  // Adding zero makes negative zero plain zero, which prints the same wherever it is printed.
  return steps.map(({ type, values }) => ({ type, values: values.map(value => Math.round(value) + 0) }));
}
