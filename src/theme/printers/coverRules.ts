import type { RuleSource } from '../../diagnostics/diagnostic.ts';

/** The papers that a book is printed on, by the names that printers give them. */
export const paperStocks = ['white', 'cream'] as const;
export type PaperStock = (typeof paperStocks)[number];

/** What a printer asks of the cover that goes around a book, as data; lengths in points. */
export interface CoverRules {
  readonly name: string;
  /** Where the rules stand, and the day on which they were read; `null` for rules of our own. */
  readonly source: RuleSource | null;
  /** What was not read there, but is known otherwise, and should be looked up before a book is sent. */
  readonly unconfirmed: readonly string[];
  readonly bleedPt: number;
  readonly spine: SpineRule;
  /** Fewer pages make a spine that takes no lettering. */
  readonly spineTextFromPages: number;
  /** Between the lettering of a spine and each of its folds: books are not folded exactly. */
  readonly spineSafePt: number;
  /** Between the cut and any lettering. */
  readonly safePt: number;
  /** What the printer puts on the back; `null` where nobody does. */
  readonly barcode: BarcodeRule | null;
}

/** A spine's width grows with the pages, and the cover adds something of its own. */
export interface SpineRule {
  /** Half a leaf's thickness, by the paper. */
  readonly pagePt: Readonly<Record<PaperStock, number>>;
  readonly coverPt: number;
}

/** A white field at the lower right of the back. */
export interface BarcodeRule {
  readonly widthPt: number;
  readonly heightPt: number;
  /** From the cut below it, and from the edge of the back at its right. */
  readonly insetPt: number;
}

/** The width of the spine of a book of so many pages. */
export function spineWidthPt({ spine }: CoverRules, pages: number, stock: PaperStock): number {
  return pages * spine.pagePt[stock] + spine.coverPt;
}
