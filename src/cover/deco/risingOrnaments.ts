import type { Box, Point, Shape } from '../../drawing/drawing.ts';
import { bar, boxOutline, polar } from '../../drawing/lines.ts';
import { circleOutline, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { type DecoField, rayEnd, wedge } from './decoField.ts';

/** Wedges of enamel from a point to the edges of a box, a line of metal along the edge of each. */
function sunburst({ box, palette, metal }: DecoField, center: Point, count: number): Shape[] {
  const wedges: PathStep[] = [];
  const lines: PathStep[] = [];
  for (let index = 0; index < count; index += 1) {
    const from = -Math.PI + (index / count) * Math.PI;
    const to = from + Math.PI / count;
    if (index % 2 === 0) wedges.push(...wedge(center, from, to, box));
    if (index > 0) lines.push(...bar(center, rayEnd(center, from, box), 3));
  }
  return [
    { type: 'path', steps: wedges, fill: palette.enamel, opacity: 1 },
    { type: 'path', steps: lines, fill: metal, opacity: 1 },
  ];
}

/** A sun that stands on the foot of the field, in rings, with rays to the edges. */
export function sunriseShapes(field: DecoField): Shape[] {
  const { box, palette, metal, random } = field;
  const center: Point = [(box.left + box.right) / 2, box.bottom];
  const radius = Math.min((box.right - box.left) * 0.4, (box.bottom - box.top) * random.between(0.46, 0.6));
  const rings = random.pick([3, 4, 5]);
  const count = random.pick([13, 17, 21, 25]);
  const discs = Array.from({ length: rings }).flatMap((_, index): Shape[] => {
    const size = radius * (1 - index / rings);
    return [
      { type: 'path', steps: halfDisc(center, size), fill: metal, opacity: 1 },
      {
        type: 'path',
        steps: halfDisc(center, size - radius * 0.035),
        fill: index % 2 === 0 ? palette.ground : palette.enamel,
        opacity: 1,
      },
    ];
  });
  const petals = random.chance(0.6) ? fanRibs(center, radius * 0.965, radius * (1 - 1 / rings), count * 2) : [];
  return [
    ...sunburst(field, center, count),
    ...discs,
    { type: 'path', steps: [...petals, ...halfDisc(center, radius / rings / 1.6)], fill: metal, opacity: 1 },
  ];
}

function halfDisc([x, y]: Point, radius: number): PathStep[] {
  const handle = radius * 0.5523;
  return [
    { type: 'M', values: [x - radius, y] },
    { type: 'C', values: [x - radius, y - handle, x - handle, y - radius, x, y - radius] },
    { type: 'C', values: [x + handle, y - radius, x + radius, y - handle, x + radius, y] },
    { type: 'Z', values: [] },
  ];
}

function fanRibs(center: Point, outer: number, inner: number, count: number): PathStep[] {
  return Array.from({ length: count - 1 }).flatMap((_, index) => {
    const angle = -Math.PI + ((index + 1) / count) * Math.PI;
    return bar(polar(center, inner, angle), polar(center, outer, angle), 3);
  });
}

/** A tower with setbacks and its lesser neighbours, before rays from behind its spire. */
export function towerShapes(field: DecoField): Shape[] {
  const { box, palette, metal, random } = field;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const middle = (box.left + box.right) / 2;
  const rayHeart: Point = [middle, box.bottom - height * random.between(0.3, 0.5)];
  const wide = { ...field, box };
  const sides = random.pick([1, 2]);
  const neighbours = Array.from({ length: sides * 2 }).flatMap((_, index) => {
    const rank = Math.floor(index / 2) + 1;
    const aside = (index % 2 === 0 ? -1 : 1) * width * (0.06 + 0.15 * rank);
    return building(middle + aside, width * (0.2 - 0.02 * rank), height * (0.52 - 0.13 * rank), box.bottom, 2, field);
  });
  const tiers = random.pick([4, 5, 6]);
  return [
    ...sunburst(wide, rayHeart, random.pick([17, 21, 25])),
    { type: 'path', steps: boxOutline({ ...box, top: rayHeart[1] }), fill: palette.ground, opacity: 1 },
    ...neighbours,
    ...building(middle, width * random.between(0.26, 0.34), height * 0.8, box.bottom, tiers, field),
    { type: 'path', steps: spire(middle, box.bottom - height * 0.8, height * 0.14, width), fill: metal, opacity: 1 },
  ];
}

/** Tiers that grow narrower upwards; each has its edges and its upright lines in metal. */
function building(
  middle: number,
  width: number,
  height: number,
  foot: number,
  tiers: number,
  { palette, metal }: DecoField,
): Shape[] {
  return Array.from({ length: tiers }).flatMap((_, index): Shape[] => {
    // The narrow tiers stand behind the wide ones and reach higher.
    const tier = tiers - 1 - index;
    const half = (width / 2) * (1 - tier / (tiers + 0.6));
    const top = foot - height * (0.42 + 0.58 * ((tier + 1) / tiers) ** 0.8);
    const body: Box = { left: middle - half, right: middle + half, top, bottom: foot };
    const count = Math.max(1, Math.round(half / 13));
    const lines = Array.from({ length: count }).flatMap((__, line) => {
      const x = body.left + ((line + 1) * (2 * half)) / (count + 1);
      return bar([x, top + 18], [x, foot], 3);
    });
    const edge = [
      ...bar([body.left, foot], [body.left, top], 5),
      ...bar([body.right, foot], [body.right, top], 5),
      ...bar([body.left - 2.5, top], [body.right + 2.5, top], 7),
    ];
    return [
      { type: 'path', steps: boxOutline(body), fill: tier % 2 === 0 ? palette.enamel : palette.ground, opacity: 1 },
      { type: 'path', steps: [...edge, ...lines], fill: metal, opacity: 1 },
    ];
  });
}

function spire(middle: number, foot: number, height: number, width: number): PathStep[] {
  const half = width * 0.014;
  return [
    ...polygon([
      [middle - half, foot],
      [middle, foot - height],
      [middle + half, foot],
    ]),
    ...circleOutline([middle, foot - height * 0.52], half * 1.5),
  ];
}

/** A fountain: jets side by side that rise, bend outwards in nested arches and fall in drops, tier over tier. */
export function fountainShapes(field: DecoField): Shape[] {
  const { box, palette, metal, random } = field;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const middle = (box.left + box.right) / 2;
  const jets = random.pick([4, 5, 6]);
  const gap = width * 0.026;
  const shapes: Shape[] = [...sunburst(field, [middle, box.bottom], random.pick([15, 19]))];
  const tiers = random.pick([2, 3]);
  for (let tier = tiers - 1; tier >= 0; tier -= 1) {
    const reach = (jets + 1.4) * gap;
    const aside = reach + gap * (0.7 + tier * 0.5);
    const spring = box.bottom - height * (0.2 + (0.5 * (tier + 1)) / tiers) + reach * 0.5;
    const fall = height * (0.1 + 0.05 * (tiers - tier));
    for (const side of [-1, 1])
      shapes.push(
        ...plume([middle + side * aside, spring], side, { jets, gap, fall, foot: box.bottom }, palette.ground, metal),
      );
  }
  const base = basin(middle, box.bottom, width * 0.3, height * 0.11);
  return [
    ...shapes,
    { type: 'path', steps: base.body, fill: palette.ground, opacity: 1 },
    { type: 'path', steps: base.lines, fill: metal, opacity: 1 },
  ];
}

function plume(
  [x, y]: Point,
  side: number,
  size: { readonly jets: number; readonly gap: number; readonly fall: number; readonly foot: number },
  ground: string,
  metal: DecoField['metal'],
): Shape[] {
  const { jets, gap, fall, foot } = size;
  const shapes: Shape[] = [];
  for (let jet = jets; jet >= 1; jet -= 1) {
    const radius = jet * gap;
    const drop = y + fall * (0.45 + (0.55 * jet) / jets);
    const thickness = gap * 0.5;
    const ends = { drop: drop + gap * 0.61, innermost: y + fall * 0.45 + gap * 0.61, foot };
    shapes.push({
      type: 'path',
      steps: arch([x, y], radius + thickness / 2 + gap * 0.25, side, ends),
      fill: ground,
      opacity: 1,
    });
    // The drop is a shape of its own: in one with a jet that runs the other way round it would be a hole.
    for (const steps of [
      archBand([x, y], radius, thickness, side, drop, foot),
      circleOutline([x + side * radius, drop], gap * 0.36),
    ]) {
      shapes.push({ type: 'path', steps, fill: metal, opacity: 1 });
    }
  }
  return shapes;
}

/** All under an arch whose inner leg stands on the foot and whose outer leg ends higher; between them it rises as drops do. */
function arch(
  [x, y]: Point,
  radius: number,
  side: number,
  { drop, innermost, foot }: { readonly drop: number; readonly innermost: number; readonly foot: number },
): PathStep[] {
  return polygon([
    [x - side * radius, foot],
    ...archLine([x, y], radius, side),
    [x + side * radius, drop],
    [x, innermost],
    [x, foot],
  ]);
}

function archBand(
  [x, y]: Point,
  radius: number,
  thickness: number,
  side: number,
  drop: number,
  foot: number,
): PathStep[] {
  const outer: Point[] = [
    [x - side * (radius + thickness / 2), foot],
    ...archLine([x, y], radius + thickness / 2, side),
    [x + side * (radius + thickness / 2), drop],
  ];
  const inner: Point[] = [
    [x - side * (radius - thickness / 2), foot],
    ...archLine([x, y], radius - thickness / 2, side),
    [x + side * (radius - thickness / 2), drop],
  ];
  return polygon([...outer, ...inner.reverse()]);
}

function archLine(center: Point, radius: number, side: number): Point[] {
  return Array.from({ length: 25 }, (_, index) => {
    const turn = (index / 24) * Math.PI;
    return polar(center, radius, side > 0 ? -Math.PI + turn : -turn);
  });
}

function basin(middle: number, foot: number, half: number, height: number): { body: PathStep[]; lines: PathStep[] } {
  const steps = 3;
  const body: PathStep[] = [];
  const lines: PathStep[] = [];
  for (let step = 0; step < steps; step += 1) {
    const wide = half * (1 - step * 0.24);
    const top = foot - ((step + 1) * height) / steps;
    body.push(...boxOutline({ left: middle - wide, right: middle + wide, top, bottom: top + height / steps }));
    lines.push(
      ...bar([middle - wide, top], [middle + wide, top], 6),
      ...bar([middle - wide, top + 12], [middle + wide, top + 12], 2.4),
    );
    lines.push(
      ...bar([middle - wide, top - 3], [middle - wide, top + height / steps], 5),
      ...bar([middle + wide, top - 3], [middle + wide, top + height / steps], 5),
    );
  }
  return { body, lines };
}
