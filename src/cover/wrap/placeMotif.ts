import type { Box, Color, PathShape } from '../../drawing/drawing.ts';
import { placeOutline } from '../../drawing/outline.ts';
import type { Motif } from '../coverDesign.ts';

/** A cover's ornament in one colour, as large as its box is wide. */
export function placeMotif({ steps, widthUnits }: Motif, { left, top, right }: Box, fill: Color): PathShape {
  const scale = (right - left) / widthUnits;
  return { type: 'path', steps: placeOutline(steps, scale, scale, [left, top]), fill, opacity: 1 };
}
