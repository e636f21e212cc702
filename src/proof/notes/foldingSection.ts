import type { Fold, SheetPlan, SideBox } from '../../impose/sheetPlan.ts';
import type { ProofFacts } from '../proofFacts.ts';
import { boxBehind, frontLeft, lyingWords, pagesIn, partNames } from './foldedForme.ts';
import { listed } from './measures.ts';
import type { NoteSection } from './noteText.ts';

/** More sheets of copy paper than these do not fold as one with a sharp back. */
const foldedAtOnce = 5;

/** How each signature is laid together and folded, fold by fold. */
export function foldingSection({ plan }: ProofFacts): NoteSection {
  const { folds } = plan;
  const steps = folds.length === 0 ? [] : folds.length === 1 ? nestedSteps(plan) : singleSteps(plan);
  return { heading: 'Fold', steps, isNumbered: true };
}

/** Sheets with one fold lie in each other. */
function nestedSteps(plan: SheetPlan): string[] {
  const most = Math.max(...plan.signatures.map(({ pieces }) => pieces.length));
  const spine = spineSide(plan);
  if (most === 1) {
    const [what, page] = plan.sheets.length === 1 ? ['the sheet', 'page 1'] : ['each sheet', 'its lowest page number'];
    return [`Fold ${what} in half with ${page} outside, the fold ${spine} of it: that is the spine.`];
  }
  const isOne = plan.signatures.length === 1;
  const middle = middlePages(plan);
  const seen = middle === null ? '' : isOne ? `: pages ${middle}` : `: in the first one pages ${middle}`;
  return [
    `The front of a sheet has its lowest page number. ${layWords(plan)}`,
    `On top lies the middle of ${isOne ? 'the book' : 'the signature'}${seen}.`,
    ...(most > foldedAtOnce
      ? [`Fold no more than ${foldedAtOnce} at a time, and lay them into each other again when all are folded.`]
      : []),
    `Fold in half with the middle inside, edges together, and rub the fold flat. ${isOne ? 'Page 1' : 'The lowest page number'} is outside, the fold ${spine} of it: that is the spine.`,
  ];
}

/** Of a booklet that is cut from both halves of its sheets, the inner ones come from one half. */
function layWords(plan: SheetPlan): string {
  const { signatures } = plan;
  if (signatures.length > 1) {
    return 'Lay those of each signature on each other, backs up, the lowest number lowest.';
  }
  const halves = [...new Set(signatures[0]?.pieces.map(({ part }) => part))].map(part => partNames(plan, part));
  const [outer, inner] = halves;
  if (inner === undefined || inner === null) {
    return 'Lay the sheets on each other, backs up, sheet 1 lowest and the others as they are numbered.';
  }
  return `Lay the ${outer ?? ''} of the sheets on each other, backs up, that of sheet 1 lowest, and on them the ${inner}, that of sheet 1 lowest, too.`;
}

/** The pages that face each other where a signature falls open. */
function middlePages(plan: SheetPlan): string | null {
  const innermost = plan.signatures[0]?.pieces.at(-1);
  const part = innermost === undefined ? undefined : plan.parts[innermost.part];
  const back = innermost === undefined ? undefined : plan.sheets[innermost.sheet]?.back;
  if (part === undefined || back === undefined || back === null) return null;
  const pages = pagesIn(back, boxBehind(plan, part)).filter(page => page !== null);
  return pages.length < 2 ? null : listed(pages.toSorted((one, other) => one - other).map(String));
}

function spineSide({ direction }: SheetPlan): 'left' | 'right' {
  return direction === 'rtl' ? 'right' : 'left';
}

/** A sheet with several folds is a signature by itself. */
function singleSteps(plan: SheetPlan): string[] {
  const [sheet] = plan.sheets;
  const [part] = plan.parts;
  if (sheet === undefined || part === undefined) return [];
  const start =
    plan.sheets.length === 1
      ? `Lay the sheet down with its front up, page 1 upright, ${lyingWords(plan)}.`
      : `Fold each sheet for itself. Lay it down with its front up, its lowest page number upright, ${lyingWords(plan)}.`;
  const spine = spineSide(plan);
  const { folds } = plan;
  return [
    start,
    ...folds.map(
      (fold, index) => `${foldWords(fold)}${index === folds.length - 1 ? '' : seenWords(plan, part, index + 1)}`,
    ),
    `${plan.sheets.length === 1 ? 'Page 1' : 'The lowest page number'} is on top now, the last fold ${spine} of it: that is the spine.`,
    'Rub the folds flat.',
  ];
}

function foldWords({ behind }: Fold): string {
  switch (behind) {
    case 'left':
      return 'Fold the left half back behind the right one, edges together.';
    case 'right':
      return 'Fold the right half back behind the left one, edges together.';
    case 'top':
      return 'Fold the upper half back behind the lower one, edges together.';
    case 'bottom':
      return 'Fold the lower half back behind the upper one, edges together.';
    case null:
      return 'Fold in half and open it again.';
  }
}

/** What of the first sheet is seen, to know that all is well. */
function seenWords({ sheets, folds }: SheetPlan, part: SideBox, done: number): string {
  const front = sheets[0]?.front;
  const pages =
    front === undefined ? [] : pagesIn(front, frontLeft(part, folds.slice(0, done))).filter(page => page !== null);
  const whose = sheets.length === 1 ? 'You see' : 'Of sheet 1 you see';
  return pages.length < 2 ? '' : ` ${whose} pages ${listed(pages.map(String))}.`;
}
