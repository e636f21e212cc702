import { reversed } from '../../drawing/curves.ts';
import { boxOutline } from '../../drawing/lines.ts';
import type { Box, GroupShape, PathShape, Point, Shape } from '../../drawing/drawing.ts';
import { halftoneDots, type Tone } from '../../drawing/halftone.ts';
import { outlineBox } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { InkSet } from './inks.ts';

/** The drums of the press, by what their ink does in a picture. */
export type Drum = 'key' | 'warm' | 'light';

/** What one drum prints: shapes in its ink. */
export type Plates = Readonly<Record<Drum, readonly Shape[]>>;

/** Where a picture is printed, and with what. */
export interface Press {
  /** The part of the cover that the picture has to itself. */
  readonly box: Box;
  /** As far as its ground goes: to the edge of the bleed, or no further than the box. */
  readonly outer: Box;
  readonly inks: InkSet;
  /** A stream of numbers for the named part of the picture. */
  readonly random: (name: string) => SeededRandom;
}

/** An outline full of ink. */
export function solid(press: Press, drum: Drum, steps: readonly PathStep[]): PathShape {
  return { type: 'path', steps, fill: press.inks[drum], opacity: 1 };
}

/** An outline filled with dots. */
export function tint(press: Press, drum: Drum, steps: readonly PathStep[], tone: Tone, pitch = dotPitch): GroupShape {
  const ink = press.inks[drum];
  const around = clipBox(outlineBox(steps) ?? press.box, press.outer, pitch);
  const shapes = halftoneDots(around, { pitch, angle: screenAngles[drum], ink }, toneWithin(steps, pitch, tone));
  return { type: 'group', clip: steps, blend: 'normal', opacity: 1, shapes };
}

/**
 * The light ink's ground, and a disc of the warm ink on it. Over yellow the disc may be printed; over blue or green it would
 * turn to mud, so that its place is left free, and where the plates slip a sliver of paper shows.
 */
export function groundAround(press: Press, ground: Box, disc: readonly PathStep[]): PathStep[] {
  const [red, blue] = [1, 5].map(start => Number.parseInt(press.inks.light.slice(start, start + 2), 16));
  const isCool = (blue ?? 0) > (red ?? 0);
  return isCool ? [...boxOutline(ground), ...reversed(disc)] : boxOutline(ground);
}

/** Large enough to be seen as dots on a shelf's thumbnail of a hand's width, and few enough to be drawn at once. */
const dotPitch = 24;

function clipBox(box: Box, outer: Box, margin: number): Box {
  return {
    left: Math.max(box.left, outer.left) - margin,
    top: Math.max(box.top, outer.top) - margin,
    right: Math.min(box.right, outer.right) + margin,
    bottom: Math.min(box.bottom, outer.bottom) + margin,
  };
}

/** The tone, but for dots that lie wholly outside of straight sides and so would be drawn in vain. */
function toneWithin(steps: readonly PathStep[], reach: number, tone: Tone): Tone {
  if (steps.some(({ type }) => type === 'C' || type === 'Q') || steps.filter(({ type }) => type === 'M').length > 1)
    return tone;
  const corners = steps.flatMap(({ values: [x, y] }): Point[] => (x === undefined || y === undefined ? [] : [[x, y]]));
  const near = [0, 1, 2, 3, 4].map((quarter): Point => {
    const angle = (quarter * Math.PI) / 2;
    return quarter === 4 ? [0, 0] : [Math.cos(angle) * reach, Math.sin(angle) * reach];
  });
  return (x, y) => (near.some(([dx, dy]) => isWithin(corners, x + dx, y + dy)) ? tone(x, y) : 0);
}

/** Whether a ray to the right crosses an odd number of sides. */
function isWithin(corners: readonly Point[], x: number, y: number): boolean {
  let isInside = false;
  for (const [index, [fromX, fromY]] of corners.entries()) {
    const [toX, toY] = corners[(index + 1) % corners.length] ?? [fromX, fromY];
    if (fromY > y !== toY > y && x < fromX + ((toX - fromX) * (y - fromY)) / (toY - fromY)) isInside = !isInside;
  }
  return isInside;
}

/** Thirty degrees from each other, as printers turn their screens. */
const screenAngles: Readonly<Record<Drum, number>> = {
  key: Math.PI / 4,
  warm: Math.PI / 12,
  light: (5 * Math.PI) / 12,
};

/** A tone that goes evenly from one at the first point to another at the second. */
export function fade([fromX, fromY]: Point, [toX, toY]: Point, from: Tone | number, to: number): Tone {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const squared = alongX ** 2 + alongY ** 2;
  return (x, y) => {
    const share = Math.max(0, Math.min(1, ((x - fromX) * alongX + (y - fromY) * alongY) / squared));
    const start = typeof from === 'number' ? from : from(x, y);
    return start + (to - start) * share;
  };
}

/** A tone that goes from one at a centre to another at a distance from it. */
export function glow([centerX, centerY]: Point, radius: number, from: number, to: number): Tone {
  return (x, y) => from + (to - from) * Math.min(1, Math.hypot(x - centerX, y - centerY) / radius);
}

export function boxFrom(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

export interface Places {
  readonly width: number;
  readonly height: number;
  /** The lesser of both. */
  readonly unit: number;
  readonly at: (x: number, y: number) => Point;
}

/** The measures of a picture's box, and its places as shares of width and height. */
export function placesIn(box: Box): Places {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return {
    width,
    height,
    unit: Math.min(width, height),
    at: (x: number, y: number): Point => [box.left + x * width, box.top + y * height],
  };
}
