import type { Duplex } from './imposition.ts';
import { type Slot, round } from './placePage.ts';
import type { SideBox, Turn, TwoPasses } from './sheetPlan.ts';

type Size = readonly [width: number, height: number];

/**
 * The edge over which backs are turned. In two passes the pile is turned so that the same short edge goes into the printer
 * first, which is over the long edge; a pile that goes in by its other edge is turned about in the tray.
 */
export function turnOf(duplex: Duplex): Turn {
  return duplex === 'shortEdge' ? 'shortEdge' : 'longEdge';
}

/** The order of both passes; `null` where the printer does both sides itself. */
export function passesOf(duplex: Duplex, sheets: number): TwoPasses | null {
  if (duplex !== 'twoPasses') return null;
  const fronts = Array.from({ length: sheets }, (_, sheet) => sheet);
  return { fronts, backs: fronts.toReversed() };
}

/**
 * Whether a back, drawn as it is seen when the sheet is turned like a page, stands on its head in the file. An upright side
 * is turned like a page over its long edge, a side lying on its side over its short one: nothing is to be done. Over the
 * other edge the sheet turns about the horizontal axis, like a calendar's: what was to be the back's head comes to its foot.
 * A square side counts as upright.
 */
export function standsOnHead(sidePt: Size, turn: Turn): boolean {
  const isUpright = sidePt[0] <= sidePt[1];
  return isUpright !== (turn === 'longEdge');
}

/** A place on a side that stands on its head. */
export function turnSlot({ box, spine, turned }: Slot, sidePt: Size): Slot {
  return {
    box: turnBox(box, sidePt),
    spine: spine === null ? null : spine === 'left' ? 'right' : 'left',
    turned: !turned,
  };
}

function turnBox({ left, top, width, height }: SideBox, sidePt: Size): SideBox {
  return { left: round(sidePt[0] - left - width), top: round(sidePt[1] - top - height), width, height };
}
