import type { Shape } from './drawing.ts';
import { shapesBox } from './shapesBox.ts';

/** What is painted beyond the outline: half a pixel of a soft edge, and what rounding to tenths adds. */
const margin = 2;

/** The shapes that may paint something between two heights; groups with those of their shapes that do. */
export function shapesBetween(shapes: readonly Shape[], top: number, bottom: number): Shape[] {
  return shapes.flatMap((shape): Shape[] => {
    if (shape.type === 'group') {
      const inner = shapesBetween(shape.shapes, top, bottom);
      return inner.length === 0 ? [] : [{ ...shape, shapes: inner }];
    }
    const box = shapesBox([shape]);
    return box === null || box.bottom + margin < top || box.top - margin > bottom ? [] : [shape];
  });
}
