/**
 * How far a character at a line's edge may stand out into the margin, as a share of its width. Small marks hang so that the
 * edge looks straight; the shares follow those of the microtype package (https://ctan.org/pkg/microtype), rounded.
 */
const atLineEnd: Readonly<Record<string, number>> = {
  '-': 0.6, '\u2010': 0.6, '.': 0.6, ',': 0.6, ';': 0.35, ':': 0.35, '!': 0.15, '?': 0.15,
  '’': 0.6, '”': 0.5, "'": 0.6, '"': 0.5, '»': 0.3, '›': 0.3, '–': 0.25, '—': 0.15, '…': 0.15, ')': 0.1, '*': 0.3,
}; // prettier-ignore

/** Marks that fill half of their square stand with it outside, so that the other half is cut off: W3C's "Requirements for Chinese Text Layout", 3.1.6. */
const halfSquareAtEnd = new Set('、。，．」』）】》〉〕｝：；');
const halfSquareAtStart = new Set('「『（【《〈〔｛');
const halfSquare = 0.5;

const atLineStart: Readonly<Record<string, number>> = {
  '‘': 0.6, '“': 0.5, "'": 0.6, '"': 0.5, '«': 0.3, '‹': 0.3, '‚': 0.5, '„': 0.4, '(': 0.1, '—': 0.1, '*': 0.3,
}; // prettier-ignore

/** The share of the character's width that hangs over the right edge. */
export function hangAtLineEnd(character: string): number {
  return atLineEnd[character] ?? (halfSquareAtEnd.has(character) ? halfSquare : 0);
}

/** The share of the character's width that hangs over the left edge. */
export function hangAtLineStart(character: string): number {
  return atLineStart[character] ?? (halfSquareAtStart.has(character) ? halfSquare : 0);
}
