import { mixColors, readableInk } from '../../drawing/color.ts';
import type { Color } from '../../drawing/drawing.ts';

/** The inks of one print. Lettering reads at 4.5:1 or better: `ink` on `sky`, `footInk` on `foreground`. */
export interface Palette {
  readonly name: string;
  readonly isNight: boolean;
  /** The flat field the title stands on. */
  readonly sky: Color;
  /** The light above the horizon, cut into the sky line by line. */
  readonly glow: Color;
  /** The title. */
  readonly ink: Color;
  /** Sun or moon. */
  readonly disc: Color;
  /** The land, far to near. */
  readonly land: readonly [Color, Color, Color, Color];
  /** The nearest ground, which carries the authors' names. */
  readonly foreground: Color;
  readonly footInk: Color;
  /** Lit windows and lanterns. */
  readonly lamp: Color;
}

/** The palette in colours that somebody wishes for: sky, foreground, disc, as far as they are said; the rest follows. */
export function wishedInks(palette: Palette, colors: readonly Color[]): Palette {
  const [sky, foreground = palette.foreground, disc = palette.disc] = colors;
  if (sky === undefined) return palette;
  const landAt = (share: number): Color => mixColors(sky, foreground, share);
  return {
    ...palette,
    sky,
    glow: mixColors(sky, '#ffffff', 0.45),
    ink: readableInk([sky], [foreground, palette.ink, palette.footInk]),
    disc,
    land: [landAt(0.22), landAt(0.42), landAt(0.62), landAt(0.8)],
    foreground,
    footInk: readableInk([foreground], [sky, palette.footInk, palette.ink]),
  };
}

/** Harmonies chosen by eye; the order is part of every cover's identity, so new ones go to the end. */
export const palettes: readonly [Palette, ...Palette[]] = [
  {
    name: 'harvest',
    isNight: false,
    sky: '#e6b566',
    glow: '#f7dfa6',
    ink: '#2b1720',
    disc: '#fdf3d7',
    land: ['#d4935a', '#b0623f', '#7d3b37', '#4d2530'],
    foreground: '#24131d',
    footInk: '#f3d9a4',
    lamp: '#ffdf8a',
  },
  {
    name: 'midnight',
    isNight: true,
    sky: '#16233f',
    glow: '#4a6a94',
    ink: '#f4e7c8',
    disc: '#f6e2af',
    land: ['#3c5a84', '#2a446b', '#1c3152', '#13233c'],
    foreground: '#0a1424',
    footInk: '#e9d6a8',
    lamp: '#ffcf70',
  },
  {
    name: 'vermilion sun',
    isNight: false,
    sky: '#ece5d3',
    glow: '#f6f1e4',
    ink: '#1d2a33',
    disc: '#c9412b',
    land: ['#b5c0bd', '#8699a0', '#587080', '#33495a'],
    foreground: '#17232d',
    footInk: '#ece5d3',
    lamp: '#f2a65e',
  },
  {
    name: 'moss',
    isNight: false,
    sky: '#d5d3ae',
    glow: '#eeebcd',
    ink: '#1c2c22',
    disc: '#fbf7df',
    land: ['#aeb886', '#82966a', '#55704f', '#32503d'],
    foreground: '#16291f',
    footInk: '#e3dfb6',
    lamp: '#f6cf6b',
  },
  {
    name: 'rose dawn',
    isNight: false,
    sky: '#eebfae',
    glow: '#fbe3cf',
    ink: '#3a1a33',
    disc: '#fff4e2',
    land: ['#d99b9d', '#b17389', '#7d4d70', '#4e3054'],
    foreground: '#26142f',
    footInk: '#f5cfbd',
    lamp: '#ffd992',
  },
  {
    name: 'amber moon',
    isNight: true,
    sky: '#0f3a40',
    glow: '#3f7f7b',
    ink: '#f3e6c4',
    disc: '#f1b255',
    land: ['#2f6f6e', '#225757', '#174346', '#103236'],
    foreground: '#081f23',
    footInk: '#ecd9a9',
    lamp: '#f8c66b',
  },
  {
    name: 'oxblood',
    isNight: true,
    sky: '#73191f',
    glow: '#c4533b',
    ink: '#f8e4c4',
    disc: '#fae3b4',
    land: ['#8f2c2b', '#651a22', '#45121b', '#2e0c15'],
    foreground: '#1a070d',
    footInk: '#f0cfa3',
    lamp: '#ffce7a',
  },
  {
    name: 'cobalt',
    isNight: false,
    sky: '#f1e8d6',
    glow: '#fbf6ea',
    ink: '#1b2a66',
    disc: '#e5683a',
    land: ['#a9b7d6', '#7288bd', '#43599c', '#293b7c'],
    foreground: '#16214f',
    footInk: '#f1e8d6',
    lamp: '#ffc46b',
  },
  {
    name: 'plum dusk',
    isNight: true,
    sky: '#2d1c41',
    glow: '#a14f6c',
    ink: '#f6dfc6',
    disc: '#f29a6b',
    land: ['#6b3a63', '#4e2b57', '#372046', '#251635'],
    foreground: '#150b22',
    footInk: '#efc9ac',
    lamp: '#ffc977',
  },
  {
    name: 'mustard',
    isNight: false,
    sky: '#dfa32c',
    glow: '#f1c765',
    ink: '#211a17',
    disc: '#fdf2d3',
    land: ['#bb7f2a', '#8f5726', '#5f3a24', '#3d2821'],
    foreground: '#1d1715',
    footInk: '#f0d08a',
    lamp: '#ffe29a',
  },
  {
    name: 'sea glass',
    isNight: false,
    sky: '#b5d2c8',
    glow: '#e0ede0',
    ink: '#10302f',
    disc: '#fffae6',
    land: ['#8bb3ab', '#5b8e8b', '#356a6c', '#1f4b50'],
    foreground: '#0d2a2f',
    footInk: '#d6e8dc',
    lamp: '#fbd27b',
  },
  {
    name: 'terracotta',
    isNight: false,
    sky: '#d9825a',
    glow: '#f0b183',
    ink: '#22120f',
    disc: '#fde9c8',
    land: ['#bd6347', '#93483c', '#663333', '#42232a'],
    foreground: '#1f1017',
    footInk: '#f2c79d',
    lamp: '#ffd98c',
  },
];
