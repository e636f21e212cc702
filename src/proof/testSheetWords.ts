import type { ImpositionRequest } from '../impose/imposition.ts';
import { planSheets } from '../impose/planSheets.ts';
import type { SheetPlan } from '../impose/sheetPlan.ts';
import { sheetsFor } from '../impose/sheetsFor.ts';
import type { ProofFacts } from './proofFacts.ts';
import type { TestSheetWords } from './testSheet.ts';

/** A book as long as one sheet of a request holds, laid on it as the whole book is: folded, it can be read through. */
export function testSheetPlan(request: ImpositionRequest): SheetPlan {
  const lone = { ...request, pages: 1, flyleaves: 0, sheetsPerSignature: 1 };
  return planSheets({ ...lone, pages: sheetsFor(lone).holds });
}

/** What the test sheet of a book says. */
export function testSheetWords(plan: SheetPlan, { title }: Pick<ProofFacts, 'title'>): TestSheetWords {
  const pages = plan.sheets.flatMap(({ front, back }) => [...front.placements, ...(back?.placements ?? [])]).length;
  const hasBack = plan.sheets.some(({ back }) => back !== null);
  return {
    front: [
      'Print this sheet at 100 %, never “fit to page”. On paper, the ruler is as long as it says.',
      ...(hasBack ? [turnWords(plan), lightWords(plan)] : ['Print on one side only.']),
      `${foldWords(plan)} The pages follow each other from 1 to ${pages}, all heads up.`,
    ],
    back: ['The back: its cross belongs in the ring with the tick.'],
    backAltText: `The back of the test sheet for “${title}”: page numbers, and a cross.`,
    altText: `A test sheet for “${title}”: page numbers from 1 to ${pages} where the pages stand, a ruler of 100 millimetres and 4 inches, and signs that show whether the sheet was turned and scaled as it should be.`,
  };
}

function turnWords({ turn, passes }: SheetPlan): string {
  const edge = turn === 'longEdge' ? 'long' : 'short';
  if (passes === null) return `Print on both sides: “flip on ${edge} edge”.`;
  return `Print page 1. Turn the sheet over its ${edge} edge and put it back, the same edge first. Print page 2.`;
}

function lightWords({ passes }: SheetPlan): string {
  const remedy = passes === null ? 'choose the other edge' : 'put the sheet back the other way round';
  return `Hold it against the light: the cross on the back stands in the ring with the tick. If it stands in the other ring, ${remedy}.`;
}

function foldWords({ folds, cuts, slits }: SheetPlan): string {
  const isCut = cuts.length > 0 || slits.some(({ when }) => when === 'flat');
  const hasOrder = folds.some(({ behind }) => behind !== null);
  const fold = `along the dashed ${folds.length === 1 ? 'line' : hasOrder ? 'lines, by their numbers' : 'lines'}`;
  if (folds.length === 0)
    return isCut ? 'Cut along the line, and lay the parts on each other.' : 'This leaf is a page and its back.';
  return isCut ? `Fold ${fold}, and cut along the full one.` : `Fold ${fold}.`;
}
