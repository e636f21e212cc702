import type { Color } from './drawing.ts';

/** The colour a share of the way from one to another; 0 is the first, 1 the second. */
export function mixColors(first: Color, second: Color, share: number): Color {
  const from = channels(first);
  const to = channels(second);
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? value) - value) * share));
  return '#' + mixed.map(value => value.toString(16).padStart(2, '0')).join('');
}

/**
 * How well one colour can be read on the other, from 1 (the same) to 21 (black on white).
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastRatio(first: Color, second: Color): number {
  const luminances = [relativeLuminance(first), relativeLuminance(second)];
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
}

/** The contrast that lettering needs on what lies under it (WCAG 2.2, 1.4.3). */
export const readableContrast = 4.5;

/** The first of the inks that can be read on all of the grounds; else the one read best, made lighter or darker until it can. */
export function readableInk(grounds: readonly Color[], inks: readonly [Color, ...Color[]]): Color {
  const least = (ink: Color): number => Math.min(...grounds.map(ground => contrastRatio(ink, ground)));
  const readable = inks.find(ink => least(ink) >= readableContrast);
  if (readable !== undefined) return readable;
  const [ink] = inks;
  const end = least('#ffffff') > least('#000000') ? '#ffffff' : '#000000';
  for (let share = 0.1; share < 1; share += 0.1) {
    const mixed = mixColors(ink, end, share);
    if (least(mixed) >= readableContrast) return mixed;
  }
  return end;
}

function relativeLuminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map(value => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: Color): number[] {
  return [1, 3, 5].map(start => Number.parseInt(color.slice(start, start + 2), 16));
}
