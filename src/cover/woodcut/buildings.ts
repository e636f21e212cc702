import type { Color, Point, Shape } from '../../drawing/drawing.ts';
import { circleOutline, lens, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';

/** How far walls go down behind the ground, so that a house on a slope has no corner in the air. */
const foundation = 44;

/** The inks of a building. */
export interface BuildingInks {
  readonly wall: Color;
  readonly lamp: Color;
}

/** A small house, gable to the viewer's left, smoke from its chimney, light in its windows. `foot` is its middle below. */
export function houseShapes([x, y]: Point, width: number, inks: BuildingInks): Shape[] {
  const eaves = y - width * 0.36;
  const ridge = y - width * 0.74;
  const wall = polygon([
    [x - width * 0.5, y + foundation],
    [x - width * 0.5, eaves],
    [x - width * 0.3, ridge],
    [x + width * 0.42, ridge],
    [x + width * 0.56, eaves],
    [x + width * 0.5, eaves],
    [x + width * 0.5, y + foundation],
  ]);
  const chimney = rectangle(x + width * 0.2, ridge - width * 0.14, width * 0.1, width * 0.2);
  const panes = [
    ...windowPane(x - width * 0.3, eaves + width * 0.12, width * 0.11),
    ...windowPane(x + width * 0.04, eaves + width * 0.12, width * 0.11),
    ...windowPane(x + width * 0.3, eaves + width * 0.12, width * 0.11),
  ];
  return [
    { type: 'path', steps: [...wall, ...chimney], fill: inks.wall, opacity: 1 },
    { type: 'path', steps: panes, fill: inks.lamp, opacity: 1 },
  ];
}

/** A chapel: nave and a spire. */
export function chapelShapes([x, y]: Point, width: number, inks: BuildingInks): Shape[] {
  const eaves = y - width * 0.32;
  const tower = width * 0.13;
  const towerX = x - width * 0.38;
  const body = [
    ...polygon([
      [towerX, y + foundation],
      [towerX, eaves],
      [x - width * 0.2, y - width * 0.62],
      [x + width * 0.42, y - width * 0.62],
      [x + width * 0.5, eaves],
      [x + width * 0.5, y + foundation],
    ]),
    ...polygon([
      [towerX - tower, y + foundation],
      [towerX - tower, y - width * 0.86],
      [towerX - tower * 1.25, y - width * 0.86],
      [towerX, y - width * 1.62],
      [towerX + tower * 1.25, y - width * 0.86],
      [towerX + tower, y - width * 0.86],
      [towerX + tower, y + foundation],
    ]),
  ];
  const panes = [
    ...windowPane(towerX, y - width * 0.62, width * 0.075),
    ...[0, 0.18, 0.36].flatMap(shift =>
      windowPane(x - width * 0.08 + shift * width, eaves + width * 0.1, width * 0.07),
    ),
  ];
  return [
    { type: 'path', steps: body, fill: inks.wall, opacity: 1 },
    { type: 'path', steps: panes, fill: inks.lamp, opacity: 1 },
  ];
}

/** A lighthouse whose lamp shines as far as `reach` to either side. `foot` is the middle of its base. */
export function lighthouseShapes(
  [x, y]: Point,
  height: number,
  reach: { readonly left: number; readonly right: number },
  inks: BuildingInks,
): Shape[] {
  const half = height * 0.1;
  const gallery = y - height * 0.76;
  const lantern: Point = [x, gallery - height * 0.07];
  const tower = polygon([
    [x - half, y + foundation],
    [x - half * 0.66, gallery],
    [x + half * 0.66, gallery],
    [x + half, y + foundation],
  ]);
  const top = [
    ...rectangle(x - half * 0.95, gallery - height * 0.015, half * 1.9, height * 0.03),
    ...polygon([
      [x - half * 0.72, gallery - height * 0.13],
      [x, gallery - height * 0.24],
      [x + half * 0.72, gallery - height * 0.13],
    ]),
    ...rectangle(x - half * 0.56, gallery - height * 0.14, half * 0.16, height * 0.14),
    ...rectangle(x + half * 0.4, gallery - height * 0.14, half * 0.16, height * 0.14),
  ];
  const glass = rectangle(x - half * 0.46, gallery - height * 0.13, half * 0.92, height * 0.12);
  return [
    beam(lantern, -reach.left, inks.lamp),
    beam(lantern, reach.right, inks.lamp),
    { type: 'path', steps: glass, fill: inks.lamp, opacity: 1 },
    { type: 'path', steps: [...tower, ...top], fill: inks.wall, opacity: 1 },
  ];
}

/** A wedge of light to the left (negative reach) or the right that has faded at its end. */
function beam([x, y]: Point, reach: number, color: Color): Shape {
  const spread = Math.abs(reach) * 0.07;
  const steps = polygon([
    [x, y - 3],
    [x + reach, y - spread],
    [x + reach, y + spread],
    [x, y + 3],
  ]);
  const stops = [
    { offset: 0, color, opacity: 0.8 },
    { offset: 1, color, opacity: 0 },
  ];
  return { type: 'path', steps, fill: { type: 'linearGradient', from: [x, y], to: [x + reach, y], stops }, opacity: 1 };
}

/** A small boat under sail; `waterline` is the middle of its hull on the water. */
export function boatShapes(
  [x, y]: Point,
  length: number,
  inks: { readonly hull: Color; readonly sail: Color },
): Shape[] {
  const mast = x + length * 0.04;
  const sails: PathStep[] = [
    { type: 'M', values: [mast - length * 0.03, y - length * 1.12] },
    { type: 'Q', values: [mast - length * 0.16, y - length * 0.5, mast - length * 0.5, y - length * 0.2] },
    { type: 'L', values: [mast - length * 0.03, y - length * 0.2] },
    { type: 'Z', values: [] },
    { type: 'M', values: [mast + length * 0.04, y - length * 0.98] },
    { type: 'Q', values: [mast + length * 0.3, y - length * 0.5, mast + length * 0.4, y - length * 0.2] },
    { type: 'L', values: [mast + length * 0.04, y - length * 0.2] },
    { type: 'Z', values: [] },
  ];
  const body: PathStep[] = [
    { type: 'M', values: [x - length * 0.56, y - length * 0.13] },
    { type: 'Q', values: [x - length * 0.42, y + length * 0.07, x - length * 0.2, y + length * 0.07] },
    { type: 'L', values: [x + length * 0.26, y + length * 0.07] },
    { type: 'Q', values: [x + length * 0.46, y + length * 0.05, x + length * 0.58, y - length * 0.15] },
    { type: 'Z', values: [] },
    ...rectangle(mast - length * 0.012, y - length * 1.16, length * 0.024, length * 1.1),
  ];
  // The sail's light on the water, broken by waves.
  const reflection = [0.2, 0.33, 0.5, 0.7].flatMap((drop, index) => {
    const half = length * (0.34 - 0.06 * index);
    return lens(mast - half * 1.1, mast + half * 0.8, y + length * drop, 7);
  });
  return [
    { type: 'path', steps: reflection, fill: inks.sail, opacity: 0.55 },
    { type: 'path', steps: sails, fill: inks.sail, opacity: 1 },
    { type: 'path', steps: body, fill: inks.hull, opacity: 1 },
  ];
}

function windowPane(x: number, y: number, width: number): PathStep[] {
  return [...rectangle(x - width / 2, y, width, width * 1.35), ...circleOutline([x, y], width / 2)];
}

function rectangle(left: number, top: number, width: number, height: number): PathStep[] {
  return polygon([
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
  ]);
}
