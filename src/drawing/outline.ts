import type { PathStep } from '../fonts/glyphOutline.ts';
import type { Box, Point } from './drawing.ts';

/** A closed polygon through the points; nothing for fewer than three. */
export function polygon(points: readonly Point[]): PathStep[] {
  if (points.length < 3) return [];
  return [...points.map((point, index): PathStep => ({ type: index === 0 ? 'M' : 'L', values: point })), closed];
}

/** A full circle of four cubic curves, for paths that join a circle with other outlines. */
export function circleOutline([x, y]: Point, radius: number): PathStep[] {
  const handle = radius * circleHandle;
  return [
    { type: 'M', values: [x - radius, y] },
    { type: 'C', values: [x - radius, y - handle, x - handle, y - radius, x, y - radius] },
    { type: 'C', values: [x + handle, y - radius, x + radius, y - handle, x + radius, y] },
    { type: 'C', values: [x + radius, y + handle, x + handle, y + radius, x, y + radius] },
    { type: 'C', values: [x - handle, y + radius, x - radius, y + handle, x - radius, y] },
    closed,
  ];
}

/**
 * A stroke as a graver cuts it: from point to point along `spine`, as thick at each as `widths` says (0 ends in a tip).
 * The outline runs along the upper side and back along the lower one; thickness is measured upright.
 */
export function swellingStroke(spine: readonly Point[], widths: readonly number[]): PathStep[] {
  const side = (sign: number) => spine.map(([x, y], index): Point => [x, y + (sign * (widths[index] ?? 0)) / 2]);
  return polygon([...side(-1), ...side(1).reverse()]);
}

/** A lens: a level stroke with a tip at either end, thickest in the middle. */
export function lens(left: number, right: number, y: number, thickness: number): PathStep[] {
  const middle = (left + right) / 2;
  // The control point of a quadratic curve lies twice as far out as the curve itself.
  return [
    { type: 'M', values: [left, y] },
    { type: 'Q', values: [middle, y - thickness, right, y] },
    { type: 'Q', values: [middle, y + thickness, left, y] },
    closed,
  ];
}

/** Moves and scales an outline, about the origin first and then by the offset. */
export function placeOutline(steps: readonly PathStep[], scaleX: number, scaleY: number, [x, y]: Point): PathStep[] {
  return steps.map(({ type, values }) => {
    const placed = [...values];
    // Loops and no closures: covers have a hundred thousand steps.
    for (let index = 0; index < placed.length; index += 2) {
      placed[index] = (placed[index] ?? 0) * scaleX + x;
      placed[index + 1] = (placed[index + 1] ?? 0) * scaleY + y;
    }
    return { type, values: placed };
  });
}

/** The box around all points of an outline, control points too: never smaller than the ink. `null` for no points. */
export function outlineBox(steps: readonly PathStep[]): Box | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { values } of steps) {
    for (let index = 0; index < values.length; index += 2) {
      const x = values[index] ?? 0;
      const y = values[index + 1] ?? 0;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return left > right ? null : { left, top, right, bottom };
}

const closed: PathStep = { type: 'Z', values: [] };

/** Where the control points of a quarter circle lie, as a share of the radius. */
const circleHandle = 0.5523;
