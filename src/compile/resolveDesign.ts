import { type CoverStyle, coverStyles, isCoverStyle } from '../cover/coverStyles.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearestWord } from '../text/nearestWord.ts';
import type { Theme } from '../theme/theme.ts';
import { loadTheme } from '../theme/loadTheme.ts';
import type { FontedDesign } from './bookFonts.ts';
import type { CompileOptions } from './compileOptions.ts';
import type { Edition } from './edition.ts';
import { designPrint } from './designPrint.ts';

/** What decides how books look: a theme an edition, and the style of the cover; `null` for no cover. */
export interface Design {
  readonly themeOf: (edition: Edition) => Theme;
  /** The pages of a PDF edition, with their fonts opened. */
  readonly printOf: (edition: Edition) => FontedDesign;
  readonly coverStyle: CoverStyle | null;
  /** Whether sheets have a picture beside them. */
  readonly hasFoldPreview: boolean;
  /** What in the themes is a hazard on some reader. */
  readonly findings: readonly Diagnostic[];
}

export const defaultTheme = 'plain';

/**
 * Loads the themes and settles the cover before any story is read, so that a mistake is found at once.
 * @throws CompileError `config/unknown-theme`, `theme/invalid`, `config/unknown-cover`, or of a font or a page that cannot be
 * used, see `designPrint`.
 */
export async function resolveDesign(options: CompileOptions, editions: readonly Edition[]): Promise<Design> {
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
    coverStyle: resolveCover(options.cover ?? themeNamed(bookTheme).cover.style),
    hasFoldPreview: options.foldPreview ?? false,
    findings: [...themes.values()].flatMap(theme => theme.findings),
  };
}

function resolveCover(name: string): CoverStyle | null {
  if (name === 'none') return null;
  if (isCoverStyle(name)) return name;
  const known = [...coverStyles, 'none'];
  const nearest = nearestWord(name, known);
  throw new CompileError('config/unknown-cover', `There is no cover style "${name}".`, {
    hint: `${nearest === null ? '' : `Did you mean "${nearest}"? `}The styles are ${known.join(', ')}.`,
  });
}
