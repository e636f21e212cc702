import type { Color, Point, Shape } from '../../drawing/drawing.ts';
import { openLine, polar, softLine } from '../../drawing/lines.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';

/** The inks of a plant. */
export interface PlantInks {
  readonly leaf: Color;
  /** The half of a leaf that turns away from the light. */
  readonly leafShade: Color;
  readonly vein: Color;
  readonly stem: Color;
  readonly bloom: Color;
  readonly bloomShade: Color;
  /** Berries, and the hearts of flowers. */
  readonly heart: Color;
}

/** A leaf or a petal; lengths in the plant's own units, angles in radians, clockwise from the right. */
export interface Leaf {
  readonly base: Point;
  readonly angle: number;
  readonly length: number;
  readonly width: number;
  /** How far it turns from base to tip. */
  readonly bend: number;
  /** Where it is widest, from 0 at the base to 1 at the tip. */
  readonly widest: number;
  /** 1 for an oval; more for a finer tip, less for a blunt one. */
  readonly sharpness: number;
  readonly lobes?: { readonly count: number; readonly depth: number };
}

/** A blade in two tones, with a rib and veins in a third. */
export function leafShapes(leaf: Leaf, inks: PlantInks, veinCount = 7): Shape[] {
  const { spine, left, right } = bladeOf(leaf);
  const shadeSide = Math.cos(leaf.angle + leaf.bend / 2 + Math.PI / 2) > 0 ? right : left;
  const veins = Array.from({ length: veinCount }).flatMap((_, index) => {
    const at = Math.round(((index + 0.6) / (veinCount + 0.6)) * (bladeSamples - 4));
    const tip = Math.min(bladeSamples - 1, at + 2);
    return [left, right].flatMap(side =>
      openLine([placeOn(spine, at), between(placeOn(spine, at), placeOn(side, tip), 0.78)]),
    );
  });
  return [
    { type: 'path', steps: joined(left, [...right].reverse()), fill: inks.leaf, opacity: 1 },
    { type: 'path', steps: joined(shadeSide, [...spine].reverse()), fill: inks.leafShade, opacity: 1 },
    { type: 'stroke', steps: veins, stroke: inks.vein, widthUnits: Math.max(1.2, leaf.width * 0.014), opacity: 0.75 },
    {
      type: 'path',
      steps: stem(spine.slice(0, -1), Math.max(2.4, leaf.width * 0.045), 0.8),
      fill: inks.vein,
      opacity: 1,
    },
  ];
}

/** A petal in two tones. */
export function petalShapes(petal: Leaf, light: Color, shade: Color): Shape[] {
  const { spine, left, right } = bladeOf(petal);
  return [
    { type: 'path', steps: joined(left, [...right].reverse()), fill: light, opacity: 1 },
    { type: 'path', steps: joined(right, [...spine].reverse()), fill: shade, opacity: 1 },
  ];
}

/** A blade in one tone, for petals and leaflets too small for two. */
export function bladeSteps(leaf: Leaf): PathStep[] {
  const { left, right } = bladeOf(leaf);
  return joined(left, [...right].reverse());
}

const bladeSamples = 14;

function bladeOf(leaf: Leaf): { spine: Point[]; left: Point[]; right: Point[] } {
  const { angle, bend, length, widest, sharpness, lobes } = leaf;
  const samples = lobes === undefined ? bladeSamples : lobes.count * 4 + 2;
  const spine = shoot({ base: leaf.base, angle, length, bend }, samples);
  const skew = Math.log(0.5) / Math.log(widest);
  const sides = [-1, 1].map(side =>
    spine.map((point, index): Point => {
      const share = index / (samples - 1);
      const lobe =
        lobes === undefined ? 1 : 1 - lobes.depth * (0.5 + 0.5 * Math.cos(2 * Math.PI * lobes.count * share));
      const half = (leaf.width / 2) * Math.sin(Math.PI * share ** skew) ** sharpness * lobe;
      return polar(point, half, angle + bend * share + (side * Math.PI) / 2);
    }),
  );
  return { spine, left: sides[0] ?? [], right: sides[1] ?? [] };
}

/** A shoot as the line of its middle, from its base to its tip, bent evenly. */
export function shoot(
  line: { readonly base: Point; readonly angle: number; readonly length: number; readonly bend: number },
  samples = 12,
): Point[] {
  const points: Point[] = [line.base];
  for (let index = 1; index < samples; index += 1) {
    const share = (index - 0.5) / (samples - 1);
    points.push(polar(placeOn(points, index - 1), line.length / (samples - 1), line.angle + line.bend * share));
  }
  return points;
}

/** The outline of a stem along a line, as thick at its ends as said, and round nowhere. */
export function stem(line: readonly Point[], from: number, to: number): PathStep[] {
  const side = (sign: number) =>
    line.map((point, index): Point => {
      const half = (from + ((to - from) * index) / Math.max(1, line.length - 1)) / 2;
      return polar(point, half, directionAt(line, index) + (sign * Math.PI) / 2);
    });
  return joined(side(-1), side(1).reverse());
}

/** Which way a line runs at one of its points. */
export function directionAt(line: readonly Point[], index: number): number {
  const before = line[Math.max(0, index - 1)];
  const after = line[Math.min(line.length - 1, index + 1)];
  return before === undefined || after === undefined ? 0 : Math.atan2(after[1] - before[1], after[0] - before[0]);
}

/** A point of a line; the nearest it has, if it has that many. */
export function placeOn(line: readonly Point[], index: number): Point {
  return line[Math.max(0, Math.min(line.length - 1, index))] ?? [0, 0];
}

/** The place a share of the way along a line of even points, and which way it runs there. */
export function alongLine(
  line: readonly Point[],
  share: number,
): { readonly place: Point; readonly direction: number } {
  const at = Math.max(0, Math.min(1, share)) * (line.length - 1);
  const index = Math.min(line.length - 2, Math.floor(at));
  return {
    place: between(placeOn(line, index), placeOn(line, index + 1), at - index),
    direction: directionAt(line, Math.round(at)),
  };
}

function between(first: Point, second: Point, share: number): Point {
  return [first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share];
}

/** Two soft lines as one closed outline. */
function joined(there: readonly Point[], back: readonly Point[]): PathStep[] {
  const returning = softLine(back).map((step): PathStep =>
    step.type === 'M' ? { type: 'L', values: step.values } : step,
  );
  return [...softLine(there), ...returning, { type: 'Z', values: [] }];
}
