import type { Box, Point, Shape } from '../../drawing/drawing.ts';
import { bar, polar, ring, softLine } from '../../drawing/lines.ts';
import { circleOutline, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { SurveyedLand } from './land.ts';
import type { MapPalette } from './palettes.ts';
import { cornerPoint, cornersWithin, dashes, distance, smoothed, summits, trailBetween } from './trail.ts';

/** The part of a map where its signs may stand, and what they must keep off. */
export interface SignField {
  readonly box: Box;
  readonly palette: MapPalette;
  readonly random: (name: string) => SeededRandom;
}

/** What the surveyor drew on the land: rivers, a trail to the highest summit, triangles on the others, a compass rose. */
export function mapSigns(land: SurveyedLand, field: SignField): Shape[] {
  const peaks = summits(land, field.box, 4);
  const [goal] = peaks;
  return [
    ...riverShapes(land, field),
    ...(goal === undefined ? [] : trailShapes(land, goal, field)),
    ...peaks.slice(1).flatMap(peak => summitShapes(cornerPoint(land.grid, peak), field.palette)),
    ...roseShapes(land, field),
  ];
}

function summitShapes([x, y]: Point, { paper, ink }: MapPalette): Shape[] {
  const triangle = (half: number) =>
    polygon([
      [x, y - half * 1.15],
      [x + half, y + half * 0.6],
      [x - half, y + half * 0.6],
    ]);
  return [
    { type: 'path', steps: triangle(19), fill: paper, opacity: 1 },
    { type: 'path', steps: triangle(13), fill: ink, opacity: 1 },
  ];
}

/** Dashes from the edge of the field to a cross on the highest summit. */
function trailShapes(land: SurveyedLand, goal: number, { box, palette, random }: SignField): Shape[] {
  const draw = random('trail');
  const end = cornerPoint(land.grid, goal);
  const dry = cornersWithin(land.grid, box).filter(corner => (land.grid.heights[corner] ?? 0) > land.waterLevel);
  const far = dry.filter(corner => distance(cornerPoint(land.grid, corner), end) > 0.6 * (box.bottom - box.top));
  const start = far[Math.floor(draw.between(0, far.length))];
  const way = start === undefined ? [] : trailBetween(land, start, goal, box);
  const steps = dashes(way.slice(0, -1), 17, 13);
  const cross = [45, 135, 225, 315].flatMap(angle => bar(end, polar(end, 27, (angle * Math.PI) / 180), 10));
  const halo = [45, 135, 225, 315].flatMap(angle => bar(end, polar(end, 32, (angle * Math.PI) / 180), 20));
  const from = way[0];
  return [
    { type: 'stroke', steps, stroke: palette.paper, widthUnits: 10, opacity: 0.85 },
    { type: 'stroke', steps, stroke: palette.accent, widthUnits: 5.4, opacity: 1 },
    { type: 'path', steps: halo, fill: palette.paper, opacity: 1 },
    { type: 'path', steps: cross, fill: palette.accent, opacity: 1 },
    ...(from === undefined ? [] : stationShapes(from, palette)),
  ];
}

function stationShapes(center: Point, { paper, accent }: MapPalette): Shape[] {
  return [
    { type: 'circle', center, radius: 15, fill: paper, opacity: 1 },
    { type: 'path', steps: ring(center, 9, 5), fill: accent, opacity: 1 },
  ];
}

/** Streams that run down to standing water: each the steepest way from below a height. */
function riverShapes(land: SurveyedLand, { box, palette, random }: SignField): Shape[] {
  const draw = random('rivers');
  const corners = cornersWithin(land.grid, box);
  const rivers: Point[][] = [];
  for (let attempt = 0; attempt < 60 && rivers.length < 4; attempt += 1) {
    const spring = corners[Math.floor(draw.between(0, corners.length))];
    const river = spring === undefined ? [] : downhill(land, spring);
    const isApart = rivers.every(other => other.every(place => distance(place, river[0] ?? place) > 130));
    if (river.length > shortestRiver && isApart) rivers.push(river);
  }
  const courses = rivers.map(river => smoothed(smoothed(river)));
  const lower = courses.map(course => course.slice(Math.floor(course.length / 2)));
  return [
    { type: 'stroke', steps: courses.flatMap(softLine), stroke: palette.shore, widthUnits: 2.6, opacity: 1 },
    { type: 'stroke', steps: lower.flatMap(softLine), stroke: palette.shore, widthUnits: 4.6, opacity: 1 },
  ];
}

/** In corners of the net. */
const shortestRiver = 8;

/** The corners that water passes on its way to a lake; none when it does not get there. */
function downhill({ grid, waterLevel }: SurveyedLand, spring: number): Point[] {
  const { heights, columns } = grid;
  const around = [-1, 1, -columns, columns, -columns - 1, -columns + 1, columns - 1, columns + 1];
  const way: Point[] = [];
  for (let corner = spring; way.length < 200;) {
    way.push(cornerPoint(grid, corner));
    const height = heights[corner] ?? 0;
    if (height < waterLevel) return way;
    const lowest = around.reduce(
      (best, step) => ((heights[corner + step] ?? 0) < (heights[best] ?? 0) ? corner + step : best),
      corner,
    );
    if (lowest === corner) return [];
    corner = lowest;
  }
  return [];
}

/** A compass rose where there is open water for it. */
function roseShapes(land: SurveyedLand, { box, palette, random }: SignField): Shape[] {
  const { grid, waterLevel } = land;
  const inner = { left: box.left + 80, top: box.top + 80, right: box.right - 80, bottom: box.bottom - 80 };
  const wet = cornersWithin(grid, box).map(corner => ({
    place: cornerPoint(grid, corner),
    isWet: (grid.heights[corner] ?? 0) < waterLevel,
  }));
  const open = cornersWithin(grid, inner)
    .map(corner => cornerPoint(grid, corner))
    .filter(place => wet.every(({ place: other, isWet }) => isWet || distance(place, other) > 84));
  const center = open[Math.floor(random('rose').between(0, open.length))];
  return center === undefined
    ? []
    : [{ type: 'path', steps: compassRose(center, 64), fill: palette.shore, opacity: 1 }];
}

/** Eight points, split along their length as if lit from one side, in a ring; north is longest. */
export function compassRose(center: Point, radius: number): PathStep[] {
  const points = [1, 3, 5, 7, 0, 2, 4, 6].flatMap(index => {
    const angle = (index * Math.PI) / 4 - Math.PI / 2;
    const length = index % 2 === 1 ? radius * 0.55 : index === 0 ? radius * 1.22 : radius * 0.94;
    return polygon([polar(center, length, angle), polar(center, radius * 0.17, angle + Math.PI / 4), center]);
  });
  return [
    ...points,
    ...ring(center, radius * 0.66, radius * 0.035),
    ...circleOutline(polar(center, radius * 1.4, -Math.PI / 2), radius * 0.06),
  ];
}
