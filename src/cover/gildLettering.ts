import { contrastRatio, readableContrast } from '../drawing/color.ts';
import type { Color, LetteringShape, LinearGradient } from '../drawing/drawing.ts';

/** Lettering in foil, where foil can be read on the ground in all of its tones; else as it was. */
export function gildLettering(
  shapes: readonly LetteringShape[],
  foil: LinearGradient,
  ground: Color,
): readonly LetteringShape[] {
  const isReadable = foil.stops.every(stop => contrastRatio(stop.color, ground) >= readableContrast);
  return isReadable ? shapes.map(shape => ({ ...shape, sheen: foil })) : shapes;
}

/** Foil from its body to its gleam and back, in bands aslant over a cover. */
export function foilOver(
  { widthUnits, heightUnits }: { readonly widthUnits: number; readonly heightUnits: number },
  body: Color,
  gleam: Color,
): LinearGradient {
  const colors = [body, gleam, body, gleam, gleam, body, gleam];
  return {
    type: 'linearGradient',
    from: [0, 0],
    to: [widthUnits, heightUnits * 0.7],
    stops: colors.map((color, index) => ({
      offset: Math.round((index / (colors.length - 1)) * 100) / 100,
      color,
      opacity: 1,
    })),
  };
}
