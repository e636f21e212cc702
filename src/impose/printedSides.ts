import type { SheetPlan, SheetSide } from './sheetPlan.ts';

/** What of a plan printing it takes. */
export type PrintedPlan = Pick<SheetPlan, 'sidePt' | 'sheets' | 'duplex' | 'passes'>;

/**
 * The sides of a plan in the order in which they are printed: front and back of each sheet, or, where paper is turned by
 * hand, all fronts and then all backs, so that each pass is one range of pages.
 */
export function printedSides({ sheets, passes }: PrintedPlan): SheetSide[] {
  const ordered =
    passes === null
      ? sheets.map(({ front, back }) => [front, back])
      : [passes.fronts.map(index => sheets[index]?.front), passes.backs.map(index => sheets[index]?.back)];
  return ordered.flat().filter(side => side !== undefined && side !== null);
}
