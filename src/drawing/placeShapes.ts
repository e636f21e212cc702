import type { PathStep } from '../fonts/glyphOutline.ts';
import type { Box, LinearGradient, Paint, Point, RadialGradient, Shape } from './drawing.ts';
import { placeOutline } from './outline.ts';

/** Moves and scales shapes, about the origin first and then by the offset. */
export function placeShapes(shapes: readonly Shape[], scale: number, offset: Point): Shape[] {
  return shapes.map(shape => placeShape(shape, scale, offset));
}

function placeShape(shape: Shape, scale: number, offset: Point): Shape {
  const outline = (steps: readonly PathStep[]) => placeOutline(steps, scale, scale, offset);
  switch (shape.type) {
    case 'path':
      return { ...shape, steps: outline(shape.steps), fill: placePaint(shape.fill, scale, offset) };
    case 'stroke':
      return { ...shape, steps: outline(shape.steps), widthUnits: shape.widthUnits * scale };
    case 'circle': {
      const center = placePoint(shape.center, scale, offset);
      return { ...shape, center, radius: shape.radius * scale, fill: placePaint(shape.fill, scale, offset) };
    }
    case 'lettering': {
      const sheen = shape.sheen === undefined ? {} : { sheen: placeLinear(shape.sheen, scale, offset) };
      return { ...shape, ...sheen, steps: outline(shape.steps), box: placeBox(shape.box, scale, offset) };
    }
    case 'picture':
      return { ...shape, box: placeBox(shape.box, scale, offset) };
    case 'group': {
      const clip = shape.clip === null ? null : outline(shape.clip);
      return { ...shape, clip, shapes: placeShapes(shape.shapes, scale, offset) };
    }
  }
}

function placeBox(box: Box, scale: number, offset: Point): Box {
  const [left, top] = placePoint([box.left, box.top], scale, offset);
  const [right, bottom] = placePoint([box.right, box.bottom], scale, offset);
  return { left, top, right, bottom };
}

function placePaint(paint: Paint, scale: number, offset: Point): Paint {
  if (typeof paint === 'string') return paint;
  return placeGradient(paint, scale, offset);
}

function placeGradient(paint: LinearGradient | RadialGradient, scale: number, offset: Point): Paint {
  switch (paint.type) {
    case 'linearGradient':
      return placeLinear(paint, scale, offset);
    case 'radialGradient':
      return { ...paint, center: placePoint(paint.center, scale, offset), radius: paint.radius * scale };
  }
}

function placeLinear(gradient: LinearGradient, scale: number, offset: Point): LinearGradient {
  return { ...gradient, from: placePoint(gradient.from, scale, offset), to: placePoint(gradient.to, scale, offset) };
}

function placePoint([x, y]: Point, scale: number, [left, top]: Point): Point {
  return [x * scale + left, y * scale + top];
}
