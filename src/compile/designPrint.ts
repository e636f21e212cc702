import { checkData } from '../data/checkData.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { PageRequest } from '../theme/designPage.ts';
import { printSettingsOver, withoutPage } from '../theme/printSettingsOver.ts';
import { isSameTrim } from '../theme/trimSizes.ts';
import { printProfiles } from '../theme/printProfile.ts';
import type { PrintDesign, Theme } from '../theme/theme.ts';
import { type PrintSettings, printSettingsSchema } from '../theme/themeSchema.ts';
import { type Edition, profileOf } from './edition.ts';

/**
 * Designs the pages of each PDF edition: what is said of the edition counts before what is said of the book, that before the
 * theme. Fonts are measured only where a page is not the theme's own.
 * @throws CompileError `config/invalid` or `typeset/page-too-small`.
 */
export async function designPrint(
  editions: readonly Edition[],
  themeOf: (edition: Edition) => Theme,
  ofBook: PrintSettings = {},
): Promise<(edition: Edition) => PrintDesign> {
  const inPrint = editions.filter(edition => edition.format === 'pdf');
  const designs = new Map<Edition, PrintDesign>();
  if (inPrint.length > 0) {
    const { designPage } = await import('../theme/designPage.ts');
    const advanceOf = await createAdvances();
    for (const edition of inPrint) {
      const stated = printSettingsOver(checkSettings(ofBook, 'print'), checkSettings(edition.print, edition.name));
      const { theme, settings } = overTheme(themeOf(edition), stated);
      designs.set(edition, designPage({ theme, settings, profile: printProfiles[profileOf(edition)], advanceOf }));
    }
  }
  return edition => designs.get(edition) ?? themeOf(edition).print;
}

/** What a theme says that extends another on a page of its own stands between that theme and the settings. */
function overTheme({ print, printOver }: Theme, stated: PrintSettings): Pick<PageRequest, 'theme' | 'settings'> {
  if (printOver === null) return { theme: print, settings: stated };
  const { base, settings } = printOver;
  const isOwnPage = stated.trim === undefined || isSameTrim(stated.trim, print.trimPt);
  return { theme: base, settings: printSettingsOver(isOwnPage ? settings : withoutPage(settings), stated) };
}

async function createAdvances(): Promise<(family: string) => number> {
  const [{ averageAdvanceEm }, { createFontLibrary, fontId }] = await Promise.all([
    import('../fonts/averageAdvance.ts'),
    import('../fonts/fontLibrary.ts'),
  ]);
  const fonts = createFontLibrary();
  return family => averageAdvanceEm(fonts.face(fontId(family, 'regular')));
}

/** Settings that come from a program and not from a file are checked here, those of files once more. */
function checkSettings(settings: PrintSettings = {}, name: string): PrintSettings {
  const checked = checkData(printSettingsSchema, settings);
  if (checked.ok) return checked.value;
  throw new CompileError('config/invalid', `The pages of "${name}" cannot be made: ${checked.problems.join('; ')}.`, {
    hint: 'Give lengths in points, or as text with a unit: 18mm.',
  });
}
