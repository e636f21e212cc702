import { dotStroke } from '../../drawing/halftone.ts';
import { boxOutline } from '../../drawing/lines.ts';
import type { Point, Shape } from '../../drawing/drawing.ts';
import { placeOutline } from '../../drawing/outline.ts';
import { placeShapes } from '../../drawing/placeShapes.ts';
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
        clip: placeOutline(boxOutline(press.outer), 1, 1, slip),
        // Under the light ink is nothing but paper.
        blend: drum === 'light' ? 'normal' : 'multiply',
        opacity: 1,
        shapes: placeShapes(plates[drum], 1, slip),
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
