import type { Point } from '../drawing/drawing.ts';
import type { SheetPlan } from '../impose/sheetPlan.ts';

/** The line of a side that its sheet is turned about: upright, as a page of a book, or level, as one of a pad. */
export type TurnAxis = 'upright' | 'level';

/** About which line a sheet is turned for its back to be as the file has it. */
export function turnAxis({ turn, sidePt: [width, height] }: Pick<SheetPlan, 'turn' | 'sidePt'>): TurnAxis {
  const isUpright = height >= width;
  switch (turn) {
    case 'longEdge':
      return isUpright ? 'upright' : 'level';
    case 'shortEdge':
      return isUpright ? 'level' : 'upright';
  }
}

/** Where a point of one side lies on the other: right through the paper. */
export function throughPaper(plan: Pick<SheetPlan, 'turn' | 'sidePt'>, [x, y]: Point): Point {
  const [width, height] = plan.sidePt;
  switch (turnAxis(plan)) {
    case 'upright':
      return [width - x, y];
    case 'level':
      return [x, height - y];
  }
}
