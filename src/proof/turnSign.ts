import type { Point, Shape } from '../drawing/drawing.ts';
import type { PathStep } from '../fonts/glyphOutline.ts';
import { type Frame, placeShapes } from './frame.ts';
import { inks } from './inks.ts';
import { drawDashed, strokeBox } from './lines.ts';
import type { TurnAxis } from './turn.ts';

/** The sign of a sheet that is turned: the line that it is turned about, and an arrow over it; 50 by 56 at a scale of 1. */
export function turnSign(at: Point, axis: TurnAxis, scale = 1): Shape[] {
  return placeShapes(overUprightLine(), frameOf(at, axis, scale));
}

/** The same on a small picture of the sheet, as long as `length` at its longer side. */
export function turnedSheetSign(
  [x, y]: Point,
  axis: TurnAxis,
  sidePt: readonly [number, number],
  length: number,
): Shape[] {
  const share = length / Math.max(...sidePt);
  const [width, height] = [sidePt[0] * share, sidePt[1] * share];
  const sheet = { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
  const [along, beside] = axis === 'upright' ? [height, width] : [width, height];
  const scale = Math.min(along / signSize.along, beside / signSize.beside);
  return [strokeBox(sheet, { color: inks.ink, width: length * 0.02 }), ...turnSign([x, y], axis, scale)];
}

/** What the sign takes of a sheet, along the line that it is turned about and beside it. */
const signSize = { along: 60, beside: 66 } as const;

function frameOf(origin: Point, axis: TurnAxis, scale: number): Frame {
  switch (axis) {
    case 'upright':
      return { origin, across: [scale, 0], down: [0, scale] };
    case 'level':
      return { origin, across: [0, scale], down: [-scale, 0] };
  }
}

function overUprightLine(): Shape[] {
  const arc: PathStep[] = [
    { type: 'M', values: [-19, 8] },
    { type: 'C', values: [-19, -16, 19, -16, 19, 4] },
  ];
  const tip: PathStep[] = [
    { type: 'M', values: [12, -1] },
    { type: 'L', values: [19, 8] },
    { type: 'L', values: [25, -2] },
  ];
  return [
    ...drawDashed({ from: [0, -28], to: [0, 28] }, { color: inks.quiet, width: 1.6 }, 6),
    { type: 'stroke', steps: arc, stroke: inks.ink, widthUnits: 2, opacity: 1 },
    { type: 'stroke', steps: tip, stroke: inks.ink, widthUnits: 2, opacity: 1 },
  ];
}
