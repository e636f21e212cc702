import { mixColors } from '../../drawing/color.ts';
import { polar } from '../../drawing/lines.ts';
import { type Growth, growBerry, growFeather, growLeaf, growStem, upwards } from './growth.ts';
import { alongLine } from './plantParts.ts';

/** Three fronds of a fern from one root. */
export function growFern(growth: Growth): void {
  const { random } = growth;
  const lean = random.pick([-1, 1]);
  const fronds = [
    { angle: upwards - 0.5 * lean, length: 720, bend: -0.75 * lean },
    { angle: upwards + 0.36 * lean, length: 820, bend: 0.8 * lean },
    { angle: upwards - 0.06 * lean, length: 1000, bend: -0.28 * lean },
  ];
  for (const frond of fronds) {
    const rib = growStem(growth, { base: [0, 0], ...frond, bend: frond.bend * random.between(0.8, 1.25) }, [11, 2]);
    growFeather(growth, rib, {
      pairs: Math.round(frond.length / 40),
      length: frond.length * 0.19,
      slant: 1.25,
      from: 0.2,
      lobes: 5,
      width: 0.21,
    });
  }
}

/** A twig with slender leaves and berries in their crooks. */
export function growLaurel(growth: Growth): void {
  const { random } = growth;
  const lean = random.pick([-1, 1]);
  const twig = growStem(
    growth,
    {
      base: [0, 0],
      angle: upwards + 0.3 * lean,
      length: random.between(880, 1000),
      bend: -random.between(0.2, 0.8) * lean,
    },
    [14, 3],
  );
  const shootLine = growStem(
    growth,
    { ...baseAt(twig, 0.34), angle: upwards + 0.75 * lean, length: 480, bend: -0.5 * lean },
    [8, 2],
  );
  const hasBerries = random.chance(0.7);
  for (const [line, count, size] of [
    [shootLine, 8, 190],
    [twig, 15, 235],
  ] as const) {
    for (let index = 0; index < count; index += 1) {
      const share = 0.16 + (0.84 * (index + 0.5)) / count;
      const side = index % 2 === 0 ? 1 : -1;
      const { place, direction } = alongLine(line, share);
      const length = size * (1 - 0.45 * share) * random.between(0.88, 1.1);
      if (hasBerries && index % 3 === 1 && share < 0.85) {
        const berry = polar(place, 44, direction - side * 0.9);
        growStem(growth, { base: place, angle: direction - side * 0.9, length: 40, bend: 0 }, [3.5, 3]);
        growBerry(growth, berry, 19);
      }
      growLeaf(
        growth,
        {
          base: place,
          angle: direction + side * random.between(0.62, 0.85),
          length,
          width: length * 0.3,
          bend: -side * 0.4,
          widest: 0.45,
          sharpness: 1.1,
        },
        14,
        6,
      );
    }
    const tip = alongLine(line, 1);
    growLeaf(
      growth,
      {
        base: tip.place,
        angle: tip.direction,
        length: size * 0.62,
        width: size * 0.19,
        bend: 0.1,
        widest: 0.45,
        sharpness: 1.1,
      },
      0,
      5,
    );
  }
}

/** A twig of oak with lobed leaves and acorns. */
export function growOak(growth: Growth): void {
  const { random, inks } = growth;
  const lean = random.pick([-1, 1]);
  const twig = growStem(
    growth,
    {
      base: [0, 0],
      angle: upwards + 0.28 * lean,
      length: random.between(560, 680),
      bend: -random.between(0.3, 0.8) * lean,
    },
    [17, 7],
  );
  const places = [0.3, 0.46, 0.62, 0.78, 0.92];
  for (const [index, share] of places.entries()) {
    const side = index % 2 === 0 ? lean : -lean;
    const { place, direction } = alongLine(twig, share);
    const length = random.between(330, 400) * (1 - 0.2 * share);
    growLeaf(
      growth,
      {
        base: place,
        angle: direction + side * random.between(0.95, 1.25),
        length,
        width: length * 0.5,
        bend: -side * 0.45,
        widest: 0.62,
        sharpness: 0.8,
        lobes: { count: 5, depth: 0.4 },
      },
      24,
      0,
    );
  }
  const tip = alongLine(twig, 1);
  growLeaf(
    growth,
    {
      base: tip.place,
      angle: tip.direction - 0.1,
      length: 350,
      width: 195,
      bend: 0.2,
      widest: 0.62,
      sharpness: 0.8,
      lobes: { count: 5, depth: 0.4 },
    },
    20,
    0,
  );
  for (const [share, side] of [
    [0.6, lean],
    [0.8, -lean],
  ] as const) {
    const { place } = alongLine(twig, share);
    const stalk = growStem(
      growth,
      { base: place, angle: upwards + Math.PI * 0.78 * side, length: 96, bend: 0.5 * side },
      [6, 5],
    );
    const end = alongLine(stalk, 1);
    const nut = { base: end.place, angle: end.direction, length: 112, width: 74, bend: 0, widest: 0.5, sharpness: 0.6 };
    growLeaf(
      {
        ...growth,
        inks: { ...inks, leaf: inks.heart, leafShade: mixColors(inks.heart, inks.stem, 0.3), vein: inks.heart },
      },
      nut,
      0,
      0,
    );
    growLeaf(
      { ...growth, inks: { ...inks, leaf: inks.stem, leafShade: inks.stem, vein: inks.stem } },
      { ...nut, base: polar(end.place, -8, end.direction), length: 46, width: 84, sharpness: 0.45 },
      0,
      0,
    );
  }
}

/** A twig of ginkgo: fans on long stalks, in tufts. */
export function growGinkgo(growth: Growth): void {
  const { random } = growth;
  const lean = random.pick([-1, 1]);
  const twig = growStem(
    growth,
    {
      base: [0, 0],
      angle: upwards + 0.42 * lean,
      length: random.between(760, 920),
      bend: -random.between(0.4, 1) * lean,
    },
    [15, 6],
  );
  for (let tuft = 0; tuft < 5; tuft += 1) {
    const { place, direction } = alongLine(twig, 0.18 + tuft * 0.2);
    const fans =
      tuft === 4 ? [-0.75, 0, 0.75] : tuft % 2 === 0 ? [1.05 * lean, 1.7 * lean] : [-1.0 * lean, -1.75 * lean];
    for (const aside of fans) {
      const length = random.between(150, 205) * (1 - 0.06 * tuft);
      const angle = direction + aside + random.between(-0.12, 0.12);
      growFan(growth, { base: place, angle, stalk: length * 0.75, length });
    }
  }
}

function growFan(
  growth: Growth,
  fan: {
    readonly base: readonly [number, number];
    readonly angle: number;
    readonly stalk: number;
    readonly length: number;
  },
): void {
  const stalk = growStem(growth, { base: fan.base, angle: fan.angle, length: fan.stalk, bend: 0.25 }, [5, 4]);
  const { place, direction } = alongLine(stalk, 1);
  for (const side of [-1, 1]) {
    const half = {
      base: place,
      angle: direction + side * 0.46,
      length: fan.length,
      width: fan.length * 0.92,
      bend: side * 0.28,
      widest: 0.74,
      sharpness: 0.95,
    };
    growLeaf(side < 0 ? growth : { ...growth, inks: { ...growth.inks, leaf: growth.inks.leafShade } }, half, 0, 0);
  }
}

function baseAt(
  line: readonly (readonly [number, number])[],
  share: number,
): { readonly base: readonly [number, number] } {
  return { base: alongLine(line, share).place };
}
