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
  let [left, right, top, bottom] = [Infinity, -Infinity, -Infinity, Infinity];
  let pen = 0;
  shaped.glyphIds.forEach((glyphId, index) => {
    const start = pen + (shaped.xOffsets[index] ?? 0);
    const raise = shaped.yOffsets[index] ?? 0;
    const points = outlinePoints(face, glyphId);
    for (let at = 0; at < points.length; at += 2) {
      const y = raise + (points[at + 1] ?? 0);
      if (y < from || y > to) continue;
      const x = start + (points[at] ?? 0);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.max(top, y);
      bottom = Math.min(bottom, y);
    }
    pen += shaped.advances[index] ?? 0;
  });
  return left > right ? null : { left, right, top, bottom };
}

const known = new WeakMap<FontFace, Map<number, Float64Array>>();

/** The points along the outline of a glyph, x and y in turns; found once for each face: every chapter asks for those of its first letter. */
function outlinePoints(face: FontFace, glyphId: number): Float64Array {
  const glyphs = known.get(face) ?? new Map<number, Float64Array>();
  known.set(face, glyphs);
  const points = glyphs.get(glyphId) ?? pointsOf(glyphOutline(face, glyphId));
  glyphs.set(glyphId, points);
  return points;
}

type Point = readonly [x: number, y: number];

/** A step of an outline is looked at in so many places: on the tallest letter they lie a fiftieth of an em apart. */
const pointsPerStep = 32;

/** Points close together along an outline. */
function pointsOf(steps: readonly PathStep[]): Float64Array {
  const points: number[] = [];
  let start: Point = [0, 0];
  let first: Point = start;
  for (const { type, values } of steps) {
    const own = pairsOf(values);
    const end = type === 'Z' ? first : (own.at(-1) ?? start);
    if (type === 'M') first = end;
    else addCurve(points, [start, ...own.slice(0, -1), end]);
    start = end;
  }
  return Float64Array.from(points);
}

function pairsOf(values: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < values.length; index += 2) points.push([values[index] ?? 0, values[index + 1] ?? 0]);
  return points;
}

/** Adds the points of a Bézier curve by de Casteljau's construction; of two controls, a straight line. */
function addCurve(points: number[], controls: readonly Point[]): void {
  const xs = new Float64Array(controls.length);
  const ys = new Float64Array(controls.length);
  for (let index = 0; index <= pointsPerStep; index++) {
    controls.forEach(([x, y], control) => {
      xs[control] = x;
      ys[control] = y;
    });
    points.push(pointAt(xs, index / pointsPerStep), pointAt(ys, index / pointsPerStep));
  }
}

/** Narrows the places of controls on one axis to the one of the curve, in place. */
function pointAt(places: Float64Array, share: number): number {
  for (let left = places.length - 1; left > 0; left--) {
    for (let index = 0; index < left; index++) {
      const from = places[index] ?? 0;
      places[index] = from + ((places[index + 1] ?? 0) - from) * share;
    }
  }
  return places[0] ?? 0;
}
