import type { Box } from '../../drawing/drawing.ts';
import type { BarcodeRule } from '../../theme/printers/coverRules.ts';

/** What a wrap is to go around; lengths in points. */
export interface WrapRequest {
  /** One page of the book as it is cut. */
  readonly trimPt: readonly [width: number, height: number];
  /** 0 where the cover is folded once, as a booklet's is. */
  readonly spinePt: number;
  readonly bleedPt: number;
  /** Where the book is read from right to left, its front is at the left. */
  readonly direction: 'ltr' | 'rtl';
  /** Between the cut and any lettering. */
  readonly safePt: number;
  /** Between the lettering of the spine and each of its folds. */
  readonly spineSafePt: number;
  readonly barcode: BarcodeRule | null;
}

/**
 * Back, spine and front side by side as they are printed: plain JSON in points from the top left corner of what is cut out.
 * The bleed lies around it.
 */
export interface WrapPlan {
  /** Of all three together, as they are cut. */
  readonly trimPt: readonly [width: number, height: number];
  readonly bleedPt: number;
  readonly spinePt: number;
  readonly back: Box;
  /** `null` where the cover is folded once. */
  readonly spine: Box | null;
  readonly front: Box;
  /** Where it is folded, from left to right. */
  readonly foldsPt: readonly number[];
  /** What lettering on the back keeps within. */
  readonly backSafe: Box;
  /** What lettering on the spine keeps within; `null` where there is no room for any. */
  readonly spineSafe: Box | null;
  /** What is left white for a barcode. */
  readonly barcode: Box | null;
}

/** Lays out the cover around a book: its width is two pages and the spine. */
export function planWrap(request: WrapRequest): WrapPlan {
  const { trimPt, spinePt, bleedPt, direction, safePt, spineSafePt } = request;
  const [widthPt, heightPt] = trimPt;
  const panel = (left: number, width: number): Box => ({ left, top: 0, right: left + width, bottom: heightPt });
  const left = panel(0, widthPt);
  const right = panel(widthPt + spinePt, widthPt);
  const [back, front] = direction === 'rtl' ? [right, left] : [left, right];
  const spine = spinePt > 0 ? panel(widthPt, spinePt) : null;
  return {
    trimPt: [2 * widthPt + spinePt, heightPt],
    bleedPt,
    spinePt,
    back,
    spine,
    front,
    foldsPt: spine === null ? [widthPt] : [spine.left, spine.right],
    backSafe: inset(back, safePt, safePt),
    spineSafe: spine === null || spinePt <= 2 * spineSafePt ? null : inset(spine, spineSafePt, safePt),
    barcode: request.barcode === null ? null : barcodeIn(back, request.barcode),
  };
}

function inset({ left, top, right, bottom }: Box, acrossPt: number, downPt: number): Box {
  return { left: left + acrossPt, top: top + downPt, right: right - acrossPt, bottom: bottom - downPt };
}

/** A back that is too narrow for a barcode has it as far inside as there is room. */
function barcodeIn(back: Box, { widthPt, heightPt, insetPt }: BarcodeRule): Box {
  const right = back.right - insetPt;
  const bottom = back.bottom - insetPt;
  return { left: Math.max(back.left, right - widthPt), top: Math.max(back.top, bottom - heightPt), right, bottom };
}
