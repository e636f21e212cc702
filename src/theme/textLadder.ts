/** The size of running text and the distance of its lines, in points. */
export interface TextSize {
  readonly bodySizePt: number;
  readonly leadingPt: number;
}

/** Sizes and leadings go by quarters of a point. */
const stepPt = 0.25;

/** Lines closer than this, as a share of the size, are hard to follow. */
const tightestLeading = 1.15;

/**
 * Sizes of text around one, loosest first: each takes less room than the one before. The leading keeps its proportion to the
 * size, or is a quarter of a point less or more.
 * @param usual is in the list, wherever the bounds are
 */
export function textLadder(usual: TextSize, smallestPt: number, largestPt: number): readonly TextSize[] {
  const share = usual.leadingPt / usual.bodySizePt;
  const rungs = new Map<string, TextSize>([[keyOf(usual), usual]]);
  for (let size = Math.ceil(smallestPt / stepPt) * stepPt; size <= largestPt + 1e-6; size += stepPt) {
    const leading = Math.round((size * share) / stepPt) * stepPt;
    for (const leadingPt of [leading - stepPt, leading, leading + stepPt]) {
      const rung = { bodySizePt: size, leadingPt };
      if (leadingPt >= size * tightestLeading && !rungs.has(keyOf(rung))) rungs.set(keyOf(rung), rung);
    }
  }
  return looserFirst([...rungs.values()], usual);
}

function keyOf({ bodySizePt, leadingPt }: TextSize): string {
  return `${bodySizePt}/${leadingPt}`;
}

/** Of rungs that take much the same room the one nearest to the usual text is kept, so that each step down saves some. */
function looserFirst(rungs: readonly TextSize[], usual: TextSize): readonly TextSize[] {
  const area = ({ bodySizePt, leadingPt }: TextSize): number => bodySizePt * leadingPt;
  const distance = (rung: TextSize): number =>
    Math.abs(rung.bodySizePt - usual.bodySizePt) + Math.abs(rung.leadingPt - usual.leadingPt);
  const kept: TextSize[] = [];
  for (const rung of rungs.toSorted((one, other) => area(other) - area(one))) {
    const last = kept.at(-1);
    if (last === undefined || area(last) / area(rung) > leastStep) kept.push(rung);
    else if (distance(rung) < distance(last)) kept[kept.length - 1] = rung;
  }
  return kept;
}

/** Less than a hundredth more room changes no number of pages that matters. */
const leastStep = 1.01;
