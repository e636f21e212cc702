import type { Point, Shape } from '../drawing/drawing.ts';
import type { PathStep } from '../fonts/glyphOutline.ts';
import { circleOutline } from '../drawing/outline.ts';
import type { SheetPlan } from '../impose/sheetPlan.ts';
import { type PageFrame, pointIn } from './frame.ts';
import { inks } from './inks.ts';
import { drawLines } from './lines.ts';
import { throughPaper } from './turn.ts';
import { setWords } from './words.ts';

/** Five millimetres: no home printer is further off from one side to the other, and most are within two. */
const largestRing = (5 * 72) / 25.4;

/**
 * Two rings on the front of a sheet, of which one shows the cross on the back when the sheet is held against the light: the
 * first where the back was turned over the edge that it was made for, the second, half a turn away, over the other.
 */
export function ringsOnFront({ sidePt }: SheetPlan, frame: PageFrame): Shape[] {
  const right = pointIn(frame, ringPlace(frame));
  const wrong: Point = [sidePt[0] - right[0], sidePt[1] - right[1]];
  const radius = ringRadius(frame);
  return [...ring(right, radius, '✓', inks.ink), ...ring(wrong, radius, '✗', inks.cut)];
}

/** The cross behind the first ring. */
export function crossOnBack(plan: SheetPlan, frame: PageFrame): Shape[] {
  const [x, y] = throughPaper(plan, pointIn(frame, ringPlace(frame)));
  const arm = ringRadius(frame);
  return drawLines(
    [
      { from: [x - arm, y], to: [x + arm, y] },
      { from: [x, y - arm], to: [x, y + arm] },
    ],
    { color: inks.ink, width: 1.4 },
  );
}

/** Beside the number, where neither it nor what is behind it is in the way. */
function ringPlace({ widthPt, heightPt }: PageFrame): Point {
  return [widthPt * 0.13, heightPt * 0.44];
}

function ringRadius({ widthPt, heightPt }: PageFrame): number {
  return Math.min(largestRing, widthPt * 0.09, heightPt * 0.055);
}

function ring([x, y]: Point, radius: number, sign: string, color: string): Shape[] {
  const circle: PathStep[] = circleOutline([x, y], radius);
  const size = radius * 1.1;
  return [
    { type: 'stroke', steps: circle, stroke: color, widthUnits: 1, opacity: 1 },
    ...setWords(sign, { voice: 'roman', size, at: [x, y - radius - size * 0.3], hold: 'middle', fill: color }),
  ];
}
