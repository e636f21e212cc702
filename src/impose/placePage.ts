import type { ImpositionRequest } from './imposition.ts';
import type { SheetLayout } from './sheetLayout.ts';
import type { Placement, SideBox } from './sheetPlan.ts';

/** A place on a side: between folds, cuts and edges. */
export interface Slot {
  readonly box: SideBox;
  /** The edge at which the book is bound; `null` for a page in the middle of its place. */
  readonly spine: 'left' | 'right' | null;
  readonly turned: boolean;
}

/**
 * Puts a page into its place: against the fold at its spine, since there is nothing to cut off there, and in the middle of
 * the height, since heads and feet of all leaves meet when folded, whichever way up. Single leaves stand in the middle of
 * both. Creep moves the page over the fold; what is beyond it is not shown, as is bleed that a neighbour's place begins at.
 */
export function placePage(
  page: number | null,
  slot: Slot,
  layout: SheetLayout,
  { bleedPt }: ImpositionRequest,
  creepPt: number,
): Placement {
  const [width, height] = layout.leafPt;
  const place = slot.box;
  const box: SideBox = {
    left: round(leftOf(slot, width, creepPt)),
    top: round(place.top + (place.height - height) / 2),
    width: round(width),
    height: round(height),
  };
  const bleed = bleedPt * layout.scale;
  return {
    page,
    box,
    rotation: slot.turned ? 180 : 0,
    scale: layout.scale,
    clip: clipTo(place, {
      left: box.left - bleed,
      top: box.top - bleed,
      width: box.width + bleed * 2,
      height: box.height + bleed * 2,
    }),
  };
}

function leftOf({ box, spine }: Slot, width: number, creepPt: number): number {
  if (spine === 'left') return box.left - creepPt;
  if (spine === 'right') return box.left + box.width - width + creepPt;
  return box.left + (box.width - width) / 2;
}

function clipTo(place: SideBox, wanted: SideBox): SideBox {
  const left = Math.max(place.left, wanted.left);
  const top = Math.max(place.top, wanted.top);
  return {
    left: round(left),
    top: round(top),
    width: round(Math.min(place.left + place.width, wanted.left + wanted.width) - left),
    height: round(Math.min(place.top + place.height, wanted.top + wanted.height) - top),
  };
}

/** To a thousandth of a point: finer than any printer, and the same digits everywhere. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
