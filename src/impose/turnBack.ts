import type { Duplex } from './imposition.ts';
import { round } from './placePage.ts';
import type { Mark, Placement, SideBox, SheetSide, Turn, TwoPasses } from './sheetPlan.ts';

type Size = readonly [width: number, height: number];

/**
 * The edge over which backs are turned. In two passes the pile is turned so that the same short edge goes into the printer
 * first: that is over the long edge, and of all ways the one that keeps the grip on the paper.
 */
export function turnOf(duplex: Duplex): Turn {
  return duplex === 'shortEdge' ? 'shortEdge' : 'longEdge';
}

/** The order of both passes; `null` where the printer does both sides itself, or a scheme has no backs. */
export function passesOf(duplex: Duplex, sheets: number, hasBacks: boolean): TwoPasses | null {
  if (duplex !== 'twoPasses' || !hasBacks) return null;
  const fronts = Array.from({ length: sheets }, (_, sheet) => sheet);
  return { fronts, backs: fronts.toReversed() };
}

/**
 * A back, drawn as it is seen when the sheet is turned like a page, for the edge over which the printer turns it. An upright
 * side is turned like a page over its long edge, a side lying on its side over its short one: nothing is to be done. Over
 * the other edge the sheet turns about the horizontal axis, like a calendar's: what was to be the back's head is at its foot,
 * so that the whole side is turned by 180°. A square side counts as upright, as in printers' drivers.
 */
export function turnBack(side: SheetSide, sidePt: Size, turn: Turn): SheetSide {
  const isUpright = sidePt[0] <= sidePt[1];
  if (isUpright === (turn === 'longEdge')) return side;
  return {
    placements: side.placements.map(placement => turnPlacement(placement, sidePt)),
    marks: side.marks.map(mark => turnMark(mark, sidePt)),
  };
}

function turnPlacement(placement: Placement, sidePt: Size): Placement {
  return {
    ...placement,
    box: turnBox(placement.box, sidePt),
    rotation: placement.rotation === 0 ? 180 : 0,
    clip: turnBox(placement.clip, sidePt),
  };
}

function turnMark(mark: Mark, sidePt: Size): Mark {
  switch (mark.type) {
    case 'crop':
    case 'fold':
    case 'cut':
      return { type: mark.type, from: turnPoint(mark.from, sidePt), to: turnPoint(mark.to, sidePt) };
    case 'sewing':
      return { type: 'sewing', at: turnPoint(mark.at, sidePt) };
    case 'order':
      return { ...mark, box: turnBox(mark.box, sidePt) };
  }
}

function turnBox({ left, top, width, height }: SideBox, sidePt: Size): SideBox {
  return { left: round(sidePt[0] - left - width), top: round(sidePt[1] - top - height), width, height };
}

function turnPoint([x, y]: readonly [number, number], sidePt: Size): readonly [number, number] {
  return [round(sidePt[0] - x), round(sidePt[1] - y)];
}
