import type { CoverSubject, LetteringMeans } from '../cover/coverSubject.ts';
import type { FontFamily } from '../fonts/fontFamily.ts';

/** The fonts of a book, as covers turn to them for what the program's own lack. */
export interface CoverFonts {
  /** Opens the families that the book names. */
  readonly open: () => Promise<readonly FontFamily[]>;
  readonly packageFolders: readonly string[];
}

/** A word of fewer letters fits on any cover. */
const longWord = 14;

/** What the lettering of a cover is set with; hyphenation is loaded for long words only, and fonts for what ours lack. */
export async function lettersOf(subject: CoverSubject, fonts: CoverFonts): Promise<LetteringMeans> {
  const { createFontLibrary } = await import('../fonts/fontLibrary.ts');
  const fallbacks = await fonts.open();
  return {
    fonts: createFontLibrary({ fallbacks, packageFolders: fonts.packageFolders, language: subject.language }),
    divideWord: await dividerOf(subject),
  };
}

async function dividerOf({ title, language }: CoverSubject): Promise<LetteringMeans['divideWord']> {
  if (!title.split(/\s+/).some(word => word.length >= longWord)) return null;
  const { createHyphenator } = await import('../typeset/hyphenator.ts');
  return createHyphenator(language);
}
