import type { Box, Point } from '../../drawing/drawing.ts';

/** Heights on a net of squares. */
export interface HeightGrid {
  readonly columns: number;
  readonly rows: number;
  /** The side of a square. */
  readonly cell: number;
  readonly left: number;
  readonly top: number;
  /** Row by row. */
  readonly heights: Float64Array;
}

/** Measures heights all over a box; beyond its edges the land falls off, so that every isoline closes out of sight. */
export function heightGrid(box: Box, cell: number, heightAt: (x: number, y: number) => number): HeightGrid {
  const [left, top] = [box.left - 2 * cell, box.top - 2 * cell];
  const columns = Math.ceil((box.right - left) / cell) + 3;
  const rows = Math.ceil((box.bottom - top) / cell) + 3;
  const heights = Float64Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const isEdge = column === 0 || row === 0 || column === columns - 1 || row === rows - 1;
    return isEdge ? abyss : heightAt(left + column * cell, top + row * cell);
  });
  return { columns, rows, cell, left, top, heights };
}

/** Lower than any land. */
export const abyss = -1000;

/**
 * The closed lines along which the land has a height, by marching squares: higher land is always on the same hand, so
 * that hollows run against the hills around them and a nonzero fill leaves them out.
 * @see https://en.wikipedia.org/wiki/Marching_squares
 */
export function isolines(grid: HeightGrid, level: number): Point[][] {
  const next = crossings(grid, level);
  const lines: Point[][] = [];
  for (const start of [...next.keys()]) {
    const line: Point[] = [];
    for (let edge = next.get(start) ?? -1; edge >= 0;) {
      line.push(crossingPoint(grid, edge, level));
      const after = next.get(edge) ?? -1;
      next.delete(edge);
      edge = after;
    }
    const even = withoutCrowding(line, grid.cell * 0.45);
    if (even.length >= shortestLine) lines.push(even);
  }
  return lines;
}

/** Shorter lines are specks. */
const shortestLine = 6;

/** Where a line cuts a corner of the net its points crowd, and a curve through them would look pinched. */
function withoutCrowding(line: readonly Point[], gap: number): Point[] {
  const kept: Point[] = [];
  for (const point of line) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) > gap) kept.push(point);
  }
  return kept;
}

/** From each side of a square that the line enters by, the side that it leaves by. */
function crossings(grid: HeightGrid, level: number): Map<number, number> {
  const next = new Map<number, number>();
  const { columns, rows, heights } = grid;
  for (let row = 0; row < rows - 1; row += 1) {
    for (let column = 0; column < columns - 1; column += 1) {
      const corner = row * columns + column;
      const high = (offset: number) => (heights[corner + offset] ?? abyss) >= level;
      const kind = (high(0) ? 8 : 0) + (high(1) ? 4 : 0) + (high(columns + 1) ? 2 : 0) + (high(columns) ? 1 : 0);
      const sides = [corner * 2, (corner + 1) * 2 + 1, (corner + columns) * 2, corner * 2 + 1];
      const turns = turnsByKind[kind] ?? [];
      for (let index = 0; index + 1 < turns.length; index += 2) {
        next.set(sides[turns[index] ?? 0] ?? 0, sides[turns[index + 1] ?? 0] ?? 0);
      }
    }
  }
  return next;
}

/**
 * For each choice of high corners (8 the upper left, then clockwise 4, 2, 1) the sides (0 above, then clockwise) in pairs
 * of entry and exit.
 */
const turnsByKind: readonly (readonly number[])[] = [
  [],
  [2, 3],
  [1, 2],
  [1, 3],
  [0, 1],
  [0, 1, 2, 3],
  [0, 2],
  [0, 3],
  [3, 0],
  [2, 0],
  [3, 0, 1, 2],
  [1, 0],
  [3, 1],
  [2, 1],
  [3, 2],
  [],
];

/** Where a line of a height crosses a side: an even number is the upper side of a square, an odd one its left side. */
function crossingPoint({ columns, cell, left, top, heights }: HeightGrid, edge: number, level: number): Point {
  const corner = Math.floor(edge / 2);
  const isUpper = edge % 2 === 0;
  const [from, to] = [heights[corner] ?? 0, heights[corner + (isUpper ? 1 : columns)] ?? 0];
  const share = from === to ? 0.5 : (level - from) / (to - from);
  const [column, row] = [corner % columns, Math.floor(corner / columns)];
  return [left + (column + (isUpper ? share : 0)) * cell, top + (row + (isUpper ? 0 : share)) * cell];
}
