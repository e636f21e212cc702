import type { PaperLine, SheetPlan } from '../../impose/sheetPlan.ts';
import type { ProofFacts } from '../proofFacts.ts';
import { lyingWords, partName, partNames } from './foldedForme.ts';
import { listed, millimetres } from './measures.ts';
import type { NoteSection } from './noteText.ts';

/** What is cut straight through before anything is folded or bound, and how the parts are laid together. */
export function cuttingSection({ plan }: ProofFacts): NoteSection {
  const steps = plan.cuts.length === 0 ? [] : [layStep(plan), ...plan.cuts.map(cutStep), ...partSteps(plan)];
  return { heading: 'Cut', steps, isNumbered: true };
}

function layStep(plan: SheetPlan): string {
  const what =
    plan.sheets.length === 1
      ? 'Lay the sheet down, front up'
      : 'Lay the sheets on each other, sheet 1 on top, fronts up';
  return `${what}, text upright, ${lyingWords(plan)}.`;
}

/** A pile is cut at a place that a ruler finds. */
function cutStep({ axis, at }: PaperLine): string {
  switch (axis) {
    case 'vertical':
      return `Cut from top to bottom, ${millimetres(at)} from the left edge.`;
    case 'horizontal':
      return `Cut from side to side, ${millimetres(at)} from the top edge.`;
  }
}

function partSteps(plan: SheetPlan): string[] {
  const names = plan.parts.map((_, index) => partName(plan, index) ?? `part ${index + 1}`);
  switch (plan.scheme) {
    case 'cut-and-stack':
    case 'stab':
      return [`Lay the piles on each other, from the top: ${listed(names)}. Page 1 is on top.`];
    case 'booklet':
    case 'signatures':
    case 'quarto':
    case 'octavo':
    case 'mini-zine':
      return [
        `Keep the ${listed(plan.parts.map((_, index) => partNames(plan, index) ?? ''))} apart, each in their order.`,
      ];
  }
}
