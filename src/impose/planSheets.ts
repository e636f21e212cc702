import { CompileError } from '../diagnostics/compileError.ts';
import { folio, octavo, quarto } from './formes.ts';
import type { ImpositionRequest } from './imposition.ts';
import { planFolded } from './planFolded.ts';
import { planLeaves } from './planLeaves.ts';
import { planMiniZine } from './planMiniZine.ts';
import type { SheetPlan } from './sheetPlan.ts';
import { balanceSignatures, singleSheets } from './signatureLengths.ts';

/**
 * Lays pages on sheets by a scheme: the same request, the same plan.
 * @throws CompileError `impose/no-pages`, `impose/too-many-pages` for more than a scheme holds, and
 * `impose/page-too-large` when pages keep their size and have no room
 */
export function planSheets(request: ImpositionRequest): SheetPlan {
  if (request.pages < 1) {
    throw new CompileError('impose/no-pages', `There are no pages to lay on sheets for ${request.scheme}.`, {
      hint: 'Ask for pages that there are; without --pages all are taken.',
    });
  }
  switch (request.scheme) {
    case 'booklet':
      return planFolded(request, folio, sheets => [sheets]);
    case 'signatures':
      return planFolded(request, folio, sheets =>
        balanceSignatures(sheets, request.sheetsPerSignature, request.abreast),
      );
    case 'quarto':
      return planFolded(request, quarto, singleSheets);
    case 'octavo':
      return planFolded(request, octavo, singleSheets);
    case 'mini-zine':
      return planMiniZine(request);
    case 'cut-and-stack':
    case 'stab':
      return planLeaves(request);
  }
}
