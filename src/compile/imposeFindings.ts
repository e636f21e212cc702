import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PageRange } from '../impose/pageRange.ts';
import type { SheetPlan } from '../impose/sheetPlan.ts';
import type { FittedPages } from '../pdf/foreign/fitPages.ts';
import { describeTrim } from '../theme/trimSizes.ts';

/** So many pages are named, and the rest only counted. */
const mostNamed = 12;

/** Pages that were asked for beyond a document's last. */
export function pagesNotThere(path: string, range: PageRange | undefined, pages: number): Diagnostic[] {
  const asked = (range ?? []).flatMap(([first, last]) => (last === null ? [first] : [first, last]));
  const furthest = Math.max(0, ...asked);
  if (furthest <= pages) return [];
  return [
    {
      code: 'impose/pages-not-there',
      severity: 'warning',
      message: `${path} has ${pages === 1 ? 'one page' : `${pages} pages`}; page ${furthest} was asked for.`,
      hint: 'Check the numbers in --pages: they count from 1, whatever is printed on the pages.',
    },
  ];
}

/** With less than this share of its inner margin left, text runs into the fold. */
const leastMarginShare = 0.5;

/** Pages of the innermost sheets that creep moves too near to the fold, for the sheets around them are many or thick. */
export function creepInMargin(title: string, { creepPt, scheme }: SheetPlan, innerPt: number): Diagnostic[] {
  if (creepPt <= innerPt * (1 - leastMarginShare)) return [];
  const lost = `${millimetres(creepPt)} mm of their inner margin of ${millimetres(innerPt)} mm`;
  return [
    {
      code: 'impose/creep-in-margin',
      severity: 'warning',
      message: `The innermost pages of “${title}” lose ${lost} to the sheets around them.`,
      hint: `${creepHints[scheme]}, or say the thickness of the paper with --caliper, 0 for pages that stay where they are.`,
    },
  ];
}

const creepHints: Readonly<Record<SheetPlan['scheme'], string>> = {
  booklet: 'Take -f signatures',
  signatures: 'Take fewer sheets with --signature',
  quarto: 'Take thinner paper',
  octavo: 'Take thinner paper',
  'mini-zine': 'Take thinner paper',
  'cut-and-stack': 'Take thinner paper',
  stab: 'Take thinner paper',
};

/** A range in which no page of a book is. */
export function noneChosen(title: string, pages: number): CompileError {
  return new CompileError('impose/no-pages', `“${title}” has ${pages} pages, and none of those that were asked for.`, {
    hint: `Ask for pages from 1 to ${pages}.`,
  });
}

/** What was cut off, where the pages say where they are cut. */
export function trimBoxTaken(path: string, { isTrimmed, trimPt, bleedPt }: FittedPages): Diagnostic[] {
  if (!isTrimmed) return [];
  const bleed = bleedPt === 0 ? '' : `, with ${millimetres(bleedPt)} mm of bleed`;
  return [
    {
      code: 'impose/trim-box-taken',
      severity: 'info',
      message: `The pages of ${path} are placed as their trim boxes say, ${describeTrim(trimPt)}${bleed}; printer’s marks beyond are left out.`,
      hint: 'To place all that a reader shows of them, say --box crop.',
    },
  ];
}

/** Pages that were made to fit the size of the others. */
export function sizesDiffer(path: string, { pages, trimPt }: FittedPages, chosen: readonly number[]): Diagnostic[] {
  const others = new Set(pages.flatMap((page, index) => (page.isOfCommonSize ? [] : [(chosen[index] ?? 0) + 1])));
  if (others.size === 0) return [];
  const numbers = pageNumbers([...others]);
  const isOne = others.size === 1;
  return [
    {
      code: 'impose/page-sizes-differ',
      severity: 'warning',
      message: `${isOne ? `Page ${numbers} of ${path} is` : `Pages ${numbers} of ${path} are`} not of the size of the others, ${describeTrim(trimPt)}, and ${isOne ? 'was' : 'were'} fitted into it.`,
      hint: 'Look at these pages, or leave them out with --pages.',
    },
  ];
}

/** `[3, 4, 5, 9]` → `3–5, 9`. */
function pageNumbers(numbers: readonly number[]): string {
  const spans: [first: number, last: number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] + 1 === number) last[1] = number;
    else spans.push([number, number]);
  }
  const shown = spans.slice(0, mostNamed).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return spans.length <= mostNamed ? shown.join(', ') : `${shown.join(', ')} and others, ${numbers.length} in all,`;
}

/** What lies on pages and is no part of them. */
export function annotationsLeftOut(path: string, annotations: number): Diagnostic[] {
  if (annotations === 0) return [];
  return [
    {
      code: 'impose/annotations-left-out',
      severity: 'warning',
      message: `${annotations === 1 ? 'A form field or note' : `${annotations} form fields and notes`} on the pages of ${path} ${annotations === 1 ? 'is' : 'are'} not on the sheets.`,
      hint: 'To have them printed, make them part of the pages first: qpdf --generate-appearances --flatten-annotations=print IN.pdf OUT.pdf',
    },
  ];
}

/** What pages refer to and the file does not hold. */
export function partsMissing(path: string, missing: number): Diagnostic[] {
  if (missing === 0) return [];
  return [
    {
      code: 'impose/parts-missing',
      severity: 'warning',
      message: `${missing === 1 ? 'Something that a page' : `${missing} things that pages`} of ${path} ${missing === 1 ? 'needs is' : 'need are'} missing in it.`,
      hint: 'Look through the sheets before you print them.',
    },
  ];
}

function millimetres(lengthPt: number): number {
  return Math.round(((lengthPt * 25.4) / 72) * 10) / 10;
}
