import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type PdfProfile, screenPdf } from '../pdf/pdfProfile.ts';
import { printProfiles } from '../theme/printProfile.ts';
import { type FinishedBook, printerFindings } from '../theme/printers/printerFindings.ts';
import type { PrintDesign } from '../theme/theme.ts';
import { describeTrim } from '../theme/trimSizes.ts';
import type { PrintFacts } from './compileEvent.ts';
import { type Edition, profileOf } from './edition.ts';

/** What an edition's file holds besides its pages: paper takes no links, and printers no bookmarks. */
export function pdfProfileOf(edition: Edition): PdfProfile {
  const name = profileOf(edition);
  const { isOnScreen, printer } = printProfiles[name];
  return {
    ...screenPdf,
    conformance: name === 'archive' ? 'PDF/A-1b' : null,
    hasLinks: isOnScreen,
    hasOutline: isOnScreen,
    hasTransparency: name !== 'archive' && printer === null,
  };
}

/** What the printer of an edition would refuse. */
export function printFindings(edition: Edition, design: PrintDesign, book: FinishedBook): Diagnostic[] {
  const { printer } = printProfiles[profileOf(edition)];
  return printer === null ? [] : printerFindings(printer, design, book);
}

export function printFactsOf(
  edition: Edition,
  { trimPt, bodyFontSizePt, leadingPt, binding }: PrintDesign,
): PrintFacts {
  const { bleedPt } = binding;
  return {
    profile: profileOf(edition),
    trim: describeTrim(trimPt),
    trimPt,
    bleedPt,
    bodySizePt: bodyFontSizePt,
    leadingPt,
  };
}
