import type { SchemeName } from '../../impose/imposition.ts';
import type { ProofFacts } from '../proofFacts.ts';
import type { NoteSection } from './noteText.ts';

/** A cover that is a file of its own: how it is printed, and how it comes around the book. */
export function coverSection({ plan, isCoverApart = false }: ProofFacts): NoteSection {
  const steps = isCoverApart
    ? [
        'The cover is a file of its own; its name ends in .cover.pdf. Print it once, on one side, at 100 %, on the heaviest paper that the printer takes.',
        'Score it along the edges of its spine with a blunt knife or an empty pen, and bend it there.',
        joining[plan.scheme],
      ]
    : [];
  return { heading: 'Cover', steps, isNumbered: true };
}

const sewnIn = 'Brush the spine of the bound block with glue, press the cover to it, and let it dry under a weight.';

const joining: Readonly<Record<SchemeName, string>> = {
  booklet: 'Lay it around the folded sheets before they are stapled or sewn: staples and thread go through it, too.',
  signatures: sewnIn,
  'mini-zine': 'Lay the folded zine into it, and glue its last page to the inside of the back.',
  quarto: sewnIn,
  octavo: sewnIn,
  'cut-and-stack': sewnIn,
  stab: 'Lay it around the pile before it is pierced: the thread goes through it, too.',
};
