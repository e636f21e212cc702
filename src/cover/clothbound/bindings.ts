import { contrastRatio, mixColors, readableContrast, readableInk } from '../../drawing/color.ts';
import type { Color } from '../../drawing/drawing.ts';

/** A cloth and what is stamped on it. Lettering reads at 4.5:1 or better: every colour of the `foil` on the `cloth`. */
export interface Binding {
  readonly name: string;
  readonly cloth: Color;
  /** How it gleams, from one side to the other; a matt pigment has one colour. */
  readonly foil: readonly [Color, ...Color[]];
  /** What the spine and the back take beside them. */
  readonly accent: Color;
}

/** The binding with the colours that a book's maker wishes for: ground, ink, accent. A wished ink is a matt pigment. */
export function wishedBinding(binding: Binding, colors: readonly Color[]): Binding {
  const [wished, ink = binding.foil[0], accent = ink] = colors;
  if (wished === undefined) return binding;
  const foil = readableInk(shadesOf(wished), [ink, binding.foil[0]]);
  const away = contrastRatio(foil, '#000000') > contrastRatio(wished, '#000000') ? '#000000' : '#ffffff';
  const least = (cloth: Color): number => Math.min(...shadesOf(cloth).map(shade => contrastRatio(shade, foil)));
  let cloth = wished;
  // On some middling colours nothing can be read in the shade: such a cloth gives way, as little as may be.
  for (let share = 0.05; share < 1 && least(cloth) < readableContrast; share += 0.05)
    cloth = mixColors(wished, away, share);
  return { ...binding, cloth, foil: [foil], accent: readableInk([cloth], [accent, foil]) };
}

/** Threads and shadows make a cloth lighter here and darker there; lettering is read on all of it. */
function shadesOf(cloth: Color): readonly Color[] {
  return [cloth, mixColors(cloth, '#ffffff', 0.12), mixColors(cloth, '#000000', 0.34)];
}

const gold: Binding['foil'] = ['#d9b766', '#f6e3a6', '#cfa955', '#fbeec0', '#dcb964'];
const paleGold: Binding['foil'] = ['#e0cb93', '#f8ecc6', '#d8bf80', '#fdf5da', '#e2cd96'];
const silver: Binding['foil'] = ['#c4cacd', '#f0f3f3', '#b9c1c6', '#fafbfa', '#c9d0d3'];
const copper: Binding['foil'] = ['#e0a37c', '#f8cfae', '#d8956c', '#fbddc3', '#e2a680'];

/** Cloths and foils chosen by eye; the order is part of every cover's identity, so new ones go to the end. */
export const bindings: readonly [Binding, ...Binding[]] = [
  { name: 'navy and gold', cloth: '#1d2b4a', foil: gold, accent: '#e9cf8c' },
  { name: 'forest and gold', cloth: '#1f3b2d', foil: gold, accent: '#e9cf8c' },
  { name: 'burgundy and gold', cloth: '#561a26', foil: gold, accent: '#e9cf8c' },
  { name: 'black and gold', cloth: '#1f1d1e', foil: paleGold, accent: '#e6d3a2' },
  { name: 'petrol and silver', cloth: '#173f48', foil: silver, accent: '#dfe5e6' },
  { name: 'plum and copper', cloth: '#3a1f3c', foil: copper, accent: '#efbb97' },
  { name: 'linen and blue', cloth: '#d8ccb4', foil: ['#1f3358'], accent: '#1f3358' },
  { name: 'linen and oxblood', cloth: '#ddd0b8', foil: ['#6b1d22'], accent: '#6b1d22' },
  { name: 'brick and cream', cloth: '#8f3524', foil: ['#f6e6c6'], accent: '#f6e6c6' },
  { name: 'slate and silver', cloth: '#3a4650', foil: silver, accent: '#dfe5e6' },
  { name: 'moss and cream', cloth: '#4a5330', foil: ['#f3e8c8'], accent: '#f3e8c8' },
  { name: 'umber and gold', cloth: '#3d2a1f', foil: gold, accent: '#e9cf8c' },
  { name: 'sky and ink', cloth: '#a9bfca', foil: ['#17263a'], accent: '#17263a' },
  { name: 'violet and silver', cloth: '#33306a', foil: silver, accent: '#dfe5e6' },
];
