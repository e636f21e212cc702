import { ellipse, reversed } from '../../drawing/curves.ts';
import { boxOutline } from '../../drawing/lines.ts';
import type { Point, Shape } from '../../drawing/drawing.ts';
import { circleOutline, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { Motif } from '../coverDesign.ts';
import { motifFrom } from '../motifFrom.ts';
import type { Phrasebook } from '../phrasebook.ts';
import { seededRandom } from '../seededRandom.ts';
import { cutMobile, cutStarburst } from './constructions.ts';
import { cutBird, cutFish, cutMask } from './creatures.ts';
import { cutTiles, cutTown } from './patterns.ts';
import { cutGrove, cutLeaves } from './plants.ts';
import { takeScissors } from './scissors.ts';
import type { Table } from './table.ts';

/** One picture: how it is cut, what it is told to be, and its small one-colour likeness. */
export interface CutPicture {
  readonly cut: (table: Table) => Shape[];
  readonly phrase: Phrasebook<string>;
  readonly motif: Motif;
}

const { leaf } = takeScissors(seededRandom('midcentury', 'motifs'));

/** The order is part of every cover's identity, so new ones go to the end. */
export const cutPictures: readonly [CutPicture, ...CutPicture[]] = [
  {
    cut: cutLeaves,
    phrase: inPaper(
      'a plant with large leaves in a pot',
      'une plante à grandes feuilles dans un pot',
      'eine Topfpflanze mit großen Blättern',
      'una planta de hojas grandes en una maceta',
    ),
    motif: motifFrom([-70, -35, 0, 35, 70].flatMap(degrees => leaf([40, 54], turned([40, 54], 52, degrees), 0.34))),
  },
  {
    cut: cutGrove,
    phrase: inPaper(
      'trees with tall crowns',
      'des arbres aux cimes élancées',
      'Bäume mit hohen Kronen',
      'árboles de copas altas',
    ),
    motif: motifFrom(
      [14, 42, 70].flatMap((x, index) => [
        ...ellipse([x, index === 1 ? 22 : 28], 22, 11, Math.PI / 2),
        ...boxOutline({ left: x - 1.4, right: x + 1.4, top: 30, bottom: 60 }),
      ]),
    ),
  },
  {
    cut: cutBird,
    phrase: inPaper(
      'a bird on a twig before a disc',
      'un oiseau sur une branche devant un disque',
      'ein Vogel auf einem Zweig vor einer Scheibe',
      'un pájaro en una rama ante un disco',
    ),
    motif: motifFrom([
      ...leaf([8, 44], [62, 18], 0.5),
      ...reversed(circleOutline([60, 20], 9)),
      ...polygon([
        [66, 14],
        [79, 20],
        [67, 24],
      ]),
      ...polygon([
        [16, 37],
        [0, 54],
        [9, 56],
        [24, 42],
      ]),
    ]),
  },
  {
    cut: cutFish,
    phrase: inPaper(
      'fish swimming past each other',
      'des poissons qui se croisent',
      'Fische, die aneinander vorbeischwimmen',
      'peces que se cruzan',
    ),
    motif: motifFrom([
      ...leaf([14, 22], [100, 22], 0.46),
      ...polygon([
        [26, 22],
        [0, 4],
        [8, 22],
        [0, 40],
      ]),
    ]),
  },
  {
    cut: cutMask,
    phrase: inPaper(
      'a face of two halves',
      'un visage en deux moitiés',
      'ein Gesicht aus zwei Hälften',
      'un rostro de dos mitades',
    ),
    motif: motifFrom([
      ...ellipse([24, 32], 24, 32),
      ...[-1, 1].flatMap(side => reversed(ellipse([24 + side * 10.5, 25], 6.5, 3.2))),
      ...reversed(ellipse([24, 48], 8, 2.2)),
    ]),
  },
  {
    cut: cutMobile,
    phrase: inPaper(
      'a mobile of bright pieces on thin arms',
      'un mobile de pièces vives sur des tiges fines',
      'ein Mobile aus bunten Stücken an dünnen Armen',
      'un móvil de piezas vivas en brazos finos',
    ),
    motif: motifFrom(hangingMobile(2.4), hangingMobile(4)),
  },
  {
    cut: cutStarburst,
    phrase: inPaper(
      'a star of needles over two bent shapes',
      'une étoile d’aiguilles sur deux formes courbes',
      'ein Stern aus Nadeln über zwei gebogenen Formen',
      'una estrella de agujas sobre dos formas curvas',
    ),
    motif: motifFrom(needleStar(5, 3.2), needleStar(8, 4.6)),
  },
  {
    cut: cutTown,
    phrase: inPaper(
      'houses of a town close together',
      'les maisons serrées d’une ville',
      'dicht stehende Häuser einer Stadt',
      'las casas apretadas de una ciudad',
    ),
    motif: motifFrom([...house(0, 24, 22), ...house(28, 8, 28), ...house(62, 28, 26)]),
  },
  {
    cut: cutTiles,
    phrase: inPaper(
      'a pattern of bright tiles',
      'un motif de carreaux vifs',
      'ein Muster aus bunten Fliesen',
      'un dibujo de azulejos vivos',
    ),
    motif: motifFrom([
      ...polygon([
        [0, 0],
        [32, 0],
        [0, 32],
      ]),
      ...polygon([
        [64, 0],
        [64, 32],
        [32, 32],
      ]),
      ...polygon([
        [0, 64],
        [0, 34],
        [32, 34],
      ]),
      ...polygon([
        [64, 64],
        [34, 64],
        [64, 34],
      ]),
    ]),
  },
];

function inPaper(en: string, fr: string, de: string, es: string): Phrasebook<string> {
  return {
    en: `In cut paper, as on a paperback of the fifties: ${en}.`,
    fr: `En papier découpé, comme sur un livre de poche des années cinquante : ${fr}.`,
    de: `Aus Papier geschnitten, wie auf einem Taschenbuch der Fünfziger: ${de}.`,
    es: `En papel recortado, como en un libro de bolsillo de los cincuenta: ${es}.`,
  };
}

/** A place so far above another, swung to the right by degrees. */
function turned([x, y]: Point, distance: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [x + Math.sin(angle) * distance * 0.75, y - Math.cos(angle) * distance];
}

function hangingMobile(thickness: number): PathStep[] {
  const half = thickness / 2;
  return [
    ...boxOutline({ left: 10, right: 70, top: 10, bottom: 10 + thickness }),
    ...boxOutline({ left: 40.2 - half, right: 40.2 + half, top: 0, bottom: 10 }),
    ...leaf([11, 12], [14, 46], 0.5),
    ...ellipse([70, 26], 13, 10),
    ...boxOutline({ left: 70 - half, right: 70 + half, top: 10, bottom: 20 }),
  ];
}

/** Needles so far from the middle at their feet, with balls of a radius at their tips. */
function needleStar(stout: number, tip: number): PathStep[] {
  return Array.from({ length: 8 }, (_, index) => {
    const angle = (index * Math.PI) / 4;
    const reach = index % 2 === 0 ? 28 : 18;
    const at = (radius: number, off: number): Point => [
      32 + Math.cos(angle + off) * radius,
      32 + Math.sin(angle + off) * radius,
    ];
    return [...polygon([at(stout, -0.5), at(reach, 0), at(stout, 0.5)]), ...circleOutline(at(reach, 0), tip)];
  })
    .flat()
    .concat(circleOutline([32, 32], Math.max(7, stout)));
}

function house(left: number, top: number, width: number): PathStep[] {
  const pane = (x: number, y: number) =>
    reversed(boxOutline({ left: x, top: y, right: x + width * 0.17, bottom: y + width * 0.24 }));
  const eaves = top + width * 0.4;
  return [
    ...polygon([
      [left, 56],
      [left, eaves],
      [left + width / 2, top],
      [left + width, eaves],
      [left + width, 56],
    ]),
    ...pane(left + width * 0.22, eaves + 4),
    ...pane(left + width * 0.6, eaves + 4),
  ];
}
