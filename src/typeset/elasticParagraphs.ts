import type { ElasticParagraphs } from './breakPages.ts';
import type { GalleyLine } from './galley.ts';

/**
 * The most that every line may give so that a paragraph is a line longer or shorter, as shares of the measure: with nine
 * spaces a line, what its spaces and glyphs give when the line breaker still calls it decent.
 */
const mostStretch = 0.06;
const mostShrink = 0.035;

/** How much of its last line a paragraph that is a line longer should fill. */
const fillOfAddedLine = 0.12;

/** What a change costs when every line gives nothing, and how much more when each gives all: less than a fault, more than a short page. */
const leastCost = 60;
const addedCost = 240;

/** Guesses which paragraphs can be set with a line more or less, from how their lines are filled now. */
export function findElasticParagraphs(lines: readonly GalleyLine[]): ElasticParagraphs {
  const count = lines.length;
  const elastic = {
    longer: new Float64Array(count).fill(Infinity),
    shorter: new Float64Array(count).fill(Infinity),
    firstLine: new Int32Array(count).fill(-1),
  };
  lines.forEach((line, index) => {
    if (line.reset === null || line.indexInBlock !== line.blockLength - 1) return;
    const first = index - line.indexInBlock;
    let measurePt = 0;
    for (let each = first; each <= index; each++) measurePt = Math.max(measurePt, lines[each]?.line.endPt ?? 0);
    const fill = line.line.endPt / measurePt;
    elastic.firstLine[index] = first;
    elastic.longer[index] = costOf((1 - fill + fillOfAddedLine) / line.blockLength, mostStretch);
    elastic.shorter[index] = costOf(fill / (line.blockLength - 1), mostShrink);
  });
  return elastic;
}

function costOf(share: number, most: number): number {
  return share > most ? Infinity : leastCost + addedCost * (share / most) ** 2;
}

/** The lines of a paragraph, known by its last line, set anew with so many more; `null` where it cannot be set so. */
export function resetLines(lines: readonly GalleyLine[], lastLine: number, by: 1 | -1): readonly GalleyLine[] | null {
  const last = lines[lastLine];
  if (last?.reset == null) return null;
  const blockLength = last.blockLength + by;
  const set = last.reset(blockLength);
  if (set === null) return null;
  const old = lines.slice(lastLine - last.indexInBlock, lastLine + 1);
  const names = old.flatMap(line => line.destinations);
  return set.map((line, index): GalleyLine => {
    const like = (index === set.length - 1 ? last : old[index === 0 ? 0 : 1]) ?? last;
    return { ...like, line, indexInBlock: index, blockLength, destinations: index === 0 ? names : [] };
  });
}
