import { mixColors } from './color.ts';
import type { Box, Drawing, Paint, Shape } from './drawing.ts';
import { outlineBox } from './outline.ts';

/** A drawing in two layers: what must be drawn as pixels where nothing may be clear, and what lies above it. */
export interface FlatLayers {
  /** Up to the last shape that lets something through; none where nothing does. */
  readonly below: readonly Shape[];
  /** Shapes that cover what lies below them. */
  readonly above: readonly Shape[];
  /** What of the drawing the shapes fill that let something through; `null` where none does. */
  readonly clearBox: Box | null;
}

/**
 * Parts a drawing for paper or a file that knows nothing clear. A shape in one colour that lies on the bare ground is mixed
 * with it, which is exact; of anything else that is clear, and all below it, only pixels are.
 */
export function flattenDrawing(drawing: Drawing): FlatLayers {
  const { background, shapes } = drawing;
  const mixed = shapes.map((shape, index) =>
    isClear(shape) && liesOnGround(shape, shapes.slice(0, index)) ? mixedWith(shape, background) : shape,
  );
  const last = mixed.findLastIndex(isClear);
  const below = mixed.slice(0, last + 1);
  return {
    below,
    above: mixed.slice(last + 1),
    clearBox: within(drawing, boxAround(below.filter(isClear).map(inkBox))),
  };
}

/** What of a box the drawing and its bleed show. */
function within({ widthUnits, heightUnits, bleedUnits = 0 }: Drawing, box: Box | null): Box | null {
  if (box === null) return null;
  return {
    left: Math.max(-bleedUnits, box.left),
    top: Math.max(-bleedUnits, box.top),
    right: Math.min(widthUnits + bleedUnits, box.right),
    bottom: Math.min(heightUnits + bleedUnits, box.bottom),
  };
}

/** Whether a shape lets something through. */
export function isClear(shape: Shape): boolean {
  switch (shape.type) {
    case 'path':
    case 'circle':
      return shape.opacity < 1 || isClearPaint(shape.fill);
    case 'stroke':
      return shape.opacity < 1;
    case 'lettering':
    case 'picture':
      return false;
    case 'group':
      return shape.opacity < 1 || shape.blend !== 'normal' || shape.shapes.some(isClear);
  }
}

function isClearPaint(paint: Paint): boolean {
  return typeof paint !== 'string' && paint.stops.some(stop => stop.opacity < 1);
}

function mixedWith(shape: Shape, ground: string): Shape {
  switch (shape.type) {
    case 'path':
    case 'circle':
      if (typeof shape.fill !== 'string') return shape;
      return { ...shape, fill: mixColors(ground, shape.fill, shape.opacity), opacity: 1 };
    case 'stroke':
      return { ...shape, stroke: mixColors(ground, shape.stroke, shape.opacity), opacity: 1 };
    case 'lettering':
    case 'picture':
    case 'group':
      return shape;
  }
}

function liesOnGround(shape: Shape, earlier: readonly Shape[]): boolean {
  const box = inkBox(shape);
  return box !== null && earlier.every(other => !meet(box, inkBox(other)));
}

function meet(first: Box, second: Box | null): boolean {
  if (second === null) return false;
  return (
    first.left < second.right && second.left < first.right && first.top < second.bottom && second.top < first.bottom
  );
}

/** The box that a shape's ink is in; `null` for none. */
function inkBox(shape: Shape): Box | null {
  switch (shape.type) {
    case 'path':
      return outlineBox(shape.steps);
    case 'stroke':
      return grown(outlineBox(shape.steps), shape.widthUnits / 2);
    case 'lettering':
    case 'picture':
      return shape.box;
    case 'circle': {
      const [x, y] = shape.center;
      return grown({ left: x, top: y, right: x, bottom: y }, shape.radius);
    }
    case 'group': {
      const clip = shape.clip === null ? null : outlineBox(shape.clip);
      return clip ?? boxAround(shape.shapes.map(inkBox));
    }
  }
}

function boxAround(boxes: readonly (Box | null)[]): Box | null {
  return boxes.reduce((sum, box) => (sum === null || box === null ? (sum ?? box) : around(sum, box)), null);
}

function grown(box: Box | null, by: number): Box | null {
  if (box === null) return null;
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}

function around(first: Box, second: Box): Box {
  return {
    left: Math.min(first.left, second.left),
    top: Math.min(first.top, second.top),
    right: Math.max(first.right, second.right),
    bottom: Math.max(first.bottom, second.bottom),
  };
}
