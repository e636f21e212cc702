import { defaultFamily } from '../fonts/fontLibrary.ts';
import { defaultLook } from './bookLook.ts';
import { bookLookOver } from './bookLookOver.ts';
import type { PrintDesign } from './theme.ts';
import type { PartialPrintData, PrintData } from './themeSchema.ts';

/** The page design that a `theme.yaml` describes whole. */
export function printDesign(print: PrintData): PrintDesign {
  return {
    trimPt: print.trim,
    marginsPt: print.margins,
    bodyFontSizePt: print.bodySize,
    leadingPt: print.leading,
    paragraphIndentPt: print.paragraphIndent,
    sceneBreakOrnament: print.sceneBreakOrnament,
    fonts: {
      body: print.fonts?.body ?? defaultFamily,
      headings: print.fonts?.headings ?? defaultFamily,
      labels: print.fonts?.labels ?? defaultFamily,
    },
    openings: print.openings ?? 'plain',
    chaptersStartOn: print.chaptersStartOn ?? 'next',
    footnotes: print.footnotes ?? 'foot',
    look: bookLookOver(defaultLook, print),
    links: print.links ?? 'live',
  };
}

/** A page design that differs from another in what the `theme.yaml` says. */
export function printDesignOver(base: PrintDesign, print: PartialPrintData = {}): PrintDesign {
  return {
    trimPt: print.trim ?? base.trimPt,
    marginsPt: print.margins ?? base.marginsPt,
    bodyFontSizePt: print.bodySize ?? base.bodyFontSizePt,
    leadingPt: print.leading ?? base.leadingPt,
    paragraphIndentPt: print.paragraphIndent ?? base.paragraphIndentPt,
    sceneBreakOrnament: print.sceneBreakOrnament ?? base.sceneBreakOrnament,
    fonts: {
      body: print.fonts?.body ?? base.fonts.body,
      headings: print.fonts?.headings ?? base.fonts.headings,
      labels: print.fonts?.labels ?? base.fonts.labels,
    },
    openings: print.openings ?? base.openings,
    chaptersStartOn: print.chaptersStartOn ?? base.chaptersStartOn,
    footnotes: print.footnotes ?? base.footnotes,
    look: bookLookOver(base.look, print),
    links: print.links ?? base.links,
  };
}
