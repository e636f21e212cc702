import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { Point } from '../../drawing/drawing.ts';
import { polygon } from '../../drawing/outline.ts';
import type { SeededRandom } from '../seededRandom.ts';
import { coverWidth, overscan, type Profile } from './stage.ts';

/** A fir as a cutter sees it: a spire of drooping tiers. `foot` is the middle of its stem on the ground. */
export function fir([x, y]: Point, height: number, random: SeededRandom): PathStep[] {
  const tiers = Math.max(5, Math.round(height / 15));
  const spread = height * random.between(0.17, 0.22);
  const side = (sign: number): Point[] =>
    Array.from({ length: tiers }).flatMap((_, tier): Point[] => {
      const share = (tier + 1) / tiers;
      const half = spread * share ** 0.85 * random.between(0.78, 1.12);
      const tierY = y - height * 0.06 - height * 0.94 * (1 - share);
      return [
        [x + sign * half, tierY + height * 0.018],
        [x + sign * half * 0.42, tierY - height * 0.012],
      ];
    });
  return polygon([
    [x, y - height],
    ...side(1),
    [x + height * 0.012, y + 6],
    [x - height * 0.012, y + 6],
    ...side(-1).reverse(),
  ]);
}

/** A wood along a crest, dense and uneven. */
export function firWood(
  crest: Profile,
  wood: { readonly height: number; readonly spacing: number; readonly thinning: (x: number) => number },
  random: SeededRandom,
): PathStep[] {
  const steps: PathStep[] = [];
  for (let x = -overscan; x < coverWidth + overscan; x += wood.spacing * random.between(0.55, 1.45)) {
    const height = wood.height * random.between(0.6, 1.15) * wood.thinning(x);
    if (height > wood.height * 0.24) steps.push(...fir([x, crest(x) + height * 0.1], height, random));
  }
  return steps;
}

/** A leafless tree: every branch forks into two or three thinner ones that bend upwards. */
export function bareTree(foot: Point, height: number, random: SeededRandom): PathStep[] {
  const steps: PathStep[] = [];
  grow(foot, -Math.PI / 2 + random.between(-0.08, 0.08), height * 0.3, height * 0.05, 0, random, steps);
  return steps;
}

const deepestFork = 7;

function grow(
  [x, y]: Point,
  angle: number,
  length: number,
  width: number,
  depth: number,
  random: SeededRandom,
  steps: PathStep[],
): void {
  const bend = random.between(-0.18, 0.18);
  const middle: Point = [x + Math.cos(angle) * length * 0.5, y + Math.sin(angle) * length * 0.5];
  const end: Point = [
    middle[0] + Math.cos(angle + bend) * length * 0.5,
    middle[1] + Math.sin(angle + bend) * length * 0.5,
  ];
  const tip = depth === deepestFork ? 0.4 : width * 0.68;
  steps.push(...limb([x, y], middle, end, width, tip, angle + bend / 2));
  if (depth === deepestFork) return;
  const forks = depth > 0 && random.chance(0.28) ? 3 : 2;
  for (let fork = 0; fork < forks; fork += 1) {
    const spread = (fork - (forks - 1) / 2) * random.between(0.62, 0.98) + random.between(-0.12, 0.12);
    // Branches seek the light: each turns somewhat back up.
    const upward = (-Math.PI / 2 - (angle + spread)) * 0.1;
    grow(end, angle + bend + spread + upward, length * random.between(0.7, 0.86), tip, depth + 1, random, steps);
  }
}

function limb(start: Point, middle: Point, end: Point, width: number, tip: number, angle: number): PathStep[] {
  const across = (point: Point, half: number): Point => [
    point[0] - Math.sin(angle) * half,
    point[1] + Math.cos(angle) * half,
  ];
  const waist = (width + tip) / 4;
  return polygon([
    across(start, -width / 2),
    across(middle, -waist),
    across(end, -tip / 2),
    across(end, tip / 2),
    across(middle, waist),
    across(start, width / 2),
  ]);
}

/** A row of poplars or cypresses, tall and narrow, their feet on a crest. */
export function poplarRow(
  crest: Profile,
  startX: number,
  count: number,
  height: number,
  random: SeededRandom,
): PathStep[] {
  const steps: PathStep[] = [];
  let x = startX;
  for (let index = 0; index < count; index += 1) {
    const tall = height * random.between(0.78, 1.1);
    steps.push(...poplar([x, crest(x) + 4], tall, tall * random.between(0.1, 0.13)));
    x += height * random.between(0.26, 0.4);
  }
  return steps;
}

function poplar([x, y]: Point, height: number, half: number): PathStep[] {
  return [
    { type: 'M', values: [x, y - height] },
    {
      type: 'C',
      values: [x + half * 0.9, y - height * 0.72, x + half * 1.5, y - height * 0.2, x + half * 0.25, y - height * 0.1],
    },
    { type: 'L', values: [x + half * 0.18, y] },
    { type: 'L', values: [x - half * 0.18, y] },
    { type: 'L', values: [x - half * 0.25, y - height * 0.1] },
    { type: 'C', values: [x - half * 1.5, y - height * 0.2, x - half * 0.9, y - height * 0.72, x, y - height] },
    { type: 'Z', values: [] },
  ];
}
