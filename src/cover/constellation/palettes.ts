import { mixColors, readableInk } from '../../drawing/color.ts';
import type { Color } from '../../drawing/drawing.ts';

/** The colours of one night. `ink` reads at 4.5:1 or better on every other colour of the sky. */
export interface NightPalette {
  readonly name: string;
  /** The night around the chart. */
  readonly ground: Color;
  /** The sky within the chart. */
  readonly sky: Color;
  /** Lines of the graticule, and the far stars' haze. */
  readonly line: Color;
  readonly haze: Color;
  /** Gilt, from shade to gleam. */
  readonly gilt: readonly [Color, Color, Color];
  readonly ink: Color;
  readonly star: Color;
}

const gold = ['#b8863c', '#e3bd72', '#f8e6b4'] as const;
const silver = ['#8fa3b5', '#cdd9e0', '#f7fafa'] as const;
const copper = ['#b06a45', '#e3a57c', '#f9dcc0'] as const;

/** Harmonies chosen by eye; the order is part of every cover's identity, so new ones go to the end. */
export const nightPalettes: readonly [NightPalette, ...NightPalette[]] = [
  {
    name: 'ultramarine',
    ground: '#0f1b3d',
    sky: '#16264f',
    line: '#5871a8',
    haze: '#7f9bd6',
    gilt: gold,
    ink: '#f3e3b8',
    star: '#fff8e4',
  },
  {
    name: 'aubergine',
    ground: '#25122f',
    sky: '#341a40',
    line: '#80598c',
    haze: '#c08bc0',
    gilt: gold,
    ink: '#f4e0bd',
    star: '#fff4e2',
  },
  {
    name: 'black green',
    ground: '#0b211e',
    sky: '#10302b',
    line: '#4b7a6d',
    haze: '#86b9a3',
    gilt: gold,
    ink: '#efe3bd',
    star: '#fbf8e6',
  },
  {
    name: 'soot',
    ground: '#15161a',
    sky: '#1e2026',
    line: '#5d6270',
    haze: '#8f96a6',
    gilt: copper,
    ink: '#f3dcc6',
    star: '#fff6ec',
  },
  {
    name: 'petrol',
    ground: '#06283a',
    sky: '#0a384d',
    line: '#3f7f95',
    haze: '#7cc0cc',
    gilt: silver,
    ink: '#eef3f2',
    star: '#ffffff',
  },
  {
    name: 'oxblood',
    ground: '#2f0f18',
    sky: '#431722',
    line: '#925a5c',
    haze: '#d09a8c',
    gilt: gold,
    ink: '#f6e0bb',
    star: '#fff4e0',
  },
];

/** The night in the colours that its maker wishes for: ground, ink, accent, as far as they are said. */
export function wishedNight(own: NightPalette, colors: readonly Color[]): NightPalette {
  const [ground, wishedInk = own.ink, accent = own.gilt[1]] = colors;
  if (ground === undefined) return own;
  const sky = mixColors(ground, wishedInk, 0.06);
  const ink = readableInk([ground, sky], [wishedInk, own.ink]);
  return {
    name: own.name,
    ground,
    sky,
    line: mixColors(ground, ink, 0.36),
    haze: mixColors(ground, ink, 0.6),
    gilt: [mixColors(accent, ground, 0.3), accent, mixColors(accent, ink, 0.55)],
    ink,
    star: ink,
  };
}
