import type { Ornament } from '../drawing/ornament.ts';
import { outlineBox, placeOutline } from '../drawing/outline.ts';
import type { PathStep } from '../fonts/glyphOutline.ts';
import type { Motif } from './coverDesign.ts';

/** An outline as a motif, and the one that it has as small as a letter, if not the same; see {@link Motif}. */
export function motifFrom(steps: readonly PathStep[], small?: readonly PathStep[]): Motif {
  return { ...ornamentFrom(steps), ...(small === undefined ? {} : { small: ornamentFrom(small) }) };
}

/** Moved to the corner, in a box of its own size. */
function ornamentFrom(steps: readonly PathStep[]): Ornament {
  const { left, top, right, bottom } = outlineBox(steps) ?? { left: 0, top: 0, right: 1, bottom: 1 };
  return { widthUnits: right - left, heightUnits: bottom - top, steps: placeOutline(steps, 1, 1, [-left, -top]) };
}
