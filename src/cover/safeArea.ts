import type { Box } from '../drawing/drawing.ts';
import type { CoverCanvas } from './coverDesign.ts';

/** Nothing is set closer to the edge than this share of the width; readers' shelves cut and round the corners. */
export const safeMarginShare = 0.06;

/** The part of a canvas that lettering may stand in, in cover units. */
export function safeArea({ widthUnits, heightUnits }: CoverCanvas): Box {
  const margin = safeMarginShare * widthUnits;
  return { left: margin, top: margin, right: widthUnits - margin, bottom: heightUnits - margin };
}

/** What two boxes have in common; of no size where that is nothing. */
export function commonBox(first: Box, second: Box): Box {
  const left = Math.max(first.left, second.left);
  const top = Math.max(first.top, second.top);
  return {
    left,
    top,
    right: Math.max(left, Math.min(first.right, second.right)),
    bottom: Math.max(top, Math.min(first.bottom, second.bottom)),
  };
}
