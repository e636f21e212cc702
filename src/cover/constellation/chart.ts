import type { Paint, Point, Shape } from '../../drawing/drawing.ts';
import { bar, openLine, polar, ring } from '../../drawing/lines.ts';
import { circleOutline, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { type NightSky, skyExtent } from './nightSky.ts';

/** The net of the chart: circles about the pole and lines from it, thin, and the sun's road as a broken circle. */
export function graticuleShapes(sky: NightSky): Shape[] {
  const { palette, center, reach, pole, random } = sky;
  const draw = random('graticule');
  const lines: PathStep[] = [];
  const gap = sky.isRound ? reach / draw.pick([4, 5, 6]) : draw.between(120, 170);
  const far = Math.hypot(center[0] - pole[0], center[1] - pole[1]) + skyExtent(sky);
  for (let radius = gap; radius < far; radius += gap) lines.push(...circleOutline(pole, radius));
  const turn = draw.between(0, 1);
  const count = sky.isRound ? 24 : 36;
  for (let index = 0; index < count; index += 1) {
    const angle = ((index + turn) / count) * 2 * Math.PI;
    lines.push(...openLine([polar(pole, index % 2 === 0 ? gap * 0.5 : gap, angle), polar(pole, far, angle)]));
  }
  const ecliptic = polar(pole, reach * 0.28, draw.between(0, 2 * Math.PI));
  const road = sky.isRound ? reach * 0.72 : far * 0.56;
  return [
    { type: 'stroke', steps: lines, stroke: palette.line, widthUnits: 1.3, opacity: sky.isRound ? 0.55 : 0.7 },
    { type: 'stroke', steps: brokenCircle(ecliptic, road, 14), stroke: palette.haze, widthUnits: 2.2, opacity: 0.75 },
  ];
}

/** A circle of dashes, each as long as the gap after it. */
function brokenCircle(center: Point, radius: number, dash: number): PathStep[] {
  const count = Math.round((Math.PI * radius) / dash);
  return Array.from({ length: count }).flatMap((_, index) => {
    const start = (index / count) * 2 * Math.PI;
    return openLine([0, 0.25, 0.5].map(share => polar(center, radius, start + (share / count) * 2 * Math.PI)));
  });
}

/** The gilt rim of a round chart: two rings, with a scale of degrees between them, and a lozenge at every hour. */
export function rimShapes({ center, reach }: NightSky, gilt: Paint): Shape[] {
  const depth = Math.max(16, reach * 0.062);
  const steps = [
    ...ring(center, reach, 3),
    ...ring(center, reach + depth, Math.max(2.4, reach * 0.009)),
    ...ring(center, reach + depth + Math.max(6, reach * 0.022), 1.8),
    ...scaleOf(center, reach, depth),
  ];
  return [{ type: 'path', steps, fill: gilt, opacity: 1 }];
}

function scaleOf(center: Point, reach: number, depth: number): PathStep[] {
  const count = reach > 260 ? 144 : 72;
  const perHour = count / 12;
  return Array.from({ length: count }).flatMap((_, index) => {
    const angle = (index / count) * 2 * Math.PI;
    if (index % perHour === 0) return lozenge(polar(center, reach + depth / 2, angle), depth * 0.3, angle);
    const length = index % (perHour / 2) === 0 ? depth * 0.62 : depth * 0.3;
    return bar(polar(center, reach, angle), polar(center, reach + length, angle), 2.2);
  });
}

function lozenge(center: Point, half: number, angle: number): PathStep[] {
  return polygon(
    [0, 1, 2, 3].map(corner => polar(center, corner % 2 === 0 ? half : half * 0.6, angle + (corner * Math.PI) / 2)),
  );
}
