import type { Point, Shape } from '../drawing/drawing.ts';
import { outlineBox } from '../drawing/outline.ts';
import type { PathStep } from '../fonts/glyphOutline.ts';
import type { Placement } from '../impose/sheetPlan.ts';

/**
 * A place to draw in that stands moved, scaled and turned by quarters on another: where its points lie there. `x` of the
 * place goes on along `across`, `y` along `down`.
 */
export interface Frame {
  readonly origin: Point;
  readonly across: Point;
  readonly down: Point;
}

/** A frame that is moved and scaled, and not turned. */
export function levelFrame(origin: Point, scale: number): Frame {
  return { origin, across: [scale, 0], down: [0, scale] };
}

/**
 * A page as it stands on a side: the page's own top left corner, and which way it reads. Lengths are those of the side; the
 * page's width along its lines is `widthPt`.
 */
export interface PageFrame extends Frame {
  readonly widthPt: number;
  readonly heightPt: number;
}

export function pageFrame({ box, rotation }: Pick<Placement, 'box' | 'rotation'>): PageFrame {
  const { left, top, width, height } = box;
  switch (rotation) {
    case 0:
      return { origin: [left, top], across: [1, 0], down: [0, 1], widthPt: width, heightPt: height };
    case 90:
      return { origin: [left + width, top], across: [0, 1], down: [-1, 0], widthPt: height, heightPt: width };
    case 180:
      return { origin: [left + width, top + height], across: [-1, 0], down: [0, -1], widthPt: width, heightPt: height };
    case 270:
      return { origin: [left, top + height], across: [0, -1], down: [1, 0], widthPt: height, heightPt: width };
  }
}

/** Where a point of a frame lies on what the frame stands on. */
export function pointIn({ origin, across, down }: Frame, [x, y]: Point): Point {
  return [origin[0] + across[0] * x + down[0] * y, origin[1] + across[1] * x + down[1] * y];
}

/** The point of a page's frame that lies at a point of the side: {@link pointIn} the other way round. */
export function pointOf({ origin, across, down }: PageFrame, [x, y]: Point): Point {
  const [right, below] = [x - origin[0], y - origin[1]];
  return [right * across[0] + below * across[1], right * down[0] + below * down[1]];
}

/** Shapes drawn in a frame, as they lie on what the frame stands on; gradients are not turned with it, and none has any. */
export function placeShapes(shapes: readonly Shape[], frame: Frame): Shape[] {
  return shapes.flatMap(shape => placeShape(shape, frame));
}

function placeShape(shape: Shape, frame: Frame): Shape[] {
  const scale = Math.abs(frame.across[0]) + Math.abs(frame.across[1]);
  switch (shape.type) {
    case 'path':
      return [{ ...shape, steps: placeSteps(shape.steps, frame) }];
    case 'stroke':
      return [{ ...shape, steps: placeSteps(shape.steps, frame), widthUnits: shape.widthUnits * scale }];
    case 'circle':
      return [{ ...shape, center: pointIn(frame, shape.center), radius: shape.radius * scale }];
    case 'lettering': {
      const steps = placeSteps(shape.steps, frame);
      const box = outlineBox(steps);
      return box === null ? [] : [{ ...shape, steps, box }];
    }
    case 'group': {
      const clip = shape.clip === null ? null : placeSteps(shape.clip, frame);
      return [{ ...shape, clip, shapes: placeShapes(shape.shapes, frame) }];
    }
    case 'picture':
      throw new RangeError('a picture is not turned with a frame, and none is drawn in one');
  }
}

function placeSteps(steps: readonly PathStep[], frame: Frame): PathStep[] {
  return steps.map(({ type, values }) => {
    const placed: number[] = [];
    for (let index = 0; index + 1 < values.length; index += 2) {
      placed.push(...pointIn(frame, [values[index] ?? 0, values[index + 1] ?? 0]));
    }
    return { type, values: placed };
  });
}
