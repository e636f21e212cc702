import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SheetFacts } from './compileEvent.ts';

/** "3 sheets of A4, 12 pages, 1 of them blank; text of 10.5 points instead of 11 would save a sheet." */
export function describeSheets(title: string, facts: SheetFacts, pages: number, bodySizePt: number): Diagnostic {
  const { sheets, paper, blanks, savesASheet } = facts;
  const blank = blanks === 0 ? '' : blanks === 1 ? ', one of them blank' : `, ${blanks} of them blank`;
  const saving =
    savesASheet === null
      ? ''
      : `; text of ${savesASheet.bodySizePt} points instead of ${bodySizePt} would save ${sheets === 2 ? 'one of the two' : 'a sheet'}`;
  return {
    code: 'impose/sheets',
    severity: 'info',
    message: `“${title}” as ${articled(facts.scheme)} takes ${sheets} ${sheets === 1 ? 'sheet' : 'sheets'} of ${paper}: ${pages} pages${blank}${saving}.`,
    ...(savesASheet === null
      ? {}
      : { hint: `Give --font-size ${savesASheet.bodySizePt} to save it, or leave it for the sake of the eyes.` }),
  };
}

function articled(scheme: SheetFacts['scheme']): string {
  switch (scheme) {
    case 'signatures':
      return 'signatures';
    case 'cut-and-stack':
      return 'cut and stacked leaves';
    case 'stab':
      return 'stab-bound leaves';
    case 'octavo':
      return 'an octavo';
    case 'booklet':
    case 'mini-zine':
    case 'quarto':
      return `a ${scheme}`;
  }
}

export interface TooLong {
  readonly title: string;
  readonly words: number;
  /** The pages that it takes with the smallest text, and those that there are. */
  readonly pages: number;
  readonly mostPages: number;
  /** How much of the text fits. */
  readonly fittingShare: number;
  readonly paper: string;
  readonly bodySizePt: number;
}

/** A story that is longer than its scheme holds: refused, with what would fit. */
export function refuseTooLong({
  title,
  words,
  pages,
  mostPages,
  fittingShare,
  paper,
  bodySizePt,
}: TooLong): CompileError {
  const fitting = Math.max(Math.floor((words * fittingShare) / 50) * 50, 50);
  const count = (number: number): string => number.toLocaleString('en');
  return new CompileError(
    'impose/too-many-pages',
    `“${title}” has ${count(words)} words, ${pages} pages of a mini-zine on ${paper} in text of ${bodySizePt} points; a mini-zine has ${mostPages} pages.`,
    {
      hint: `About ${count(fitting)} words fit, and twice as many on paper twice as large. For all of them take -f booklet.`,
    },
  );
}
