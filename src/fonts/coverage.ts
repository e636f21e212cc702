import type { FontFace } from './fontFace.ts';

/** Code points that need no glyph of their own: joiners, variation selectors, tags, soft hyphen, direction marks. */
const invisible =
  /^(?:\u00ad|\u034f|\u061c|\p{Variation_Selector}|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}])$/u;

/** Spaces of odd widths, which HarfBuzz makes from the space of any face. Not the space of Ogham, which is drawn. */
const oddSpace = /^[\u00a0\u2000-\u200a\u202f\u205f\u3000]$/;

const space = 0x20;

/** What HarfBuzz sets with the glyph of another character: a hyphen that does not break by one that does. */
const standIns: ReadonlyMap<number, number> = new Map([[0x2011, 0x2010]]);

/**
 * Whether a face can set all of a text. Letters with accents count as one character or as letter and accents, however they
 * are written: HarfBuzz puts them together and takes them apart as the face needs it.
 */
export function coversText(face: FontFace, text: string): boolean {
  return (
    coversAll(face, text) || (hasMarks.test(text) && (coversAll(face, text.normalize('NFC')) || coversAll(face, text.normalize('NFD'))))
  );
} // prettier-ignore

/** Matches `é` and `e\u0301`; not `a`, `1`. */
const hasMarks = /[^\u0000-\u007f]/;

function coversAll(face: FontFace, text: string): boolean {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (!face.covers(codePoint) && !isStoodIn(face, character, codePoint)) return false;
  }
  return true;
}

function isStoodIn(face: FontFace, character: string, codePoint: number): boolean {
  if (invisible.test(character)) return true;
  const other = oddSpace.test(character) ? space : standIns.get(codePoint);
  return other !== undefined && face.covers(other);
}
