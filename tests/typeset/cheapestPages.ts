import { type PageRange, type PageSpec, pageCost, placeBelow } from '../../src/typeset/breakPages.ts';
import { createFootnoteTable } from '../../src/typeset/footnoteTable.ts';
import type { GalleyLine } from '../../src/typeset/galley.ts';
import { createPageTable, fault } from '../../src/typeset/pageTable.ts';

interface Way {
  readonly start: number;
  readonly side: 'recto' | 'verso';
  /** Where the facing verso ends; `null` for a verso and where there is none. */
  readonly facing: number | null;
  readonly placed: number;
}

/** What the cheapest division of a short galley into pages costs, found by trying all. */
export function cheapestPages(lines: readonly GalleyLine[], spec: PageSpec): number {
  const pagesOf = createTrier(lines, spec);
  function cheapestFrom(way: Way): number {
    let best = Infinity;
    for (let end = way.start + 1; end <= lines.length; end++) {
      for (const page of pagesOf(way, end)) {
        best = Math.min(best, page.cost + (page.next === null ? 0 : cheapestFrom(page.next)));
      }
    }
    return best;
  }
  return cheapestFrom(firstWay(spec));
}

function firstWay({ firstSide = 'recto' }: PageSpec): Way {
  return { start: 0, side: firstSide, facing: null, placed: 0 };
}

/** What the pages that the breaker chose cost by the same reckoning. */
export function costOfRanges(lines: readonly GalleyLine[], spec: PageSpec, ranges: readonly PageRange[]): number {
  const pagesOf = createTrier(lines, spec);
  let way: Way | null = firstWay(spec);
  let sum = 0;
  for (const range of ranges) {
    if (way === null) break;
    const own: TriedPage | undefined = pagesOf(way, range.end).find(each => each.depth === range.depth);
    if (own === undefined) return Infinity;
    sum += own.cost;
    way = own.next;
  }
  return sum;
}

interface TriedPage {
  readonly cost: number;
  readonly depth: number | null;
  readonly next: Way | null;
}

function bottomOf(lines: readonly GalleyLine[], start: number, end: number, gridPt: number): number {
  return lines
    .slice(start, end)
    .reduce((bottomPt, line, index) => placeBelow(bottomPt, line, index === 0, gridPt) + line.heightPt, 0);
}

const short = (depth: number): number =>
  depth < 2 ? depth * pageCost.oneLineShort : depth * depth * pageCost.manyLinesShort;

/** Gives the pages that hold the lines from a way's start to `end`: one, or with notes one for each depth that they may stand at. */
function createTrier(lines: readonly GalleyLine[], spec: PageSpec): (way: Way, end: number) => TriedPage[] {
  const { heightPt, gridPt, noteGapPt = 0 } = spec;
  const table = createPageTable(lines);
  const notes = spec.footnotes == null ? null : createFootnoteTable(spec.footnotes);
  return (way, end) => {
    const { start, side, facing, placed } = way;
    const bottomPt = bottomOf(lines, start, end, gridPt);
    if (bottomPt > heightPt + 0.001 && end > start + 1) return [];
    const isDivided = ((table.faults[end] ?? 0) & fault.dividedWord) !== 0;
    let cost = table.breakCost[end] ?? 0;
    if (isDivided) cost += side === 'verso' ? pageCost.dividedFacing : pageCost.dividedOverLeaf;
    let notesEnd = placed;
    let notesPt = 0;
    if (notes !== null) {
      const required = notes.required[end] ?? 0;
      const roomPt = heightPt - bottomPt - noteGapPt;
      if (notes.heightOf(placed, required) <= roomPt + 0.001) notesEnd = required;
      else if (roomPt > 0) notesEnd = notes.fit(placed, required, Math.min(roomPt, (heightPt * 2) / 3));
      if (notesEnd > placed) notesPt = noteGapPt + notes.heightOf(placed, notesEnd);
      if (notesEnd < required) {
        cost += notes.beginnings(notesEnd, required) * pageCost.lateNote;
        cost += pageCost.dividedNote + (required - notesEnd) * pageCost.carriedNoteLine;
      }
      if (end === lines.length) cost += (notes.count - notesEnd) * pageCost.carriedNoteLine;
    }
    if (end === lines.length) {
      if (start > 0) cost += Math.max(0, 5 - (end - start)) ** 2 * pageCost.shortLastPage;
      return [{ cost, depth: null, next: null }];
    }
    const spare = Math.max(0, (heightPt - bottomPt - notesPt) / gridPt);
    const missing = Math.floor(spare + 0.001);
    if (notesEnd === placed && spare - missing > 0.05 && spare - missing < 0.95) cost += pageCost.offGrid;
    const pages: TriedPage[] = [];
    for (let depth = notesEnd > placed ? 0 : missing; depth <= missing; depth++) {
      const blank = (missing - depth) ** 2 * pageCost.blankAboveNotes;
      const uneven = facing === null ? 0 : Math.abs(Math.min(depth, 3) - facing) * pageCost.uneven;
      const next: Way = {
        start: end,
        side: side === 'recto' ? 'verso' : 'recto',
        facing: side === 'verso' ? Math.min(depth, 3) : null,
        placed: notesEnd,
      };
      pages.push({ cost: cost + short(depth) + blank + uneven, depth, next });
    }
    return pages;
  };
}
