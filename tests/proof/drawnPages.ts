import type { Box, Drawing, LetteringShape, Point, Shape } from '../../src/drawing/drawing.ts';

/** A page number in a drawing: where its middle is, and which way its page's head is, as a step of the drawing. */
export interface DrawnPage {
  readonly number: number;
  readonly middle: Point;
  readonly up: Point;
}

/**
 * The page numbers of a drawing, read from its ink alone. Which way a page is up is told by the rule below its number: the
 * nearest stroke of two points that is as far from it as a rule is.
 */
export function drawnPages(shapes: readonly Shape[], leastHeight: number): DrawnPage[] {
  const numbers = shapes.filter(
    (shape): shape is LetteringShape =>
      shape.type === 'lettering' && /^\d+$/.test(shape.text) && size(shape.box) > leastHeight,
  );
  const rules = shapes.flatMap(shape => {
    if (shape.type !== 'stroke' || shape.steps.length !== 2) return [];
    const [from = [], to = []] = shape.steps.map(({ values }) => values);
    return [
      { middle: [((from[0] ?? 0) + (to[0] ?? 0)) / 2, ((from[1] ?? 0) + (to[1] ?? 0)) / 2] as const, stroke: shape },
    ];
  });
  return numbers.map(({ text, box }) => {
    const middle = middleOf(box);
    const nearest = rules
      .filter(rule => rule.stroke.stroke === inkOfNumbers)
      .toSorted((one, other) => distance(one.middle, middle) - distance(other.middle, middle))[0];
    if (nearest === undefined) throw new Error(`page ${text} has no rule`);
    const [dx, dy] = [middle[0] - nearest.middle[0], middle[1] - nearest.middle[1]];
    const length = Math.hypot(dx, dy);
    return { number: Number(text), middle, up: [Math.round(dx / length) + 0, Math.round(dy / length) + 0] };
  });
}

const inkOfNumbers = '#26221d';

export function middleOf({ left, top, right, bottom }: Box): Point {
  return [(left + right) / 2, (top + bottom) / 2];
}

/** The words of a drawing, in the order in which they are drawn. */
export function drawnWords({ shapes }: Drawing): string[] {
  return shapes.flatMap(shape => (shape.type === 'lettering' ? [shape.text] : []));
}

function size({ left, top, right, bottom }: Box): number {
  return Math.max(right - left, bottom - top);
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}
