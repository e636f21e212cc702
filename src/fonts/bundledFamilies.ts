import { fileURLToPath } from 'node:url';

/** A face of a family, as CSS names it: `bold italic`. */
export type FaceStyle = 'normal' | 'italic' | 'bold' | 'bold italic';

/**
 * The families that a theme may embed by name. None has a Reserved Font Name in its licence, so that a subset, which is
 * a modified version, may keep the name (SIL Open Font License 1.1, §3).
 */
const bundledFamilies: Readonly<Record<string, Readonly<Partial<Record<FaceStyle, string>>>>> = {
  'EB Garamond': {
    normal: 'eb-garamond/EBGaramond-Regular.ttf',
    italic: 'eb-garamond/EBGaramond-Italic.ttf',
    bold: 'eb-garamond/EBGaramond-Bold.ttf',
    'bold italic': 'eb-garamond/EBGaramond-BoldItalic.ttf',
  },
  Alegreya: {
    normal: 'alegreya/Alegreya-Regular.ttf',
    italic: 'alegreya/Alegreya-Italic.ttf',
    bold: 'alegreya/Alegreya-Bold.ttf',
    'bold italic': 'alegreya/Alegreya-BoldItalic.ttf',
  },
  'Fira Sans Condensed': { bold: 'fira-sans-condensed/FiraSansCondensed-Bold.ttf' },
};

/** The family that print is set in unless a theme or a book names another. */
export const defaultFamily = 'EB Garamond';

/** The family of what a typewriter wrote. */
export const typewriterFamily = 'Courier Prime';

/** `src/fonts` and `dist/fonts` stand equally deep below the package root, where the font files are. */
const fontsFolder = fileURLToPath(new URL('../../fonts/', import.meta.url));

export const bundledFamilyNames: readonly string[] = Object.keys(bundledFamilies);

/** The path of a bundled face, or `null` where there is none of that family and style. */
export function bundledFacePath(family: string, style: FaceStyle): string | null {
  const faces = Object.hasOwn(bundledFamilies, family) ? bundledFamilies[family] : undefined;
  const file = faces?.[style];
  return file === undefined ? null : fontsFolder + file;
}

/** Whether a family comes with the program, its name in any case: what is named so is no path. */
export function isBundledFamily(name: string): boolean {
  return [...bundledFamilyNames, typewriterFamily].some(known => known.toLowerCase() === name.trim().toLowerCase());
}
