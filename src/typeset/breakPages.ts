import type { GalleyLine } from './galley.ts';

/** A page's share of a galley: lines from `start` up to, not including, `end`. */
export interface PageRange {
  readonly start: number;
  readonly end: number;
}

export interface PageSpec {
  readonly heightPt: number;
  readonly gridPt: number;
}

/** Costs of what a page may suffer from; only their order of size matters. */
const cost = {
  /** The square of every line a page ends short of the last grid line. */
  missingLine: 20,
  /** A page that ends inside a word: a reader would turn the leaf to finish it. */
  dividedWord: 600,
  /** A chapter's last page, for every line it has less than {@link fewestLastLines}. */
  shortLastPage: 150,
  /** A paragraph's first line alone at the foot of a page. */
  orphan: 4_000,
  /** A paragraph's last line alone at the head of a page. */
  widow: 8_000,
  /** A heading or a scene break torn from what follows it. */
  torn: 40_000,
} as const;

const fewestLastLines = 5;

/** Room for sums that are a hair's breadth too large. */
const epsilonPt = 0.001;

/** Divides a galley into pages so that the sum of what they suffer is least: dynamic programming over the lines. */
export function breakPages(lines: readonly GalleyLine[], spec: PageSpec): PageRange[] {
  const count = lines.length;
  const best = new Float64Array(count + 1).fill(Infinity);
  const from = new Int32Array(count + 1);
  best[0] = 0;
  for (let start = 0; start < count; start++) {
    let bottomPt = 0;
    for (let end = start + 1; end <= count; end++) {
      const line = lines[end - 1];
      if (line === undefined) break;
      bottomPt = placeBelow(bottomPt, line, end - 1 === start, spec.gridPt) + line.heightPt;
      if (bottomPt > spec.heightPt + epsilonPt && end > start + 1) break;
      const total = (best[start] ?? Infinity) + pageCost(lines, start, end, bottomPt, spec);
      if (total < (best[end] ?? Infinity)) {
        best[end] = total;
        from[end] = start;
      }
    }
  }
  const pages: PageRange[] = [];
  for (let end = count; end > 0; end = from[end] ?? 0) pages.push({ start: from[end] ?? 0, end });
  return pages.reverse();
}

/** Where the top of a line comes to stand below `bottomPt`, both from the top of the text block. */
export function placeBelow(bottomPt: number, line: GalleyLine, isFirst: boolean, gridPt: number): number {
  const spacePt = isFirst && !line.keepsSpaceAtTop ? 0 : line.spaceBeforePt;
  const topPt = bottomPt + spacePt;
  return line.snapsToGrid ? Math.max(Math.ceil((topPt - epsilonPt) / gridPt), 0) * gridPt : topPt;
}

function pageCost(lines: readonly GalleyLine[], start: number, end: number, bottomPt: number, spec: PageSpec): number {
  const next = lines[end];
  if (next === undefined) {
    return start === 0 ? 0 : Math.max(0, fewestLastLines - (end - start)) * cost.shortLastPage;
  }
  const missing = Math.max(0, Math.floor((spec.heightPt - bottomPt) / spec.gridPt + epsilonPt));
  return missing * missing * cost.missingLine + breakCost(lines[end - 1], next);
}

function breakCost(last: GalleyLine | undefined, next: GalleyLine): number {
  if (last === undefined) return 0;
  let sum = last.keepsWithNext ? cost.torn : 0;
  if (endsInsideWord(last, next)) sum += cost.dividedWord;
  const isInsideBlock = next.indexInBlock > 0;
  if (isInsideBlock && last.indexInBlock === 0) sum += cost.orphan;
  if (isInsideBlock && next.indexInBlock === next.blockLength - 1) sum += cost.widow;
  return sum;
}

/** Every line that ends between two words ends in a space. */
function endsInsideWord(last: GalleyLine, next: GalleyLine): boolean {
  return next.indexInBlock > 0 && last.line.runs.at(-1)?.text.endsWith(' ') === false;
}
