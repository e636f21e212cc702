import type { Duplex, SchemeName } from './imposition.ts';

/**
 * Pages laid on sheets: plain JSON, lengths in points (1/72 inch), places from the top left corner of a side as it leaves
 * the printer's queue, downwards. A side is a page of the file that is printed.
 */
export interface SheetPlan {
  readonly scheme: SchemeName;
  readonly duplex: Duplex;
  readonly direction: 'ltr' | 'rtl';
  readonly sidePt: readonly [width: number, height: number];
  /** A leaf as it is cut, after folding. */
  readonly leafPt: readonly [width: number, height: number];
  /** In the order in which they are printed. */
  readonly sheets: readonly Sheet[];
  readonly signatures: readonly Signature[];
  /** Places that are filled by no page. */
  readonly blanks: number;
}

export interface Sheet {
  readonly front: SheetSide;
  /** `null` where a scheme prints one side. */
  readonly back: SheetSide | null;
}

/** Sheets that are folded as one, or for single leaves the pile. */
export interface Signature {
  /** Indexes of its sheets, outermost first. */
  readonly sheets: readonly number[];
  /** For two signatures a sheet: which half of the sheets is this one's; else `null`. */
  readonly half: 0 | 1 | null;
  /** The first and last page in it, indexes. */
  readonly firstPage: number;
  readonly lastPage: number;
}

export interface SheetSide {
  readonly placements: readonly Placement[];
  readonly marks: readonly Mark[];
}

/** Where a page stands on a side. */
export interface Placement {
  /** Index of the page; `null` for a blank. */
  readonly page: number | null;
  /** The page's trim on the side, creep included. */
  readonly box: SideBox;
  /** Clockwise, in degrees: which way the page is turned. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** The size of the page on the sheet by its own. */
  readonly scale: number;
  /** Beyond this nothing of the page is shown: its trim, and its bleed as far as there is room. */
  readonly clip: SideBox;
}

export interface SideBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What helps whoever cuts, folds and sews. None stands in the trim, but for folds, sewing and order at a spine's edge. */
export type Mark =
  | {
      readonly type: 'crop' | 'fold' | 'cut';
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
    }
  | { readonly type: 'sewing'; readonly at: readonly [x: number, y: number] }
  /** A step on the fold of each signature, lower with each: a signature out of order breaks the stair. */
  | { readonly type: 'order'; readonly box: SideBox; readonly number: number };
