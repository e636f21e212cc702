import type { Phrasebook } from '../phrasebook.ts';

/** What the stars of a book are joined to. */
export type NightFigure =
  | 'key'
  | 'swan'
  | 'ship'
  | 'stag'
  | 'hourglass'
  | 'fish'
  | 'crown'
  | 'moth'
  | 'lyre'
  | 'serpent'
  | 'lantern'
  | 'anchor';

/** The picture in words. */
export function starWords(figure: NightFigure): Phrasebook<string> {
  const { en, fr, de, es } = figureWords[figure];
  return {
    en: `A star chart on a night sky, with a constellation in the shape of ${en}.`,
    fr: `Une carte du ciel nocturne, avec une constellation en forme de ${fr}.`,
    de: `Eine Karte des Nachthimmels mit einem Sternbild in Gestalt ${de}.`,
    es: `Una carta del cielo nocturno con una constelación en forma de ${es}.`,
  };
}

/** As they stand after "in the shape of": in German as a genitive. */
const figureWords: Readonly<Record<NightFigure, Phrasebook<string>>> = {
  key: { en: 'a key', fr: 'clé', de: 'eines Schlüssels', es: 'llave' },
  swan: { en: 'a swan', fr: 'cygne', de: 'eines Schwans', es: 'cisne' },
  ship: { en: 'a ship', fr: 'navire', de: 'eines Schiffs', es: 'barco' },
  stag: { en: 'a stag', fr: 'cerf', de: 'eines Hirsches', es: 'ciervo' },
  hourglass: { en: 'an hourglass', fr: 'sablier', de: 'einer Sanduhr', es: 'reloj de arena' },
  fish: { en: 'a fish', fr: 'poisson', de: 'eines Fisches', es: 'pez' },
  crown: { en: 'a crown', fr: 'couronne', de: 'einer Krone', es: 'corona' },
  moth: { en: 'a moth', fr: 'papillon de nuit', de: 'eines Nachtfalters', es: 'polilla' },
  lyre: { en: 'a lyre', fr: 'lyre', de: 'einer Leier', es: 'lira' },
  serpent: { en: 'a serpent', fr: 'serpent', de: 'einer Schlange', es: 'serpiente' },
  lantern: { en: 'a lantern', fr: 'lanterne', de: 'einer Laterne', es: 'farol' },
  anchor: { en: 'an anchor', fr: 'ancre', de: 'eines Ankers', es: 'ancla' },
};
