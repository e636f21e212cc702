import type { Box, Color, PathShape, Point } from '../../drawing/drawing.ts';
import { outlineBox, placeOutline } from '../../drawing/outline.ts';
import type { Motif } from '../coverDesign.ts';

/** How large an ornament is that fills a room without being wider or higher than it: the size of its ink. */
export function motifSize(motif: Motif, maxWidth: number, maxHeight: number): readonly [width: number, height: number] {
  const { left, top, right, bottom } = inkOf(motif);
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  const scale = Math.min(maxWidth / width, maxHeight / height);
  return [width * scale, height * scale];
}

/** A cover's ornament in one colour, its ink so wide, with its top left corner in its place. */
export function placeMotif(motif: Motif, [x, y]: Point, width: number, fill: Color): PathShape {
  const { left, top, right } = inkOf(motif);
  const scale = width / Math.max(1, right - left);
  return { type: 'path', steps: placeOutline(motif.steps, scale, scale, [x - left * scale, y - top * scale]), fill, opacity: 1 }; // prettier-ignore
}

/** Ink may reach over the field that a motif is drawn in, or leave some of it free. */
function inkOf({ steps, widthUnits, heightUnits }: Motif): Box {
  return outlineBox(steps) ?? { left: 0, top: 0, right: widthUnits, bottom: heightUnits };
}
