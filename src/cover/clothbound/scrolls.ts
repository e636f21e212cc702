import type { Box, Point } from '../../drawing/drawing.ts';
import { circleOutline, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { SeededRandom } from '../seededRandom.ts';

/** A plant that grows from the foot of a box to its head: a stem, and pairs of scrolls with leaves and fruit, mirrored. */
export function scrollPlant(box: Box, random: SeededRandom): PathStep[] {
  const axis = (box.left + box.right) / 2;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const pairs = height > width * 1.15 ? 3 : height > width * 0.62 ? 2 : 1;
  const habit: Habit = {
    fruit: random.pick(['bead', 'trefoil', 'bud', 'flower'] as const),
    turns: random.pick([1.14, 1.4, 1.66]),
    fullness: random.between(0.3, 0.52),
    leafCount: random.pick([4, 5, 6, 7]),
    leafSize: random.between(0.2, 0.32),
    hasBeads: random.chance(0.6),
  };
  const crown = random.pick(['tulip', 'flower', 'tulip'] as const);
  const taper = random.between(0.7, 1);
  const sum = Array.from({ length: pairs }, (_, index) => taper ** index).reduce((total, share) => total + share, 0);
  const largest = Math.min((width / 2 - 12) / 2.02, (height * 0.84) / (1.86 * sum));
  const steps: PathStep[] = [];
  const used = largest * 1.86 * sum + largest * 0.75;
  const foot = box.bottom - (height - used) / 2;
  let y = foot - largest * 0.1;
  for (let pair = 0; pair < pairs; pair += 1) {
    const radius = largest * taper ** pair;
    y -= radius * 0.86;
    for (const side of [-1, 1] as const) steps.push(...scroll([axis, y], radius, side, habit));
    y -= radius;
  }
  const head: Point = [axis, y - largest * 0.2];
  steps.push(
    ...stem([axis, foot], head, largest * 0.05),
    ...(crown === 'tulip' ? tulip(head, largest * 0.42) : flower([axis, head[1] - largest * 0.1], largest * 0.3)),
    ...footLeaves([axis, foot], largest * 0.34),
  );
  return steps;
}

type Fruit = 'bead' | 'trefoil' | 'bud' | 'flower';

/** How a plant grows. */
interface Habit {
  readonly fruit: Fruit;
  /** How far a scroll winds. */
  readonly turns: number;
  /** The width of a leaf, as a share of its length. */
  readonly fullness: number;
  readonly leafCount: number;
  /** In radii of the scroll. */
  readonly leafSize: number;
  readonly hasBeads: boolean;
}

/** A branch that leaves the stem upwards and winds in, with leaves on its outside and a fruit in its eye. */
function scroll([axis, y]: Point, radius: number, side: -1 | 1, habit: Habit): PathStep[] {
  const { turns, fullness, leafCount, leafSize, hasBeads } = habit;
  const center: Point = [axis + side * radius, y];
  const at = (share: number, out = 0): Point => {
    const reach = radius * (1 - 0.8 * share ** 0.85) + out * radius;
    const angle = Math.PI + share * turns * 2 * Math.PI;
    return [center[0] + side * Math.cos(angle) * reach, center[1] + Math.sin(angle) * reach];
  };
  const count = 40;
  const edge = (sign: number): Point[] =>
    Array.from({ length: count }, (_, index) => {
      const share = index / (count - 1);
      return at(share, (sign * (0.048 - 0.03 * share)) / 2);
    });
  const leaves = Array.from({ length: leafCount }, (_, index) => {
    const share = ((0.09 + index * 0.13) * 1.14) / turns;
    const size = leafSize * (1 - 0.08 * index);
    const bead = hasBeads && index < 3 ? circleOutline(at(share + 0.09 / turns, 0.09), radius * 0.03) : [];
    return [...leafAlong(at(share, 0.03), at(share + 0.07 / turns, 0.03 + size), fullness), ...bead];
  }).flat();
  return [
    ...polygon([...edge(1), ...edge(-1).reverse()]),
    ...leaves,
    ...fruitOutline(at(1), center, radius * 0.15, habit.fruit),
  ];
}

function fruitOutline(end: Point, eye: Point, size: number, fruit: Fruit): PathStep[] {
  switch (fruit) {
    case 'bead':
      return circleOutline(end, size * 0.9);
    case 'flower':
      return flower(end, size * 1.35);
    case 'trefoil':
      return [0, 1, 2].flatMap(lobe => {
        const angle = (lobe * 2 * Math.PI) / 3 - Math.PI / 2;
        return circleOutline(
          [end[0] + Math.cos(angle) * size * 0.6, end[1] + Math.sin(angle) * size * 0.6],
          size * 0.5,
        );
      });
    case 'bud':
      return [-0.7, 0, 0.7].flatMap(turn => {
        const angle = Math.atan2(eye[1] - end[1], eye[0] - end[0]) + turn;
        return leafAlong(end, [end[0] + Math.cos(angle) * size * 2, end[1] + Math.sin(angle) * size * 2], 0.5);
      });
  }
}

/** A pointed leaf; `fullness` is its width as a share of its length. */
function leafAlong([fromX, fromY]: Point, [toX, toY]: Point, fullness: number): PathStep[] {
  const [x, y] = [(fromX + toX) / 2, (fromY + toY) / 2];
  const [acrossX, acrossY] = [-(toY - fromY) * fullness, (toX - fromX) * fullness];
  return [
    { type: 'M', values: [fromX, fromY] },
    { type: 'Q', values: [x + acrossX, y + acrossY, toX, toY] },
    { type: 'Q', values: [x - acrossX, y - acrossY, fromX, fromY] },
    { type: 'Z', values: [] },
  ];
}

function stem([x, foot]: Point, [, head]: Point, width: number): PathStep[] {
  return polygon([
    [x - width * 0.6, foot],
    [x - width * 0.3, head],
    [x + width * 0.3, head],
    [x + width * 0.6, foot],
  ]);
}

/** Six petals around a bead. */
function flower([x, y]: Point, size: number): PathStep[] {
  const petals = Array.from({ length: 6 }, (_, index) => {
    const [across, down] = [Math.sin((index * Math.PI) / 3), Math.cos((index * Math.PI) / 3)];
    const from: Point = [x + across * size * 0.34, y - down * size * 0.34];
    return leafAlong(from, [x + across * size * 1.1, y - down * size * 1.1], 0.62);
  }).flat();
  return [...petals, ...circleOutline([x, y], size * 0.22)];
}

/** Five petals that open upwards. */
function tulip([x, y]: Point, size: number): PathStep[] {
  const petals = [-1.15, -0.55, 0, 0.55, 1.15].flatMap((turn, index) => {
    const reach = size * (index === 2 ? 1.15 : 1);
    return leafAlong([x, y], [x + Math.sin(turn) * reach, y - Math.cos(turn) * reach], 0.36);
  });
  return [...petals, ...circleOutline([x, y + size * 0.06], size * 0.13)];
}

/** Three leaves that spread where the stem leaves the ground. */
function footLeaves([x, y]: Point, size: number): PathStep[] {
  return [-1.9, -1.25, 1.25, 1.9].flatMap(turn =>
    leafAlong([x, y], [x + Math.sin(turn) * size, y - Math.cos(turn) * size * 0.8], 0.36),
  );
}
