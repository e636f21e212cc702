import type { Paint, Point, RadialGradient, Shape } from '../../drawing/drawing.ts';
import { bar, dot, polar } from '../../drawing/lines.ts';
import { circleOutline, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { flatNoise } from '../flatNoise.ts';
import type { StarFigure } from './figures.ts';
import { type NightSky, placeInSky, skyExtent } from './nightSky.ts';

/** A figure in its place: lines of gilt that stop short of its stars, and the stars in sizes of their own. */
export function figureShapes(
  figure: StarFigure,
  sky: NightSky,
  gilt: Paint,
): { shapes: Shape[]; stars: readonly Point[] } {
  const draw = sky.random('figure');
  const size = sky.reach * 0.66;
  const angle = draw.between(-0.2, 0.2);
  const mirror = draw.chance(0.5) ? -1 : 1;
  const stars = figure.stars.map(([x, y]): Point => {
    const [wideX, wideY] = [
      (x * mirror + draw.between(-0.035, 0.035)) * size,
      (y + draw.between(-0.035, 0.035)) * size,
    ];
    return [
      sky.center[0] + wideX * Math.cos(angle) - wideY * Math.sin(angle),
      sky.center[1] + wideX * Math.sin(angle) + wideY * Math.cos(angle),
    ];
  });
  const unit = sky.reach / 400;
  const radii = stars.map((_, index) => unit * (index === figure.brightest ? 34 : draw.pick([11, 13, 15, 18, 23])));
  const lines = figure.chains.flatMap(chain => chainLines(chain, stars, radii, Math.max(2.2, 3.4 * unit)));
  const points = stars.flatMap((star, index) => brightStar(star, radii[index] ?? 0, index === figure.brightest));
  const halos = stars.map((star, index) => halo(star, (radii[index] ?? 0) * 2.8, sky.palette.haze));
  return {
    stars,
    shapes: [
      ...halos,
      { type: 'path', steps: lines, fill: gilt, opacity: 1 },
      { type: 'path', steps: points, fill: sky.palette.star, opacity: 1 },
    ],
  };
}

function chainLines(
  chain: readonly number[],
  stars: readonly Point[],
  radii: readonly number[],
  thickness: number,
): PathStep[] {
  return chain.slice(1).flatMap((to, index) => {
    const from = chain[index] ?? to;
    const [start, end] = [stars[from], stars[to]];
    if (start === undefined || end === undefined) return [];
    const angle = Math.atan2(end[1] - start[1], end[0] - start[0]);
    return bar(polar(start, gapAt(radii[from]), angle), polar(end, -gapAt(radii[to]), angle), thickness);
  });
}

/** A line keeps clear of a star's disc; its rays may touch it. */
function gapAt(radius = 0): number {
  return radius * 0.78 + 2;
}

/** A star with rays: four long ones for most, and four short ones between for the brightest. */
export function brightStar(center: Point, radius: number, isBrightest: boolean): PathStep[] {
  const rays = isBrightest ? 8 : 4;
  const tips = Array.from({ length: rays * 2 }, (_, index): Point => {
    const angle = (index / rays) * Math.PI - Math.PI / 2;
    if (index % 2 === 1) return polar(center, radius * (isBrightest ? 0.24 : 0.26), angle);
    return polar(center, index % 4 === 0 || !isBrightest ? radius : radius * 0.56, angle);
  });
  return [...polygon(tips), ...circleOutline(center, radius * 0.36)];
}

function halo(center: Point, radius: number, color: string): Shape {
  const fill: RadialGradient = {
    type: 'radialGradient',
    center,
    radius,
    stops: [
      { offset: 0, color, opacity: 0.5 },
      { offset: 0.4, color, opacity: 0.16 },
      { offset: 1, color, opacity: 0 },
    ],
  };
  return { type: 'circle', center, radius, fill, opacity: 1 };
}

/** Stars without names, in three magnitudes, each less frequent than the one below it; none on the figure's own. */
export function fieldShapes(sky: NightSky, taken: readonly Point[]): Shape[] {
  const draw = sky.random('field');
  const wealth = sky.isRound ? 1 : 1.7;
  return fieldMagnitudes.map(({ count, width, opacity }): Shape => {
    const steps = Array.from({ length: Math.round(count * wealth) }).flatMap(() => {
      const place = placeInSky(sky, draw);
      const isTaken = taken.some(star => Math.hypot(star[0] - place[0], star[1] - place[1]) < sky.reach * 0.06);
      return isTaken ? [] : dot(place);
    });
    return { type: 'stroke', steps, stroke: sky.palette.star, widthUnits: width, opacity };
  });
}

const fieldMagnitudes = [
  { count: 190, width: 2.6, opacity: 0.75 },
  { count: 64, width: 4.6, opacity: 0.9 },
  { count: 24, width: 7.4, opacity: 1 },
] as const;

/** The milky way: grains of light about a bent line across the sky, in clouds, with dark lanes between. */
export function milkyWayShapes(sky: NightSky): Shape[] {
  const draw = sky.random('milky way');
  const extent = skyExtent(sky);
  const breadth = sky.isRound ? extent * 0.62 : extent * 0.34;
  const angle = draw.between(-1.1, 1.1) + Math.PI / 2;
  const bend = draw.between(-0.3, 0.3) * extent;
  const shift = draw.between(-0.25, 0.25) * sky.reach;
  const clouds = flatNoise(draw, breadth * 0.36);
  const fine: PathStep[] = [];
  const coarse: PathStep[] = [];
  for (let grain = 0; grain < grainCount; grain += 1) {
    const along = draw.between(-1, 1);
    const spread = (draw.between(-1, 1) + draw.between(-1, 1) + draw.between(-1, 1)) / 3;
    const place = aslant(sky.center, along * extent, spread * breadth + bend * along * along + shift, angle);
    const isLit = clouds(...place) - Math.abs(spread) * 0.3 > draw.between(-0.55, 0.28);
    if (isLit && isInSky(place, sky)) (grain % 4 === 0 ? coarse : fine).push(...dot(place));
  }
  const stroke = sky.palette.haze;
  return [
    { type: 'stroke', steps: fine, stroke, widthUnits: 2, opacity: 0.7 },
    { type: 'stroke', steps: coarse, stroke, widthUnits: 3.2, opacity: 0.85 },
  ];
}

const grainCount = 4200;

function aslant(center: Point, along: number, across: number, angle: number): Point {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return [center[0] + along * cosine - across * sine, center[1] + along * sine + across * cosine];
}

function isInSky([x, y]: Point, { isRound, center, reach, field }: NightSky): boolean {
  if (isRound) return Math.hypot(x - center[0], y - center[1]) < reach * 0.985;
  return x > field.left && x < field.right && y > field.top && y < field.bottom;
}
