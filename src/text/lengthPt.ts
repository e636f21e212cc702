/** Points in a unit of length; a point is 1/72 inch. */
const unitPt: Readonly<Record<string, number>> = {
  pt: 1,
  in: 72,
  '"': 72,
  '″': 72,
  mm: 72 / 25.4,
  cm: 720 / 25.4,
};

/** Matches `12`, `0.5in`, `18 mm`, `5.5"`; not `-3mm`, `1e9`, `12 px`. */
const lengthText = /^(\d{1,6}(?:\.\d{1,6})?)\s*(pt|in|mm|cm|"|″)?$/i;

/** Points of a length as people write it: `18mm`, `0.5in`, `12` for points; `null` for what is none. */
export function parseLengthPt(text: string, unitWithout = 'pt'): number | null {
  const match = lengthText.exec(text.trim());
  if (match === null) return null;
  const [, number = '', unit = unitWithout] = match;
  return Math.round(Number(number) * (unitPt[unit.toLowerCase()] ?? 1) * 1000) / 1000;
}

/** The unit that a length is written in, `mm` of `210mm`; `null` where it has none. */
export function unitOf(text: string): string | null {
  return lengthText.exec(text.trim())?.[2]?.toLowerCase() ?? null;
}
