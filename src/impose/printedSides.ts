import type { SheetPlan, SheetSide } from './sheetPlan.ts';

/** What of a plan printing it takes. */
export type PrintedPlan = Pick<SheetPlan, 'sidePt' | 'sheets' | 'duplex'>;

/**
 * The sides of a plan in the order in which they are printed: front and back of each sheet, or, where paper is turned by
 * hand, all fronts and then all backs, so that each pass is one range of pages.
 */
export function printedSides({ sheets, duplex }: PrintedPlan): SheetSide[] {
  const sidesOf = (fronts: readonly SheetSide[], backs: readonly (SheetSide | null)[]): SheetSide[] =>
    [...fronts, ...backs].filter(side => side !== null);
  if (duplex !== 'twoPasses') return sheets.flatMap(({ front, back }) => sidesOf([front], [back]));
  return sidesOf(
    sheets.map(({ front }) => front),
    sheets.map(({ back }) => back),
  );
}
