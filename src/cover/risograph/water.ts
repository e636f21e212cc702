import type { Box, Point } from '../../drawing/drawing.ts';
import { smoothThrough } from '../../drawing/curves.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';

/** All below a waving line, down to `bottom`; crests `length` apart. */
export function waterBelow(box: Box, y: number, height: number, length: number, phase: number): PathStep[] {
  const count = Math.ceil((box.right - box.left) / (length / 2)) + 4;
  const crest = Array.from({ length: count }, (_, index): Point => {
    return [box.left - length * phase + (index * length) / 2 - length / 4, y + (index % 2 === 0 ? height : -height)];
  });
  const [first, last] = [crest[0]?.[0] ?? 0, crest.at(-1)?.[0] ?? 0];
  return [
    ...smoothThrough(crest, 'M'),
    { type: 'L', values: [last, box.bottom] },
    { type: 'L', values: [first, box.bottom] },
    { type: 'Z', values: [] },
  ];
}
