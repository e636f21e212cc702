import { parseLengthPt, unitOf } from './lengthPt.ts';

/** Without a unit, sides are inches when they are smaller than this: no page and no sheet has so few points. */
const fewestPoints = 30;

/** Matches `6x9in`, `148 × 210 mm`, `5.5"x8.5"`, `396x612`; not `A5`, `6x`, `-6x9`. */
const twoLengths = /^([\d.]+\s*[a-z"″]*)\s*[x×*]\s*([\d.]+\s*[a-z"″]*)$/i;

/** Width and height in points of what is written as two lengths: `6x9in`, `148x210mm`, `396x612`; `null` for what is not. */
export function parseSidesPt(text: string): readonly [width: number, height: number] | null {
  const [, width = '', height = ''] = twoLengths.exec(text.trim()) ?? [];
  // In `6x9in` the unit at the end is that of both.
  const unit =
    unitOf(height) ?? unitOf(width) ?? (Math.max(Number(width), Number(height)) < fewestPoints ? 'in' : 'pt');
  const sides = [parseLengthPt(width, unit), parseLengthPt(height, unit)] as const;
  return sides[0] === null || sides[1] === null ? null : [roundPt(sides[0]), roundPt(sides[1])];
}

/** To a hundredth of a point, so that sizes told in different units are the same. */
export function roundPt(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Sides in millimetres, for those who read: `148 × 210 mm`. */
export function describeSides(sidesPt: readonly [width: number, height: number]): string {
  return `${sidesPt.map(side => Math.round(((side * 25.4) / 72) * 10) / 10).join(' × ')} mm`;
}
