import { insetBox } from '../../drawing/boxes.ts';
import type { Box, Point, Shape } from '../../drawing/drawing.ts';
import { boxOutline, boxRing, openLine, polar, ring } from '../../drawing/lines.ts';
import { circleOutline, placeOutline, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { MapPalette } from './palettes.ts';

/** A panel of paper on the map for lettering: its corners are cut out round, and a fine rule runs within. */
export function cartoucheShapes(box: Box, { paper, ink }: MapPalette): Shape[] {
  const notch = Math.min(30, (box.bottom - box.top) / 4);
  return [
    { type: 'path', steps: notched(box, notch), fill: paper, opacity: 1 },
    { type: 'stroke', steps: notched(insetBox(box, 9), notch), stroke: ink, widthUnits: 2.6, opacity: 1 },
    { type: 'stroke', steps: notched(insetBox(box, 16), notch), stroke: ink, widthUnits: 1, opacity: 1 },
  ];
}

function notched({ left, top, right, bottom }: Box, notch: number): PathStep[] {
  const handle = notch * 0.5523;
  return [
    { type: 'M', values: [left + notch, top] },
    { type: 'L', values: [right - notch, top] },
    { type: 'C', values: [right - notch, top + handle, right - handle, top + notch, right, top + notch] },
    { type: 'L', values: [right, bottom - notch] },
    { type: 'C', values: [right - handle, bottom - notch, right - notch, bottom - handle, right - notch, bottom] },
    { type: 'L', values: [left + notch, bottom] },
    { type: 'C', values: [left + notch, bottom - handle, left + handle, bottom - notch, left, bottom - notch] },
    { type: 'L', values: [left, top + notch] },
    { type: 'C', values: [left + handle, top + notch, left + notch, top + handle, left + notch, top] },
    { type: 'Z', values: [] },
  ];
}

/** Paper all over the cover but for a window, and around it a scale of degrees, black and white in turn. */
export function sheetShapes(window: Box, field: Box, palette: MapPalette): Shape[] {
  const depth = 13;
  const outer = insetBox(window, -depth);
  const hole = polygon([
    [window.left, window.top],
    [window.left, window.bottom],
    [window.right, window.bottom],
    [window.right, window.top],
  ]);
  return [
    { type: 'path', steps: [...boxOutline(field), ...hole], fill: palette.paper, opacity: 1 },
    { type: 'path', steps: ladder(window, depth), fill: palette.ink, opacity: 1 },
    { type: 'path', steps: [...boxRing(window, 2.4), ...boxRing(outer, 2.4)], fill: palette.ink, opacity: 1 },
  ];
}

function ladder({ left, top, right, bottom }: Box, depth: number): PathStep[] {
  const across = 2 * Math.round((right - left) / 100) + 1;
  const down = 2 * Math.round((bottom - top) / 100) + 1;
  const [width, height] = [(right - left) / across, (bottom - top) / down];
  const level = Array.from({ length: (across + 1) / 2 }).flatMap((_, index) => {
    const from = left + 2 * index * width;
    return [top - depth, bottom].flatMap(y =>
      boxOutline({ left: from, right: from + width, top: y, bottom: y + depth }),
    );
  });
  const upright = Array.from({ length: (down + 1) / 2 }).flatMap((_, index) => {
    const from = top + 2 * index * height;
    return [left - depth, right].flatMap(x =>
      boxOutline({ left: x, right: x + depth, top: from, bottom: from + height }),
    );
  });
  return [...level, ...upright];
}

/** Paper all over the cover but for a round window with a scale around it. */
export function roundelShapes(center: Point, radius: number, field: Box, palette: MapPalette): Shape[] {
  const hole = placeOutline(circleOutline([0, 0], radius), -1, 1, center);
  const depth = radius * 0.035;
  const rungs = Array.from({ length: 36 }).flatMap((_, index) => {
    const [from, to] = [index * 2, index * 2 + 1].map(share => (share / 72) * 2 * Math.PI);
    const along = [0, 0.5, 1].map(share => (from ?? 0) + ((to ?? 0) - (from ?? 0)) * share);
    return polygon([
      ...along.map(angle => polar(center, radius, angle)),
      ...along.reverse().map(angle => polar(center, radius + depth, angle)),
    ]);
  });
  return [
    { type: 'path', steps: [...boxOutline(field), ...hole], fill: palette.paper, opacity: 1 },
    {
      type: 'path',
      steps: [
        ...rungs,
        ...ring(center, radius, 2.4),
        ...ring(center, radius + depth, 2.4),
        ...ring(center, radius + depth * 2, 1.6),
      ],
      fill: palette.ink,
      opacity: 1,
    },
  ];
}

/** Meridians and parallels, straight and even. */
export function graticuleShape(window: Box, { ink }: MapPalette): Shape {
  const steps: PathStep[] = [];
  for (let x = 100; x < window.right; x += 200) {
    if (x > window.left)
      steps.push(
        ...openLine([
          [x, window.top],
          [x, window.bottom],
        ]),
      );
  }
  for (let y = 100; y < window.bottom; y += 200) {
    if (y > window.top)
      steps.push(
        ...openLine([
          [window.left, y],
          [window.right, y],
        ]),
      );
  }
  return { type: 'stroke', steps, stroke: ink, widthUnits: 1.2, opacity: 0.28 };
}
