import { defaultLook } from './bookLook.ts';
import { bookLookOver } from './bookLookOver.ts';
import { defaultFamily, typewriterFamily } from '../fonts/bundledFamilies.ts';
import { printFonts } from './printFonts.ts';
import type { BindingDesign, PrintDesign } from './theme.ts';
import type { PrintData, PrintSettings } from './themeSchema.ts';

/** Pages that are not bound: those of a screen. */
export const unbound: BindingDesign = { bleedPt: 0, gutters: [], smallestOuterPt: 0, hasWholeLeaves: false };

/** The page design that a `theme.yaml` describes whole. */
export function printDesign(print: PrintData, folder: string): PrintDesign {
  return {
    trimPt: print.trim,
    marginsPt: print.margins,
    bodyFontSizePt: print.bodySize,
    leadingPt: print.leading,
    paragraphIndentPt: print.paragraphIndent,
    sceneBreakOrnament: print.sceneBreakOrnament,
    fonts: printFonts({ body: defaultFamily, headings: defaultFamily, labels: typewriterFamily }, print.fonts, folder),
    openings: print.openings ?? 'plain',
    chaptersStartOn: print.chaptersStartOn ?? 'next',
    frontMatter: print.frontMatter ?? 'full',
    binding: unbound,
    footnotes: print.footnotes ?? 'foot',
    look: bookLookOver(defaultLook, print),
    links: print.links ?? 'live',
  };
}

/** A page design that differs from another in what the settings say, and in nothing else. */
export function printDesignOver(base: PrintDesign, print: PrintSettings = {}): PrintDesign {
  const { margins } = print;
  return {
    trimPt: print.trim ?? base.trimPt,
    marginsPt: {
      top: margins?.top ?? base.marginsPt.top,
      bottom: margins?.bottom ?? base.marginsPt.bottom,
      inner: margins?.inner ?? base.marginsPt.inner,
      outer: margins?.outer ?? base.marginsPt.outer,
    },
    bodyFontSizePt: print.bodySize ?? base.bodyFontSizePt,
    leadingPt: print.leading ?? base.leadingPt,
    paragraphIndentPt: print.paragraphIndent ?? base.paragraphIndentPt,
    sceneBreakOrnament: print.sceneBreakOrnament ?? base.sceneBreakOrnament,
    fonts: base.fonts,
    openings: print.openings ?? base.openings,
    chaptersStartOn: print.chaptersStartOn ?? base.chaptersStartOn,
    frontMatter: print.frontMatter ?? base.frontMatter,
    footnotes: print.footnotes ?? base.footnotes,
    look: bookLookOver(base.look, print),
    links: print.links ?? base.links,
    binding: base.binding,
  };
}
