import type { Box, Point } from '../../drawing/drawing.ts';
import { openLine } from '../../drawing/lines.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { HeightGrid } from './isolines.ts';
import type { SurveyedLand } from './land.ts';

/** Where a corner of the net lies on the cover. */
export function cornerPoint({ columns, cell, left, top }: HeightGrid, corner: number): Point {
  return [left + (corner % columns) * cell, top + Math.floor(corner / columns) * cell];
}

/** The corners of the net inside a box. */
export function cornersWithin(grid: HeightGrid, { left, top, right, bottom }: Box): number[] {
  return [...grid.heights.keys()].filter(corner => {
    const [x, y] = cornerPoint(grid, corner);
    return x >= left && x <= right && y >= top && y <= bottom;
  });
}

/** The highest places inside a box, highest first, that keep their distance from each other. */
export function summits({ grid, waterLevel }: SurveyedLand, box: Box, count: number): number[] {
  const reach = [-1, 1, -grid.columns, grid.columns, -grid.columns - 1, grid.columns + 1];
  const height = (corner: number) => grid.heights[corner] ?? 0;
  const peaks = cornersWithin(grid, box)
    .filter(corner => height(corner) > waterLevel && reach.every(step => height(corner + step) <= height(corner)))
    .sort((first, second) => height(second) - height(first));
  const kept: number[] = [];
  for (const peak of peaks) {
    const isApart = kept.every(other => distance(cornerPoint(grid, peak), cornerPoint(grid, other)) > summitGap);
    if (isApart && kept.length < count) kept.push(peak);
  }
  return kept;
}

const summitGap = 210;

/**
 * The way that a walker takes between two corners of the net: on dry land where there is any, and around steep slopes
 * rather than over them. All corners lie inside the box.
 */
export function trailBetween({ grid, waterLevel }: SurveyedLand, from: number, to: number, box: Box): Point[] {
  const isInside = new Set(cornersWithin(grid, box));
  const effort = new Map<number, number>([[from, 0]]);
  const origin = new Map<number, number>();
  const queue = [from];
  for (let corner = queue.shift(); corner !== undefined; corner = queue.shift()) {
    for (const { step, length } of strides(grid.columns)) {
      const next = corner + step;
      if (!isInside.has(next)) continue;
      const [height = 0, nextHeight = 0] = [grid.heights[corner], grid.heights[next]];
      const swim = nextHeight < waterLevel ? 30 : 0;
      const total = (effort.get(corner) ?? 0) + length * (1 + swim) + Math.abs(nextHeight - height) * climb;
      if (total >= (effort.get(next) ?? Infinity)) continue;
      effort.set(next, total);
      origin.set(next, corner);
      queue.push(next);
    }
  }
  const way: Point[] = [];
  for (let corner: number | undefined = to; corner !== undefined; corner = origin.get(corner)) {
    way.unshift(cornerPoint(grid, corner));
  }
  return way;
}

/** How many squares' length a walker goes to save the climb of one unit of height. */
const climb = 34;

function strides(columns: number): readonly { readonly step: number; readonly length: number }[] {
  return [-1, 1, -columns, columns, -columns - 1, -columns + 1, columns - 1, columns + 1].map(step => ({
    step,
    length: Math.abs(step) === 1 || Math.abs(step) === columns ? 1 : Math.SQRT2,
  }));
}

/** Dashes along a way, its corners rounded. */
export function dashes(way: readonly Point[], dash: number, gap: number): PathStep[] {
  const path = evenly(smoothed(smoothed(way)), dash / 2);
  const cycle = Math.max(3, Math.round((dash + gap) / (dash / 2)));
  const steps: PathStep[] = [];
  for (let start = 0; start + 2 < path.length; start += cycle) steps.push(...openLine(path.slice(start, start + 3)));
  return steps;
}

/** Each place moved towards the middle of its neighbours. */
export function smoothed(way: readonly Point[]): Point[] {
  return way.map((point, index): Point => {
    const [before, after] = [way[index - 1], way[index + 1]];
    if (before === undefined || after === undefined) return point;
    return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4];
  });
}

function evenly(way: readonly Point[], stride: number): Point[] {
  const points: Point[] = [];
  let left = 0;
  for (const [index, end] of way.entries()) {
    const start = way[index - 1];
    if (start === undefined) continue;
    const length = distance(start, end);
    for (; left < length; left += stride) {
      points.push([start[0] + ((end[0] - start[0]) * left) / length, start[1] + ((end[1] - start[1]) * left) / length]);
    }
    left -= length;
  }
  return points;
}

export function distance(first: Point, second: Point): number {
  return Math.hypot(first[0] - second[0], first[1] - second[1]);
}
