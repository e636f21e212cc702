import { isBundledFamily } from '../fonts/bundledFamilies.ts';
import type { PrintFonts } from './theme.ts';
import { themeFontPath } from './themeFolder.ts';
import type { PrintData } from './themeSchema.ts';

/**
 * The fonts of print that a theme names, laid over those of another; files are found inside the theme's folder.
 * @throws CompileError `theme/invalid`
 */
export function printFonts(base: PrintFonts, own: PrintData['fonts'], folder: string): PrintFonts {
  const sourceOf = (name: string): string => (isBundledFamily(name) ? name : themeFontPath(folder, name));
  const fallbacks = own?.fallbacks?.map(sourceOf) ?? base.fallbacks;
  return {
    body: own?.body === undefined ? base.body : sourceOf(own.body),
    headings: own?.headings === undefined ? base.headings : sourceOf(own.headings),
    labels: own?.labels === undefined ? base.labels : sourceOf(own.labels),
    ...(fallbacks === undefined ? {} : { fallbacks }),
  };
}
