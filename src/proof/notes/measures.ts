import { joint } from './noteText.ts';

const mmPt = 72 / 25.4;

/** Lengths as a ruler shows them, to half a millimetre: `3.5 mm`, `54 and 162 mm`. */
export function millimetres(...lengthsPt: readonly number[]): string {
  return listed(lengthsPt.map(length => String(Math.round((length / mmPt) * 2) / 2))) + joint + 'mm';
}

/** A leaf or a sheet by its sides, in both units: `140 × 216 mm (5.5 × 8.5 in)`. */
export function sidesInBoth([width, height]: readonly [number, number]): string {
  const mm = [width, height].map(side => Math.round(side / mmPt)).join(' × ');
  const inches = [width, height].map(side => Math.round((side / 72) * 100) / 100).join(' × ');
  return `${mm} mm (${inches} in)`;
}

/** `1 sheet`, `3 sheets`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(things: readonly string[]): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} and ${last}`;
}
