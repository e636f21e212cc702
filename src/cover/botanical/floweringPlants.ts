import type { Point } from '../../drawing/drawing.ts';
import { polar } from '../../drawing/lines.ts';
import { type Growth, growBerry, growCup, growLeaf, growRosette, growStem, upwards } from './growth.ts';
import { alongLine, bladeSteps } from './plantParts.ts';

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
