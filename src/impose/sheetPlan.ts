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
  /** Places that are filled by no page, flyleaves among them. */
  readonly blanks: number;
  /** The size of all pages on the sheets by their own. */
  readonly scale: number;
  /**
   * The edge over which a back is turned: that of the printer, or for `twoPasses` the one over which the pile is. A back is
   * drawn for this edge: turned over it, the back's page in the file is upright as the front's was.
   */
  readonly turn: Turn;
  /** What is done by hand for `twoPasses`; else `null`. */
  readonly passes: TwoPasses | null;
  /** Straight through the pile before anything is folded, in this order; on the front. */
  readonly cuts: readonly PaperLine[];
  /** What the cuts leave, on the front: one, two halves, or for `cut-and-stack` the piles, the first one to lie on top. */
  readonly parts: readonly SideBox[];
  /** How each part of each sheet is folded, one fold after another. */
  readonly folds: readonly Fold[];
  /** What is opened with a knife: in the flat sheet before it is folded, or in the folded one. */
  readonly slits: readonly Slit[];
  /** How far the innermost sheet's pages are moved towards the fold. */
  readonly creepPt: number;
  /** Where holes or staples go; `null` for schemes without. */
  readonly sewing: Sewing | null;
}

export type Turn = 'longEdge' | 'shortEdge';

/** All fronts first, then all backs on the same sheets. */
export interface TwoPasses {
  /** Indexes of sheets, in the order in which their fronts are printed. */
  readonly fronts: readonly number[];
  /**
   * The same for their backs: the other way round. What is printed last lies on top of the pile, face up or face down, and
   * is taken first when the pile goes back as it lies, without being sorted. Who turns the whole pile upside down instead
   * prints the backs in the order of the fronts.
   */
  readonly backs: readonly number[];
}

/** A line across paper. */
export interface PaperLine {
  readonly axis: 'vertical' | 'horizontal';
  /**
   * From the left or top edge of the sheet for cuts, of the part for folds and slits; seen from the front, flat as if
   * nothing were folded yet.
   */
  readonly at: number;
}

export interface Fold extends PaperLine {
  /** Which part goes behind the rest, seen from the front; `null` for a crease in the flat sheet. */
  readonly behind: 'left' | 'right' | 'top' | 'bottom' | null;
}

export interface Slit extends PaperLine {
  /** How much of the line, across it. */
  readonly from: number;
  readonly to: number;
  readonly when: 'flat' | 'folded';
}

export interface Sewing {
  /** From the head of a cut leaf, downwards. */
  readonly stationsPt: readonly number[];
  /** How far from the spine's edge into the leaf; 0 on the fold. */
  readonly fromSpinePt: number;
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
  /** For two signatures a sheet: which half of the sheets is this one's; else `null`, and for a booklet made of both. */
  readonly half: 0 | 1 | null;
  /** What is folded and laid into each other, outermost first; of single leaves, what lies on each other from the top. */
  readonly pieces: readonly Piece[];
  /** The first and last page in it, indexes; `null` when it holds blanks only. */
  readonly firstPage: number | null;
  readonly lastPage: number | null;
}

/** A part of a sheet, or all of it: the sheet's index, and the part's in the plan's `parts`. */
export interface Piece {
  readonly sheet: number;
  readonly part: number;
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
