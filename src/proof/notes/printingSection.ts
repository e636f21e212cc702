import { describePaper } from '../../impose/paperSizes.ts';
import type { SheetPlan } from '../../impose/sheetPlan.ts';
import type { ProofFacts } from '../proofFacts.ts';
import { turnAxis } from '../turn.ts';
import type { NoteSection } from './noteText.ts';

/** What to set in the printer's dialogue, and for two passes how the pile is turned. */
export function printingSection({ plan, request }: ProofFacts): NoteSection {
  const sheets = plan.sheets.length;
  const steps = [
    'Print the test sheet first, on the same paper with the same settings. Its name ends in .test.pdf.',
    `Paper: ${describePaper(request.paperPt)}. Size: “actual size” or 100 %, never “fit to page”.`,
    'Leave “booklet” and “pages per sheet” off: the file has it all.',
    ...sideSteps(plan),
    ...(sheets > 1 && plan.passes === null ? [`Keep the ${sheets} sheets in the order in which they come.`] : []),
  ];
  return { heading: 'Print', steps, isNumbered: true };
}

function sideSteps(plan: SheetPlan): string[] {
  if (plan.sheets.every(({ back }) => back === null)) return ['Print on one side only.'];
  return plan.passes === null ? [duplexStep(plan)] : passSteps(plan);
}

/** A sheet that is turned like a page of a pad has a back that stands on its head in the file. */
function duplexStep(plan: SheetPlan): string {
  const edge = edgeName(plan);
  const onScreen = turnAxis(plan) === 'level' ? ' On the screen the backs stand on their heads; that is right.' : '';
  return `Print on both sides. Choose “flip on ${edge} edge”, or “${edge}-edge binding”.${onScreen}`;
}

function passSteps(plan: SheetPlan): string[] {
  const sheets = plan.sheets.length;
  const isOne = sheets === 1;
  const edge = edgeName(plan);
  const leading = edge === 'long' ? 'the same short edge goes in first' : 'the other short edge goes in first';
  return [
    `First pass: print ${pagesWords(1, sheets)} of the file on one side. ${isOne ? 'It is the front.' : 'They are the fronts.'}`,
    'If the printer is an inkjet, let the ink dry for some minutes: wet ink smears in the rollers.',
    `Put the ${isOne ? 'sheet' : 'pile'} back so that the blank side is printed and ${leading}: that is a turn over the ${edge} edge.`,
    ...(isOne ? [] : [backOrder(plan)]),
    `Second pass: print ${pagesWords(sheets + 1, 2 * sheets)} of the file. ${isOne ? 'It is the back.' : 'They are the backs.'}`,
  ];
}

/** The first sheet that goes into the printer is the one on top. */
function backOrder({ passes, sheets }: SheetPlan): string {
  const top = (passes?.backs[0] ?? 0) + 1;
  const other = sheets.length + 1 - top;
  return `Sheet ${top} lies on top of the pile, for its back is printed first. If sheet ${other} lies there, because the pile was turned as a whole, print the second pass in reverse order.`;
}

function edgeName({ turn }: SheetPlan): 'long' | 'short' {
  switch (turn) {
    case 'longEdge':
      return 'long';
    case 'shortEdge':
      return 'short';
  }
}

function pagesWords(first: number, last: number): string {
  if (first === last) return `page ${first}`;
  return `pages ${first} ${last === first + 1 ? 'and' : 'to'} ${last}`;
}
