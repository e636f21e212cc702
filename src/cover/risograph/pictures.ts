import { arch, reversed } from '../../drawing/curves.ts';
import { boxOutline } from '../../drawing/lines.ts';
import { circleOutline, lens, polygon } from '../../drawing/outline.ts';
import type { Point } from '../../drawing/drawing.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { Motif } from '../coverDesign.ts';
import { motifFrom } from '../motifFrom.ts';
import type { Phrasebook } from '../phrasebook.ts';
import { handOutline, petalOutlines, printFlowers, printHand } from './figures.ts';
import { printPeaks, printStairs, printWaves } from './landscapes.ts';
import type { Plates, Press } from './press.ts';
import { cupOutline, handleOutline, keyOutlines, printCup, printKey, printWindow, steamRibbon } from './stillLifes.ts';

/** One picture: how it is printed, what it is told to be, and its small one-colour likeness. */
export interface PrintedPicture {
  readonly print: (press: Press) => Plates;
  readonly phrase: Phrasebook<string>;
  readonly motif: Motif;
}

const cup: readonly PathStep[] = [...cupOutline([28, 68], 50), ...handleOutline([59, 46], 50)];

/** The order is part of every cover's identity, so new ones go to the end. */
export const printedPictures: readonly [PrintedPicture, ...PrintedPicture[]] = [
  {
    print: printWaves,
    phrase: inInks(
      'the sun sinks into waves',
      'le soleil descend dans les vagues',
      'die Sonne sinkt in die Wellen',
      'el sol se hunde en las olas',
    ),
    motif: motifFrom(
      [...circleOutline([55, 20], 18), ...lens(0, 110, 44, 5), ...lens(16, 94, 51, 4), ...lens(34, 76, 57.5, 3.4)],
      [...circleOutline([50, 19], 18), ...lens(0, 100, 45, 8), ...lens(20, 80, 56, 7)],
    ),
  },
  {
    print: printStairs,
    phrase: inInks(
      'stairs lead up to a lit door under a moon',
      'un escalier monte vers une porte éclairée sous la lune',
      'eine Treppe führt unter dem Mond zu einer hellen Tür',
      'una escalera sube hasta una puerta iluminada bajo la luna',
    ),
    motif: motifFrom([
      ...circleOutline([20, 14], 12),
      ...polygon([
        [2, 60],
        [2, 50],
        [18, 50],
        [18, 40],
        [34, 40],
        [34, 30],
        [50, 30],
        [50, 20],
        [68, 20],
        [68, 60],
      ]),
    ]),
  },
  {
    print: printHand,
    phrase: inInks(
      'an open hand before the sun, a star in its palm',
      'une main ouverte devant le soleil, une étoile dans la paume',
      'eine offene Hand vor der Sonne, ein Stern in der Handfläche',
      'una mano abierta ante el sol, con una estrella en la palma',
    ),
    motif: motifFrom(handOutline([34, 38], 82, 0.36)),
  },
  {
    print: printFlowers,
    phrase: inInks('flowers in a vase', 'des fleurs dans un vase', 'Blumen in einer Vase', 'unas flores en un jarrón'),
    motif: motifFrom([...petalOutlines([30, 30], 29, 6, 0.26), ...circleOutline([30, 30], 9)]),
  },
  {
    print: printPeaks,
    phrase: inInks(
      'the sun above mountain peaks',
      'le soleil au-dessus des sommets',
      'die Sonne über Berggipfeln',
      'el sol sobre las cumbres',
    ),
    motif: motifFrom([
      ...circleOutline([40, 14], 11),
      ...polygon([
        [0, 60],
        [30, 28],
        [44, 43],
        [70, 10],
        [110, 60],
      ]),
    ]),
  },
  {
    print: printCup,
    phrase: inInks(
      'a steaming cup before a large disc',
      'une tasse fumante devant un grand disque',
      'eine dampfende Tasse vor einer großen Scheibe',
      'una taza humeante ante un gran disco',
    ),
    motif: motifFrom(
      [...cup, ...[16, 28, 40].flatMap(x => steamRibbon([x, 27], 24, 4.4, 1))],
      [...cup, ...[18, 33].flatMap(x => plume([x, 28]))],
    ),
  },
  {
    print: printWindow,
    phrase: inInks(
      'hills and a moon seen through a window',
      'des collines et la lune par une fenêtre',
      'Hügel und Mond, durch ein Fenster gesehen',
      'colinas y la luna vistas por una ventana',
    ),
    motif: motifFrom(windowOutline()),
  },
  {
    print: printKey,
    phrase: inInks(
      'a large key before a keyhole',
      'une grande clé devant un trou de serrure',
      'ein großer Schlüssel vor einem Schlüsselloch',
      'una gran llave ante el ojo de una cerradura',
    ),
    motif: motifFrom(keyOutlines([20, 0], 96, 3, 1, 0).flat(), lyingKey()),
  },
];

function inInks(en: string, fr: string, de: string, es: string): Phrasebook<string> {
  return {
    en: `In the manner of a print in a few bright inks: ${en}.`,
    fr: `À la manière d’une impression en quelques encres vives : ${fr}.`,
    de: `In der Art eines Drucks in wenigen leuchtenden Farben: ${de}.`,
    es: `A la manera de una estampa en pocas tintas vivas: ${es}.`,
  };
}

/** Steam in one stroke that swells and bends once, rising from a place. */
function plume([x, y]: Point): PathStep[] {
  return [
    { type: 'M', values: [x, y] },
    { type: 'C', values: [x - 9, y - 9, x + 7, y - 15, x, y - 26] },
    { type: 'C', values: [x + 15, y - 14, x - 1, y - 9, x, y] },
    { type: 'Z', values: [] },
  ];
}

/** A plain key on its side, which takes more room in a line of text than one that stands. */
function lyingKey(): PathStep[] {
  return [
    ...circleOutline([18, 20], 18),
    ...reversed(circleOutline([18, 20], 9)),
    ...boxOutline({ left: 35, top: 16, right: 98, bottom: 24 }),
    ...boxOutline({ left: 74, top: 23.5, right: 82, bottom: 36 }),
    ...boxOutline({ left: 89, top: 23.5, right: 98, bottom: 39 }),
  ];
}

function windowOutline(): PathStep[] {
  const pane = (left: number, top: number, right: number, bottom: number) =>
    reversed(boxOutline({ left, top, right, bottom }));
  return [
    ...arch({ left: 4, top: 0, right: 46, bottom: 58 }),
    ...boxOutline({ left: 0, top: 58.5, right: 50, bottom: 64 }),
    ...[9, 27].flatMap(left => [...pane(left, 20, left + 14, 36), ...pane(left, 40, left + 14, 54)]),
  ];
}
