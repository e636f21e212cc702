import { mixColors, readableInk } from '../../drawing/color.ts';
import type { Color } from '../../drawing/drawing.ts';

/** The inks of a map. `ink` reads at 4.5:1 or better on `paper`. */
export interface MapPalette {
  readonly name: string;
  readonly paper: Color;
  readonly ink: Color;
  /** The land from the shore to the summits. */
  readonly land: readonly [Color, Color, ...Color[]];
  /** The water from the shore to the deep. */
  readonly water: readonly [Color, Color, Color];
  readonly contour: Color;
  readonly shore: Color;
  /** The trail and the summits' marks. */
  readonly accent: Color;
}

/** Harmonies chosen by eye; the order is part of every cover's identity, so new ones go to the end. */
export const mapPalettes: readonly [MapPalette, ...MapPalette[]] = [
  {
    name: 'survey',
    paper: '#f4ecd8',
    ink: '#2b2a26',
    land: ['#c9d3a4', '#dcdcae', '#ecdcae', '#e6c692', '#d9ab76', '#c48d5f'],
    water: ['#bcd9d8', '#9cc5cb', '#7cafbc'],
    contour: '#8a5a34',
    shore: '#3f7587',
    accent: '#c0392b',
  },
  {
    name: 'night survey',
    paper: '#0c1829',
    ink: '#f0d9a2',
    land: ['#1d3550', '#24425f', '#2d506e', '#3a6180', '#4b7592', '#628ba4'],
    water: ['#142740', '#101f35', '#0b172a'],
    contour: '#d9b36a',
    shore: '#f0d596',
    accent: '#f0784a',
  },
  {
    name: 'desert',
    paper: '#fbeedd',
    ink: '#43201c',
    land: ['#f3cfa0', '#efb684', '#e69a6c', '#d77c58', '#bd5f4a', '#9c4640'],
    water: ['#7fb3ad', '#5c9a99', '#427f84'],
    contour: '#7c3029',
    shore: '#2d5f66',
    accent: '#2d4f66',
  },
  {
    name: 'ice',
    paper: '#fbfaf5',
    ink: '#1c3246',
    land: ['#dfe8e6', '#e7eeeb', '#eef3f0', '#f4f7f4', '#fafbf8', '#ffffff'],
    water: ['#a9c6d1', '#86aec0', '#6394ac'],
    contour: '#5d8196',
    shore: '#2f5d78',
    accent: '#e2572f',
  },
  {
    name: 'moss',
    paper: '#f0ead2',
    ink: '#1d2c22',
    land: ['#2f4f3c', '#436447', '#5d7a52', '#7d9161', '#a3a874', '#c9bf8d'],
    water: ['#8fb3a8', '#6f9a94', '#55827f'],
    contour: '#e6dfb8',
    shore: '#1d3a34',
    accent: '#e98a3c',
  },
  {
    name: 'plum',
    paper: '#f7e9e4',
    ink: '#3a1c3f',
    land: ['#f0c5b8', '#e5a3a2', '#d08094', '#ad6189', '#84487b', '#5b3469'],
    water: ['#f3e0c8', '#efd3ad', '#e8c493'],
    contour: '#4a2257',
    shore: '#a55f4f',
    accent: '#1f6f74',
  },
  {
    name: 'chart',
    paper: '#faf4e3',
    ink: '#1e3a4c',
    land: ['#f0dfae', '#ead29a', '#e2c486', '#d9b574', '#cfa665', '#c29656'],
    water: ['#d5e6e4', '#b3d3d6', '#8fbcc6'],
    contour: '#9a7438',
    shore: '#2e6378',
    accent: '#b5372f',
  },
];

/** The map in the colours that its maker wishes for: paper, ink, accent, as far as they are said. */
export function wishedMap(own: MapPalette, colors: readonly Color[]): MapPalette {
  const [paper, wishedInk = own.ink, accent = own.accent] = colors;
  if (paper === undefined) return own;
  const ink = readableInk([paper], [wishedInk, own.ink]);
  const landAt = (share: number): Color => mixColors(mixColors(paper, accent, share), ink, share * 0.2);
  return {
    name: own.name,
    paper,
    ink,
    land: [landAt(0.12), landAt(0.26), landAt(0.42), landAt(0.6), landAt(0.8)],
    water: [mixColors(paper, ink, 0.2), mixColors(paper, ink, 0.28), mixColors(paper, ink, 0.36)],
    contour: mixColors(ink, accent, 0.4),
    shore: mixColors(ink, paper, 0.15),
    accent: ink,
  };
}
