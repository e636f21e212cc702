import { type CoverCanvas, type CoverDesign, shopCanvas } from './coverDesign.ts';
import type { CoverStyle } from './coverStyles.ts';
import type { CoverSubject } from './coverSubject.ts';
import { designBotanicalCover } from './botanical/botanicalCover.ts';
import { designClothboundCover } from './clothbound/clothboundCover.ts';
import { designConstellationCover } from './constellation/constellationCover.ts';
import { designContourCover } from './contour/contourCover.ts';
import { designDecoCover } from './deco/decoCover.ts';
import { designMidcenturyCover } from './midcentury/midcenturyCover.ts';
import { designRisographCover } from './risograph/risographCover.ts';
import { designTypographicCover } from './typographic/typographicCover.ts';
import { designWoodcutCover } from './woodcut/woodcutCover.ts';

type CoverDesigner = (subject: CoverSubject, canvas: CoverCanvas) => CoverDesign;

const designers: Readonly<Record<CoverStyle, CoverDesigner>> = {
  woodcut: designWoodcutCover,
  constellation: designConstellationCover,
  contour: designContourCover,
  botanical: designBotanicalCover,
  deco: designDecoCover,
  risograph: designRisographCover,
  midcentury: designMidcenturyCover,
  typographic: designTypographicCover,
  clothbound: designClothboundCover,
};

/**
 * Designs a book's cover. The picture follows from the book's id alone, so that a rebuild has the same one; characters that
 * no font has are left out of the lettering (see `missingFromCover`).
 */
export function designCover(subject: CoverSubject, style: CoverStyle, canvas: CoverCanvas = shopCanvas): CoverDesign {
  return designers[style](subject, canvas);
}
