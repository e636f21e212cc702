import { arch, reversed } from '../../drawing/curves.ts';
import { boxOutline } from '../../drawing/lines.ts';
import type { Point } from '../../drawing/drawing.ts';
import { circleOutline, polygon } from '../../drawing/outline.ts';
import { boxFrom, fade, groundAround, placesIn, type Plates, type Press, solid, tint } from './press.ts';
import { waterBelow } from './water.ts';

/** The sun going down behind three or four waves. */
export function printWaves(press: Press): Plates {
  const { box, outer } = press;
  const random = press.random('waves');
  const { width, height, unit, at } = placesIn(box);
  const radius = Math.min(unit * random.between(0.33, 0.4), height * 0.36);
  const sea = box.top + height * random.between(0.56, 0.62);
  const sun: Point = [box.left + width * random.pick([0.44, 0.5, 0.56]), sea - radius * random.between(0.25, 0.55)];
  const disc = circleOutline(sun, radius);
  const waveCount = 4;
  const length = width * random.between(0.3, 0.42);
  const depth = box.bottom - sea;
  const wave = (index: number) =>
    waterBelow(
      outer,
      sea + (depth * index) / waveCount,
      depth * 0.045 * (1 + index * 0.25),
      length * (1 + index * 0.16),
      random.between(0, 1),
    );
  const waves = Array.from({ length: waveCount }, (_, index) => wave(index));
  return {
    light: [
      tint(press, 'light', groundAround(press, outer, disc), fade([0, box.top], [0, sea], 0.1, 0.75)),
      ...waves.slice(1, 2).map(steps => solid(press, 'light', steps)),
    ],
    warm: [solid(press, 'warm', disc), tint(press, 'warm', waves[2] ?? [], fade(at(0, 0.7), at(0, 1), 0.7, 0.1))],
    key: [
      tint(press, 'key', waves[0] ?? [], fade([0, sea], [0, sea + depth * 0.5], 0.62, 0.35)),
      ...waves
        .slice(2, 3)
        .map(steps => tint(press, 'key', steps, fade([0, sea + depth * 0.5], [0, sea + depth * 0.78], 0.85, 0.45))),
      ...waves.slice(3).map(steps => solid(press, 'key', steps)),
    ],
  };
}

/** A flight of stairs up to a lit door, the moon above. */
export function printStairs(press: Press): Plates {
  const { box, outer } = press;
  const random = press.random('stairs');
  const { width, height, unit } = placesIn(box);
  const isMirrored = random.chance(0.5);
  const x = (share: number) => (isMirrored ? box.right - share * width : box.left + share * width);
  const count = random.pick([6, 7, 8]);
  const [foot, head] = [box.bottom - height * 0.06, box.top + height * 0.5];
  const [tread, rise] = [0.7 / count, (foot - head) / count];
  const outside = isMirrored ? outer.right + 20 : outer.left - 20;
  const inside = isMirrored ? outer.left - 20 : outer.right + 20;
  const corners: Point[] = [
    [outside, outer.bottom + 20],
    [outside, foot],
  ];
  const side: Point[] = [];
  for (let step = 0; step < count; step += 1) {
    const left = x(0.02 + step * tread);
    corners.push([left, foot - step * rise], [left, foot - (step + 1) * rise]);
    side.push([left, foot - (step + 1) * rise]);
  }
  corners.push([inside, head], [inside, outer.bottom + 20]);
  const radius = unit * random.between(0.2, 0.26);
  const moon: Point = [x(random.between(0.26, 0.34)), box.top + height * 0.08 + radius];
  const doorWidth = Math.min(width * 0.17, height * 0.14);
  const door = boxFrom(x(0.84) - doorWidth / 2, head - doorWidth * 2.15, doorWidth, doorWidth * 2.15);
  const around = {
    left: door.left - doorWidth * 0.2,
    right: door.right + doorWidth * 0.2,
    top: door.top - doorWidth * 0.2,
    bottom: door.bottom,
  };
  const ray = polygon([
    [door.left, door.bottom],
    [door.right, door.bottom],
    [x(0.84) + (isMirrored ? -1 : 1) * width * 0.02, outer.bottom + 20],
    [x(0.3), outer.bottom + 20],
  ]);
  const treads = side.flatMap(([left, top]) =>
    boxOutline(boxFrom(isMirrored ? left - tread * width : left, top, tread * width, rise * 0.28)),
  );
  return {
    light: [
      tint(
        press,
        'light',
        groundAround(press, outer, circleOutline(moon, radius)),
        fade([0, box.top], [0, box.bottom], 0.14, 0.9),
      ),
    ],
    warm: [
      solid(press, 'warm', circleOutline(moon, radius)),
      solid(press, 'warm', arch(door)),
      tint(press, 'warm', ray, fade([0, head], [0, box.bottom], 0.95, 0.3)),
    ],
    key: [
      tint(press, 'key', polygon(corners), fade([0, head], [0, box.bottom], 0.34, 0.96)),
      solid(press, 'key', treads),
      solid(press, 'key', [...arch(around), ...reversed(arch(door))]),
      tint(
        press,
        'key',
        circleOutline(moon, radius),
        fade([moon[0] - radius * 0.5, moon[1] - radius], [moon[0] + radius, moon[1] + radius], 0, 0.42),
      ),
    ],
  };
}

/** Peaks behind peaks, their shaded sides in dots, the sun between them. */
export function printPeaks(press: Press): Plates {
  const { box, outer } = press;
  const random = press.random('peaks');
  const { width, height, unit } = placesIn(box);
  const foot = outer.bottom + 20;
  const peak = (x: number, top: number, spread: number) => {
    const summit: Point = [box.left + x * width, box.top + top * height];
    const [left, right] = [summit[0] - spread * width, summit[0] + spread * width];
    const ridge: Point[] = [
      summit,
      [summit[0] + spread * width * 0.1, summit[1] + (foot - summit[1]) * 0.3],
      [summit[0] - spread * width * 0.08, summit[1] + (foot - summit[1]) * 0.6],
      [summit[0] + spread * width * 0.14, foot],
    ];
    return { whole: polygon([[left, foot], summit, [right, foot]]), shade: polygon([...ridge, [right, foot]]), summit };
  };
  const isMirrored = random.chance(0.5);
  const at = (x: number) => (isMirrored ? 1 - x : x);
  const far = peak(at(random.between(0.68, 0.76)), 0.34, 0.62);
  const middle = peak(at(random.between(0.2, 0.3)), 0.46, 0.58);
  const near = peak(at(random.between(0.58, 0.66)), 0.66, 0.62);
  const radius = unit * random.between(0.2, 0.26);
  const sun: Point = [box.left + width * at(random.between(0.36, 0.42)), box.top + height * 0.08 + radius];
  return {
    light: [
      tint(
        press,
        'light',
        groundAround(press, outer, circleOutline(sun, radius)),
        fade([0, box.top], [0, box.top + height * 0.75], 0.9, 0.15),
      ),
      solid(press, 'light', near.whole),
    ],
    warm: [
      solid(press, 'warm', circleOutline(sun, radius)),
      tint(press, 'warm', far.whole, fade(far.summit, [far.summit[0], foot], 1.01, 0.2)),
      tint(press, 'warm', near.whole, fade(near.summit, [near.summit[0], foot], 0.3, 1.01)),
    ],
    key: [
      tint(press, 'key', far.shade, fade(far.summit, [far.summit[0], foot], 0.75, 0.2)),
      tint(press, 'key', middle.whole, fade(middle.summit, [middle.summit[0], foot], 0.42, 0.16)),
      solid(press, 'key', middle.shade),
      tint(press, 'key', near.shade, fade(near.summit, [near.summit[0], foot], 0.6, 1.01)),
    ],
  };
}
