import type { Box } from '../drawing/drawing.ts';
import type { CoverCanvas } from './coverDesign.ts';

/** A hair beyond the bleed, so that no edge of a shape lies on the edge of what is shown. */
const overhang = 10;

/** All of a canvas with its bleed, and a hair more: what a picture has to fill. */
export function paintedArea({ widthUnits, heightUnits, bleedUnits }: CoverCanvas): Box {
  const beyond = bleedUnits + overhang;
  return { left: -beyond, top: -beyond, right: widthUnits + beyond, bottom: heightUnits + beyond };
}
