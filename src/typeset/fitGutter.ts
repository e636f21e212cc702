import type { PrintDesign } from '../theme/theme.ts';

/** How pages that were set go with the gutter that a book of their number needs. */
export type GutterFit =
  /** The text blocks move away from the spine by so many points. */
  | { readonly type: 'shift'; readonly shiftPt: number }
  /** There is no room to move: the lines have to be shorter, and the book is to be set again. */
  | { readonly type: 'setAgain'; readonly design: PrintDesign };

/**
 * Fits the inner margin to the number of pages. What it gains the outer one loses, down to its least; then the measure
 * shrinks. Setting again always has a wider inner margin than before, of a list that ends.
 */
export function fitGutter(design: PrintDesign, pages: number): GutterFit {
  const { binding, marginsPt } = design;
  const neededPt = binding.gutters.findLast(step => step.fromPages <= pages)?.innerPt ?? 0;
  const shiftPt = neededPt - marginsPt.inner;
  if (shiftPt <= 0) return { type: 'shift', shiftPt: 0 };
  const roomPt = Math.max(marginsPt.outer - binding.smallestOuterPt, 0);
  if (shiftPt <= roomPt) return { type: 'shift', shiftPt };
  return {
    type: 'setAgain',
    design: { ...design, marginsPt: { ...marginsPt, inner: neededPt, outer: marginsPt.outer - roomPt } },
  };
}
