import { readableInk } from '../drawing/color.ts';
import type { CoverPalette } from './coverDesign.ts';
import type { CoverSubject } from './coverSubject.ts';

/**
 * The colours of a cover: those that its maker wishes for, in the order ground, ink, accent, and a style's own for the rest.
 * An ink that could not be read on the ground is made lighter or darker until it can.
 */
export function wishedPalette({ colors = [] }: CoverSubject, own: CoverPalette): CoverPalette {
  const [ground = own.ground, ink = own.ink, accent = own.accent] = colors;
  return { ground, ink: readableInk([ground], [ink, own.ink]), accent };
}
