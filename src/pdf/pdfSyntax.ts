/**
 * How PDF writes numbers and strings (ISO 32000-1, 7.3). Strings of this room hold one byte a character, as content streams
 * and objects do.
 */

/** A number as PDF writes it, without an exponent or a negative zero. */
export function formatNumber(value: number, decimals: number): string {
  const scale = 10 ** decimals;
  const rounded = Math.round(value * scale) / scale;
  return String(rounded === 0 ? 0 : rounded);
}

/** A length in hundredths of a point, a whole number, as PDF writes it in points: `1250` → `12.5`. */
export function formatHundredths(hundredths: number): string {
  if (hundredths < 0) return `-${formatHundredths(-hundredths)}`;
  // A page has some thousand places; each is written out once.
  return (knownHundredths[hundredths] ??= String(hundredths / 100));
}

const knownHundredths: string[] = [];

/** A point's length in hundredths. */
export function toHundredths(lengthPt: number): number {
  return Math.round(lengthPt * 100);
}

/** Bytes, one a character, as they stand between the parentheses of a string. */
export function escapeBytes(bytes: string): string {
  return bytes.replace(escaped, character => (character === '\r' ? '\\r' : `\\${character}`));
}

/** A carriage return would be read as a line feed. Matches `(`; does not match `a`. */
const escaped = /[()\\\r]/g;

/** Text for people, `(A title)`: as it is where it is plain ASCII, else in UTF-16 (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): string {
  if (plainAscii.test(text)) return `(${escapeBytes(text)})`;
  let bytes = '\u00fe\u00ff';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return `(${escapeBytes(bytes)})`;
}

/** Matches `A title`; does not match `Été` or a line feed. */
const plainAscii = /^[ -~]*$/;
