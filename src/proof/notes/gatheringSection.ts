import type { SheetPlan, Signature } from '../../impose/sheetPlan.ts';
import type { ProofFacts } from '../proofFacts.ts';
import { partName } from './foldedForme.ts';
import type { NoteSection } from './noteText.ts';

/** Which sheets make which signature, and how the signatures are laid on each other. */
export function gatheringSection({ plan, request }: ProofFacts): NoteSection {
  const { signatures, folds } = plan;
  const isGathered = folds.length > 0 && signatures.length > 1;
  const steps = !isGathered
    ? []
    : [
        'Lay the signatures on each other, the first on top, spines and heads together:',
        ...signatures.map((signature, index) => signatureLine(plan, signature, index)),
        ...(request.marks.includes('order')
          ? ['The bars on the spines make a stair. Where a step is missing, a signature is out of its place.']
          : []),
      ];
  return { heading: 'Gather', steps, isNumbered: false };
}

/** `2: sheets 5 to 8, pages 17 to 32`. */
function signatureLine(plan: SheetPlan, { pieces, sheets, firstPage, lastPage }: Signature, index: number): string {
  const numbers = sheets.map(sheet => sheet + 1);
  const parts = new Set(pieces.map(({ part }) => part));
  const part = parts.size === 1 ? partName(plan, [...parts][0] ?? 0) : null;
  const half = part === null ? '' : `${part} of `;
  const pages = firstPage === null || lastPage === null ? 'blank' : span('page', firstPage + 1, lastPage + 1);
  return `  ${index + 1}: ${half}${span('sheet', numbers[0] ?? 1, numbers.at(-1) ?? 1)}, ${pages}`;
}

function span(thing: string, first: number, last: number): string {
  return first === last ? `${thing} ${first}` : `${thing}s ${first} to ${last}`;
}
