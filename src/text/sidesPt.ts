import { parseLengthPt, unitOf } from './lengthPt.ts';

/** Without a unit, two sides are inches when they are smaller than this: no page or sheet has so few points. */
const fewestPoints = 30;

/** Matches `6x9in`, `148 × 210 mm`, `5.5"x8.5"`, `396x612`; not `A5`, `6x`, `-6x9`. */
const twoLengths = /^([\d.]+\s*[a-z"″]*)\s*[x×*]\s*([\d.]+\s*[a-z"″]*)$/i;

/** Width and height in points of a page or a sheet by its sides: `6x9in`, `148x210mm`, `396x612`; `null` for what is none. */
export function parseSidesPt(text: string): readonly [width: number, height: number] | null {
  const [, width = '', height = ''] = twoLengths.exec(text.trim()) ?? [];
  // In `6x9in` the unit at the end is that of both.
  const unit =
    unitOf(height) ?? unitOf(width) ?? (Math.max(Number(width), Number(height)) < fewestPoints ? 'in' : 'pt');
  const sides = [parseLengthPt(width, unit), parseLengthPt(height, unit)] as const;
  return sides[0] === null || sides[1] === null ? null : [hundredth(sides[0]), hundredth(sides[1])];
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
