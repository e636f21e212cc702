import type { LineContent, LineFit, LineSpec } from './composeLine.ts';
import type { WordSequence } from './inlineWords.ts';

/** What a line of ideographs can give. */
export interface LineJoints {
  readonly spaces: number;
  /** Glyphs in squares that are followed by another glyph. */
  readonly joints: number;
  /** What marks that share a square save; negative. */
  readonly kernPt: number;
}

export function countJoints({ words, gaps }: WordSequence, { firstWord, lastWord }: LineContent): LineJoints {
  let spaces = 0;
  let joints = 0;
  let kernPt = 0;
  for (let index = firstWord; index <= lastWord; index++) {
    const own = words[index]?.joints;
    if (own !== undefined) joints += index === lastWord ? own : own + 1;
    const gap = gaps[index];
    if (index === lastWord || gap === undefined || gap === 'hardBreak') continue;
    if (gap.jointPt === undefined) spaces++;
    else kernPt += gap.jointPt;
  }
  return { spaces, joints, kernPt };
}

/** Ideographs this many times as far apart as they should be at most are a hole: such a line stays ragged. */
const widestJoint = 5;

/** Settles what the spaces between words and the joints between ideographs take: each the share that it can give. */
export function fitJoints(
  glyphsPt: number,
  { spaces, joints, kernPt }: LineJoints,
  roomPt: number,
  { space, isLast, alignment }: LineSpec,
): LineFit {
  const naturalPt = glyphsPt + kernPt + spaces * space.widthPt;
  const missingPt = roomPt - naturalPt;
  const natural = { wordSpacePt: space.widthPt, expansion: 1, widthPt: naturalPt };
  if (missingPt < 0) {
    if (spaces === 0) return natural;
    const wordSpacePt = space.widthPt - Math.min(-missingPt / spaces, space.shrinkPt);
    return { ...natural, wordSpacePt, widthPt: glyphsPt + kernPt + spaces * wordSpacePt };
  }
  const givesPt = spaces * space.stretchPt + joints * space.jointStretchPt;
  const ratio = givesPt > 0 ? missingPt / givesPt : Infinity;
  if (isLast || alignment !== 'justify' || ratio > widestJoint) return natural;
  // Drawing writes thousandths of a point.
  const jointPt = Math.round(ratio * space.jointStretchPt * 1_000) / 1_000;
  return {
    wordSpacePt: space.widthPt + ratio * space.stretchPt,
    expansion: 1,
    jointPt,
    widthPt: roomPt,
  };
}
