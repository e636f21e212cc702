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
  };
}
