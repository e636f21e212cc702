import { dotStroke } from '../../drawing/halftone.ts';
import { rectangle } from '../../drawing/curves.ts';
import type { Point, Shape } from '../../drawing/drawing.ts';
import { placeOutline } from '../../drawing/outline.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { Drum, Plates, Press } from './press.ts';

/** All plates on the paper: the light ink first, the others over it, each a little off its place; specks where none took. */
export function printedShapes(plates: Plates, press: Press): Shape[] {
  const register = press.random('register');
  const drums: readonly Drum[] = ['light', 'warm', 'key'];
  return [
    ...drums.map((drum): Shape => {
      const slip: Point =
        drum === 'key' ? [0, 0] : [register.pick([-1, 1]) * register.between(3, 6), register.between(-5, 5)];
      return {
        type: 'group',
        clip: placeOutline(rectangle(press.outer), 1, 1, slip),
        // Under the light ink is nothing but paper.
        blend: drum === 'light' ? 'normal' : 'multiply',
        opacity: 1,
        shapes: plates[drum].map(shape => moved(shape, slip)),
      };
    }),
    ...specks(press, press.random('specks')),
  ];
}

/** Specks of bare paper in three sizes, as dust leaves them. */
function specks({ outer, inks }: Press, random: SeededRandom): Shape[] {
  return [2.2, 3.4, 5].map(size => {
    const count = Math.round(150 / size);
    const points = Array.from({ length: count }, (): Point => [
      random.between(outer.left, outer.right),
      random.between(outer.top, outer.bottom),
    ]);
    return dotStroke(points, size, inks.paper);
  });
}

function moved(shape: Shape, by: Point): Shape {
  switch (shape.type) {
    case 'path':
    case 'stroke':
      return { ...shape, steps: placeOutline(shape.steps, 1, 1, by) };
    case 'group': {
      const clip = shape.clip === null ? null : placeOutline(shape.clip, 1, 1, by);
      return { ...shape, clip, shapes: shape.shapes.map(inner => moved(inner, by)) };
    }
    case 'circle':
      return { ...shape, center: [shape.center[0] + by[0], shape.center[1] + by[1]] };
    case 'lettering':
    case 'picture':
      return shape;
  }
}
