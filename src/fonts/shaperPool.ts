import { type BundledFontName, bundledFont } from './bundledFonts.ts';
import { type FeatureTags, type Shaper, createShaper } from './shape.ts';

/** Hands out one shaper per face and feature set, so that measuring and drawing a book share what was shaped. */
export interface ShaperPool {
  readonly shaperFor: (font: BundledFontName, features: FeatureTags) => Shaper;
}

/** Makes an empty pool; hold one for as long as a book is set and drawn. */
export function createShaperPool(): ShaperPool {
  const shapers = new Map<string, Shaper>();
  return {
    shaperFor: (font, features) => {
      const key = `${font} ${features.join(' ')}`;
      let shaper = shapers.get(key);
      if (shaper === undefined) {
        shaper = createShaper(bundledFont(font), features);
        shapers.set(key, shaper);
      }
      return shaper;
    },
  };
}
