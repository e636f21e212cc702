import type { Point } from '../../drawing/drawing.ts';
import { circleOutline, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { boxFrom, fade, groundAround, placesIn, type Plates, type Press, solid, tint } from './press.ts';
import { arch, ellipse, reversed, smoothThrough } from '../../drawing/curves.ts';
import { boxOutline } from '../../drawing/lines.ts';

/** A cup on a table, its steam before a great disc. */
export function printCup(press: Press): Plates {
  const { box, outer } = press;
  const random = press.random('cup');
  const { width, height, unit } = placesIn(box);
  const middle = box.left + width / 2;
  const table = box.bottom - height * 0.2;
  const size = Math.min(width * 0.42, height * 0.42);
  const rim = table - size * 0.72;
  const side = random.pick([-1, 1]);
  const handle: Point = [middle + side * size * 0.52, rim + size * 0.26];
  const cup = cupOutline([middle, table], size);
  const ring = handleOutline(handle, size);
  const saucer = ellipse([middle, table + size * 0.04], size * 0.72, size * 0.085);
  const disc = circleOutline([middle, box.top + height * 0.4], Math.min(unit * 0.4, height * 0.33));
  const steam = [-0.24, 0, 0.24].map((shift, index) => {
    const foot = rim - size * 0.07;
    const rise = (foot - box.top) * (index === 1 ? 0.8 : 0.6);
    return steamRibbon([middle + shift * size, foot], rise, size * 0.075, random.pick([-1, 1]));
  });
  return {
    light: [
      tint(
        press,
        'light',
        groundAround(press, { ...outer, bottom: table }, disc),
        fade([0, box.top], [0, table], 0.85, 0.12),
      ),
      solid(press, 'light', saucer),
      solid(press, 'light', boxOutline({ ...outer, top: table })),
    ],
    warm: [
      solid(press, 'warm', disc),
      tint(press, 'warm', boxOutline({ ...outer, top: table }), fade([box.left, 0], [box.right, 0], 0.9, 0.35)),
    ],
    key: [
      ...steam.map(steps => solid(press, 'key', steps)),
      solid(press, 'key', ring),
      tint(press, 'key', cup, fade([middle - side * size * 0.5, 0], [middle + side * size * 0.15, 0], 0.55, 1.01)),
      tint(press, 'key', ellipse([middle + size * 0.16, table + size * 0.1], size * 0.86, size * 0.09), () => 0.62),
    ],
  };
}

export function cupOutline([x, foot]: Point, size: number): PathStep[] {
  const rim = foot - size * 0.72;
  const [belly, bend] = [rim + size * 0.42, size * 0.34];
  return [
    { type: 'M', values: [x - size / 2, rim] },
    { type: 'L', values: [x + size / 2, rim] },
    { type: 'C', values: [x + size * 0.5, belly, x + bend, foot, x + size * 0.18, foot] },
    { type: 'L', values: [x - size * 0.18, foot] },
    { type: 'C', values: [x - bend, foot, x - size * 0.5, belly, x - size / 2, rim] },
    { type: 'Z', values: [] },
  ];
}

export function handleOutline(center: Point, size: number): PathStep[] {
  return [...circleOutline(center, size * 0.2), ...reversed(circleOutline(center, size * 0.11))];
}

/** A ribbon of steam that winds twice on its way up and comes to a tip. */
export function steamRibbon([x, y]: Point, rise: number, width: number, side: number): PathStep[] {
  const spine = Array.from({ length: 25 }, (_, index) => {
    const share = index / 24;
    return {
      place: [x + side * Math.sin(share * 4 * Math.PI) * width * 1.1, y - rise * share] as const,
      half: (width / 2) * Math.sin(Math.PI * Math.min(1, 0.08 + share * 0.92)),
    };
  });
  return [
    ...smoothThrough(
      spine.map(({ place, half }): Point => [place[0] - half, place[1]]),
      'M',
    ),
    ...smoothThrough(spine.map(({ place, half }): Point => [place[0] + half, place[1]]).reverse(), 'L'),
    { type: 'Z', values: [] },
  ];
}

/** A window in a dark wall, night or evening outside. */
export function printWindow(press: Press): Plates {
  const { box, outer } = press;
  const random = press.random('window');
  const { width, height } = placesIn(box);
  const middle = box.left + width / 2;
  const paneWidth = Math.min(width * 0.62, height * 0.52);
  const top = box.top + height * 0.09;
  const sill = box.bottom - height * 0.2;
  const opening = { left: middle - paneWidth / 2, right: middle + paneWidth / 2, top, bottom: sill };
  const isArched = random.chance(0.6);
  const glass = isArched ? arch(opening) : boxOutline(opening);
  const bar = paneWidth * 0.035;
  const bars = [
    ...boxOutline(boxFrom(middle - bar / 2, top, bar, sill - top)),
    ...[0.36, 0.68].flatMap(share => boxOutline(boxFrom(opening.left, top + (sill - top) * share, paneWidth, bar))),
  ];
  const moon: Point = [middle + paneWidth * random.pick([-0.2, 0.22]), top + (sill - top) * 0.3];
  const hill = (share: number, swing: number): PathStep[] => [
    ...smoothThrough(
      [-0.6, -0.25, 0.15, 0.6].map((x, index): Point => [
        middle + x * paneWidth,
        top + (sill - top) * (share + (index % 2 === 0 ? swing : -swing)),
      ]),
      'M',
    ),
    { type: 'L', values: [middle + paneWidth * 0.6, sill] },
    { type: 'L', values: [middle - paneWidth * 0.6, sill] },
    { type: 'Z', values: [] },
  ];
  const swing = random.pick([-0.05, 0.05]);
  const board = boxOutline(boxFrom(opening.left - paneWidth * 0.1, sill, paneWidth * 1.2, height * 0.035));
  const beam = polygon([
    [opening.left, sill + height * 0.035],
    [opening.right, sill + height * 0.035],
    [opening.right + paneWidth * 0.25, outer.bottom + 20],
    [opening.left - paneWidth * 0.25, outer.bottom + 20],
  ]);
  const inside = (shapes: Plates['key']): Plates['key'] => [
    { type: 'group', clip: glass, blend: 'normal', opacity: 1, shapes },
  ];
  return {
    light: [
      ...inside([
        tint(press, 'light', glass, fade([0, top], [0, sill], 0.4, 1.01)),
        solid(press, 'light', hill(0.78, -swing)),
      ]),
      tint(press, 'light', beam, fade([0, sill], [0, box.bottom], 0.9, 0.3)),
      solid(press, 'light', board),
    ],
    warm: [
      ...inside([
        solid(press, 'warm', circleOutline(moon, paneWidth * 0.19)),
        tint(press, 'warm', hill(0.66, swing), fade([0, top + (sill - top) * 0.6], [0, sill], 1.01, 0.4)),
      ]),
      tint(press, 'warm', boxOutline(outer), fade([box.left, box.top], [box.right, box.bottom], 0.15, 0.75)),
    ],
    key: [
      ...inside([
        tint(press, 'key', hill(0.8, -swing), fade([0, top + (sill - top) * 0.75], [0, sill], 0.5, 0.9)),
        solid(press, 'key', bars),
      ]),
      solid(press, 'key', [...boxOutline(outer), ...reversed(glass), ...reversed(board), ...reversed(beam)]),
    ],
  };
}

/** A great key, upright, and the light that falls through a keyhole. */
export function printKey(press: Press): Plates {
  const { box, outer } = press;
  const random = press.random('key');
  const { width, height, unit } = placesIn(box);
  const middle = box.left + width / 2;
  const length = Math.min(height * 0.86, width * 1.15);
  const top = box.top + (height - length) / 2;
  const count = random.pick([3, 4]);
  const parts = keyOutlines([middle, top], length, count, random.pick([-1, 1]), random.pick([0, 1, 2]));
  const keyhole = keyholeOutline([middle, box.top + height * 0.42], unit * 0.27, box.bottom + 40);
  return {
    light: [tint(press, 'light', groundAround(press, outer, keyhole), fade([0, box.top], [0, box.bottom], 0.2, 0.95))],
    warm: [solid(press, 'warm', keyhole)],
    key: [
      tint(press, 'key', boxOutline(outer), fade([0, box.bottom - height * 0.5], [0, box.bottom], 0, 0.5)),
      ...parts.map(steps => solid(press, 'key', steps)),
    ],
  };
}

/** A round eye and below it a skirt that widens down to its foot, in one outline. */
function keyholeOutline([x, y]: Point, radius: number, foot: number): PathStep[] {
  const neck = Math.asin(0.48);
  const eye = Array.from({ length: 49 }, (_, index): Point => {
    const angle = Math.PI / 2 + neck + (index / 48) * (2 * Math.PI - 2 * neck);
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
  });
  return polygon([...eye, [x + radius * 1.26, foot], [x - radius * 1.26, foot]]);
}

/** The rings of a key's bow, each an outline of its own, and its shaft with collar and bit. */
export function keyOutlines([x, top]: Point, length: number, count: number, side: number, bit: number): PathStep[][] {
  const bow = length * 0.16;
  const rings = Array.from({ length: count }, (_, index) => {
    const angle = -Math.PI / 2 + ((index - (count - 1) / 2) * 2 * Math.PI) / (count + 1);
    const center: Point = [x + Math.cos(angle) * bow * 0.85, top + bow * 1.25 + Math.sin(angle) * bow * 0.85];
    return [...circleOutline(center, bow * 0.66), ...reversed(circleOutline(center, bow * 0.36))];
  });
  const bar = (left: number, share: number, width: number, height: number) =>
    boxOutline(boxFrom(x + left * length, top + share * length, width * length, height * length));
  const teeth = (keyBits[bit] ?? []).flatMap(([share, reach, thick]) =>
    bar(side > 0 ? 0 : -reach, share, reach, thick),
  );
  const collar = [0.36, 0.4].flatMap(share => bar(-0.05, share, 0.1, 0.022));
  const shaft = bar(-0.026, 0.27, 0.052, 0.73);
  return [...rings, [...shaft, ...teeth, ...collar]];
}

/** The teeth of three keys: where each starts along the key, how far it reaches, how thick it is. */
const keyBits: readonly (readonly (readonly [share: number, reach: number, thick: number])[])[] = [
  [
    [0.78, 0.17, 0.05],
    [0.86, 0.12, 0.045],
    [0.93, 0.2, 0.045],
  ],
  [
    [0.78, 0.2, 0.06],
    [0.9, 0.2, 0.06],
    [0.8, 0.09, 0.14],
  ],
  [
    [0.77, 0.13, 0.045],
    [0.845, 0.2, 0.045],
    [0.92, 0.13, 0.05],
  ],
];
