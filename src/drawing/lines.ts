import type { PathStep } from '../fonts/glyphOutline.ts';
import type { Box, Point } from './drawing.ts';
import { circleOutline, placeOutline, polygon } from './outline.ts';

/** A line from point to point, open at its ends, to be drawn as a stroke. */
export function openLine(points: readonly Point[]): PathStep[] {
  if (points.length < 2) return [];
  return points.map((point, index): PathStep => ({ type: index === 0 ? 'M' : 'L', values: point }));
}

/** A soft line: it starts and ends at the outer points and is drawn towards, not through, those between. */
export function softLine(points: readonly Point[]): PathStep[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) return openLine(points);
  const bends = points.slice(1, -1).map((point, index): PathStep => {
    const next = points[index + 2] ?? last;
    const end = index === points.length - 3 ? last : midpoint(point, next);
    return { type: 'Q', values: [...point, ...end] };
  });
  return [{ type: 'M', values: first }, ...bends];
}

/** A soft closed outline around points. */
export function softOutline(points: readonly Point[]): PathStep[] {
  const last = points.at(-1);
  const [first] = points;
  if (first === undefined || last === undefined || points.length < 3) return [];
  const bends = points.map((point, index): PathStep => {
    return { type: 'Q', values: [...point, ...midpoint(point, points[index + 1] ?? first)] };
  });
  return [{ type: 'M', values: midpoint(last, first) }, ...bends, { type: 'Z', values: [] }];
}

/** A straight bar of some thickness with square ends. */
export function bar([fromX, fromY]: Point, [toX, toY]: Point, thickness: number): PathStep[] {
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length === 0) return [];
  const acrossX = ((fromY - toY) / length) * (thickness / 2);
  const acrossY = ((toX - fromX) / length) * (thickness / 2);
  return polygon([
    [fromX - acrossX, fromY - acrossY],
    [toX - acrossX, toY - acrossY],
    [toX + acrossX, toY + acrossY],
    [fromX + acrossX, fromY + acrossY],
  ]);
}

/** A circle's line of some thickness, as an outline to fill: its inner edge runs against its outer one. */
export function ring(center: Point, radius: number, thickness: number): PathStep[] {
  const inner = placeOutline(circleOutline([0, 0], radius - thickness / 2), -1, 1, center);
  return [...circleOutline(center, radius + thickness / 2), ...inner];
}

/** A rectangle as an outline. */
export function boxOutline({ left, top, right, bottom }: Box): PathStep[] {
  return polygon([
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]);
}

/** A rectangle's line of some thickness, as an outline to fill. */
export function boxRing({ left, top, right, bottom }: Box, thickness: number): PathStep[] {
  const half = thickness / 2;
  return [
    ...boxOutline({ left: left - half, top: top - half, right: right + half, bottom: bottom + half }),
    ...polygon([
      [left + half, top + half],
      [left + half, bottom - half],
      [right - half, bottom - half],
      [right - half, top + half],
    ]),
  ];
}

/** A place as a stroke of no length: with round ends it prints as a dot as wide as the stroke. */
export function dot([x, y]: Point): PathStep[] {
  return [
    { type: 'M', values: [x, y] },
    { type: 'L', values: [x + 0.1, y] },
  ];
}

/** The place some way from a centre; the angle in radians, clockwise from the right. */
export function polar([x, y]: Point, radius: number, angle: number): Point {
  return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
}

export function midpoint(first: Point, second: Point): Point {
  return [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2];
}
