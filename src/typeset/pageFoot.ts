import { placeBelow } from './breakPages.ts';
import type { Galley, GalleyLine } from './galley.ts';
import type { TypesetContext } from './typesetContext.ts';

/** The least blank between what stands at the head of a page and what stands at its foot, in grid lines. */
const leastBlankLines = 1;

/**
 * Puts lines at the foot of the page that the galley fills, below what stands there already. Changes nothing and returns
 * `false` where one page has no room for both.
 */
export function addAtFoot(context: TypesetContext, galley: Galley, foot: readonly GalleyLine[]): boolean {
  const { gridPt, textHeightPt } = context.geometry;
  const [first, ...others] = foot;
  if (first === undefined) return true;
  const sparePt = textHeightPt - columnHeight(galley.lines, gridPt) - columnHeight(foot, gridPt);
  if (sparePt < leastBlankLines * gridPt) return false;
  galley.keepLastWithNext();
  // A hair less than there is, so that no sum of fractions pushes the last line off the page.
  galley.lines.push({ ...first, spaceBeforePt: sparePt - 0.01, keepsSpaceAtTop: true }, ...others);
  return true;
}

/** Whether lines take no more than one page. */
export function fitsPage({ geometry }: TypesetContext, lines: readonly GalleyLine[]): boolean {
  return columnHeight(lines, geometry.gridPt) <= geometry.textHeightPt + 0.01;
}

/** The height of lines from the top of a page. */
function columnHeight(lines: readonly GalleyLine[], gridPt: number): number {
  let bottomPt = 0;
  lines.forEach((line, index) => {
    bottomPt = placeBelow(bottomPt, line, index === 0, gridPt) + line.heightPt;
  });
  return bottomPt;
}
