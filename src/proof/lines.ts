import type { Box, Color, Point, Shape } from '../drawing/drawing.ts';
import { polygon } from '../drawing/outline.ts';
import type { PathStep } from '../fonts/glyphOutline.ts';

/** A straight line. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

export interface Pen {
  readonly color: Color;
  readonly width: number;
}

export function drawLines(segments: readonly Segment[], { color, width }: Pen): Shape[] {
  if (segments.length === 0) return [];
  const steps = segments.flatMap(({ from, to }): PathStep[] => [
    { type: 'M', values: from },
    { type: 'L', values: to },
  ]);
  return [{ type: 'stroke', steps, stroke: color, widthUnits: width, opacity: 1 }];
}

/** A line of dashes, each `dash` long and half as far from the next; it begins and ends with one. */
export function drawDashed(segment: Segment, pen: Pen, dash: number): Shape[] {
  const length = lengthOf(segment);
  const gaps = Math.max(0, Math.round((length - dash) / (1.5 * dash)));
  const share = gaps === 0 ? 1 : 1 / (1.5 * gaps + 1);
  const dashes = Array.from({ length: gaps + 1 }, (_, index) =>
    part(segment, Math.min(1, index * 1.5 * share), Math.min(1, (index * 1.5 + 1) * share)),
  );
  return drawLines(dashes, pen);
}

export function fillBox(box: Box, fill: Color, opacity = 1): Shape {
  return { type: 'path', steps: boxOutline(box), fill, opacity };
}

export function strokeBox(box: Box, { color, width }: Pen): Shape {
  return { type: 'stroke', steps: boxOutline(box), stroke: color, widthUnits: width, opacity: 1 };
}

/** A triangle with its tip up. */
export function upTriangle([x, tip]: Point, width: number, height: number, fill: Color): Shape {
  const steps = polygon([
    [x, tip],
    [x + width / 2, tip + height],
    [x - width / 2, tip + height],
  ]);
  return { type: 'path', steps, fill, opacity: 1 };
}

export function lengthOf({ from, to }: Segment): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1]);
}

/** The part of a segment between two shares of its length. */
function part({ from, to }: Segment, start: number, end: number): Segment {
  const at = (share: number): Point => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  return { from: at(start), to: at(end) };
}

function boxOutline({ left, top, right, bottom }: Box): PathStep[] {
  return polygon([
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]);
}
