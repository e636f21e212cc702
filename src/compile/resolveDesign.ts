import type { ByteStore } from '../cache/byteStore.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Theme } from '../theme/theme.ts';
import { loadTheme } from '../theme/loadTheme.ts';
import { createFontOpener, type FontedDesign } from './bookFonts.ts';
import type { CompileOptions } from './compileOptions.ts';
import type { CoverFonts } from './coverMeans.ts';
import { type CoverPlan, planCover } from './coverPlan.ts';
import type { Edition } from './edition.ts';
import { designPrint } from './designPrint.ts';

/** What decides how books look: a theme an edition, and what their covers are to be. */
export interface Design {
  readonly themeOf: (edition: Edition) => Theme;
  /** The pages of a PDF edition, with their fonts opened. */
  readonly printOf: (edition: Edition) => FontedDesign;
  /** Whether sheets have a picture beside them. */
  readonly hasFoldPreview: boolean;
  readonly cover: CoverPlan;
  readonly coverFonts: CoverFonts;
  /** Has pictures of covers from earlier runs. */
  readonly store: ByteStore;
  /** What in the themes is a hazard on some reader. */
  readonly findings: readonly Diagnostic[];
}

export const defaultTheme = 'plain';

/**
 * Loads the themes and settles the cover before any story is read, so that a mistake is found at once.
 * @throws CompileError `config/unknown-theme`, `theme/invalid`, `config/unknown-cover`, `config/invalid-cover`, or of a font or a page that cannot be
 * used, see `designPrint`.
 */
export async function resolveDesign(
  options: CompileOptions,
  editions: readonly Edition[],
  store: ByteStore,
): Promise<Design> {
  const bookTheme = options.theme ?? defaultTheme;
  const themes = new Map<string, Theme>();
  for (const name of [bookTheme, ...editions.map(edition => edition.theme ?? bookTheme)]) {
    if (!themes.has(name)) themes.set(name, loadTheme(name));
  }
  const themeNamed = (name: string): Theme => themes.get(name) ?? loadTheme(name);
  const themeOf = (edition: Edition): Theme => themeNamed(edition.theme ?? bookTheme);
  const printOf = await designPrint(editions, themeOf, options);
  return {
    themeOf,
    printOf,
    hasFoldPreview: options.foldPreview ?? false,
    cover: await planCover(options.cover, themeNamed(bookTheme).cover.style),
    store,
    coverFonts: coverFonts(themeNamed(bookTheme), options),
    findings: [...themes.values()].flatMap(theme => theme.findings),
  };
}

/** Covers are lettered in the program's fonts; what the book names for print stands behind them. */
function coverFonts(theme: Theme, { fonts }: CompileOptions): CoverFonts {
  return {
    packageFolders: fonts?.packageFolders ?? [],
    open: async () => {
      const { families, fallbacks } = await createFontOpener(fonts).open(theme.print);
      return [...fallbacks, ...families];
    },
  };
}
