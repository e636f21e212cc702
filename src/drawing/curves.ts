import type { PathStep } from '../fonts/glyphOutline.ts';
import type { Box, Point } from './drawing.ts';

/** An ellipse whose longer axis lies at an angle, as four cubic curves. */
export function ellipse([x, y]: Point, along: number, across: number, angle = 0): PathStep[] {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const at = (a: number, b: number): Point => [
    x + a * along * cosine - b * across * sine,
    y + a * along * sine + b * across * cosine,
  ];
  const k = circleHandle;
  return [
    { type: 'M', values: at(-1, 0) },
    { type: 'C', values: [...at(-1, -k), ...at(-k, -1), ...at(0, -1)] },
    { type: 'C', values: [...at(k, -1), ...at(1, -k), ...at(1, 0)] },
    { type: 'C', values: [...at(1, k), ...at(k, 1), ...at(0, 1)] },
    { type: 'C', values: [...at(-k, 1), ...at(-1, k), ...at(-1, 0)] },
    { type: 'Z', values: [] },
  ];
}

/** Where the control points of a quarter circle lie, as a share of the radius. */
const circleHandle = 0.5523;

/** A bar with round ends, from one point to another. */
export function capsule([fromX, fromY]: Point, [toX, toY]: Point, width: number): PathStep[] {
  const length = Math.hypot(toX - fromX, toY - fromY);
  const [alongX, alongY] = [((toX - fromX) / length) * (width / 2), ((toY - fromY) / length) * (width / 2)];
  const at = (x: number, y: number, along: number, across: number): Point => [
    x + along * alongX - across * alongY,
    y + along * alongY + across * alongX,
  ];
  const k = circleHandle;
  return [
    { type: 'M', values: at(fromX, fromY, 0, -1) },
    { type: 'L', values: at(toX, toY, 0, -1) },
    { type: 'C', values: [...at(toX, toY, k, -1), ...at(toX, toY, 1, -k), ...at(toX, toY, 1, 0)] },
    { type: 'C', values: [...at(toX, toY, 1, k), ...at(toX, toY, k, 1), ...at(toX, toY, 0, 1)] },
    { type: 'L', values: at(fromX, fromY, 0, 1) },
    { type: 'C', values: [...at(fromX, fromY, -k, 1), ...at(fromX, fromY, -1, k), ...at(fromX, fromY, -1, 0)] },
    { type: 'C', values: [...at(fromX, fromY, -1, -k), ...at(fromX, fromY, -k, -1), ...at(fromX, fromY, 0, -1)] },
    { type: 'Z', values: [] },
  ];
}

/** A doorway or a window: straight sides, a round head as wide as they are apart. */
export function arch({ left, top, right, bottom }: Box): PathStep[] {
  const radius = (right - left) / 2;
  const middle = (left + right) / 2;
  const spring = top + radius;
  const handle = radius * circleHandle;
  return [
    { type: 'M', values: [left, bottom] },
    { type: 'L', values: [left, spring] },
    { type: 'C', values: [left, spring - handle, middle - handle, top, middle, top] },
    { type: 'C', values: [middle + handle, top, right, spring - handle, right, spring] },
    { type: 'L', values: [right, bottom] },
    { type: 'Z', values: [] },
  ];
}

/** A smooth curve through points (Catmull–Rom as cubics), to be begun by an `M` or joined to what came before by an `L`. */
export function smoothThrough(points: readonly Point[], begin: 'M' | 'L'): PathStep[] {
  const at = (index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0];
  return points.map((point, index): PathStep => {
    if (index === 0) return { type: begin, values: point };
    const [before, from, next] = [at(index - 2), at(index - 1), at(index + 1)];
    return {
      type: 'C',
      values: [
        from[0] + (point[0] - before[0]) / 6,
        from[1] + (point[1] - before[1]) / 6,
        point[0] - (next[0] - from[0]) / 6,
        point[1] - (next[1] - from[1]) / 6,
        ...point,
      ],
    };
  });
}

/** The outline run the other way round: put into another, it is a hole, where the other covers the place once. */
export function reversed(steps: readonly PathStep[]): PathStep[] {
  const ends = steps.filter(step => step.type !== 'Z').map(step => step.values.slice(-2));
  const body = steps.filter(step => step.type !== 'Z');
  const turned: PathStep[] = [{ type: 'M', values: ends.at(-1) ?? [] }];
  for (let index = body.length - 1; index > 0; index -= 1) {
    const step = body[index];
    const end = ends[index - 1] ?? [];
    if (step === undefined) continue;
    const controls: number[] = [];
    for (let at = step.values.length - 4; at >= 0; at -= 2) controls.push(...step.values.slice(at, at + 2));
    turned.push({ type: step.type, values: [...controls, ...end] });
  }
  return [...turned, { type: 'Z', values: [] }];
}
