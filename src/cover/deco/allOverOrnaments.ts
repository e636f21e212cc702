import type { Point, Shape } from '../../drawing/drawing.ts';
import { bar, polar, ring } from '../../drawing/lines.ts';
import { circleOutline, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { DecoField } from './decoField.ts';

/** Fans in rows, each row over the one above it, like scales. */
export function fanShapes({ box, palette, metal, random }: DecoField): Shape[] {
  const across = random.pick([2, 3, 4]);
  const radius = (box.right - box.left) / across / 2;
  const rise = radius * random.pick(across === 4 ? [1] : [0.5, 1]);
  const kind = random.pick(['arcs', 'ribs', 'both'] as const);
  const shapes: Shape[] = [];
  const rows = Math.ceil((box.bottom - box.top + radius) / rise) + 1;
  for (let row = 0; row < rows; row += 1) {
    const y = box.top + row * rise;
    const discs: PathStep[] = [];
    const lines: PathStep[] = [];
    for (let column = -1; column <= across; column += 1) {
      const center: Point = [box.left + radius * (2 * column + (row % 2 === 0 ? 1 : 2)), y];
      discs.push(...circleOutline(center, radius));
      lines.push(...fanLines(center, radius, kind));
    }
    shapes.push({ type: 'path', steps: discs, fill: row % 2 === 0 ? palette.ground : palette.enamel, opacity: 1 });
    shapes.push({ type: 'path', steps: lines, fill: metal, opacity: 1 });
  }
  return shapes;
}

function fanLines(center: Point, radius: number, kind: 'arcs' | 'ribs' | 'both'): PathStep[] {
  const rim = ring(center, radius * 0.965, radius * 0.07);
  const arcs = [0.78, 0.62, 0.46, 0.3].flatMap(share => ring(center, radius * share, radius * 0.035));
  const ribs = Array.from({ length: 13 }).flatMap((_, index) => {
    const angle = -Math.PI + (index / 12) * Math.PI;
    return bar(polar(center, radius * 0.22, angle), polar(center, radius * 0.9, angle), radius * 0.03);
  });
  switch (kind) {
    case 'arcs':
      return [...rim, ...arcs, ...circleOutline(center, radius * 0.14)];
    case 'ribs':
      return [...rim, ...ribs, ...ring(center, radius * 0.22, radius * 0.05)];
    case 'both':
      return [...rim, ...ring(center, radius * 0.78, radius * 0.035), ...ribs, ...circleOutline(center, radius * 0.22)];
  }
}

/** Zigzags one under the other, thick and thin, that meet in the middle. */
export function chevronShapes({ box, palette, metal, random }: DecoField): Shape[] {
  const folds = random.pick([2, 4, 6]);
  const run = (box.right - box.left) / folds;
  const pitch = random.between(0.55, 1.1) * run * (folds === 2 ? 0.8 : 1);
  const period = random.between(130, 200);
  const bands: PathStep[] = [];
  const lines: PathStep[] = [];
  for (let y = box.top - pitch - period; y < box.bottom + period; y += period) {
    bands.push(...zigzag(box.left, run, folds, y, pitch, period * 0.34));
    for (const [at, thickness] of [
      [0.44, 7],
      [0.56, 2.6],
      [0.66, 2.6],
      [-0.1, 2.6],
    ] as const)
      lines.push(...zigzag(box.left, run, folds, y + period * at, pitch, thickness));
  }
  return [
    { type: 'path', steps: bands, fill: palette.enamel, opacity: 1 },
    { type: 'path', steps: lines, fill: metal, opacity: 1 },
  ];
}

function zigzag(left: number, run: number, folds: number, y: number, pitch: number, thickness: number): PathStep[] {
  const line = Array.from({ length: folds + 1 }, (_, index): Point => [
    left + index * run,
    y + (index % 2 === 0 ? pitch : 0),
  ]);
  return polygon([...line, ...line.map(([x, at]): Point => [x, at + thickness]).reverse()]);
}

/** A lattice of lozenges, each within a larger one, a boss where they cross. */
export function lozengeShapes({ box, palette, metal, random }: DecoField): Shape[] {
  const across = random.pick([2, 3, 4]);
  const width = (box.right - box.left) / across;
  const height = width * random.between(1.3, 1.8);
  const fields: PathStep[] = [];
  const lines: PathStep[] = [];
  const rows = Math.ceil(((box.bottom - box.top) / height) * 2) + 1;
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= across; column += 1) {
      const center: Point = [box.left + width * (column + (row % 2 === 0 ? 0.5 : 0)), box.top + (row * height) / 2];
      if (row % 2 === 0) fields.push(...lozenge(center, width, height, 0.86));
      for (const [outer, inner] of [
        [1, 0.94],
        [0.74, 0.71],
        [0.62, 0.59],
      ] as const)
        lines.push(...lozenge(center, width, height, outer), ...lozenge(center, width, height, inner, true));
      lines.push(...lozenge(center, width, height, 0.2));
    }
  }
  return [
    { type: 'path', steps: fields, fill: palette.enamel, opacity: 1 },
    { type: 'path', steps: lines, fill: metal, opacity: 1 },
  ];
}

function lozenge([x, y]: Point, width: number, height: number, share: number, isReversed = false): PathStep[] {
  const corners: Point[] = [
    [x, y - (height / 2) * share],
    [x + (width / 2) * share, y],
    [x, y + (height / 2) * share],
    [x - (width / 2) * share, y],
  ];
  return polygon(isReversed ? corners.reverse() : corners);
}

/** A fan of petals, for small sizes. */
export function fanMotif(center: Point, radius: number): PathStep[] {
  const petals = Array.from({ length: 7 }).flatMap((_, index) => {
    const angle = -Math.PI + ((index + 0.5) / 7) * Math.PI;
    const [left, right] = [angle - 0.17, angle + 0.17].map(side => polar(center, radius * 0.86, side));
    return polygon([
      polar(center, radius * 0.34, angle),
      left ?? center,
      polar(center, radius, angle),
      right ?? center,
    ]);
  });
  const heart = polygon(
    Array.from({ length: 13 }, (_, index) => polar(center, radius * 0.24, -Math.PI + (index / 12) * Math.PI)),
  );
  return [...petals, ...heart];
}
