import { insetBox } from '../../drawing/boxes.ts';
import type { Box, LinearGradient, Paint, Point, Shape } from '../../drawing/drawing.ts';
import { polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { DecoPalette } from './palettes.ts';

/** The field that an ornament fills. Everything is symmetrical about the middle of its width. */
export interface DecoField {
  readonly box: Box;
  readonly palette: DecoPalette;
  readonly metal: Paint;
  readonly random: SeededRandom;
}

/** A sheet of metal over a box: bands of shade and gleam, aslant. */
export function metalOver({ left, top, right, bottom }: Box, { metal }: DecoPalette): LinearGradient {
  const tones = [metal[1], metal[2], metal[1], metal[0], metal[1], metal[2], metal[1]];
  const reach = Math.max(right - left, bottom - top);
  return {
    type: 'linearGradient',
    from: [left, top],
    to: [left + reach * 0.8, top + reach],
    stops: tones.map((color, index) => ({
      offset: Math.round((index / (tones.length - 1)) * 100) / 100,
      color,
      opacity: 1,
    })),
  };
}

/** A box whose corners are cut as stairs. */
export function steppedBox({ left, top, right, bottom }: Box, step: number, count: number): Point[] {
  const stairs = Array.from({ length: count + 1 }, (_, index) => index * step);
  const deepest = count * step;
  // From the left end of the upper left corner's stairs to its upper end; the other corners are its reflections.
  const corner = stairs
    .flatMap((run): Point[] => [
      [run, deepest - run],
      [run + step, deepest - run],
    ])
    .slice(0, -1);
  const upperLeft = corner.map(([x, y]): Point => [left + x, top + y]);
  const upperRight = corner.map(([x, y]): Point => [right - x, top + y]).reverse();
  const lowerRight = corner.map(([x, y]): Point => [right - x, bottom - y]);
  const lowerLeft = corner.map(([x, y]): Point => [left + x, bottom - y]).reverse();
  return [...upperLeft, ...upperRight, ...lowerRight, ...lowerLeft];
}

/** A stepped panel of plain ground with lines of metal around it. */
export function panelShapes(box: Box, { palette, metal }: Pick<DecoField, 'palette' | 'metal'>, step = 16): Shape[] {
  const count = box.bottom - box.top > step * 8 ? 2 : 1;
  return [
    { type: 'path', steps: polygon(steppedBox(insetBox(box, -16), step, count)), fill: palette.ground, opacity: 1 },
    { type: 'path', steps: outlineBand(box, step, count, 7), fill: metal, opacity: 1 },
    { type: 'path', steps: outlineBand(insetBox(box, 14), step, count, 2.4), fill: metal, opacity: 1 },
  ];
}

/** The line of a stepped box, as an outline to fill. */
export function outlineBand(box: Box, step: number, count: number, thickness: number): PathStep[] {
  const outer = steppedBox(insetBox(box, -thickness / 2), step, count);
  const inner = steppedBox(insetBox(box, thickness / 2), step, count);
  return [...polygon(outer), ...polygon(inner.reverse())];
}

/** Where a ray from inside a box leaves it. */
export function rayEnd([x, y]: Point, angle: number, { left, top, right, bottom }: Box): Point {
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  const toSide = across > 0 ? (right - x) / across : across < 0 ? (left - x) / across : Infinity;
  const toEnd = down > 0 ? (bottom - y) / down : down < 0 ? (top - y) / down : Infinity;
  const length = Math.min(toSide, toEnd);
  return [x + across * length, y + down * length];
}

/** A wedge of light between two angles, less than a quarter turn apart, up to the edges of a box. */
export function wedge(center: Point, from: number, to: number, box: Box): PathStep[] {
  const [start, end] = [rayEnd(center, from, box), rayEnd(center, to, box)];
  const corners: Point[] = [
    [box.left, box.top],
    [box.right, box.top],
    [box.right, box.bottom],
    [box.left, box.bottom],
  ];
  const between = corners.filter(([x, y]) => {
    const angle = Math.atan2(y - center[1], x - center[0]);
    return angle > from && angle < to;
  });
  return polygon([center, start, ...between, end]);
}
