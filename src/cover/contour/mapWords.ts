import type { Phrasebook } from '../phrasebook.ts';

/** What kind of land a map shows. */
export type MapLand = 'islands' | 'lakes' | 'coast' | 'ridges' | 'mountain';

/** The picture in words. */
export function mapWords(land: MapLand): Phrasebook<string> {
  const { en, fr, de, es } = landWords[land];
  return {
    en: `A map with contour lines of ${en}, with a dashed trail to a cross.`,
    fr: `Une carte à courbes de niveau : ${fr}, avec un sentier en pointillé jusqu’à une croix.`,
    de: `Eine Karte mit Höhenlinien: ${de}, mit einem gestrichelten Pfad zu einem Kreuz.`,
    es: `Un mapa con curvas de nivel: ${es}, con un sendero de trazos hasta una cruz.`,
  };
}

const landWords: Readonly<Record<MapLand, Phrasebook<string>>> = {
  islands: { en: 'islands in a sea', fr: 'des îles dans la mer', de: 'Inseln im Meer', es: 'islas en el mar' },
  lakes: { en: 'hills with lakes', fr: 'des collines et des lacs', de: 'Hügel mit Seen', es: 'colinas con lagos' },
  coast: { en: 'a coast', fr: 'une côte', de: 'eine Küste', es: 'una costa' },
  ridges: { en: 'long ridges', fr: 'de longues crêtes', de: 'lange Bergrücken', es: 'largas crestas' },
  mountain: { en: 'a mountain', fr: 'une montagne', de: 'ein Berg', es: 'una montaña' },
};
