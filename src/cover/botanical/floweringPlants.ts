import type { Point } from '../../drawing/drawing.ts';
import { dot, openLine, polar } from '../../drawing/lines.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { type Growth, growBerry, growCup, growFeather, growLeaf, growRosette, growStem, upwards } from './growth.ts';
import { alongLine, bladeSteps } from './plantParts.ts';

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

/** Poppies: one in full flower, others opening or gone to seed, on thin stalks. */
export function growPoppy(growth: Growth): void {
  const { random } = growth;
  const lean = random.pick([-1, 1]);
  const sway = random.between(0.1, 0.4);
  const aside = [
    { angle: upwards + random.between(0.3, 0.5) * lean, length: random.between(520, 680), bend: -sway * lean },
    {
      angle: upwards - random.between(0.26, 0.4) * lean,
      length: random.between(600, 760),
      bend: -random.between(0.3, 1) * lean,
    },
  ];
  for (const stalk of aside) {
    const line = growStem(growth, { base: [0, 0], ...stalk }, [9, 6]);
    const { place, direction } = alongLine(line, 1);
    if (random.chance(0.4)) growPod(growth, place, direction);
    else
      growCup(growth, place, {
        angle: direction,
        length: random.between(130, 190),
        width: random.between(90, 150),
        spread: random.between(0.45, 0.8),
        petals: 3,
      });
  }
  const tall = growStem(
    growth,
    { base: [0, 0], angle: upwards - 0.02 * lean, length: random.between(780, 900), bend: sway * lean },
    [12, 7],
  );
  for (const [index, share] of [0.1, 0.22, 0.36].entries()) {
    const { place, direction } = alongLine(tall, share);
    const side = index % 2 === 0 ? lean : -lean;
    const length = (300 - 55 * index) * random.between(0.85, 1.15);
    growLeaf(
      growth,
      {
        base: place,
        angle: direction + side * 1.05,
        length,
        width: 120,
        bend: -side * 0.6,
        widest: 0.5,
        sharpness: 1,
        lobes: { count: 6, depth: 0.6 },
      },
      0,
      0,
    );
  }
  const top = alongLine(tall, 1);
  growCup(growth, top.place, {
    angle: top.direction,
    length: random.between(250, 300),
    width: random.between(220, 270),
    spread: random.between(0.85, 1.2),
    petals: 5,
  });
  growBerry(growth, polar(top.place, 34, top.direction), 30);
}

function growPod(growth: Growth, base: Point, direction: number): void {
  const { inks } = growth;
  const pod = { base, angle: direction, length: 96, width: 78, bend: 0, widest: 0.55, sharpness: 0.55 };
  growLeaf({ ...growth, inks: { ...inks, leaf: inks.leafShade, leafShade: inks.stem } }, pod, 0, 0);
  const rim = polar(polar(base, 92, direction), 38, direction - Math.PI / 2);
  const lid = {
    base: rim,
    angle: direction + Math.PI / 2,
    length: 76,
    width: 26,
    bend: 0,
    widest: 0.5,
    sharpness: 0.6,
  };
  growth.shapes.push({ type: 'path', steps: bladeSteps(lid), fill: inks.stem, opacity: 1 });
}

/** Foxglove: a tall spike of bells, the lowest the largest, over broad leaves. */
export function growFoxglove(growth: Growth): void {
  const { random } = growth;
  const lean = random.pick([-1, 1]);
  const spike = growStem(
    growth,
    { base: [0, 0], angle: upwards - 0.05 * lean, length: 1000, bend: 0.2 * lean },
    [17, 4],
  );
  for (const [index, aside] of [-1.18, 1.12, -0.62, 0.6].entries()) {
    const length = 370 - 24 * index;
    growLeaf(
      growth,
      {
        base: alongLine(spike, 0.02 + 0.035 * index).place,
        angle: upwards + aside,
        length,
        width: length * 0.36,
        bend: Math.sign(aside) * 0.5,
        widest: 0.5,
        sharpness: 1.05,
      },
      0,
      7,
    );
  }
  const count = random.pick([15, 17, 19]);
  for (let bell = 0; bell < count; bell += 1) {
    const share = 0.36 + 0.62 * (bell / count) ** 0.92;
    const { place, direction } = alongLine(spike, share);
    const side = bell % 2 === 0 ? -lean : lean;
    growBell(growth, place, direction + side * random.between(1.72, 1.98), side, 1.3 - share);
  }
}

function growBell(growth: Growth, base: Point, angle: number, side: number, size: number): void {
  const { inks } = growth;
  const length = 190 * size;
  const bell = { base, angle, length, width: 122 * size, bend: side * 0.5, widest: 0.74, sharpness: 0.62 };
  growLeaf(
    { ...growth, inks: { ...inks, leaf: inks.bloom, leafShade: inks.bloomShade, vein: inks.bloom } },
    bell,
    0,
    0,
  );
  const mouth = polar(base, length * 0.94, angle + side * 0.24);
  const open = angle + side * 0.5;
  const throat = {
    base: polar(mouth, 48 * size, open - Math.PI / 2),
    angle: open + Math.PI / 2,
    length: 96 * size,
    width: 40 * size,
    bend: 0,
    widest: 0.5,
    sharpness: 0.7,
  };
  growth.shapes.push({ type: 'path', steps: bladeSteps(throat), fill: inks.heart, opacity: 1 });
  const sepal = { base, angle, length: 46 * size, width: 46 * size, bend: 0, widest: 0.4, sharpness: 0.9 };
  growth.shapes.push({ type: 'path', steps: bladeSteps(sepal), fill: inks.leafShade, opacity: 1 });
}

/** Oxeye daisies on bent stalks, some seen from above and one from the side. */
export function growDaisy(growth: Growth): void {
  const { random } = growth;
  const lean = random.pick([-1, 1]);
  const stalks = [
    { angle: upwards + 0.42 * lean, length: 640, bend: 0.2 * lean, radius: 118, squash: 0.72 },
    { angle: upwards - 0.34 * lean, length: 740, bend: -0.24 * lean, radius: 128, squash: 0.86 },
    { angle: upwards + 0.03 * lean, length: 940, bend: 0.16 * lean, radius: 158, squash: 0.95 },
  ];
  for (const [index, stalk] of stalks.entries()) {
    const grown = {
      angle: stalk.angle + random.between(-0.1, 0.1),
      length: stalk.length * random.between(0.88, 1.1),
      bend: stalk.bend * random.between(0.3, 2.2),
    };
    const line = growStem(growth, { base: [0, 0], ...grown }, [11, 7]);
    for (const share of [0.14 + 0.05 * index, 0.3 + 0.04 * index, 0.46]) {
      const { place, direction } = alongLine(line, share);
      const side = random.pick([-1, 1]);
      growLeaf(
        growth,
        {
          base: place,
          angle: direction + side * 0.7,
          length: 230 * (1 - share * 0.6),
          width: 58,
          bend: -side * 0.5,
          widest: 0.6,
          sharpness: 0.9,
          lobes: { count: 6, depth: 0.3 },
        },
        0,
        0,
      );
    }
    const { place } = alongLine(line, 1);
    growRosette(growth, place, {
      radius: stalk.radius,
      petals: 19,
      petalWidth: stalk.radius * 0.3,
      heart: stalk.radius * 0.29,
      squash: stalk.squash,
    });
  }
}

/** A tulip between two blades. */
export function growTulip(growth: Growth): void {
  const { random } = growth;
  const lean = random.pick([-1, 1]);
  const stalk = growStem(
    growth,
    { base: [0, 0], angle: upwards - 0.08 * lean, length: 720, bend: 0.3 * lean },
    [19, 14],
  );
  growLeaf(
    growth,
    {
      base: [0, -10],
      angle: upwards - 0.5 * lean,
      length: 680,
      width: 150,
      bend: 0.75 * lean,
      widest: 0.45,
      sharpness: 1.15,
    },
    0,
    0,
  );
  growLeaf(
    growth,
    {
      base: [0, 0],
      angle: upwards + 0.5 * lean,
      length: 560,
      width: 165,
      bend: 0.55 * lean,
      widest: 0.42,
      sharpness: 1.1,
    },
    0,
    0,
  );
  const { place, direction } = alongLine(stalk, 1);
  growCup(growth, place, {
    angle: direction,
    length: random.between(290, 340),
    width: random.between(150, 180),
    spread: random.between(0.38, 0.66),
    petals: 5,
  });
  if (random.chance(0.6)) {
    const second = growStem(
      growth,
      {
        base: alongLine(stalk, 0.06).place,
        angle: upwards - random.between(0.24, 0.42) * lean,
        length: random.between(480, 640),
        bend: -0.12 * lean,
      },
      [15, 11],
    );
    const end = alongLine(second, 1);
    growCup(growth, end.place, { angle: end.direction, length: 230, width: 118, spread: 0.38, petals: 3 });
  }
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
