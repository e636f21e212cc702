import { type FontId, type FontLibrary, type FontLibraryOptions, createFontLibrary } from './fontLibrary.ts';
import { type FeatureTags, type Shaper, createShaper } from './shape.ts';

/** Hands out one shaper per face and feature set, so that measuring and drawing a book share what was shaped. */
export interface ShaperPool {
  readonly fonts: FontLibrary;
  readonly shaperFor: (font: FontId, features: FeatureTags) => Shaper;
}

/** Makes an empty pool; hold one for as long as a book is set and drawn. */
export function createShaperPool(options: FontLibraryOptions = {}): ShaperPool {
  const fonts = createFontLibrary(options);
  const shapers = new Map<string, Shaper>();
  return {
    fonts,
    shaperFor: (font, features) => {
      const key = `${font} ${features.join(' ')}`;
      let shaper = shapers.get(key);
      if (shaper === undefined) {
        fonts.noteFeatures(font, features);
        shaper = createShaper(fonts.face(font), features);
        shapers.set(key, shaper);
      }
      return shaper;
    },
  };
}
