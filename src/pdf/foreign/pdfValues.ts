import { PDFArray, type PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';

/** The value of a key, wherever it stands; `undefined` where there is none, or it is of another kind than can be read. */
export function entry(dict: PDFDict, key: string): PDFObject | undefined {
  const value = dict.get(PDFName.of(key));
  return value === undefined ? undefined : dict.context.lookup(value);
}

/** A number; `null` for what is none. */
export function numberOf(value: PDFObject | undefined): number | null {
  if (!(value instanceof PDFNumber)) return null;
  const number = value.asNumber();
  return Number.isFinite(number) ? number : null;
}

/** A rectangle of a page, in its own units, counted from the bottom left. */
export interface PdfBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A rectangle by any two opposite corners (ISO 32000-1, 7.9.5); `null` for what is none, or has no area. */
export function boxOf(value: PDFObject | undefined): PdfBox | null {
  if (!(value instanceof PDFArray) || value.size() !== 4) return null;
  const numbers = [0, 1, 2, 3].map(index => numberOf(value.lookup(index)));
  const [x1 = null, y1 = null, x2 = null, y2 = null] = numbers;
  if (x1 === null || y1 === null || x2 === null || y2 === null) return null;
  return withArea({
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  });
}

/** What two rectangles share; `null` where they share nothing. */
export function sharedBox(first: PdfBox, second: PdfBox): PdfBox | null {
  return withArea({
    left: Math.max(first.left, second.left),
    bottom: Math.max(first.bottom, second.bottom),
    right: Math.min(first.right, second.right),
    top: Math.min(first.top, second.top),
  });
}

function withArea(box: PdfBox): PdfBox | null {
  return box.right > box.left && box.top > box.bottom ? box : null;
}
