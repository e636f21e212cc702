import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { Point } from '../../drawing/drawing.ts';
import { polygon } from '../../drawing/outline.ts';
import type { SeededRandom } from '../seededRandom.ts';
import { coverWidth, overscan, type Profile } from './stage.ts';

/** Between the points of a curve, in cover units; finer than a reader's eye at poster size. */
const sampleStep = 5;

/** The x of every point that a curve across the cover is drawn through. */
export const sampledXs: readonly number[] = Array.from(
  { length: (coverWidth + 2 * overscan) / sampleStep + 1 },
  (_, index) => index * sampleStep - overscan,
);

/** Soft hills: three long waves, the slowest the highest. */
export function rollingProfile(base: number, amplitude: number, random: SeededRandom): Profile {
  const waves = [
    { height: 0.62, length: random.between(620, 900), phase: random.between(0, 1) },
    { height: 0.28, length: random.between(300, 430), phase: random.between(0, 1) },
    { height: 0.1, length: random.between(130, 190), phase: random.between(0, 1) },
  ];
  return x => base - amplitude * waves.reduce((sum, wave) => sum + wave.height * sine(x / wave.length + wave.phase), 0);
}

/** Peaks and saddles: straight flanks between seeded summits, roughened by smaller ones. */
export function craggyProfile(base: number, amplitude: number, random: SeededRandom): Profile {
  const corners: Point[] = [];
  let isPeak = random.chance(0.5);
  for (let x = -250; x < coverWidth + 350; x += random.between(120, 250)) {
    corners.push([x, isPeak ? random.between(0.4, 1) : random.between(-0.15, 0.2)]);
    isPeak = !isPeak;
  }
  const rough = noise(random, 38);
  const fine = noise(random, 13);
  return x => base - amplitude * (alongCorners(corners, x) + 0.1 * rough(x) + 0.04 * fine(x));
}

function alongCorners(corners: readonly Point[], x: number): number {
  const next = corners.findIndex(corner => corner[0] > x);
  const [right, left] = [corners[next], corners[next - 1]];
  if (right === undefined || left === undefined) return 0;
  return left[1] + ((right[1] - left[1]) * (x - left[0])) / (right[0] - left[0]);
}

/** Smooth unrest between -1 and 1, with about one bump in each `length` units. */
export function noise(random: SeededRandom, length: number): (x: number) => number {
  const knots = Array.from({ length: Math.ceil((coverWidth + 800) / length) + 3 }, () => random.between(-1, 1));
  return x => {
    const place = Math.max(0, (x + 400) / length);
    const index = Math.floor(place);
    const share = place - index;
    const eased = share * share * (3 - 2 * share);
    const [left = 0, right = 0] = [knots[index], knots[index + 1]];
    return left + (right - left) * eased;
  };
}

/** All that lies below a profile, on a cover of that height. */
export function groundOutline(profile: Profile, heightUnits: number): PathStep[] {
  const crest = sampledXs.map((x): Point => [x, profile(x)]);
  const floor = heightUnits + overscan;
  return polygon([...crest, [coverWidth + overscan, floor], [-overscan, floor]]);
}

/** How steeply the land falls to the right at a place: units down for each unit across. */
export function slopeAt(profile: Profile, x: number): number {
  return (profile(x + 4) - profile(x - 4)) / 8;
}

/** A place to build on between two x: high up, and level. */
export function buildingPlace(profile: Profile, left: number, right: number): Point {
  const score = (x: number) => profile(x) + Math.abs(slopeAt(profile, x)) * 240;
  let best = left;
  for (let x = left; x <= right; x += sampleStep) if (score(x) < score(best)) best = x;
  return [best, profile(best)];
}

function sine(turns: number): number {
  return Math.sin(turns * 2 * Math.PI);
}

/** The summits and hollows of a profile, left to right, in turn; unrest lower than `prominence` is passed over. */
export function turningPoints(profile: Profile, prominence: number): Point[] {
  const turns: Point[] = [];
  let highest: Point = [sampledXs[0] ?? 0, profile(sampledXs[0] ?? 0)];
  let lowest = highest;
  let isRising: boolean | null = null;
  for (const x of sampledXs) {
    const here: Point = [x, profile(x)];
    if (here[1] < highest[1]) highest = here;
    if (here[1] > lowest[1]) lowest = here;
    if (isRising !== false && here[1] > highest[1] + prominence) {
      turns.push(highest);
      isRising = false;
      lowest = here;
    } else if (isRising !== true && here[1] < lowest[1] - prominence) {
      turns.push(lowest);
      isRising = true;
      highest = here;
    }
  }
  return turns;
}
