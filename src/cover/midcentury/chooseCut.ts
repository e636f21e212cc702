import type { Motif } from '../coverDesign.ts';
import { type SeededRandom, seededRandom } from '../seededRandom.ts';
import { type PaperSet, paperSets } from './papers.ts';
import { type CutPicture, cutPictures } from './pictures.ts';

/** The first choices of a composition: its papers, and what is cut of them. */
export function chooseCut(composition: SeededRandom): { readonly papers: PaperSet; readonly picture: CutPicture } {
  return { papers: composition.pick(paperSets), picture: composition.pick(cutPictures) };
}

/** The motif of the picture that the same id's cover has. */
export function midcenturyMotif(id: string): Motif {
  return chooseCut(seededRandom(id, 'midcentury composition')).picture.motif;
}
