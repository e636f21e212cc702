import type { Phrasebook } from '../phrasebook.ts';

/** The plants that there are plates of. */
export type PlantName =
  'fern' | 'parsley' | 'laurel' | 'poppy' | 'foxglove' | 'ginkgo' | 'daisy' | 'oak' | 'tulip' | 'dandelion';

/** The picture in words. */
export function plantWords(plant: PlantName): Phrasebook<string> {
  const { en, fr, de, es } = names[plant];
  return {
    en: `A botanical plate of ${en}.`,
    fr: `Une planche botanique : ${fr}.`,
    de: `Eine botanische Tafel: ${de}.`,
    es: `Una lámina botánica: ${es}.`,
  };
}

const names: Readonly<Record<PlantName, Phrasebook<string>>> = {
  fern: { en: 'a fern', fr: 'une fougère', de: 'ein Farn', es: 'un helecho' },
  parsley: {
    en: 'cow parsley in flower',
    fr: 'du cerfeuil sauvage en fleur',
    de: 'blühender Wiesenkerbel',
    es: 'perifollo silvestre en flor',
  },
  laurel: { en: 'a twig of laurel', fr: 'un rameau de laurier', de: 'ein Lorbeerzweig', es: 'una rama de laurel' },
  poppy: { en: 'poppies', fr: 'des coquelicots', de: 'Mohnblumen', es: 'amapolas' },
  foxglove: { en: 'a foxglove', fr: 'une digitale', de: 'ein Fingerhut', es: 'una dedalera' },
  ginkgo: { en: 'a twig of ginkgo', fr: 'un rameau de ginkgo', de: 'ein Ginkgozweig', es: 'una rama de ginkgo' },
  daisy: { en: 'oxeye daisies', fr: 'des marguerites', de: 'Margeriten', es: 'margaritas' },
  oak: {
    en: 'a twig of oak with acorns',
    fr: 'un rameau de chêne et ses glands',
    de: 'ein Eichenzweig mit Eicheln',
    es: 'una rama de roble con bellotas',
  },
  tulip: { en: 'a tulip', fr: 'une tulipe', de: 'eine Tulpe', es: 'un tulipán' },
  dandelion: {
    en: 'dandelion clocks',
    fr: 'des aigrettes de pissenlit',
    de: 'Pusteblumen',
    es: 'dientes de león en semilla',
  },
};
