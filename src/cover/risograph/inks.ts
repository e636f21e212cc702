import { contrastRatio, readableInk } from '../../drawing/color.ts';
import type { Color } from '../../drawing/drawing.ts';

/** The drums of one print; each ink is printed over the others. Lettering reads at 4.5:1 or better: `key` on `paper`. */
export interface Inks {
  readonly name: string;
  readonly paper: Color;
  /** The dark ink, which carries the lettering. */
  readonly key: Color;
  readonly warm: Color;
  /** The third ink; the same as `warm` in prints of two. */
  readonly light: Color;
}

/** Inks as a cover takes them; `onKey` is the brightest that can be read on the dark ink. */
export interface InkSet extends Inks {
  readonly onKey: Color;
}

/**
 * The inks with the colours that a book's maker wishes for: ground, ink, accent. Inks are printed on paper, so that the
 * lighter one of ground and ink is the paper, whichever it was meant to be.
 */
export function wishedInks(inks: Inks, colors: readonly Color[]): InkSet {
  const [ground = inks.paper, wishedInk = inks.key, warm = inks.warm] = colors;
  const ink = readableInk([ground], [wishedInk, inks.key, inks.paper]);
  const isDark = contrastRatio(ground, '#ffffff') > contrastRatio(ink, '#ffffff');
  const [paper, key] = isDark ? [ink, ground] : [ground, ink];
  return { ...inks, paper, key, warm, onKey: readableInk([key], [inks.light, warm, paper]) };
}

/** Inks that duplicators are sold with, chosen by eye; the order is part of every cover's identity, so new ones go to the end. */
export const inkSets: readonly [Inks, ...Inks[]] = [
  { name: 'federal', paper: '#f5efe1', key: '#2f3f8f', warm: '#ff5a5f', light: '#ffc93c' },
  { name: 'hunter', paper: '#f4efe0', key: '#1f5244', warm: '#ff7a3d', light: '#f9c6c2' },
  { name: 'night', paper: '#f3ede0', key: '#262f4f', warm: '#ff6f91', light: '#7fd1c7' },
  { name: 'burgundy', paper: '#f6efe3', key: '#6e2338', warm: '#ff8a4c', light: '#f7c948' },
  { name: 'teal', paper: '#f5f0e3', key: '#0c5a6b', warm: '#ff665e', light: '#f6d55c' },
  { name: 'violet', paper: '#f5eee6', key: '#4a3a8c', warm: '#ff7a8a', light: '#ffb25a' },
  { name: 'black and vermilion', paper: '#f3ecdd', key: '#25232a', warm: '#f2492f', light: '#f2492f' },
  { name: 'lake', paper: '#f6f1e6', key: '#1d4f91', warm: '#ff8fa3', light: '#a6dcef' },
  { name: 'moss and sun', paper: '#f4efdd', key: '#3d4a22', warm: '#f5a623', light: '#9cc5b2' },
  { name: 'aubergine', paper: '#f4ece2', key: '#4b2350', warm: '#f2603c', light: '#b7dfe0' },
  { name: 'blue and rose', paper: '#f7f0e8', key: '#27458f', warm: '#ff7f9f', light: '#ff7f9f' },
  { name: 'pine and apricot', paper: '#f5efe2', key: '#17464a', warm: '#ff9a76', light: '#ffd166' },
];
