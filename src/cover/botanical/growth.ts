import type { Color, Point, Shape } from '../../drawing/drawing.ts';
import { polar } from '../../drawing/lines.ts';
import type { SeededRandom } from '../seededRandom.ts';
import {
  alongLine,
  bladeSteps,
  type Leaf,
  leafShapes,
  petalShapes,
  type PlantInks,
  shoot,
  stem,
} from './plantParts.ts';

/** A plant while it grows: up is against y, and a plant about a thousand units high stands on the origin. */
export interface Growth {
  readonly shapes: Shape[];
  readonly inks: PlantInks;
  readonly random: SeededRandom;
}

/** Straight up. */
export const upwards = -Math.PI / 2;

/** Grows a stem and gives the line of its middle. */
export function growStem(
  growth: Growth,
  line: { readonly base: Point; readonly angle: number; readonly length: number; readonly bend: number },
  thickness: readonly [from: number, to: number],
): Point[] {
  const points = shoot(line, 16);
  growth.shapes.push({ type: 'path', steps: stem(points, ...thickness), fill: growth.inks.stem, opacity: 1 });
  return points;
}

/** Grows a leaf on a short stalk. */
export function growLeaf(growth: Growth, leaf: Leaf, stalk = 0, veins = 7): void {
  if (stalk <= 0) {
    growth.shapes.push(...leafShapes(leaf, growth.inks, veins));
    return;
  }
  const line = growStem(growth, { base: leaf.base, angle: leaf.angle, length: stalk, bend: 0.15 }, [5, 4]);
  growth.shapes.push(...leafShapes({ ...leaf, base: alongLine(line, 1).place }, growth.inks, veins));
}

/** A flower seen from above: petals in a ring, each somewhat its own, and a heart. */
export function growRosette(
  growth: Growth,
  center: Point,
  flower: {
    readonly radius: number;
    readonly petals: number;
    readonly petalWidth: number;
    readonly heart: number;
    readonly squash: number;
  },
): void {
  const { random, inks } = growth;
  const turn = random.between(0, 1);
  for (let petal = 0; petal < flower.petals; petal += 1) {
    const angle = ((petal + turn + random.between(-0.12, 0.12)) / flower.petals) * 2 * Math.PI;
    // A flower that is turned aside is foreshortened.
    const foreshortened = Math.hypot(Math.cos(angle), Math.sin(angle) * flower.squash);
    const length = flower.radius * random.between(0.9, 1.05) * foreshortened;
    const seen = Math.atan2(Math.sin(angle) * flower.squash, Math.cos(angle));
    growth.shapes.push(
      ...petalShapes(
        {
          base: center,
          angle: seen,
          length,
          width: flower.petalWidth,
          bend: random.between(-0.15, 0.15),
          widest: 0.62,
          sharpness: 0.75,
        },
        inks.bloom,
        inks.bloomShade,
      ),
    );
  }
  growth.shapes.push({ type: 'circle', center, radius: flower.heart, fill: inks.heart, opacity: 1 });
}

/** A cup of petals seen from the side: the outer ones spread, the middle one in front. */
export function growCup(
  growth: Growth,
  base: Point,
  cup: {
    readonly angle: number;
    readonly length: number;
    readonly width: number;
    readonly spread: number;
    readonly petals: number;
  },
): void {
  const { inks } = growth;
  const middle = (cup.petals - 1) / 2;
  const order = Array.from({ length: cup.petals }, (_, index) => index - middle).sort(
    (first, second) => Math.abs(second) - Math.abs(first),
  );
  for (const place of order) {
    const aside = middle === 0 ? 0 : place / middle;
    const isFront = Math.abs(aside) < 0.5;
    growth.shapes.push(
      ...petalShapes(
        {
          base,
          angle: cup.angle + aside * cup.spread,
          length: cup.length * (1 - 0.08 * Math.abs(aside)),
          width: cup.width,
          bend: -aside * cup.spread * 0.7,
          widest: 0.58,
          sharpness: 0.8,
        },
        isFront ? inks.bloom : inks.bloomShade,
        isFront ? inks.bloomShade : inks.bloomShade,
      ),
    );
  }
}

/** Berries, each with a gleam. */
export function growBerry(growth: Growth, center: Point, radius: number, color: Color = growth.inks.heart): void {
  growth.shapes.push({ type: 'circle', center, radius, fill: color, opacity: 1 });
  growth.shapes.push({
    type: 'circle',
    center: polar(center, radius * 0.4, -2.3),
    radius: radius * 0.22,
    fill: growth.inks.vein,
    opacity: 0.9,
  });
}

/** Leaflets in pairs along a rib, smaller towards the tip: a frond, or a feathered leaf. */
export function growFeather(
  growth: Growth,
  rib: readonly Point[],
  feather: {
    readonly pairs: number;
    readonly length: number;
    readonly slant: number;
    readonly from: number;
    readonly lobes: number;
    readonly width: number;
  },
): void {
  const { random, inks } = growth;
  for (const side of [-1, 1]) {
    const light: Shape[] = [];
    for (let pair = 0; pair < feather.pairs; pair += 1) {
      const share = feather.from + ((1 - feather.from) * (pair + (side > 0 ? 0.5 : 0.2))) / feather.pairs;
      const { place, direction } = alongLine(rib, share);
      const along = (share - feather.from) / (1 - feather.from);
      const swell = Math.sin(Math.PI * Math.min(1, 0.22 + 0.78 * along) ** 0.9);
      const length = feather.length * Math.max(0.06, swell) * random.between(0.94, 1.06);
      light.push({
        type: 'path',
        steps: bladeSteps({
          base: place,
          angle: direction + side * (feather.slant - 0.45 * along),
          length,
          width: Math.max(5, length * feather.width),
          bend: -side * 0.35,
          widest: 0.32,
          sharpness: 1,
          ...(feather.lobes > 0 ? { lobes: { count: feather.lobes, depth: 0.5 } } : {}),
        }),
        fill: side < 0 ? inks.leaf : inks.leafShade,
        opacity: 1,
      });
    }
    growth.shapes.push(...light);
  }
}
