import { readableInk } from '../../drawing/color.ts';
import type { Color } from '../../drawing/drawing.ts';

/** The coloured papers of one cover. Lettering reads at 4.5:1 or better: `ink` on `sheet`, `bandInk` on `band`. */
export interface PaperSet {
  readonly name: string;
  /** The off-white below everything. */
  readonly sheet: Color;
  readonly ink: Color;
  /** What figures are cut from: the strongest first. */
  readonly colors: readonly [Color, Color, Color];
  readonly band: Color;
  readonly bandInk: Color;
}

/** The papers with the colours that a book's maker wishes for: ground, ink, accent. */
export function wishedPapers(papers: PaperSet, colors: readonly Color[]): PaperSet {
  const [sheet = papers.sheet, wishedInk = papers.ink, accent] = colors;
  const ink = readableInk([sheet], [wishedInk, papers.ink]);
  const [first, second, third] = papers.colors;
  const band = accent ?? papers.band;
  return {
    ...papers,
    sheet,
    ink,
    colors: [accent ?? first, second, third],
    band,
    bandInk: readableInk([band], [papers.bandInk, ink, sheet]),
  };
}

/** Papers chosen by eye; the order is part of every cover's identity, so new ones go to the end. */
export const paperSets: readonly [PaperSet, ...PaperSet[]] = [
  {
    name: 'persimmon',
    sheet: '#f2ead8',
    ink: '#232323',
    colors: ['#d9512c', '#e3a72f', '#2f6f73'],
    band: '#d9512c',
    bandInk: '#1f1512',
  },
  {
    name: 'olive',
    sheet: '#f1ead6',
    ink: '#26281f',
    colors: ['#7d8233', '#d8a11e', '#c4552d'],
    band: '#26281f',
    bandInk: '#f1ead6',
  },
  {
    name: 'robin',
    sheet: '#f3ecdc',
    ink: '#1d2730',
    colors: ['#4f9ea6', '#e0694a', '#f0bf4c'],
    band: '#4f9ea6',
    bandInk: '#0f1a20',
  },
  {
    name: 'plum and mustard',
    sheet: '#f2e8d6',
    ink: '#2b1a2b',
    colors: ['#6b2f54', '#d99e2b', '#7fa39a'],
    band: '#6b2f54',
    bandInk: '#f5e9d2',
  },
  {
    name: 'tomato and black',
    sheet: '#f3ebdb',
    ink: '#1c1b1a',
    colors: ['#d13b2b', '#1c1b1a', '#a9b8ae'],
    band: '#1c1b1a',
    bandInk: '#f3ebdb',
  },
  {
    name: 'navy and coral',
    sheet: '#f3ecdf',
    ink: '#1b2742',
    colors: ['#1f3560', '#ee7f5e', '#9fc1bd'],
    band: '#1f3560',
    bandInk: '#f3ecdf',
  },
  {
    name: 'moss and pink',
    sheet: '#f4ebdd',
    ink: '#1f2d24',
    colors: ['#2f5a45', '#e9967f', '#d8b340'],
    band: '#2f5a45',
    bandInk: '#f4ebdd',
  },
  {
    name: 'ochre',
    sheet: '#f1e7d0',
    ink: '#2a2018',
    colors: ['#c98a1b', '#38536b', '#b6452f'],
    band: '#d79a2b',
    bandInk: '#21170f',
  },
  {
    name: 'turquoise',
    sheet: '#f4eee1',
    ink: '#12292e',
    colors: ['#1d7a80', '#f0b33c', '#e2603f'],
    band: '#12565c',
    bandInk: '#f4eee1',
  },
  {
    name: 'rust and sky',
    sheet: '#f2eadb',
    ink: '#2a1c17',
    colors: ['#a8452a', '#86b0c4', '#e2b23f'],
    band: '#86b0c4',
    bandInk: '#1d1411',
  },
  {
    name: 'lilac',
    sheet: '#f3ebe0',
    ink: '#261f36',
    colors: ['#6a5a96', '#e58a4b', '#c9c24f'],
    band: '#4f4178',
    bandInk: '#f5ede0',
  },
  {
    name: 'forest and lemon',
    sheet: '#f3eedd',
    ink: '#17261f',
    colors: ['#1f4f46', '#e6c32f', '#d9663e'],
    band: '#e6c32f',
    bandInk: '#17261f',
  },
];
