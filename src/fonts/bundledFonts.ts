import { fileURLToPath } from 'node:url';
import { defaultFamily, typewriterFamily } from './bundledFamilies.ts';
import { type FontFace, loadFontFace } from './fontFace.ts';
import { type FaceName, type FontFamily, createFamily } from './fontFamily.ts';

/** The faces the program ships, all under the SIL Open Font License; each family's folder holds its licence. */
export const bundledFontFiles = {
  regular: 'eb-garamond/EBGaramond-Regular.ttf',
  italic: 'eb-garamond/EBGaramond-Italic.ttf',
  bold: 'eb-garamond/EBGaramond-Bold.ttf',
  boldItalic: 'eb-garamond/EBGaramond-BoldItalic.ttf',
  alegreya: 'alegreya/Alegreya-Regular.ttf',
  alegreyaItalic: 'alegreya/Alegreya-Italic.ttf',
  alegreyaBold: 'alegreya/Alegreya-Bold.ttf',
  alegreyaBoldItalic: 'alegreya/Alegreya-BoldItalic.ttf',
  condensedBold: 'fira-sans-condensed/FiraSansCondensed-Bold.ttf',
  typewriter: 'courier-prime/CourierPrime-Regular.ttf',
  serif: 'noto-serif/NotoSerif-Regular.ttf',
  math: 'noto-sans-math/NotoSansMath-Regular.ttf',
  boxes: 'noto-sans-mono/NotoSansMono-Regular.ttf',
  symbols: 'noto-sans-symbols/NotoSansSymbols-Regular.ttf',
  symbols2: 'noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf',
  emoji: 'noto-emoji/NotoEmoji-Regular.ttf',
} as const;

export type BundledFontName = keyof typeof bundledFontFiles;

/** The families of print that need no file to be named. */
const bundledFaces: Readonly<Record<string, Readonly<Partial<Record<FaceName, BundledFontName>>>>> = {
  'EB Garamond': { regular: 'regular', italic: 'italic', bold: 'bold', boldItalic: 'boldItalic' },
  Alegreya: {
    regular: 'alegreya',
    italic: 'alegreyaItalic',
    bold: 'alegreyaBold',
    boldItalic: 'alegreyaBoldItalic',
  },
  'Fira Sans Condensed': { bold: 'condensedBold' },
  [typewriterFamily]: { regular: 'typewriter' },
  'Noto Serif': { regular: 'serif' },
  'Noto Sans Math': { regular: 'math' },
  'Noto Sans Mono': { regular: 'boxes' },
  'Noto Sans Symbols': { regular: 'symbols' },
  'Noto Sans Symbols 2': { regular: 'symbols2' },
  'Noto Emoji': { regular: 'emoji' },
};

/** Where to turn for what a text face lacks, in this order. */
export const bundledFallbacks: readonly string[] = [
  defaultFamily,
  'Noto Serif',
  'Noto Sans Math',
  'Noto Sans Mono',
  'Noto Sans Symbols',
  'Noto Sans Symbols 2',
  'Noto Emoji',
];

/** The family of signs that readers know in colour. */
export const emojiFamily = 'Noto Emoji';

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

/** A family that comes with the program, by its name in any case; `null` where there is none. */
export function bundledFamily(name: string): FontFamily | null {
  const known = Object.keys(bundledFaces).find(each => each.toLowerCase() === name.toLowerCase());
  const faces = known === undefined ? undefined : bundledFaces[known];
  if (known === undefined || faces === undefined) return null;
  const { regular, italic, bold, boldItalic } = faces;
  const opener = (face: BundledFontName | undefined) => face && (() => bundledFont(face));
  return createFamily(known, null, {
    regular: opener(regular),
    italic: opener(italic),
    bold: opener(bold),
    boldItalic: opener(boldItalic),
  });
}
