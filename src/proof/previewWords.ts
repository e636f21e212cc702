import type { SchemeName } from '../impose/imposition.ts';
import { describePaper } from '../impose/paperSizes.ts';
import type { SheetPlan } from '../impose/sheetPlan.ts';
import type { PreviewWords } from './foldPreview.ts';
import type { ProofFacts } from './proofFacts.ts';

const schemeLabels: Readonly<Record<SchemeName, string>> = {
  booklet: 'Booklet',
  signatures: 'Signatures',
  'mini-zine': 'Mini-zine',
  quarto: 'Quarto',
  octavo: 'Octavo',
  'cut-and-stack': 'Cut and stack',
  stab: 'Stab binding',
};

/** What stands over the preview of a book's sheets. */
export function previewWords({ title, request, plan }: ProofFacts): PreviewWords {
  const sheets = plan.sheets.length === 1 ? 'one sheet' : `${plan.sheets.length} sheets`;
  const pages = request.pages === 1 ? 'one page' : `${request.pages} pages`;
  const summary = `${schemeLabels[plan.scheme]} · ${pages} on ${sheets} of ${describePaper(request.paperPt)} · ${turnLabel(plan)}`;
  return {
    title: shortened(title),
    summary,
    altText: `The sheets of “${title}” as they are printed. ${summary}.`,
  };
}

function turnLabel({ sheets, turn, passes }: SheetPlan): string {
  if (sheets.every(({ back }) => back === null)) return 'printed on one side';
  const edge = turn === 'longEdge' ? 'long' : 'short';
  return passes === null ? `flip on ${edge} edge` : `two passes, turned over the ${edge} edge`;
}

/** A line of the picture holds as many characters. */
const mostCharacters = 64;

/** `A very long title that goes on …`: cut at a space. */
function shortened(title: string): string {
  if (title.length <= mostCharacters) return title;
  const cut = title.slice(0, mostCharacters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), mostCharacters / 2))} …`;
}
