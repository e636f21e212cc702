import type { FontFace } from './fontFace.ts';
import { shapeText } from './shape.ts';

/** How often each letter stands in a hundred letters of English prose (Lewand, Cryptological Mathematics, 2000). */
const letterShares: Readonly<Record<string, number>> = {
  e: 12.7, t: 9.06, a: 8.17, o: 7.51, i: 6.97, n: 6.75, s: 6.33, h: 6.09, r: 5.99, d: 4.25, l: 4.03, c: 2.78, u: 2.76,
  m: 2.41, w: 2.36, f: 2.23, g: 2.02, y: 1.97, p: 1.93, b: 1.49, v: 0.98, k: 0.77, j: 0.15, x: 0.15, q: 0.1, z: 0.07,
}; // prettier-ignore

/** The share of spaces among the characters of a novel, its words having some four and a half letters. */
const spaceShare = 0.18;

/** The narrowest and the widest fonts that text is read in. */
const narrowestEm = 0.25;
const widestEm = 0.65;

const known = new WeakMap<FontFace, number>();

/**
 * The average advance of a character in running text, in ems, spaces counted: what a line's length in characters is reckoned
 * by. Of EB Garamond 0.377; a whole novel set in it comes to 0.375.
 */
export function averageAdvanceEm(face: FontFace): number {
  let advance = known.get(face);
  if (advance === undefined) {
    advance = measure(face);
    known.set(face, advance);
  }
  return advance;
}

function measure(face: FontFace): number {
  const widthEm = (text: string): number => shapeText(face, text).width / 1000;
  const letters = Object.entries(letterShares);
  const shares = letters.reduce((sum, [, share]) => sum + share, 0);
  const letterEm = letters.reduce((sum, [letter, share]) => sum + share * widthEm(letter), 0) / shares;
  const averageEm = (1 - spaceShare) * letterEm + spaceShare * widthEm(' ');
  // A font of another script has no such letters, or boxes for them.
  return Math.min(Math.max(averageEm, narrowestEm), widestEm);
}
