import type { Point } from '../../drawing/drawing.ts';
import { circleOutline } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { SeededRandom } from '../seededRandom.ts';

/** A place by its distance from the middle of an ornament, and its angle; 1 is the ornament's own radius. */
type Polar = readonly [radius: number, angle: number];

type Placed = (place: Polar) => Point;

/** What a stamp is cut into, around a middle and in a size. */
export type Ornament = (center: Point, radius: number) => PathStep[];

type Wreath = (at: Placed, radius: number) => PathStep[];

/** A medallion of three wreaths between rings, the same all around. */
export function designMedallion(random: SeededRandom): Ornament {
  const fold = random.pick([8, 8, 10, 12]);
  const [first, second, third] = random.pick<readonly [WreathKind, WreathKind, WreathKind]>([
    ['petals', 'hollow', 'scallops'],
    ['slender', 'hollow', 'beads'],
    ['petals', 'curls', 'scallops'],
    ['drops', 'hollow', 'fans'],
    ['slender', 'curls', 'beads'],
    ['petals', 'fans', 'scallops'],
  ]);
  const fullness = random.between(0.8, 1);
  const wreaths = [
    designWreath(first, fold, 0.12, 0.36, 0, fullness),
    designWreath(second, fold, 0.44, 0.79, 0.5, fullness),
    designWreath(third, fold * 2, 0.83, 0.93, 0, fullness),
  ];
  const hasBeads = random.chance(0.5);
  const beads = designWreath('beads', fold, 0.36, 0.42, 0.5, 0.7);
  return (center, radius) => {
    const at = placedAround(center, radius);
    return [
      ...circleOutline(center, radius * 0.07),
      ...ringOutline(center, radius * 0.41, radius * 0.397),
      ...ringOutline(center, radius * 0.818, radius * 0.804),
      ...ringOutline(center, radius, radius * 0.976),
      ...wreaths.flatMap(wreath => wreath(at, radius)),
      ...(hasBeads ? beads(at, radius) : []),
    ];
  };
}

/** A small ornament of one wreath or two, for tiles and corners. */
export function designSprig(random: SeededRandom, fold: number): Ornament {
  const [inner, outer] = pickWreaths(random);
  const fullness = random.between(0.7, 0.95);
  const wreaths = [
    designWreath(inner, fold, 0.16, outer === null ? 1 : 0.82, 0, fullness),
    ...(outer === null ? [] : [designWreath(outer, fold, 0.66, 0.98, 0.5, fullness)]),
  ];
  return (center, radius) => {
    const at = placedAround(center, radius);
    return [...circleOutline(center, radius * 0.1), ...wreaths.flatMap(wreath => wreath(at, radius))];
  };
}

/** The same for so small a size that fine leaves would run together: one wreath of stout ones. */
export function designSmallSprig(random: SeededRandom, fold: number): Ornament {
  const [inner] = pickWreaths(random);
  const wreath = designWreath(inner === 'drops' ? 'drops' : 'petals', fold, 0.24, 1, 0, 0.8);
  return (center, radius) => [...circleOutline(center, radius * 0.13), ...wreath(placedAround(center, radius), radius)];
}

function pickWreaths(random: SeededRandom): readonly [inner: WreathKind, outer: WreathKind | null] {
  return random.pick<readonly [WreathKind, WreathKind | null]>([
    ['petals', null],
    ['slender', null],
    ['drops', 'beads'],
    ['petals', 'beads'],
    ['hollow', null],
    ['curls', null],
  ]);
}

function placedAround(center: Point, radius: number): Placed {
  return ([distance, angle]) => [
    center[0] + Math.sin(angle) * distance * radius,
    center[1] - Math.cos(angle) * distance * radius,
  ];
}

type WreathKind = 'petals' | 'hollow' | 'slender' | 'drops' | 'curls' | 'fans' | 'scallops' | 'beads';

/** `shift` turns the wreath by that share of a step; `fullness` 1 lets neighbours touch. */
function designWreath(
  kind: WreathKind,
  fold: number,
  inner: number,
  outer: number,
  shift: number,
  fullness: number,
): Wreath {
  const step = (2 * Math.PI) / fold;
  const half = Math.min(0.42, step * 0.5) * fullness;
  const angles = Array.from({ length: fold }, (_, index) => (index + shift) * step);
  return (at, radius) => angles.flatMap(angle => wreathPiece(kind, at, radius, { inner, outer, angle, half }));
}

interface PieceRoom {
  readonly inner: number;
  readonly outer: number;
  readonly angle: number;
  /** Half of its width, as an angle. */
  readonly half: number;
}

function wreathPiece(
  kind: WreathKind,
  at: Placed,
  radius: number,
  { inner, outer, angle, half }: PieceRoom,
): PathStep[] {
  const deep = outer - inner;
  const bead = (distance: number, size: number, turn = 0) => circleOutline(at([distance, angle + turn]), size * radius);
  switch (kind) {
    case 'petals':
      return petal(at, [inner, angle], [outer, angle], half);
    case 'hollow':
      return [
        ...petal(at, [inner, angle], [outer, angle], half),
        ...petal(at, [outer - deep * 0.1, angle], [inner + deep * 0.2, angle], half * 0.72),
        ...bead(inner + deep * 0.52, deep * 0.1),
      ];
    case 'slender':
      return [-0.62, 0, 0.62].flatMap(off =>
        petal(
          at,
          [inner, angle + off * half * 0.3],
          [outer - Math.abs(off) * deep * 0.26, angle + off * half],
          half * 0.26,
        ),
      );
    case 'drops':
      return drop(at, [inner, angle], [outer, angle], half * 0.8);
    case 'curls':
      return [
        ...[-1, 1].flatMap(side =>
          curl(at, [inner, angle], [outer - deep * 0.24, angle + side * half * 0.8], side * half * 0.5, deep * 0.2),
        ),
        ...[-1, 1].flatMap(side => bead(outer - deep * 0.16, deep * 0.08, side * half * 0.62)),
        ...petal(at, [inner + deep * 0.1, angle], [outer, angle], half * 0.28),
      ];
    case 'fans':
      return [-0.7, -0.35, 0, 0.35, 0.7].flatMap(off =>
        drop(at, [inner, angle], [outer - Math.abs(off) * deep * 0.16, angle + off * half], half * 0.15),
      );
    case 'scallops':
      return [...scallop(at, angle, half, inner, deep), ...bead(inner + deep * 0.25, deep * 0.14)];
    case 'beads':
      return bead((inner + outer) / 2, Math.min(deep * 0.3, half * outer * 0.5));
  }
}

/** A leaf between two places, its widest in the middle; `spread` is half its width as an angle. */
function petal(at: Placed, [from, fromAngle]: Polar, [to, toAngle]: Polar, spread: number): PathStep[] {
  const [middle, angle] = [from + (to - from) * 0.55, (fromAngle + toAngle) / 2];
  return [
    { type: 'M', values: at([from, fromAngle]) },
    { type: 'Q', values: [...at([middle, angle - spread * 1.8]), ...at([to, toAngle])] },
    { type: 'Q', values: [...at([middle, angle + spread * 1.8]), ...at([from, fromAngle])] },
    { type: 'Z', values: [] },
  ];
}

/** A drop whose tip points inwards. */
function drop(at: Placed, [inner, innerAngle]: Polar, [outer, angle]: Polar, spread: number): PathStep[] {
  const low = inner + (outer - inner) * 0.55;
  return [
    { type: 'M', values: at([inner, innerAngle]) },
    { type: 'C', values: [...at([low, angle - spread]), ...at([outer, angle - spread * 1.5]), ...at([outer, angle])] },
    {
      type: 'C',
      values: [...at([outer, angle + spread * 1.5]), ...at([low, angle + spread]), ...at([inner, innerAngle])],
    },
    { type: 'Z', values: [] },
  ];
}

/** A stroke that swells and bends away to one side. */
function curl(at: Placed, from: Polar, to: Polar, bend: number, thickness: number): PathStep[] {
  const control = (more: number): Point => at([(from[0] + to[0]) / 2 + more, to[1] + bend]);
  return [
    { type: 'M', values: at(from) },
    { type: 'Q', values: [...control(thickness / 2), ...at(to)] },
    { type: 'Q', values: [...control(-thickness / 2), ...at(from)] },
    { type: 'Z', values: [] },
  ];
}

/** A bow from neighbour to neighbour. */
function scallop(at: Placed, angle: number, half: number, foot: number, deep: number): PathStep[] {
  return [
    { type: 'M', values: at([foot, angle - half]) },
    { type: 'Q', values: [...at([foot + deep * 1.9, angle]), ...at([foot, angle + half])] },
    { type: 'Q', values: [...at([foot + deep * 1.35, angle]), ...at([foot, angle - half])] },
    { type: 'Z', values: [] },
  ];
}

/** A circle with a round hole. */
export function ringOutline([x, y]: Point, radius: number, hole: number): PathStep[] {
  // Seen in a mirror the inner circle runs the other way round, and so is a hole.
  const inner = circleOutline([0, 0], hole).map(({ type, values }): PathStep => {
    return { type, values: values.map((value, index) => (index % 2 === 0 ? x - value : y + value)) };
  });
  return [...circleOutline([x, y], radius), ...inner];
}
