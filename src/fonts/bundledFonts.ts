import { fileURLToPath } from 'node:url';
import { type FontFace, loadFontFace } from './fontFace.ts';

/** The faces the program ships, all under the SIL Open Font License; each family's folder holds its licence. */
export const bundledFontFiles = {
  regular: 'eb-garamond/EBGaramond-Regular.ttf',
  italic: 'eb-garamond/EBGaramond-Italic.ttf',
  bold: 'eb-garamond/EBGaramond-Bold.ttf',
  boldItalic: 'eb-garamond/EBGaramond-BoldItalic.ttf',
  condensedBold: 'fira-sans-condensed/FiraSansCondensed-Bold.ttf',
  symbols: 'noto-sans-symbols/NotoSansSymbols-Regular.ttf',
  symbols2: 'noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf',
  emoji: 'noto-emoji/NotoEmoji-Regular.ttf',
} as const;

export type BundledFontName = keyof typeof bundledFontFiles;

/** `src/fonts` and `dist/fonts` stand equally deep below the package root, where the font files are. */
const fontsFolder = fileURLToPath(new URL('../../fonts/', import.meta.url));

const loaded = new Map<BundledFontName, FontFace>();

/** A bundled face, loaded from disk the first time it is asked for. */
export function bundledFont(name: BundledFontName): FontFace {
  let face = loaded.get(name);
  if (face === undefined) {
    face = loadFontFace(fontsFolder + bundledFontFiles[name]);
    loaded.set(name, face);
  }
  return face;
}
