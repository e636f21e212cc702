/**
 * What makes a line bad, after D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981), with TeX's figures, but harder on
 * the ends of paragraphs.
 */

/** Added when two lines that follow each other both end in a hyphen. */
export const doubleHyphenDemerits = 10_000;
/** Added when the line before the last one of a paragraph ends in a hyphen. */
export const finalHyphenDemerits = 150_000;
/** Added when a tight line stands next to a loose one. */
export const fitnessDemerits = 5_000;
/** Added when a paragraph's last line is shorter than it should be. */
export const shortLastLineDemerits = 80_000;

/** No more hyphens than this under each other. */
export const maxHyphensInARow = 2;

/** Stretching (positive) or shrinking (negative) as a share of what there is; ±{@link impossibleRatio} when there is none. */
export function adjustmentRatio(missingPt: number, stretchPt: number, shrinkPt: number): number {
  if (missingPt > 0) return stretchPt > 0 ? missingPt / stretchPt : impossibleRatio;
  if (missingPt < 0) return shrinkPt > 0 ? missingPt / shrinkPt : -impossibleRatio;
  return 0;
}
export const impossibleRatio = 1e5;

/** 0 tight, 1 decent, 2 loose, 3 very loose. */
export function fitnessClass(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/** The demerits of a line by itself. */
export function ownDemerits(ratio: number, penalty: number): number {
  const size = Math.abs(ratio);
  const line = 10 + 100 * size * size * size;
  if (penalty >= 0) return line * line + penalty * penalty;
  return line * line;
}
