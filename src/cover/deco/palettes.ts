import { mixColors, readableInk } from '../../drawing/color.ts';
import type { Color } from '../../drawing/drawing.ts';

/** The colours of a binding. `ink` reads at 4.5:1 or better on `ground`. */
export interface DecoPalette {
  readonly name: string;
  readonly ground: Color;
  /** A second enamel, next to the ground. */
  readonly enamel: Color;
  /** The metal: its shade, its body, its gleam. */
  readonly metal: readonly [Color, Color, Color];
  readonly ink: Color;
}

const gold = ['#9c6f2b', '#d4a955', '#f6e3ab'] as const;
const brass = ['#8a6a2a', '#b8903f', '#d9b765'] as const;

/** Harmonies chosen by eye; the order is part of every cover's identity, so new ones go to the end. */
export const decoPalettes: readonly [DecoPalette, ...DecoPalette[]] = [
  { name: 'noir', ground: '#141210', enamel: '#2b2722', metal: gold, ink: '#f3dfab' },
  { name: 'emerald', ground: '#0b2d27', enamel: '#14493e', metal: gold, ink: '#f2e2b4' },
  { name: 'midnight', ground: '#101c38', enamel: '#1d3160', metal: gold, ink: '#f3e3b5' },
  { name: 'burgundy', ground: '#3a0f1a', enamel: '#5e1b29', metal: ['#a3613f', '#dba07a', '#f8dcc2'], ink: '#f8e0c8' },
  { name: 'ivory', ground: '#f5eedd', enamel: '#e6d9bb', metal: ['#1b1a18', '#26241f', '#4a4334'], ink: '#1b1a18' },
  { name: 'peacock', ground: '#0b3d4a', enamel: '#136070', metal: gold, ink: '#f6ebc8' },
  { name: 'shell', ground: '#f2d6c9', enamel: '#e8bfae', metal: ['#4d1f2c', '#6b2c3c', '#94505a'], ink: '#3f1623' },
  { name: 'celadon', ground: '#d3e2d6', enamel: '#b4cfc0', metal: ['#123c3a', '#1c524e', '#3b746c'], ink: '#0e3230' },
  { name: 'pearl', ground: '#f7f3ea', enamel: '#ebe1cd', metal: brass, ink: '#3b2c14' },
];

/** The binding in the colours that its maker wishes for: ground, ink, accent, as far as they are said. */
export function wishedDeco(own: DecoPalette, colors: readonly Color[]): DecoPalette {
  const [ground, wishedInk = own.ink, accent = own.metal[1]] = colors;
  if (ground === undefined) return own;
  const ink = readableInk([ground], [wishedInk, own.ink]);
  return {
    name: own.name,
    ground,
    enamel: mixColors(ground, accent, 0.2),
    metal: [mixColors(accent, ground, 0.3), accent, mixColors(accent, ink, 0.4)],
    ink,
  };
}
