import { defaultLook } from './bookLook.ts';
import { bookLookOver } from './bookLookOver.ts';
import { defaultFamily } from '../fonts/bundledFamilies.ts';
import { printFonts } from './printFonts.ts';
import type { PrintDesign } from './theme.ts';
import type { PartialPrintData, PrintData } from './themeSchema.ts';

/** The page design that a `theme.yaml` describes whole. */
export function printDesign(print: PrintData, folder: string): PrintDesign {
  return {
    trimPt: print.trim,
    marginsPt: print.margins,
    bodyFontSizePt: print.bodySize,
    leadingPt: print.leading,
    paragraphIndentPt: print.paragraphIndent,
    sceneBreakOrnament: print.sceneBreakOrnament,
    fonts: printFonts({ body: defaultFamily, headings: defaultFamily, labels: defaultFamily }, print.fonts, folder),
    openings: print.openings ?? 'plain',
    chaptersStartOn: print.chaptersStartOn ?? 'next',
    footnotes: print.footnotes ?? 'foot',
    look: bookLookOver(defaultLook, print),
    links: print.links ?? 'live',
  };
}

/** A page design that differs from another in what the `theme.yaml` says. */
export function printDesignOver(base: PrintDesign, print: PartialPrintData = {}, folder: string): PrintDesign {
  return {
    trimPt: print.trim ?? base.trimPt,
    marginsPt: print.margins ?? base.marginsPt,
    bodyFontSizePt: print.bodySize ?? base.bodyFontSizePt,
    leadingPt: print.leading ?? base.leadingPt,
    paragraphIndentPt: print.paragraphIndent ?? base.paragraphIndentPt,
    sceneBreakOrnament: print.sceneBreakOrnament ?? base.sceneBreakOrnament,
    fonts: printFonts(base.fonts, print.fonts, folder),
    openings: print.openings ?? base.openings,
    chaptersStartOn: print.chaptersStartOn ?? base.chaptersStartOn,
    footnotes: print.footnotes ?? base.footnotes,
    look: bookLookOver(base.look, print),
    links: print.links ?? base.links,
  };
}
