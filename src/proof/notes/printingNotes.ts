import type { SchemeName } from '../../impose/imposition.ts';
import type { ProofFacts } from '../proofFacts.ts';
import { bindingSection } from './bindingSection.ts';
import { contentSection } from './contentSection.ts';
import { coverSection } from './coverSection.ts';
import { cuttingSection } from './cuttingSection.ts';
import { foldingSection } from './foldingSection.ts';
import { gatheringSection } from './gatheringSection.ts';
import { miniZineSections } from './miniZineSections.ts';
import { type NoteSection, noteText } from './noteText.ts';
import { printingSection } from './printingSection.ts';
import { sizingSection } from './sizingSection.ts';

/** What a scheme is called by those who bind. */
export const schemeTitles: Readonly<Record<SchemeName, string>> = {
  booklet: 'Booklet, stapled through the fold',
  signatures: 'Signatures, folded and sewn',
  'mini-zine': 'Mini-zine: eight pages on one side of one sheet',
  quarto: 'Quarto: sheets folded twice',
  octavo: 'Octavo: sheets folded three times',
  'cut-and-stack': 'Cut and stack: single leaves from a cut pile',
  stab: 'Stab binding: single leaves sewn through the margin',
};

/**
 * What to do with the sheets of a plan, from the printer's dialogue to the last cut: plain text in short sentences, for
 * someone who stands at a table with the sheets. What this plan does not ask for is not spoken of.
 */
export function printingNotes(facts: ProofFacts): string {
  const sections = [contentSection(facts), printingSection(facts), ...handSections(facts)];
  return noteText(facts.title, schemeTitles[facts.plan.scheme], sections);
}

/** What is done by hand, in its order. */
function handSections(facts: ProofFacts): NoteSection[] {
  switch (facts.plan.scheme) {
    case 'mini-zine':
      return [...miniZineSections(facts), coverSection(facts)];
    case 'booklet':
    case 'signatures':
    case 'quarto':
    case 'octavo':
      return [
        cuttingSection(facts),
        foldingSection(facts),
        gatheringSection(facts),
        ...withCover(facts, bindingSection(facts)),
        sizingSection(facts),
      ];
    case 'cut-and-stack':
    case 'stab':
      return [cuttingSection(facts), sizingSection(facts), ...withCover(facts, bindingSection(facts))];
  }
}

/** A cover that is stapled or sewn with the leaves comes before that, one that is glued after. */
function withCover(facts: ProofFacts, binding: NoteSection): NoteSection[] {
  const cover = coverSection(facts);
  const { scheme } = facts.plan;
  return scheme === 'booklet' || scheme === 'stab' ? [cover, binding] : [binding, cover];
}
