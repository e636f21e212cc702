import type { FontFace } from './fontFace.ts';

/** A stretch of text that one face can set. */
export interface FaceRun {
  readonly text: string;
  readonly face: FontFace;
  /** Grapheme clusters that no face of the chain covers; empty when all is well. */
  readonly missing: readonly string[];
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Code points that need no glyph of their own: joiners, variation selectors, soft hyphen, direction marks. */
const invisible =
  /^(?:\u00ad|\u034f|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\ufe0f|[\ufe00-\ufe0e])$/;

/**
 * Splits text by grapheme cluster over a chain of faces, the first that covers a whole cluster takes it. A cluster that
 * none covers stays with the first face and is named in `missing`.
 */
export function splitByFace(text: string, chain: readonly [FontFace, ...FontFace[]]): FaceRun[] {
  const [primary] = chain;
  if (isCovered(primary, text)) return [{ text, face: primary, missing: [] }];
  const runs: { text: string; face: FontFace; missing: string[] }[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const found = chain.find(face => isCovered(face, segment));
    const face = found ?? primary;
    const last = runs.at(-1);
    const run = last?.face === face ? last : { text: '', face, missing: [] };
    if (run !== last) runs.push(run);
    run.text += segment;
    if (found === undefined) run.missing.push(segment);
  }
  return runs;
}

function isCovered(face: FontFace, text: string): boolean {
  for (const character of text) {
    if (!face.covers(character.codePointAt(0) ?? 0) && !invisible.test(character)) return false;
  }
  return true;
}
