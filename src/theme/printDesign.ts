import { defaultFamily } from '../fonts/fontLibrary.ts';
import type { BindingDesign, PrintDesign } from './theme.ts';
import type { PrintData, PrintSettings } from './themeSchema.ts';

/** Pages that are not bound: those of a screen. */
export const unbound: BindingDesign = { bleedPt: 0, gutters: [], smallestOuterPt: 0, hasWholeLeaves: false };

/** The page design that a `theme.yaml` describes whole. */
export function printDesign(print: PrintData): PrintDesign {
  return {
    trimPt: print.trim,
    marginsPt: print.margins,
    bodyFontSizePt: print.bodySize,
    leadingPt: print.leading,
    paragraphIndentPt: print.paragraphIndent,
    sceneBreakOrnament: print.sceneBreakOrnament,
    fonts: { body: print.fonts?.body ?? defaultFamily, headings: print.fonts?.headings ?? defaultFamily },
    openings: print.openings ?? 'plain',
    chaptersStartOn: print.chaptersStartOn ?? 'next',
    binding: unbound,
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
    fonts: { body: print.fonts?.body ?? base.fonts.body, headings: print.fonts?.headings ?? base.fonts.headings },
    openings: print.openings ?? base.openings,
    chaptersStartOn: print.chaptersStartOn ?? base.chaptersStartOn,
    binding: base.binding,
  };
}

/**
 * Lays settings over others. A margin goes with the size of the page it was written for, and a leading with the size of the
 * text: where the upper settings change the one, the other is derived anew.
 */
export function printSettingsOver(lower: PrintSettings, upper: PrintSettings): PrintSettings {
  const { margins, leading, ...kept } = lower;
  const isOtherPage = upper.trim !== undefined && lower.trim !== undefined;
  const isOtherText = upper.bodySize !== undefined && lower.bodySize !== undefined;
  const stated = Object.fromEntries(Object.entries(upper).filter(([, value]) => value !== undefined));
  return {
    ...kept,
    ...(isOtherPage || margins === undefined ? {} : { margins }),
    ...(isOtherText || leading === undefined ? {} : { leading }),
    ...stated,
    ...(lower.fonts === undefined && upper.fonts === undefined ? {} : { fonts: { ...lower.fonts, ...upper.fonts } }),
  };
}
