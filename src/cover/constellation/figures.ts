import type { Point } from '../../drawing/drawing.ts';
import type { NightFigure } from './starWords.ts';

/** A figure among the stars: its stars within -1 to 1 either way, y downwards, and the lines that join them. */
export interface StarFigure {
  readonly name: NightFigure;
  readonly stars: readonly Point[];
  /** Chains of indices into `stars`. */
  readonly chains: readonly (readonly number[])[];
  /** The star that outshines the others. */
  readonly brightest: number;
}

/** No sky has these; the order is part of every cover's identity, so new ones go to the end. */
export const starFigures: readonly [StarFigure, ...StarFigure[]] = [
  {
    name: 'key',
    stars: starsAt([-2, -98, 36, -80, 38, -42, 2, -22, -36, -40, -38, -80, 3, 26, 0, 52, 38, 50, -1, 94, 46, 92]),
    chains: [
      [0, 1, 2, 3, 4, 5, 0],
      [3, 6, 7, 9],
      [7, 8],
      [9, 10],
    ],
    brightest: 0,
  },
  {
    name: 'swan',
    stars: starsAt([
      2, 96, 6, 52, 0, 10, -8, -34, 10, -68, 34, -86, -46, 2, -82, -30, -100, -72, 42, 16, 78, -4, 100, -40, 30, 82,
      -26, 86,
    ]),
    chains: [
      [12, 1, 13],
      [0, 1, 2, 3, 4, 5],
      [2, 6, 7, 8],
      [2, 9, 10, 11],
    ],
    brightest: 2,
  },
  {
    name: 'ship',
    stars: starsAt([-96, 40, -62, 86, 50, 88, 98, 34, 4, 40, 0, -12, 2, -94, 76, 12, -66, 10, 30, -74]),
    chains: [
      [0, 1, 2, 3, 4, 0],
      [4, 5, 6],
      [6, 7, 5],
      [6, 8, 5],
      [6, 9],
    ],
    brightest: 6,
  },
  {
    name: 'stag',
    stars: starsAt([
      -50, -28, -28, -12, -14, 14, 34, 10, 72, 20, -18, 46, -30, 94, -2, 96, 62, 50, 52, 94, 86, 92, -28, -52, -52, -74,
      -42, -100, -86, -86, 2, -60, 12, -92, 36, -64, -74, -14, 90, 4,
    ]),
    chains: [
      [18, 0, 11, 1, 2, 3, 4, 8, 5, 2],
      [18, 1],
      [5, 6],
      [5, 7],
      [8, 9],
      [8, 10],
      [4, 19],
      [11, 12, 13],
      [12, 14],
      [11, 15, 16],
      [15, 17],
    ],
    brightest: 11,
  },
  {
    name: 'hourglass',
    stars: starsAt([
      -60, -94, 2, -90, 60, -96, 50, -48, 6, 0, 54, 50, 62, 94, -4, 90, -58, 96, -52, 48, -6, 2, -52, -50, 0, 56,
    ]),
    chains: [
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0],
      [9, 12, 5],
    ],
    brightest: 12,
  },
  {
    name: 'fish',
    stars: starsAt([
      -98, 2, -60, -34, -6, -44, 36, -22, 62, 0, 96, -42, 90, 4, 98, 46, 34, 26, -10, 42, -62, 34, -58, -6, -2, -86, 2,
      78,
    ]),
    chains: [
      [0, 1, 2, 3, 4, 5, 6, 7, 4, 8, 9, 10, 0],
      [2, 12, 3],
      [9, 13, 8],
    ],
    brightest: 11,
  },
  {
    name: 'crown',
    stars: starsAt([
      -72, 66, 0, 76, 72, 64, -76, 30, 76, 28, -98, -44, -44, 2, -50, -70, -20, 0, 2, -92, 22, 2, 50, -68, 42, 4, 98,
      -46, 0, 40,
    ]),
    chains: [
      [0, 1, 2, 4, 13, 12, 11, 10, 9, 8, 7, 6, 5, 3, 0],
      [3, 14, 4],
    ],
    brightest: 9,
  },
  {
    name: 'moth',
    stars: starsAt([
      0, -46, 2, -6, -2, 56, -56, -74, -100, -52, -80, 0, -58, 22, -64, 72, -26, 76, 58, -72, 100, -50, 80, 4, 56, 24,
      66, 70, 26, 78, -20, -90, 22, -92,
    ]),
    chains: [
      [0, 1, 2],
      [0, 3, 4, 5, 1, 6, 7, 8, 1],
      [0, 9, 10, 11, 1, 12, 13, 14, 1],
      [15, 0, 16],
    ],
    brightest: 1,
  },
  {
    name: 'lyre',
    stars: starsAt([
      -44, 88, 46, 86, -70, 34, -40, -14, -56, -66, -86, -90, 70, 30, 40, -16, 56, -68, 86, -92, -16, -63, 17, -65, -14,
      87, 16, 86,
    ]),
    chains: [
      [0, 2, 3, 4, 5],
      [1, 6, 7, 8, 9],
      [0, 12, 13, 1],
      [4, 10, 11, 8],
      [10, 12],
      [11, 13],
    ],
    brightest: 8,
  },
  {
    name: 'serpent',
    stars: starsAt([
      -50, -96, -14, -84, -26, -56, 22, -50, 60, -24, 42, 10, -6, 14, -54, 24, -72, 56, -34, 82, 16, 74, 56, 66, 94, 90,
    ]),
    chains: [[2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    brightest: 1,
  },
  {
    name: 'lantern',
    stars: starsAt([
      0, -98, -26, -76, 28, -78, -46, -40, 46, -42, -60, 62, 60, 60, -34, 92, 36, 94, 0, -14, -18, 22, 2, 44, 19, 20,
    ]),
    chains: [
      [0, 1, 3, 4, 2, 0],
      [3, 5, 6, 4],
      [5, 7, 8, 6],
      [9, 10, 11, 12, 9],
    ],
    brightest: 9,
  },
  {
    name: 'anchor',
    stars: starsAt([
      0, -98, 20, -80, 0, -62, -20, -80, -50, -34, 0, -36, 50, -38, 2, 20, 0, 86, -50, 66, -84, 20, -94, 50, 50, 68, 84,
      18, 96, 48, -56, 26, 58, 24,
    ]),
    chains: [
      [0, 1, 2, 3, 0],
      [2, 5, 7, 8],
      [4, 5, 6],
      [8, 9, 10, 15],
      [10, 11],
      [8, 12, 13, 16],
      [13, 14],
    ],
    brightest: 8,
  },
];

/** The places of stars written as pairs, in hundredths. */
function starsAt(hundredths: readonly number[]): Point[] {
  return hundredths.flatMap((x, index) =>
    index % 2 === 0 ? [[x / 100, (hundredths[index + 1] ?? 0) / 100] as const] : [],
  );
}
