import { type FontId, type FontLibrary, type FontLibraryOptions, createFontLibrary } from './fontLibrary.ts';
import { type FeatureTags, type Shaper, createShaper } from './shape.ts';

/** What shaping takes beside the text: a face, OpenType features, and the language, BCP 47, whose letters are wanted. */
export interface ShapingStyle {
  readonly font: FontId;
  readonly features: FeatureTags;
  readonly language?: string;
}

/** Hands out one shaper per face, feature set and language, so that measuring and drawing a book share what was shaped. */
export interface ShaperPool {
  readonly fonts: FontLibrary;
  readonly shaperFor: (style: ShapingStyle) => Shaper;
}

/** Makes an empty pool; hold one for as long as a book is set and drawn. */
export function createShaperPool(options: FontLibraryOptions = {}): ShaperPool {
  const fonts = createFontLibrary(options);
  const shapers = new Map<string, Shaper>();
  return {
    fonts,
    shaperFor: ({ font, features, language }) => {
      const key = `${font} ${features.join(' ')} ${language ?? ''}`;
      let shaper = shapers.get(key);
      if (shaper === undefined) {
        fonts.noteFeatures(font, features);
        shaper = createShaper(fonts.face(font), features, language);
        shapers.set(key, shaper);
      }
      return shaper;
    },
  };
}
