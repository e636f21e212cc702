import { sprig } from './botanical/sprig.ts';
import { clothboundMotif } from './clothbound/clothboundMotif.ts';
import { threeStars } from './constellation/threeStars.ts';
import { rose } from './contour/rose.ts';
import type { Motif } from './coverDesign.ts';
import type { CoverStyle } from './coverStyles.ts';
import { fan } from './deco/fan.ts';
import { midcenturyMotif } from './midcentury/chooseCut.ts';
import { risographMotif } from './risograph/choosePrint.ts';
import { typographicMotif } from './typographic/typographicMotif.ts';
import { risingLight } from './woodcut/risingLight.ts';

const motifs: Readonly<Record<CoverStyle, (id: string) => Motif>> = {
  woodcut: () => risingLight,
  constellation: () => threeStars,
  contour: () => rose,
  botanical: () => sprig,
  deco: () => fan,
  risograph: risographMotif,
  midcentury: midcenturyMotif,
  typographic: typographicMotif,
  clothbound: clothboundMotif,
};

/** The motif of the cover that `designCover` draws in a style for an id, without the cover; of a story, by the story's. */
export function designMotif(id: string, style: CoverStyle): Motif {
  return motifs[style](id);
}
