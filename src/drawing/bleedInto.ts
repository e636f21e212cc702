import type { Drawing } from './drawing.ts';
import { placeShapes } from './placeShapes.ts';

/** A drawing whose bleed is part of the picture: as large as what is printed before it is cut. */
export function bleedInto(drawing: Drawing): Drawing {
  const { bleedUnits = 0, widthUnits, heightUnits, background, altText, shapes } = drawing;
  if (bleedUnits === 0) return drawing;
  return {
    widthUnits: widthUnits + 2 * bleedUnits,
    heightUnits: heightUnits + 2 * bleedUnits,
    background,
    altText,
    shapes: placeShapes(shapes, 1, [bleedUnits, bleedUnits]),
  };
}
