import { type BundledFontName, bundledFont } from './bundledFonts.ts';
import type { FontFace } from './fontFace.ts';

/** The four faces that running text asks of a family. */
export type FaceName = 'regular' | 'italic' | 'bold' | 'boldItalic';

/** A face by its family, `EB Garamond/italic`. */
export type FontId = `${string}/${FaceName}`;

/** The fonts of a book: its text families, and where to turn for what they lack. */
export interface FontLibrary {
  /** The face of that name, or the nearest that the family has; the bundled text face where there is no such family. */
  readonly face: (id: FontId) => FontFace;
  /** Faces to turn to, in this order, for characters that a text face lacks. */
  readonly fallbacks: readonly FontId[];
}

/** The family that text is set in unless a theme names another. */
export const defaultFamily = 'EB Garamond';

const bundled: Readonly<Record<string, Partial<Record<FaceName, BundledFontName>>>> = {
  [defaultFamily]: { regular: 'regular', italic: 'italic', bold: 'bold', boldItalic: 'boldItalic' },
  'Fira Sans Condensed': { bold: 'condensedBold' },
  'Noto Sans Symbols': { regular: 'symbols' },
  'Noto Sans Symbols 2': { regular: 'symbols2' },
  'Noto Emoji': { regular: 'emoji' },
};

const bundledFallbacks: readonly FontId[] = [
  'Noto Sans Symbols/regular',
  'Noto Sans Symbols 2/regular',
  'Noto Emoji/regular',
];

/** The fonts that come with the program. */
export function createFontLibrary(): FontLibrary {
  return {
    face: id => {
      const at = id.lastIndexOf('/');
      const faces = bundled[id.slice(0, at)] ?? {};
      const own = Object.entries(faces).find(([name]) => name === id.slice(at + 1))?.[1];
      return bundledFont(own ?? faces.regular ?? faces.bold ?? 'regular');
    },
    fallbacks: bundledFallbacks,
  };
}

/** The id of a family's face. */
export function fontId(family: string, face: FaceName): FontId {
  return `${family}/${face}`;
}

/** Splits an id: `EB Garamond/italic` → `EB Garamond` and `italic`. */
export function fontOf(id: FontId): { readonly family: string; readonly face: FaceName } {
  const at = id.lastIndexOf('/');
  const name = id.slice(at + 1);
  const face = name === 'italic' || name === 'bold' || name === 'boldItalic' ? name : 'regular';
  return { family: id.slice(0, at), face };
}
