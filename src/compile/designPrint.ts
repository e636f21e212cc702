import { checkData } from '../data/checkData.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { PageRequest } from '../theme/designPage.ts';
import { printProfiles } from '../theme/printProfile.ts';
import { printSettingsOver, withoutPage } from '../theme/printSettingsOver.ts';
import type { Theme } from '../theme/theme.ts';
import { type PrintSettings, printSettingsSchema } from '../theme/themeSchema.ts';
import { isSameTrim } from '../theme/trimSizes.ts';
import { type FontOpener, type FontedDesign, createFontOpener } from './bookFonts.ts';
import type { CompileOptions } from './compileOptions.ts';
import { type Edition, impositionOf, profileOf } from './edition.ts';
import type { StatedPages } from './imposedPage.ts';

/**
 * Designs the pages of each PDF edition and opens their fonts: what is said of the edition counts before what is said of the
 * book, that before the theme. Fonts are measured only where a page is not the theme's own.
 * @throws CompileError `config/invalid` or `typeset/page-too-small`, or for fonts `fonts/not-found`, `fonts/unreadable` or
 * `fonts/embedding-forbidden`.
 */
export async function designPrint(
  editions: readonly Edition[],
  themeOf: (edition: Edition) => Theme,
  { print, fonts }: Pick<CompileOptions, 'print' | 'fonts'>,
): Promise<(edition: Edition) => FontedDesign> {
  const opener = createFontOpener(fonts);
  const designs = new Map<Edition, FontedDesign>();
  for (const edition of editions.filter(each => each.format === 'pdf')) {
    const stated = { book: checkSettings(print, 'print'), edition: checkSettings(edition.print, edition.name) };
    designs.set(edition, await designEdition(edition, themeOf(edition), stated, opener));
  }
  return edition => {
    const design = designs.get(edition);
    if (design === undefined) throw new RangeError(`the edition "${edition.name}" has no pages`);
    return design;
  };
}

async function designEdition(
  edition: Edition,
  theme: Theme,
  stated: StatedPages,
  opener: FontOpener,
): Promise<FontedDesign> {
  const { designPage } = await import('../theme/designPage.ts');
  const imposition = impositionOf(edition);
  const said = printSettingsOver(stated.book, stated.edition);
  const imposed = imposition === null ? null : await import('./imposedPage.ts');
  const asked = imposed === null || imposition === null ? said : imposed.imposedSettings(imposition, stated);
  const { base, settings } = overTheme(theme, asked);
  const fonted = await opener.open(base);
  const profile = printProfiles[profileOf(edition)];
  const advanceOf = await createAdvances(fonted);
  const designed = (own: PrintSettings) => designPage({ theme: fonted.design, settings: own, profile, advanceOf });
  const design = designed(settings);
  if (imposed === null || imposition === null) return { ...fonted, design };
  const hasOwnMargins = said.margins !== undefined;
  return {
    ...fonted,
    design,
    imposed: {
      imposition,
      isTextSaid: said.bodySize !== undefined && asked.bodySize === said.bodySize,
      resized: text => designed(imposed.resizedSettings(settings, design.trimPt, text, hasOwnMargins)),
    },
  };
}

/** What a theme says that extends another on a page of its own stands between that theme and the settings. */
function overTheme(
  { print, printOver }: Theme,
  stated: PrintSettings,
): { readonly base: PageRequest['theme']; readonly settings: PrintSettings } {
  if (printOver === null) return { base: print, settings: stated };
  const { base, settings } = printOver;
  const isOwnPage = stated.trim === undefined || isSameTrim(stated.trim, print.trimPt);
  return { base, settings: printSettingsOver(isOwnPage ? settings : withoutPage(settings), stated) };
}

async function createAdvances(fonts: FontedDesign): Promise<PageRequest['advanceOf']> {
  const [{ averageAdvanceEm }, { createFontLibrary, fontId }] = await Promise.all([
    import('../fonts/averageAdvance.ts'),
    import('../fonts/fontLibrary.ts'),
  ]);
  const library = createFontLibrary(fonts);
  return family => averageAdvanceEm(library.face(fontId(family, 'regular')));
}

/** Settings that come from a program and not from a file are checked here, those of files once more. */
function checkSettings(settings: PrintSettings = {}, name: string): PrintSettings {
  const checked = checkData(printSettingsSchema, settings);
  if (checked.ok) return checked.value;
  throw new CompileError('config/invalid', `The pages of "${name}" cannot be made: ${checked.problems.join('; ')}.`, {
    hint: 'Give lengths in points, or as text with a unit: 18mm.',
  });
}
