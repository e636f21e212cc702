import type { SheetPlan, SheetSide } from '../impose/sheetPlan.ts';
import { type PageFrame, pageFrame, pointOf } from './frame.ts';

/** Pages that stand beside each other on a side and read the same way. */
export interface PageRow {
  /** The leftmost page as the row is read. */
  readonly frame: PageFrame;
  /** How many pages there are in it. */
  readonly pages: number;
  /** From the left edge of one page to that of the next. */
  readonly stepPt: number;
  /** How far the sheet reaches on both sides, from the left edge of the first page. */
  readonly sheetPt: readonly [left: number, right: number];
}

/** The lowest row that can be read as the sheet lies; where all are turned, one of them. `null` for a side without pages. */
export function readableRow({ placements }: SheetSide, sidePt: SheetPlan['sidePt']): PageRow | null {
  const [first] = placements.toSorted((one, other) => one.rotation - other.rotation || other.box.top - one.box.top);
  if (first === undefined) return null;
  const start = pageFrame(first);
  const row = placements
    .filter(({ rotation }) => rotation === first.rotation)
    .map(placement => ({ frame: pageFrame(placement), place: pointOf(start, pageFrame(placement).origin) }))
    .filter(({ place }) => Math.abs(place[1]) < start.heightPt / 2)
    .toSorted((one, other) => one.place[0] - other.place[0]);
  const [leftmost, second] = row;
  const frame = leftmost?.frame ?? start;
  const edges = [pointOf(frame, [0, 0])[0], pointOf(frame, sidePt)[0]];
  return {
    frame,
    pages: row.length,
    stepPt: second === undefined ? frame.widthPt : pointOf(frame, second.frame.origin)[0],
    sheetPt: [Math.min(...edges), Math.max(...edges)],
  };
}
