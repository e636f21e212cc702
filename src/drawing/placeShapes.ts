import type { Box, Point, Shape } from './drawing.ts';
import { boxAround, squareAround } from './boxes.ts';
import { outlineBox, placeOutline } from './outline.ts';

/** The box around all that shapes paint in flat colours; half of a stroke's width lies beyond its line. */
export function shapesBox(shapes: readonly Shape[]): Box | null {
  return boxAround(shapes.map(shapeBox).filter(box => box !== null));
}

function shapeBox(shape: Shape): Box | null {
  switch (shape.type) {
    case 'circle':
      return squareAround(shape.center, shape.radius);
    case 'lettering':
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

/** Shapes in flat colours, made larger or smaller about the origin and then moved. Gradients stay where they are. */
export function placeShapes(shapes: readonly Shape[], scale: number, offset: Point): Shape[] {
  return shapes.map((shape): Shape => {
    switch (shape.type) {
      case 'circle':
        return {
          ...shape,
          center: [shape.center[0] * scale + offset[0], shape.center[1] * scale + offset[1]],
          radius: shape.radius * scale,
        };
      case 'group':
        return {
          ...shape,
          clip: shape.clip === null ? null : placeOutline(shape.clip, scale, scale, offset),
          shapes: placeShapes(shape.shapes, scale, offset),
        };
      case 'stroke':
        return {
          ...shape,
          steps: placeOutline(shape.steps, scale, scale, offset),
          widthUnits: shape.widthUnits * scale,
        };
      case 'path':
        return { ...shape, steps: placeOutline(shape.steps, scale, scale, offset) };
      case 'lettering': {
        const [left, top] = [shape.box.left * scale + offset[0], shape.box.top * scale + offset[1]];
        const [right, bottom] = [shape.box.right * scale + offset[0], shape.box.bottom * scale + offset[1]];
        return { ...shape, steps: placeOutline(shape.steps, scale, scale, offset), box: { left, top, right, bottom } };
      }
    }
  });
}
