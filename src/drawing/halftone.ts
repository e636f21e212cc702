import type { PathStep } from '../fonts/glyphOutline.ts';
import type { Box, Color, Point, StrokeShape } from './drawing.ts';

/** How much of the paper an ink covers at a place, from 0 (none) to 1 (all). */
export type Tone = (x: number, y: number) => number;

export interface HalftoneScreen {
  /** From the middle of a dot to that of its neighbour. */
  readonly pitch: number;
  /** Radians; each ink of a print has its own, so that dots stand in rosettes and not in stripes. */
  readonly angle: number;
  readonly ink: Color;
}

/**
 * A tone as dots of one ink that grow with it until they meet. Dots of about the same size are one stroke with round
 * ends and no length, which is the shortest way to say a dot in SVG and in PDF.
 */
export function halftoneDots(box: Box, { pitch, angle, ink }: HalftoneScreen, tone: Tone): StrokeShape[] {
  const sizes = Array.from({ length: dotSizes + 1 }, (): Point[] => []);
  for (const [x, y] of screenPoints(box, pitch, angle)) {
    const size = Math.round(Math.sqrt(Math.max(0, Math.min(1, tone(x, y)))) * dotSizes);
    if (size > 0) sizes[size]?.push([x, y]);
  }
  return sizes.flatMap((points, size): StrokeShape[] => {
    return inParts(points).map(part => dotStroke(part, (fullDot * pitch * size) / dotSizes, ink));
  });
}

/** Dots of one size. */
export function dotStroke(points: readonly Point[], widthUnits: number, stroke: Color): StrokeShape {
  const steps = points.flatMap((values): PathStep[] => [
    { type: 'M', values },
    { type: 'L', values },
  ]);
  return { type: 'stroke', steps, stroke, widthUnits, opacity: 1 };
}

/** Renderers look for crossings in each stroke on its own: many short ones are drawn in half the time of one long one. */
const dotsInStroke = 80;

function inParts(points: readonly Point[]): Point[][] {
  const count = Math.ceil(points.length / dotsInStroke);
  return Array.from({ length: count }, (_, index) => points.slice(index * dotsInStroke, (index + 1) * dotsInStroke));
}

/** As many sizes as an eye tells apart. */
const dotSizes = 12;

/** The width of a dot that leaves no paper between four of it, in pitches: the diagonal of a square. */
const fullDot = 1.42;

/** The points of a turned square grid within a box, row by row. */
function screenPoints(box: Box, pitch: number, angle: number): Point[] {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const reach = Math.ceil(Math.hypot(box.right - box.left, box.bottom - box.top) / 2 / pitch);
  const points: Point[] = [];
  for (let row = -reach; row <= reach; row += 1) {
    for (let column = -reach; column <= reach; column += 1) {
      const x = middleX + (column * cosine - row * sine) * pitch;
      const y = middleY + (column * sine + row * cosine) * pitch;
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) points.push([x, y]);
    }
  }
  return points;
}
