import { ornamentSquareUnits } from '../drawing/frameOrnament.ts';
import type { Ornament } from '../drawing/ornament.ts';
import type { DisplayAlignment } from '../theme/bookLook.ts';
import { roundPt } from './composeLine.ts';
import type { Galley, GalleyOrnament } from './galley.ts';
import { addOrnament, noText } from './setHeadings.ts';
import type { TypesetContext } from './typesetContext.ts';

/** How large a square motif is with a title that has a page to itself, in ems of the text, and with one over its text. */
export const openerEm = { ownPage: 4, runIn: 2.4 } as const;

/**
 * What stands below a title: the motif where the design asks for it and the book has one, else the letters that the title
 * page has.
 */
export function addOpener(
  context: TypesetContext,
  galley: Galley,
  motif: Ornament | undefined,
  squareEm: number = openerEm.ownPage,
): void {
  const { openers, titlePage } = context.design.look;
  if (openers === 'motif' && motif !== undefined) addMotif(context, galley, motif, squareEm, titlePage.align);
  else if (titlePage.ornament !== '') addOrnament(context, galley, titlePage.ornament, titlePage.align);
}

/** A motif takes whole lines of the grid, and stands in their middle. */
function addMotif(
  context: TypesetContext,
  galley: Galley,
  motif: Ornament,
  squareEm: number,
  align: DisplayAlignment,
): void {
  const { gridPt, measurePt } = context.geometry;
  const size = motifSize(motif, squareEm * context.design.bodyFontSizePt);
  const heightPt = Math.ceil(size.heightPt / gridPt) * gridPt;
  galley.addSpace(gridPt);
  galley.addBlock({
    lines: [noText],
    leftPt: 0,
    heightPt,
    element: null,
    keepsWithNext: true,
    ornament: {
      ornament: motif,
      leftPt: motifLeft(size.widthPt, measurePt, align, context.geometry.rightPage === 'verso'),
      belowTopPt: (heightPt - size.heightPt) / 2,
      ...size,
    },
  });
}

type MotifSize = Pick<GalleyOrnament, 'widthPt' | 'heightPt'>;

/** The frame of a motif whose square would be so large. */
export function motifSize({ widthUnits, heightUnits }: Ornament, squarePt: number): MotifSize {
  const scale = squarePt / ornamentSquareUnits;
  return { widthPt: roundPt(widthUnits * scale), heightPt: roundPt(heightUnits * scale) };
}

/** What keeps to an edge keeps to that at which lines begin. */
export function motifLeft(widthPt: number, measurePt: number, align: DisplayAlignment, isTurned: boolean): number {
  const sparePt = measurePt - widthPt;
  if (align === 'center') return sparePt / 2;
  return isTurned ? sparePt : 0;
}
