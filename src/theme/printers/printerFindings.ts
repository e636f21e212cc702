import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PrintDesign } from '../theme.ts';
import { describeTrim } from '../trimSizes.ts';
import type { PrinterRules } from './printerRules.ts';

/** A printer's own sizes differ from ours by rounding: Lulu's A5 is 5.83 × 8.27 inches. */
const trimTolerancePt = 1;

export interface FinishedBook {
  readonly title: string;
  readonly pages: number;
}

/** What of a finished book its printer would refuse, with what to do about it. */
export function printerFindings(rules: PrinterRules, design: PrintDesign, book: FinishedBook): Diagnostic[] {
  return [
    ...pageFindings(rules, design, book),
    ...trimFindings(rules, design),
    ...bleedFindings(rules, design),
    ...marginFindings(rules, design),
  ];
}

function pageFindings(rules: PrinterRules, design: PrintDesign, { title, pages }: FinishedBook): Diagnostic[] {
  const { fewest } = rules.pages;
  const ofTrim = rules.mostPagesOfTrim.find(({ trimPt }) => isNear(trimPt, design.trimPt));
  const most = ofTrim?.most ?? rules.pages.most;
  if (pages >= fewest && pages <= most) return [];
  const bound = pages < fewest ? `fewer than ${fewest}` : `more than ${most}`;
  const hint =
    pages < fewest
      ? 'Bind more stories into it, or take a smaller page or larger text: --trim pocket, --font-size 12.'
      : 'Bind the stories as several books, or take a larger page or smaller text: --trim 6x9, --font-size 10.';
  return [
    warning(
      rules,
      'print/page-count',
      `“${title}” has ${pages} pages; ${rules.name} prints no book of ${bound}.`,
      hint,
    ),
  ];
}

function trimFindings(rules: PrinterRules, { trimPt }: PrintDesign): Diagnostic[] {
  if (isOffered(rules, trimPt)) return [];
  const hint = 'Take a size that it offers: --trim 5x8, half-letter, 6x9 or A5.';
  return [warning(rules, 'print/trim-size', `${rules.name} has no pages of ${describeTrim(trimPt)}.`, hint)];
}

/** Our pages bleed on all sides. */
function bleedFindings(rules: PrinterRules, { binding }: PrintDesign): Diagnostic[] {
  const { bleedPt } = binding;
  if (bleedPt === 0 || (rules.bleedsAtSpine && Math.abs(bleedPt - rules.bleedPt) < 0.1)) return [];
  const message = rules.bleedsAtSpine
    ? `The bleed is ${inInches(bleedPt)}; ${rules.name} asks for ${inInches(rules.bleedPt)}.`
    : `The pages bleed on all sides; ${rules.name} takes none that bleed at the spine.`;
  const hint = rules.bleedsAtSpine
    ? `Write "bleed: ${inInches(rules.bleedPt).replace(' ', '')}".`
    : 'Leave "bleed" out.';
  return [warning(rules, 'print/bleed', message, hint)];
}

function isOffered({ trims }: PrinterRules, trimPt: PrintDesign['trimPt']): boolean {
  if (trims.type === 'list') return trims.trimsPt.some(each => isNear(each, trimPt));
  const isWithin = (value: number, [least, most]: readonly [number, number]): boolean =>
    value >= least - trimTolerancePt && value <= most + trimTolerancePt;
  return isWithin(trimPt[0], trims.widthPt) && isWithin(trimPt[1], trims.heightPt);
}

function isNear(left: readonly [number, number], right: readonly [number, number]): boolean {
  return left.every((side, index) => Math.abs(side - (right[index] ?? 0)) <= trimTolerancePt);
}

/** Margins that somebody wrote down are kept as they are, and what they break is said; the inner one grows by itself. */
function marginFindings(rules: PrinterRules, { marginsPt, binding, bodyFontSizePt }: PrintDesign): Diagnostic[] {
  const leastPt = binding.bleedPt > 0 ? rules.smallestMarginWithBleedPt : rules.smallestMarginPt;
  const found = (['top', 'bottom', 'outer'] as const)
    .filter(side => marginsPt[side] < leastPt - 0.01)
    .map(side => {
      const message = `The ${side} margin is ${inInches(marginsPt[side])}; ${rules.name} asks for ${inInches(leastPt)} at least.`;
      return warning(rules, 'print/margins', message, 'Widen it under "margins", or leave it out.');
    });
  if (bodyFontSizePt >= rules.smallestTextPt) return found;
  const message = `The text is of ${bodyFontSizePt} points; ${rules.name} asks for ${rules.smallestTextPt} at least.`;
  return [...found, warning(rules, 'print/margins', message, 'Give a larger --font-size.')];
}

function inInches(lengthPt: number): string {
  return `${Math.round((lengthPt / 72) * 1000) / 1000} in`;
}

function warning(rules: PrinterRules, code: Diagnostic['code'], message: string, hint: string): Diagnostic {
  return { code, severity: 'warning', message, hint, source: rules.source };
}
