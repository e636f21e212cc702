import type { Phrasebook } from '../phrasebook.ts';
import { bands, bricks, echo, initial, ledger, upright } from './devices.ts';
import { grid } from './grid.ts';
import type { Device } from './setting.ts';

/** The order is part of every cover's identity, so new ones go to the end. */
export const devices: readonly Device[] = [bricks, bands, echo, initial, ledger, upright, grid];

/** The same for every device: which of them a title allows may change with the title, and nothing is seen but words. */
export const typePhrase: Phrasebook<string> = {
  en: 'The title in large letters is the only picture.',
  fr: 'Le titre en grandes lettres est la seule image.',
  de: 'Der Titel in großen Buchstaben ist das einzige Bild.',
  es: 'El título en letras grandes es la única imagen.',
};

/** Where no letter of the title can be drawn. */
export const rulesPhrase: Phrasebook<string> = {
  en: 'Bars from side to side, each thicker than the one above it.',
  fr: 'Des barres d’un côté à l’autre, chacune plus épaisse que la précédente.',
  de: 'Balken von Seite zu Seite, jeder dicker als der darüber.',
  es: 'Barras de lado a lado, cada una más gruesa que la anterior.',
};
