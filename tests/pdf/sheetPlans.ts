import type { PrintedPlan } from '../../src/impose/printedSides.ts';
import type { Mark, Placement, SheetSide } from '../../src/impose/sheetPlan.ts';

/** Two pages a side, nested: pages of 396 × 612 points on a sheet of 864 × 648 points, with room for marks around them. */
export function bookletPlan(pages: number, bleedPt = 0): PrintedPlan {
  const total = Math.ceil(pages / 4) * 4;
  const page = (index: number): number | null => (index < pages ? index : null);
  const sheets = Array.from({ length: total / 4 }, (_, sheet) => ({
    front: side(page(total - 1 - 2 * sheet), page(2 * sheet), bleedPt),
    back: side(page(1 + 2 * sheet), page(total - 2 - 2 * sheet), bleedPt),
  }));
  return { sidePt: [864, 648], sheets, duplex: 'shortEdge', passes: null };
}

const top = 18;

function side(left: number | null, right: number | null, bleedPt: number): SheetSide {
  return { placements: [placed(left, 36, bleedPt, 0), placed(right, 432, 0, bleedPt)], marks };
}

function placed(page: number | null, left: number, bleedLeft: number, bleedRight: number): Placement {
  const bleed = Math.max(bleedLeft, bleedRight);
  return {
    page,
    box: { left, top, width: 396, height: 612 },
    rotation: 0,
    scale: 1,
    clip: {
      left: left - bleedLeft,
      top: top - bleed,
      width: 396 + bleedLeft + bleedRight,
      height: 612 + 2 * bleed,
    },
  };
}

const marks: readonly Mark[] = [
  { type: 'fold', from: [432, 0], to: [432, 648] },
  { type: 'crop', from: [36, 2], to: [36, 14] },
  { type: 'crop', from: [10, 18], to: [30, 18] },
  { type: 'cut', from: [0, 324], to: [864, 324] },
  { type: 'sewing', at: [432, 120] },
  { type: 'sewing', at: [432, 528] },
  { type: 'order', box: { left: 430, top: 60, width: 4, height: 24 }, number: 1 },
];

/** Eight pages on one side, the upper row upside down, scaled to a landscape Letter sheet. */
export const zinePlan: PrintedPlan = {
  sidePt: [792, 612],
  duplex: 'longEdge',
  passes: null,
  sheets: [{ front: { placements: zinePlacements(), marks: [{ type: 'cut', from: [198, 306], to: [594, 306] }, ...zineFolds()] }, back: null }], // prettier-ignore
};

function zinePlacements(): Placement[] {
  return [6, 5, 4, 3, 7, 0, 1, 2].map((page, index) => {
    const box = { left: (index % 4) * 198, top: index < 4 ? 0 : 306, width: 198, height: 306 };
    return { page, box, rotation: index < 4 ? 180 : 0, scale: 0.5, clip: box };
  });
}

function zineFolds(): Mark[] {
  return [198, 396, 594].map(x => ({ type: 'fold', from: [x, 0], to: [x, 612] }));
}
