import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { Point } from '../../drawing/drawing.ts';
import { polygon, swellingStroke } from '../../drawing/outline.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { Profile } from './stage.ts';
import { noise, sampledXs, slopeAt, turningPoints } from './terrain.ts';

/** How thick a stroke is at a place, in cover units; nothing where it is not above 0. */
type Thickness = (x: number) => number;

/** The strokes that a graver leaves along a curve: wherever the thickness is above nothing, a stroke with two tips. */
export function strokesAlong(curve: Profile, thickness: Thickness): PathStep[] {
  const steps: PathStep[] = [];
  let spine: Point[] = [];
  let widths: number[] = [];
  const cut = () => {
    if (spine.length >= 4) steps.push(...swellingStroke(spine, [0, ...widths.slice(1, -1), 0]));
    spine = [];
    widths = [];
  };
  for (const x of sampledXs) {
    const width = thickness(x);
    if (width < thinnestCut) cut();
    else {
      spine.push([x, curve(x)]);
      widths.push(width);
    }
  }
  cut();
  return steps;
}

/** Thinner strokes than this vanish on a reader's screen. */
const thinnestCut = 0.5;

export interface ContourCarving {
  /** The lowest y at which strokes are still wanted, by x. */
  readonly floor: Profile;
  readonly spacing: number;
  readonly lineCount: number;
  /** Where the light stands. */
  readonly lightX: number;
  /** Whether the strokes are the light on the slopes towards it, or the shade on those that turn away. */
  readonly side: 'lit' | 'shaded';
}

/**
 * Contour lines below a crest, each flatter than the one above, like drapery; they swell on slopes that face the light
 * (or away from it) and thin out downhill and wherever the hand got tired.
 */
export function contourStrokes(crest: Profile, carving: ContourCarving, random: SeededRandom): PathStep[] {
  const steps: PathStep[] = [];
  const towardsLight = carving.side === 'lit' ? 1 : -1;
  for (let line = 1; line <= carving.lineCount; line += 1) {
    const share = line / (carving.lineCount + 1);
    const unrest = noise(random, 90);
    const drop = carving.spacing * (line - 0.4) * (1 + 0.35 * share);
    const curve: Profile = x => crest(x + unrest(x) * 3) + drop + unrest(x) * 1.2;
    const thickness: Thickness = x => {
      const y = curve(x);
      if (y > carving.floor(x) - carving.spacing) return 0;
      // Land that rises to the right faces left, where the light is if it is not further right.
      const facing = -slopeAt(crest, x) * sideOf(carving.lightX, x) * towardsLight;
      const tone = 0.16 + 1.7 * facing + 0.34 * unrest(x + 37) - 0.55 * share;
      return carving.spacing * 0.62 * Math.min(1, tone);
    };
    steps.push(...strokesAlong(curve, thickness));
  }
  return steps;
}

/** -1 well to the left of the light, 1 well to its right, and between them under it. */
function sideOf(lightX: number, x: number): number {
  return Math.max(-1, Math.min(1, (x - lightX) / 120));
}

/** The outlines of the sides of peaks that turn away from the light, from summit to hollow. */
export function shadedFlanks(crest: Profile, lightX: number, random: SeededRandom): Point[][] {
  const turns = turningPoints(crest, 14);
  return turns.flatMap((peak, index) => {
    const side = peak[0] > lightX ? 1 : -1;
    const hollow = turns[index + side] ?? [peak[0] + side * 140, peak[1] + 150];
    return hollow[1] <= peak[1] ? [] : [[...crestBetween(crest, peak, hollow), ...faceRidge(peak, hollow, random)]];
  });
}

function crestBetween(crest: Profile, from: Point, to: Point): Point[] {
  return Array.from({ length: 25 }, (_, index): Point => {
    const x = from[0] + ((to[0] - from[0]) * index) / 24;
    return [x, crest(x)];
  });
}

/** From under the hollow up to the peak along the mountain's face, in jags that grow towards the foot. */
function faceRidge(peak: Point, hollow: Point, random: SeededRandom): Point[] {
  const [width, height] = [hollow[0] - peak[0], hollow[1] - peak[1] + 90];
  const jags = 7;
  const ridge = Array.from({ length: jags }, (_, index): Point => {
    const share = 1 - (index + 0.4) / jags;
    const jag = (index % 2 === 0 ? 0.24 : -0.1) * random.between(0.5, 1.2) * share;
    return [peak[0] + width * (0.2 * share + jag), peak[1] + height * share];
  });
  return ridge;
}

/**
 * Fills an outline with parallel tapered strokes that fall at an angle (radians, clockwise from level), as engravers lay
 * a tint.
 */
export function hatching(outline: readonly Point[], angle: number, spacing: number, thickness: number): PathStep[] {
  const turned = outline.map(point => turn(point, -angle));
  const levels = turned.map(([, y]) => y);
  const steps: PathStep[] = [];
  for (let y = Math.min(...levels) + spacing / 2; y < Math.max(...levels); y += spacing) {
    const crossings = crossingsAt(turned, y);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [left = 0, right = 0] = [crossings[index], crossings[index + 1]];
      if (right - left > spacing) steps.push(...needle([left, y], [right, y], thickness, angle));
    }
  }
  return steps;
}

/** The x of every side of an outline that a level line cuts, left to right. */
function crossingsAt(outline: readonly Point[], y: number): number[] {
  return outline
    .flatMap(([x, fromY], index) => {
      const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [x, fromY];
      return fromY < y === nextY < y ? [] : [x + ((nextX - x) * (y - fromY)) / (nextY - fromY)];
    })
    .sort((first, second) => first - second);
}

/** A stroke that is thick at its upper end and comes to a tip, turned by an angle about the origin. */
function needle([left, y]: Point, [right]: Point, thickness: number, angle: number): PathStep[] {
  const corners: Point[] = [
    [left, y - thickness * 0.4],
    [left + (right - left) * 0.4, y - thickness / 2],
    [right, y],
    [left + (right - left) * 0.4, y + thickness / 2],
    [left, y + thickness * 0.4],
  ];
  return polygon(corners.map(corner => turn(corner, angle)));
}

function turn([x, y]: Point, angle: number): Point {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return [x * cosine - y * sine, x * sine + y * cosine];
}
