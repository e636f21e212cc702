import { CompileError } from '../diagnostics/compileError.ts';
import type { TextDirection } from '../fonts/shape.ts';
import type { PrintDesign } from '../theme/theme.ts';

/** Where things stand on a page; vertical positions in points from the page's top edge. */
export interface PageGeometry {
  readonly trimPt: readonly [width: number, height: number];
  readonly measurePt: number;
  /** The distance of the baseline grid. */
  readonly gridPt: number;
  readonly linesPerPage: number;
  /** The height of the text block, a whole number of grid lines. */
  readonly textHeightPt: number;
  readonly textTopPt: number;
  /** From the top of a line to its baseline, as a share of the line's height. */
  readonly baselineShare: number;
  readonly headBaselinePt: number;
  readonly footBaselinePt: number;
  readonly textLeftPt: (side: 'recto' | 'verso') => number;
  /** The page on the right of an open book: the verso where pages are turned from the left. */
  readonly rightPage: 'recto' | 'verso';
}

/** Narrower or shorter than this, text cannot be set decently. */
const smallestMeasureEm = 8;
const fewestLines = 8;
const baselineShare = 0.75;

/**
 * Derives the page from a theme's design and the direction that the book is read in.
 * @throws CompileError `typeset/page-too-small` when the margins leave too little room.
 */
export function createPageGeometry(design: PrintDesign, direction: TextDirection = 'ltr'): PageGeometry {
  const [widthPt, heightPt] = design.trimPt;
  const { top, bottom, inner, outer } = design.marginsPt;
  const measurePt = widthPt - inner - outer;
  const gridPt = design.leadingPt;
  const linesPerPage = gridPt > 0 ? Math.floor((heightPt - top - bottom) / gridPt + 1e-6) : 0;
  if (!(measurePt >= smallestMeasureEm * design.bodyFontSizePt) || linesPerPage < fewestLines) {
    throw new CompileError(
      'typeset/page-too-small',
      `A page of ${widthPt} × ${heightPt} points leaves a text block of ${Math.max(measurePt, 0)} points by ${Math.max(linesPerPage, 0)} lines.`,
      { hint: `Give text of ${design.bodyFontSizePt} points a larger page or smaller margins.` },
    );
  }
  const textHeightPt = linesPerPage * gridPt;
  const rightPage = direction === 'rtl' ? 'verso' : 'recto';
  return {
    trimPt: design.trimPt,
    measurePt,
    gridPt,
    linesPerPage,
    textHeightPt,
    textTopPt: top,
    baselineShare,
    headBaselinePt: top + gridPt * (baselineShare - 2),
    footBaselinePt: top + textHeightPt + gridPt * (baselineShare + 1),
    textLeftPt: side => (side === rightPage ? inner : outer),
    rightPage,
  };
}
