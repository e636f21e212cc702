import type { RuleSource } from '../../diagnostics/diagnostic.ts';
import type { GutterStep } from '../theme.ts';

/** What a printer takes, as data; lengths in points. Printers change their rules: each has its source and its day. */
export interface PrinterRules {
  readonly name: string;
  /** Where the rules stand, and the day on which they were read. */
  readonly source: RuleSource;
  /** What was not read there, but is known otherwise, and should be looked up before a book is sent. */
  readonly unconfirmed: readonly string[];
  readonly pages: { readonly fewest: number; readonly most: number };
  /** Pages of these sizes, which are too wide or too high for a thick book, may be fewer. */
  readonly mostPagesOfTrim: readonly { readonly trimPt: readonly [number, number]; readonly most: number }[];
  readonly trims: PrinterTrims;
  /** Inner margins at least. */
  readonly gutters: readonly GutterStep[];
  /** From the cut to anything that is printed, but for what goes over it. */
  readonly smallestMarginPt: number;
  readonly smallestMarginWithBleedPt: number;
  readonly bleedPt: number;
  /** Whether pages bleed at the spine, too. */
  readonly bleedsAtSpine: boolean;
  readonly smallestTextPt: number;
}

/** The sizes that a printer cuts: any within limits, or a list. */
export type PrinterTrims =
  | {
      readonly type: 'range';
      readonly widthPt: readonly [least: number, most: number];
      readonly heightPt: readonly [least: number, most: number];
    }
  | { readonly type: 'list'; readonly trimsPt: readonly (readonly [width: number, height: number])[] };

export const inchPt = 72;

/** Sides in inches as points. */
export function inchesPt(width: number, height: number): readonly [number, number] {
  return [width * inchPt, height * inchPt];
}
