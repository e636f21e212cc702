import { mixColors, readableInk } from '../../drawing/color.ts';
import type { Color } from '../../drawing/drawing.ts';

/** The quiet colours of one cover. Lettering reads at 4.5:1 or better: `ink` on `ground` and on `tint`, `ground` on `ink`. */
export interface TypePalette {
  readonly name: string;
  readonly ground: Color;
  readonly ink: Color;
  /** For one thing only: a rule, a band, a giant letter. */
  readonly accent: Color;
  /** Near to the ground: for large letters that lettering keeps clear of, and every other band. */
  readonly tint: Color;
}

/** The colours with those that a book's maker wishes for: ground, ink, accent. */
export function wishedColors(palette: TypePalette, colors: readonly Color[]): TypePalette {
  if (colors.length === 0) return palette;
  const [ground = palette.ground, wishedInk = palette.ink, accent = palette.accent] = colors;
  const tint = mixColors(ground, wishedInk, 0.06);
  return { ...palette, ground, tint, accent, ink: readableInk([ground, tint], [wishedInk, palette.ink]) };
}

/** Harmonies chosen by eye; the order is part of every cover's identity, so new ones go to the end. */
export const typePalettes: readonly [TypePalette, ...TypePalette[]] = [
  { name: 'bone', ground: '#efe8da', ink: '#1d1c1a', accent: '#c8402c', tint: '#e0d6c2' },
  { name: 'slate', ground: '#2c3a43', ink: '#f0e8d8', accent: '#e9a15b', tint: '#35464f' },
  { name: 'fog', ground: '#d7dbd8', ink: '#1c2a30', accent: '#c2552d', tint: '#c6ccc8' },
  { name: 'ink', ground: '#191b21', ink: '#efe6d4', accent: '#d9a441', tint: '#262a33' },
  { name: 'clay', ground: '#c96f4a', ink: '#1c110c', accent: '#f5e6cd', tint: '#d27f5c' },
  { name: 'sage', ground: '#c5cdb6', ink: '#1f2b22', accent: '#9c3b2e', tint: '#b5bfa4' },
  { name: 'oxford', ground: '#1d2b4f', ink: '#f2eadb', accent: '#e8795a', tint: '#273861' },
  { name: 'butter', ground: '#f0dc9e', ink: '#23201a', accent: '#2f5d8a', tint: '#e6ce86' },
  { name: 'rosewood', ground: '#5a1f2b', ink: '#f4e3d0', accent: '#e8a87c', tint: '#6a2a36' },
  { name: 'chalk blue', ground: '#b7cbd6', ink: '#14253a', accent: '#b23a2e', tint: '#a5bcca' },
  { name: 'moss', ground: '#2f4034', ink: '#ece6d2', accent: '#d9b44a', tint: '#394c3f' },
  { name: 'petal', ground: '#ecd5cb', ink: '#2b1a2c', accent: '#8c2f4b', tint: '#e1c3b7' },
];
