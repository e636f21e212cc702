import { capsule, ellipse, reversed, smoothThrough } from '../../drawing/curves.ts';
import { boxOutline } from '../../drawing/lines.ts';
import type { Point } from '../../drawing/drawing.ts';
import { circleOutline, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { fade, glow, placesIn, type Plates, type Press, solid, tint } from './press.ts';

/** An open hand before the sun, something bright in its palm. */
export function printHand(press: Press): Plates {
  const { box, outer } = press;
  const random = press.random('hand');
  const { width, height, unit } = placesIn(box);
  const size = Math.min(width * 1.05, height * 0.98);
  const middle = (box.left + box.right) / 2;
  const palm: Point = [middle, box.top + height * 0.6];
  const outline = [
    ...handOutline(palm, size, 0.9),
    ...reversed(starOutline([middle + size * 0.005, palm[1] + size * 0.115], size * 0.078, random.pick([5, 8, 10]))),
  ];
  const hand = random.chance(0.5) ? mirrored(outline, middle) : outline;
  const sun: Point = [middle, palm[1] - size * 0.14];
  const radius = Math.min(unit * 0.42, size * 0.42);
  const low = box.bottom - height * 0.3;
  return {
    light: [tint(press, 'light', sunRays(sun, Math.hypot(width, height)), glow(sun, height * 0.8, 1, 0.3))],
    warm: [solid(press, 'warm', circleOutline(sun, radius))],
    key: [
      solid(press, 'key', hand),
      tint(press, 'key', boxOutline({ ...outer, top: low }), fade([0, low], [0, box.bottom], 0, 0.3)),
    ],
  };
}

/** A hand up to its wrist, fingers upwards; `wrist` is how far below the palm's top it ends, in sizes. */
export function handOutline([x, y]: Point, size: number, wrist: number): PathStep[] {
  const p = (across: number, down: number): Point => [x + across * size, y + down * size];
  return [
    ...capsule(p(-0.125, -0.02), p(-0.185, -0.3), size * 0.09),
    ...capsule(p(-0.045, -0.02), p(-0.065, -0.4), size * 0.094),
    ...capsule(p(0.04, -0.02), p(0.06, -0.375), size * 0.094),
    ...capsule(p(0.115, -0.02), p(0.17, -0.27), size * 0.084),
    ...capsule(p(-0.135, 0.17), p(-0.3, -0.02), size * 0.1),
    ...smoothThrough([p(-0.12, wrist), p(-0.105, 0.34), p(-0.125, 0.25), p(-0.182, 0.12), p(-0.171, -0.03)], 'M'),
    { type: 'L', values: p(0.157, -0.03) },
    ...smoothThrough([p(0.157, -0.03), p(0.16, 0.1), p(0.135, 0.22), p(0.105, 0.34), p(0.12, wrist)], 'L'),
    { type: 'Z', values: [] },
  ];
}

function mirrored(steps: readonly PathStep[], axisX: number): PathStep[] {
  return steps.map(({ type, values }) => ({
    type,
    values: values.map((value, index) => (index % 2 === 0 ? 2 * axisX - value : value)),
  }));
}

function sunRays([x, y]: Point, reach: number): PathStep[] {
  return Array.from({ length: 24 }, (_, index) => {
    const [from, to] = [(index - 0.25) * (Math.PI / 12), (index + 0.25) * (Math.PI / 12)];
    return polygon([
      [x, y],
      [x + reach * Math.cos(from), y + reach * Math.sin(from)],
      [x + reach * Math.cos(to), y + reach * Math.sin(to)],
    ]);
  }).flat();
}

/** A vase of flowers whose petals are printed over each other. */
export function printFlowers(press: Press): Plates {
  const { box, outer } = press;
  const random = press.random('flowers');
  const { width, height, unit, at } = placesIn(box);
  const table = box.bottom - height * 0.17;
  const vaseHeight = height * 0.3;
  const vaseWidth = Math.min(width * 0.26, vaseHeight * 0.8);
  const middle = box.left + width * random.between(0.46, 0.54);
  const heads = random.pick<readonly (readonly [number, number, number])[]>([
    [
      [-0.27, 0.3, 0.17],
      [0.06, 0.2, 0.2],
      [0.3, 0.4, 0.14],
    ],
    [
      [0.02, 0.27, 0.25],
      [-0.32, 0.47, 0.12],
      [0.33, 0.44, 0.13],
    ],
    [
      [-0.2, 0.24, 0.19],
      [0.22, 0.33, 0.2],
      [-0.36, 0.5, 0.1],
    ],
  ] as const);
  const lip: Point = [middle, table - vaseHeight * 0.95];
  const placed = heads.map(([x, y, radius]) => ({
    center: [middle + x * width * 0.92, box.top + Math.max(y * (table - box.top), radius * unit * 1.2)] satisfies Point,
    radius: radius * unit * 1.15,
    count: random.pick([6, 7, 8, 9]),
    turn: random.between(0, 1),
  }));
  const vase = vaseOutline([middle, table], vaseWidth, vaseHeight);
  const stems = placed.map(({ center }) => [
    { type: 'M' as const, values: lip },
    {
      type: 'Q' as const,
      values: [(lip[0] * 2 + center[0]) / 3, center[1] + (lip[1] - center[1]) * 0.35, center[0], center[1]],
    },
  ]);
  const leaves = placed.flatMap(({ center }, index) => {
    const side = index % 2 === 0 ? -1 : 1;
    const from: Point = [lip[0] + (center[0] - lip[0]) * 0.3, lip[1] + (center[1] - lip[1]) * 0.25];
    return ellipse([from[0] + side * unit * 0.1, from[1] - unit * 0.03], unit * 0.11, unit * 0.04, side * -0.6);
  });
  return {
    light: [
      tint(press, 'light', boxOutline({ ...outer, bottom: table }), fade([0, box.top], [0, table], 0.15, 0.7)),
      ...placed.map(({ center, radius, count, turn }) =>
        solid(press, 'light', petalOutlines(center, radius, count, turn + Math.PI / count)),
      ),
      solid(press, 'light', vase),
    ],
    warm: [
      ...placed.map(({ center, radius, count, turn }) =>
        solid(press, 'warm', petalOutlines(center, radius * 1.04, count, turn)),
      ),
      tint(press, 'warm', vase, fade([middle - vaseWidth / 2, 0], [middle + vaseWidth / 2, 0], 0.05, 0.95)),
      tint(press, 'warm', boxOutline({ ...outer, top: table }), fade(at(0, 0.8), at(0, 1), 0.9, 0.6)),
    ],
    key: [
      ...stems.map(steps => ({
        type: 'stroke' as const,
        steps,
        stroke: press.inks.key,
        widthUnits: unit * 0.014,
        opacity: 1,
      })),
      solid(press, 'key', leaves),
      ...placed.map(({ center, radius }) => solid(press, 'key', circleOutline(center, radius * 0.2))),
      tint(press, 'key', vase, fade([middle - vaseWidth * 0.1, 0], [middle + vaseWidth * 0.5, 0], 0, 0.85)),
      tint(
        press,
        'key',
        ellipse([middle + vaseWidth * 0.5, table + height * 0.035], vaseWidth * 0.95, height * 0.022),
        () => 0.6,
      ),
    ],
  };
}

function vaseOutline([x, foot]: Point, width: number, height: number): PathStep[] {
  const side = (sign: number): Point[] => [
    [x + sign * width * 0.3, foot - height],
    [x + sign * width * 0.24, foot - height * 0.82],
    [x + sign * width * 0.52, foot - height * 0.42],
    [x + sign * width * 0.3, foot + 14],
  ];
  return [...smoothThrough(side(-1), 'M'), ...smoothThrough(side(1).reverse(), 'L'), { type: 'Z', values: [] }];
}

/** Petals around a middle, which stays free. */
export function petalOutlines([x, y]: Point, radius: number, count: number, turn: number): PathStep[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = turn + (index * 2 * Math.PI) / count;
    const middle: Point = [x + Math.cos(angle) * radius * 0.56, y + Math.sin(angle) * radius * 0.56];
    return ellipse(middle, radius * 0.46, radius * 0.25, angle);
  }).flat();
}

function starOutline([x, y]: Point, radius: number, points: number): PathStep[] {
  return polygon(
    Array.from({ length: points * 2 }, (_, index): Point => {
      const angle = (index * Math.PI) / points - Math.PI / 2;
      const reach = index % 2 === 0 ? radius : radius * 0.42;
      return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
    }),
  );
}
