import { outlineBox, placeOutline } from '../drawing/outline.ts';
import type { PathStep } from '../fonts/glyphOutline.ts';
import type { Motif } from './coverDesign.ts';

/** An outline as a motif: moved to the corner, in a box of its own size. */
export function motifFrom(steps: readonly PathStep[]): Motif {
  const { left, top, right, bottom } = outlineBox(steps) ?? { left: 0, top: 0, right: 1, bottom: 1 };
  return { widthUnits: right - left, heightUnits: bottom - top, steps: placeOutline(steps, 1, 1, [-left, -top]) };
}
