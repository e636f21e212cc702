import type { Motif } from '../coverDesign.ts';
import { type SeededRandom, seededRandom } from '../seededRandom.ts';
import { type Inks, inkSets } from './inks.ts';
import { type PrintedPicture, printedPictures } from './pictures.ts';

/** The first choices of a composition: its inks, and what is printed in them. */
export function choosePrint(composition: SeededRandom): { readonly inks: Inks; readonly picture: PrintedPicture } {
  return { inks: composition.pick(inkSets), picture: composition.pick(printedPictures) };
}

/** The motif of the picture that the same id's cover has. */
export function risographMotif(id: string): Motif {
  return choosePrint(seededRandom(id, 'risograph composition')).picture.motif;
}
