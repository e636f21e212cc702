import { boxAround, squareAround } from './boxes.ts';
import type { Box, Shape } from './drawing.ts';
import { outlineBox } from './outline.ts';

/** The box around all that shapes paint; half of a stroke's width lies beyond its line. `null` for no shapes. */
export function shapesBox(shapes: readonly Shape[]): Box | null {
  return boxAround(shapes.map(shapeBox).filter(box => box !== null));
}

function shapeBox(shape: Shape): Box | null {
  switch (shape.type) {
    case 'circle':
      return squareAround(shape.center, shape.radius);
    case 'lettering':
    case 'picture':
      return shape.box;
    case 'group':
      return shapesBox(shape.shapes);
    case 'path':
      return outlineBox(shape.steps);
    case 'stroke': {
      const box = outlineBox(shape.steps);
      const half = shape.widthUnits / 2;
      return box === null
        ? null
        : { left: box.left - half, top: box.top - half, right: box.right + half, bottom: box.bottom + half };
    }
  }
}
