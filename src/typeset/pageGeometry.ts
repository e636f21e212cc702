import type { TextDirection } from '../fonts/shape.ts';
import { demandRoom } from '../theme/pageRoom.ts';
import { baselineShare, footGapLines, headGapLines } from '../theme/runningRoom.ts';
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

/**
 * Derives the page from a theme's design and the direction that the book is read in.
 * @throws CompileError `typeset/page-too-small` when the margins leave too little room.
 */
export function createPageGeometry(design: PrintDesign, direction: TextDirection = 'ltr'): PageGeometry {
  const { top, inner, outer } = design.marginsPt;
  const gridPt = design.leadingPt;
  const { measurePt, lines } = demandRoom(design);
  const textHeightPt = lines * gridPt;
  const rightPage = direction === 'rtl' ? 'verso' : 'recto';
  return {
    trimPt: design.trimPt,
    measurePt,
    gridPt,
    linesPerPage: lines,
    textHeightPt,
    textTopPt: top,
    baselineShare,
    headBaselinePt: top - gridPt * (1 + headGapLines - baselineShare),
    footBaselinePt: top + textHeightPt + gridPt * (footGapLines + baselineShare),
    textLeftPt: side => (side === rightPage ? inner : outer),
    rightPage,
  };
}
