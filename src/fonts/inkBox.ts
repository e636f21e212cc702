import type { FontFace } from './fontFace.ts';
import { glyphOutline, type PathStep } from './glyphOutline.ts';
import type { ShapedText } from './shape.ts';

/** What shaped text covers with ink, in thousandths of an em from the pen's first position, y upwards from the baseline. */
export interface InkBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The box around the ink of shaped text between two heights; `null` where there is none. With `from` and `to` it tells how
 * far a letter reaches beside one line of text and not beside another: "A" at its foot and at its top.
 */
export function inkBox(face: FontFace, shaped: ShapedText, from = -Infinity, to = Infinity): InkBox | null {
  let box: InkBox | null = null;
  let pen = 0;
  shaped.glyphIds.forEach((glyphId, index) => {
    const left = pen + (shaped.xOffsets[index] ?? 0);
    const raise = shaped.yOffsets[index] ?? 0;
    for (const [glyphX, glyphY] of pointsOf(glyphOutline(face, glyphId))) {
      const [x, y] = [left + glyphX, raise + glyphY];
      if (y >= from && y <= to) box = boxAround(box, x, y);
    }
    pen += shaped.advances[index] ?? 0;
  });
  return box;
}

function boxAround(box: InkBox | null, x: number, y: number): InkBox {
  if (box === null) return { left: x, right: x, top: y, bottom: y };
  return {
    left: Math.min(box.left, x),
    right: Math.max(box.right, x),
    top: Math.max(box.top, y),
    bottom: Math.min(box.bottom, y),
  };
}

type Point = readonly [x: number, y: number];

/** A step of an outline is looked at in so many places: on the tallest letter they lie a fiftieth of an em apart. */
const pointsPerStep = 32;

/** Points close together along an outline. */
function pointsOf(steps: readonly PathStep[]): Point[] {
  const points: Point[] = [];
  let start: Point = [0, 0];
  let first: Point = start;
  for (const { type, values } of steps) {
    const own = pairsOf(values);
    const end = type === 'Z' ? first : (own.at(-1) ?? start);
    if (type === 'M') first = end;
    else {
      const controls: readonly Point[] = [start, ...own.slice(0, -1), end];
      for (let index = 0; index <= pointsPerStep; index++) points.push(pointOnCurve(controls, index / pointsPerStep));
    }
    start = end;
  }
  return points;
}

function pairsOf(values: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < values.length; index += 2) points.push([values[index] ?? 0, values[index + 1] ?? 0]);
  return points;
}

/** A point of a Bézier curve by de Casteljau's construction; of two points, a straight line. */
function pointOnCurve(controls: readonly Point[], share: number): Point {
  let points = controls;
  while (points.length > 1) {
    points = points.slice(1).map(([x, y], index) => {
      const [fromX, fromY] = points[index] ?? [x, y];
      return [fromX + (x - fromX) * share, fromY + (y - fromY) * share] as const;
    });
  }
  return points[0] ?? [0, 0];
}
