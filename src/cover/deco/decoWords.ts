import type { Phrasebook } from '../phrasebook.ts';

/** What fills the frame. */
export type DecoOrnament = 'sunrise' | 'tower' | 'fountain' | 'fans' | 'chevrons' | 'lozenges';

/** The picture in words. */
export function decoWords(ornament: DecoOrnament): Phrasebook<string> {
  const { en, fr, de, es } = ornaments[ornament];
  return {
    en: `In the manner of Art Deco: ${en} in a stepped frame.`,
    fr: `À la manière de l’Art déco : ${fr} dans un cadre à redents.`,
    de: `In der Art des Art déco: ${de} in einem gestuften Rahmen.`,
    es: `A la manera del art déco: ${es} en un marco escalonado.`,
  };
}

const ornaments: Readonly<Record<DecoOrnament, Phrasebook<string>>> = {
  sunrise: { en: 'a rising sun', fr: 'un soleil levant', de: 'eine aufgehende Sonne', es: 'un sol naciente' },
  tower: {
    en: 'a skyscraper before rays of light',
    fr: 'un gratte-ciel devant des rayons',
    de: 'ein Wolkenkratzer vor Strahlen',
    es: 'un rascacielos ante unos rayos',
  },
  fountain: { en: 'a fountain', fr: 'une fontaine', de: 'ein Springbrunnen', es: 'una fuente' },
  fans: { en: 'rows of fans', fr: 'des rangées d’éventails', de: 'Reihen von Fächern', es: 'filas de abanicos' },
  chevrons: { en: 'chevrons', fr: 'des chevrons', de: 'Zickzackbänder', es: 'galones' },
  lozenges: {
    en: 'a lattice of lozenges',
    fr: 'un treillis de losanges',
    de: 'ein Gitter aus Rauten',
    es: 'una celosía de rombos',
  },
};
