import { contrastRatio, mixColors, readableInk } from '../../drawing/color.ts';
import type { Color } from '../../drawing/drawing.ts';
import type { PlantInks } from './plantParts.ts';

/** The inks of a plate. `ink` reads at 4.5:1 or better on the paper and on its edges. */
export interface PlatePalette extends PlantInks {
  readonly name: string;
  readonly paper: Color;
  /** The paper's edges, which light and fingers have browned. */
  readonly edge: Color;
  readonly ink: Color;
}

/** Harmonies chosen by eye; the order is part of every cover's identity, so new ones go to the end. */
export const platePalettes: readonly [PlatePalette, ...PlatePalette[]] = [
  {
    name: 'herbarium',
    paper: '#f3ead4',
    edge: '#e6d6b4',
    ink: '#2f2a1f',
    leaf: '#6f8a55',
    leafShade: '#51703f',
    vein: '#d9dfb4',
    stem: '#5a6b38',
    bloom: '#c8503c',
    bloomShade: '#a23a30',
    heart: '#e3a93f',
  },
  {
    name: 'cyanotype',
    paper: '#123c69',
    edge: '#0b2a4e',
    ink: '#f1f4ee',
    leaf: '#e9f0ee',
    leafShade: '#b9cfdc',
    vein: '#5f88ad',
    stem: '#dbe7ea',
    bloom: '#f7f9f5',
    bloomShade: '#c6d8e2',
    heart: '#8fb3cd',
  },
  {
    name: 'night garden',
    paper: '#14211d',
    edge: '#0c1613',
    ink: '#f0e6cf',
    leaf: '#5e8a6b',
    leafShade: '#3f6a54',
    vein: '#a9c9a4',
    stem: '#7fa07a',
    bloom: '#f0a9a0',
    bloomShade: '#cf7b7c',
    heart: '#f3d47e',
  },
  {
    name: 'blush',
    paper: '#f6e3da',
    edge: '#ecd0c4',
    ink: '#3d1f2b',
    leaf: '#3f6b60',
    leafShade: '#2c5149',
    vein: '#b9d0bf',
    stem: '#4f6a50',
    bloom: '#d95f6c',
    bloomShade: '#b03f55',
    heart: '#f2b66d',
  },
  {
    name: 'slate',
    paper: '#d7dfdf',
    edge: '#c2cecf',
    ink: '#1f2d38',
    leaf: '#4c6f74',
    leafShade: '#35545b',
    vein: '#c3d6d2',
    stem: '#3f5c5c',
    bloom: '#f4efe2',
    bloomShade: '#dccfae',
    heart: '#d98b3a',
  },
  {
    name: 'ochre',
    paper: '#e9bf6b',
    edge: '#deae55',
    ink: '#2b2118',
    leaf: '#3d5a3c',
    leafShade: '#29432d',
    vein: '#c9c17a',
    stem: '#3a4f2e',
    bloom: '#fbf1dc',
    bloomShade: '#e8d2a6',
    heart: '#a63d2b',
  },
  {
    name: 'mulberry',
    paper: '#efe9df',
    edge: '#ddd3c6',
    ink: '#33202f',
    leaf: '#7f8f6a',
    leafShade: '#5f734f',
    vein: '#dfe3c6',
    stem: '#66734a',
    bloom: '#7d4a7c',
    bloomShade: '#5c3263',
    heart: '#e5b84f',
  },
];

/** The plate in the colours that its maker wishes for: paper, ink, accent, as far as they are said. */
export function wishedPlate(own: PlatePalette, colors: readonly Color[]): PlatePalette {
  const [paper, wishedInk = own.ink, accent = own.bloom] = colors;
  if (paper === undefined) return own;
  const ink = readableInk([paper], [wishedInk, own.ink]);
  // Away from the ink, so that what reads on the paper reads at its edge.
  const edge = mixColors(paper, contrastRatio(ink, '#000000') > contrastRatio(ink, '#ffffff') ? '#000000' : '#ffffff', 0.06); // prettier-ignore
  return {
    name: own.name,
    paper,
    edge,
    ink,
    leaf: mixColors(ink, paper, 0.36),
    leafShade: mixColors(ink, paper, 0.18),
    vein: mixColors(ink, paper, 0.78),
    stem: mixColors(ink, paper, 0.26),
    bloom: accent,
    bloomShade: mixColors(accent, ink, 0.25),
    heart: mixColors(accent, paper, 0.55),
  };
}
