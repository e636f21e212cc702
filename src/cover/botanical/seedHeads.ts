import type { Point } from '../../drawing/drawing.ts';
import { dot, openLine, polar } from '../../drawing/lines.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { type Growth, growBerry, growFeather, growLeaf, growStem, upwards } from './growth.ts';
import { alongLine } from './plantParts.ts';

/** Cow parsley: a branching stem that carries umbels of umbels. */
export function growParsley(growth: Growth): void {
  const { random } = growth;
  const lean = random.pick([-1, 1]);
  const trunk = growStem(
    growth,
    { base: [0, 0], angle: upwards + 0.06 * lean, length: 760, bend: -0.16 * lean },
    [15, 7],
  );
  const branches = [
    {
      share: random.between(0.28, 0.38),
      aside: random.between(0.6, 0.85) * lean,
      length: random.between(400, 480),
      radius: 135,
    },
    {
      share: random.between(0.46, 0.56),
      aside: -random.between(0.6, 0.85) * lean,
      length: random.between(330, 400),
      radius: 124,
    },
    { share: 0.7, aside: random.between(0.5, 0.7) * lean, length: 210, radius: 92 },
  ];
  for (const { share, aside, length, radius } of branches) {
    const { place, direction } = alongLine(trunk, share);
    const branch = growStem(growth, { base: place, angle: direction + aside, length, bend: -aside * 0.7 }, [9, 5]);
    const rib = growStem(
      growth,
      { base: place, angle: direction - aside * 1.75, length: 230, bend: aside * 0.8 },
      [6, 2],
    );
    growFeather(growth, rib, { pairs: 6, length: 130, slant: 0.95, from: 0.16, lobes: 4, width: 0.3 });
    growUmbel(growth, branch, radius);
  }
  growUmbel(growth, trunk, 190);
}

function growUmbel(growth: Growth, branch: readonly Point[], radius: number): void {
  const { random, inks } = growth;
  const { place, direction } = alongLine(branch, 1);
  const rays: PathStep[] = [];
  const florets: PathStep[] = [];
  const hearts: PathStep[] = [];
  const count = Math.round(9 + radius / 22);
  for (let ray = 0; ray < count; ray += 1) {
    const aside = ((ray + 0.5) / count - 0.5) * 2.5;
    const reach = radius * (1 - 0.12 * Math.abs(aside)) * random.between(0.88, 1.06);
    const end = polar(place, reach, direction + aside);
    rays.push(...openLine([place, polar(place, reach * 0.5, direction + aside * 0.86), end]));
    for (let floret = 0; floret < 11; floret += 1) {
      const spot = polar(end, radius * 0.145 * Math.sqrt(random.between(0, 1)), random.between(0, 2 * Math.PI));
      (floret % 5 === 4 ? hearts : florets).push(...dot(spot));
    }
  }
  growth.shapes.push(
    { type: 'stroke', steps: rays, stroke: inks.stem, widthUnits: 3.4, opacity: 1 },
    { type: 'stroke', steps: florets, stroke: inks.bloom, widthUnits: radius * 0.088, opacity: 1 },
    { type: 'stroke', steps: hearts, stroke: inks.bloomShade, widthUnits: radius * 0.07, opacity: 1 },
  );
}

/** Dandelion clocks: globes of seeds, one of which has begun to fly. */
export function growDandelion(growth: Growth): void {
  const { random } = growth;
  const lean = random.pick([-1, 1]);
  const low = growStem(
    growth,
    { base: [0, 0], angle: upwards + 0.46 * lean, length: random.between(430, 580), bend: -0.2 * lean },
    [9, 7],
  );
  const high = growStem(
    growth,
    {
      base: [0, 0],
      angle: upwards - 0.16 * lean,
      length: random.between(680, 800),
      bend: random.between(0, 0.5) * lean,
    },
    [11, 8],
  );
  for (const [index, aside] of [-1.25, 1.2, -0.8, 0.82].entries()) {
    const length = 330 - 20 * index;
    growLeaf(
      growth,
      {
        base: [0, 0],
        angle: upwards + aside,
        length,
        width: 96,
        bend: Math.sign(aside) * 0.4,
        widest: 0.64,
        sharpness: 0.9,
        lobes: { count: 7, depth: 0.55 },
      },
      0,
      0,
    );
  }
  growClock(growth, alongLine(low, 1).place, 128, 1);
  growClock(growth, alongLine(high, 1).place, 205, 0.72);
}

/** A share of the seeds still sits. */
function growClock(growth: Growth, center: Point, radius: number, full: number): void {
  const { random, inks } = growth;
  const rays: PathStep[] = [];
  const tufts: PathStep[] = [];
  for (let seed = 0; seed < 92; seed += 1) {
    // The sunflower's angle spreads seeds evenly over the globe.
    const angle = seed * 2.39996;
    const reach = radius * Math.sqrt((seed + 0.5) / 92);
    if (reach > radius * 0.4 && Math.sin(angle + 0.9) > full) continue;
    const end = polar(center, reach, angle);
    rays.push(...openLine([polar(center, radius * 0.1, angle), end]));
    for (const aside of [-0.9, -0.45, 0, 0.45, 0.9])
      tufts.push(...openLine([end, polar(end, radius * 0.15, angle + aside)]));
  }
  growth.shapes.push(
    { type: 'stroke', steps: rays, stroke: inks.stem, widthUnits: 2, opacity: 1 },
    { type: 'stroke', steps: tufts, stroke: inks.leafShade, widthUnits: 3.2, opacity: 1 },
  );
  growBerry(growth, center, radius * 0.13);
  if (full === 1) return;
  for (let flown = 0; flown < 6; flown += 1) {
    const place = polar(center, radius * random.between(1.25, 2), random.between(-2.2, -0.4));
    const lift = random.between(-0.5, 0.5) + upwards;
    const seedSteps = [...openLine([place, polar(place, radius * 0.24, lift)])];
    for (const aside of [-0.9, -0.45, 0, 0.45, 0.9])
      seedSteps.push(
        ...openLine([
          polar(place, radius * 0.24, lift),
          polar(polar(place, radius * 0.24, lift), radius * 0.17, lift + aside),
        ]),
      );
    growth.shapes.push({ type: 'stroke', steps: seedSteps, stroke: inks.leafShade, widthUnits: 3.2, opacity: 1 });
  }
}
