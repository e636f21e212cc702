import type { Color } from './drawing.ts';
import type { Ornament } from './ornament.ts';

/**
 * An ornament as a standalone SVG file of one path. Kindle wants a `viewBox` of whole numbers that begins at 0 0, and knows
 * no style sheet inside of a drawing (Kindle Publishing Guidelines, "Use Supported SVG Tags and Elements").
 * @param heightPx its height where no style sheet gives it one
 */
export function ornamentToSvg({ widthUnits, heightUnits, steps }: Ornament, color: Color, heightPx: number): string {
  const widthPx = Math.max(1, Math.round((heightPx * widthUnits) / heightUnits));
  const data = steps.map(({ type, values }) => type + values.join(' ')).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthUnits} ${heightUnits}" width="${widthPx}" height="${heightPx}">
<path fill="${color}" d="${data}"/>
</svg>
`;
}
