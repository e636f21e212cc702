import { type FootnoteTable, createFootnoteTable } from './footnoteTable.ts';
import type { GalleyLine } from './galley.ts';
import { type PageNodes, createPageNodes } from './pageNodes.ts';
import { createPageTable, fault, keepsSpaceAtTop, snapsToGrid } from './pageTable.ts';
import type { SectionFootnotes } from './section.ts';

/** A page's share of a galley: lines from `start` up to, not including, `end`, and of the notes likewise. */
export interface PageRange {
  readonly start: number;
  readonly end: number;
  readonly notesStart: number;
  readonly notesEnd: number;
  /** How many grid lines above the foot of the text block the page ends; `null` where it ends as it may. */
  readonly depth: number | null;
  /** The paragraph, by its last line, that is to be a line longer or shorter. */
  readonly change: { readonly lastLine: number; readonly by: 1 | -1 } | null;
}

export interface PageSpec {
  readonly heightPt: number;
  readonly gridPt: number;
  /** The side of the first page; a recto where nothing is said. */
  readonly firstSide?: 'recto' | 'verso';
  readonly footnotes?: SectionFootnotes | null;
  /** What stands at least between the text and the notes below it. */
  readonly noteGapPt?: number;
  readonly elastic?: ElasticParagraphs;
}

/** What it costs to set a paragraph with a line more or less, by its last line; `Infinity` where it cannot be. */
export interface ElasticParagraphs {
  readonly longer: Float64Array;
  readonly shorter: Float64Array;
  /** The first line of the paragraph by its last. */
  readonly firstLine: Int32Array;
}

/** Costs of what a page may suffer from, beside those of `faultCost`; only their order of size matters. */
export const pageCost = {
  /** One line short, as its facing page; of more lines, each counts its square. */
  oneLineShort: 20,
  manyLinesShort: 100,
  /** The square of every line left blank between the text and the notes. */
  blankAboveNotes: 12,
  /** A last line that stands off the grid of the facing page. */
  offGrid: 40,
  /** A facing page that ends higher or lower, for every line. */
  uneven: 1_500,
  /** A word that goes on on the facing page, and one that goes on over the leaf. */
  dividedFacing: 250,
  dividedOverLeaf: 900,
  /** A section's last page, for every line it has less than {@link fewestLastLines}. */
  shortLastPage: 200,
  /** A note that goes on on the next page, and every line of it there. */
  dividedNote: 250,
  carriedNoteLine: 6,
  /** A note that does not begin on the page of its mark. */
  lateNote: 20_000,
} as const;

const fewestLastLines = 5;

/** Where the notes of a page do not all fit, no more of it is given to them, so that every page has some text. */
const mostForNotes = 2 / 3;

/** The depth of a page that ends as it may. */
const anyDepth = -1;

/** Depths beyond this count as this: such pages are rare, and bad anyhow. */
const deepest = 3;

/** Room for sums that are a hair's breadth too large. */
const epsilonPt = 0.001;

/** What a search is told of the opening that the next page is in: it is a verso, or a recto whose verso ended so deep. */
const slotOfVerso = 0;
const slotOfFreeRecto = 1;
const slotOfDepth = 2;

/**
 * Divides a galley into pages so that the sum of what they suffer is least: dynamic programming over the lines. A state is the
 * line that a page begins with, the side of that page, where its facing page ends, and how much of the notes is placed.
 */
export function breakPages(lines: readonly GalleyLine[], spec: PageSpec): PageRange[] {
  const notes = spec.footnotes == null ? null : createFootnoteTable(spec.footnotes);
  const nodes = searchPages(lines, notes, spec);
  return lines.length === 0 ? [] : traceRanges(nodes, lines.length, notes, spec);
}

/** Where the top of a line comes to stand below `bottomPt`, both from the top of the text block. */
export function placeBelow(
  bottomPt: number,
  line: Pick<GalleyLine, 'spaceBeforePt' | 'keepsSpaceAtTop' | 'snapsToGrid'>,
  isFirst: boolean,
  gridPt: number,
): number {
  const spacePt = isFirst && !line.keepsSpaceAtTop ? 0 : line.spaceBeforePt;
  const topPt = bottomPt + spacePt;
  return line.snapsToGrid ? snap(topPt, gridPt) : topPt;
}

function snap(topPt: number, gridPt: number): number {
  return Math.max(Math.ceil((topPt - epsilonPt) / gridPt), 0) * gridPt;
}

function searchPages(lines: readonly GalleyLine[], notes: FootnoteTable | null, spec: PageSpec): PageNodes {
  const { heightPt, gridPt, elastic, noteGapPt = 0 } = spec;
  const table = createPageTable(lines);
  const nodes = createPageNodes(table.count);

  /** Where the line `index` ends below `bottomPt` on a page that begins with `start`. */
  function bottomBelow(bottomPt: number, index: number, start: number): number {
    const placing = table.placing[index] ?? 0;
    const dropsSpace = index === start && (placing & keepsSpaceAtTop) === 0;
    const topPt = dropsSpace ? bottomPt : bottomPt + (table.spaceBeforePt[index] ?? 0);
    return ((placing & snapsToGrid) === 0 ? topPt : snap(topPt, gridPt)) + (table.heightPt[index] ?? 0);
  }

  /** Tries all pages that begin with a line. */
  function tryPages(start: number): void {
    let bottomPt = 0;
    let longer = -1;
    let shorter = -1;
    for (let end = start + 1; end <= table.count; end++) {
      bottomPt = bottomBelow(bottomPt, end - 1, start);
      const overPt = end === start + 1 ? 0 : bottomPt - heightPt - epsilonPt;
      if (overPt > (elastic === undefined ? 0 : gridPt)) break;
      if (elastic !== undefined && (elastic.firstLine[end - 1] ?? -1) >= start) {
        longer = cheaper(elastic.longer, longer, end - 1);
        shorter = cheaper(elastic.shorter, shorter, end - 1);
      }
      if (overPt <= 0) tryPage(start, end, bottomPt, 0, -1, 0);
      if (elastic === undefined || end === table.count) continue;
      if (longer !== -1) tryPage(start, end, bottomPt + gridPt, elastic.longer[longer] ?? 0, longer, 1);
      if (shorter !== -1) tryPage(start, end, bottomPt - gridPt, elastic.shorter[shorter] ?? 0, shorter, -1);
    }
  }

  /** Tries a page in every state that it may begin in; `changed` is a paragraph in it that is a line longer or shorter. */
  function tryPage(
    start: number,
    end: number,
    bottomPt: number,
    changeCost: number,
    changed: number,
    by: number,
  ): void {
    if (by === 1 && bottomPt > heightPt + epsilonPt) return;
    const faults = table.faults[end] ?? 0;
    const isLast = end === table.count;
    const ownCost = changeCost + (table.breakCost[end] ?? 0) + (isLast ? lastPageCost(start, end) : 0);
    const isDivided = (faults & fault.dividedWord) !== 0;
    for (let node = nodes.first(start); node !== -1; node = nodes.next(node)) {
      const slot = nodes.slotOf(node);
      const placedBefore = nodes.placedOf(node);
      let cost = nodes.costOf(node) + ownCost;
      if (isDivided) cost += slot === slotOfVerso ? pageCost.dividedFacing : pageCost.dividedOverLeaf;
      let placed = placedBefore;
      let filledPt = bottomPt;
      if (notes !== null) {
        const required = notes.required[end] ?? 0;
        placed = placeNotes(notes, placedBefore, required, heightPt - bottomPt - noteGapPt, heightPt);
        if (placed > placedBefore) filledPt += noteGapPt + notes.heightOf(placedBefore, placed);
        cost += noteCost(notes, placed, required);
      }
      if (isLast) {
        if (notes !== null) cost += (notes.count - placed) * pageCost.carriedNoteLine;
        nodes.offer(end, 0, placed, cost, node, anyDepth, changed, by);
      } else {
        const spare = Math.max(0, (heightPt - filledPt) / gridPt);
        const missing = Math.floor(spare + epsilonPt);
        if (placed > placedBefore) offerWithNotes(end, slot, placed, cost, node, missing, changed, by);
        else offerPlain(end, slot, placed, cost + offGridCost(spare - missing), node, missing, changed, by);
      }
    }
  }

  /** A page that ends where its text ends. */
  function offerPlain(
    end: number,
    slot: number,
    placed: number,
    cost: number,
    node: number,
    missing: number,
    changed: number,
    by: number,
  ): void {
    const total = cost + shortPageCost(missing);
    if (slot === slotOfVerso) {
      nodes.offer(end, slotOfDepth + Math.min(missing, deepest), placed, total, node, missing, changed, by);
    } else {
      nodes.offer(end, slotOfVerso, placed, total + unevenCost(slot, missing), node, missing, changed, by);
    }
  }

  /** A page that ends where its notes end: they stand as deep as the facing page asks, if there is room above them. */
  function offerWithNotes(
    end: number,
    slot: number,
    placed: number,
    cost: number,
    node: number,
    missing: number,
    changed: number,
    by: number,
  ): void {
    const costAt = (depth: number): number =>
      cost + shortPageCost(depth) + (missing - depth) ** 2 * pageCost.blankAboveNotes;
    if (slot === slotOfVerso) {
      for (let depth = 0; depth <= Math.min(missing, deepest); depth++) {
        nodes.offer(end, slotOfDepth + depth, placed, costAt(depth), node, depth, changed, by);
      }
    } else {
      const depth = slot === slotOfFreeRecto ? 0 : Math.min(missing, slot - slotOfDepth);
      nodes.offer(end, slotOfVerso, placed, costAt(depth) + unevenCost(slot, depth), node, depth, changed, by);
    }
  }

  nodes.offer(0, spec.firstSide === 'verso' ? slotOfVerso : slotOfFreeRecto, 0, 0, -1, anyDepth, -1, 0);
  for (let start = 0; start < table.count; start++) if (nodes.first(start) !== -1) tryPages(start);
  return nodes;
}

/** The cheaper of two paragraphs by their last lines; -1 is none. */
function cheaper(costs: Float64Array, best: number, other: number): number {
  const bestCost = best === -1 ? Infinity : (costs[best] ?? Infinity);
  return (costs[other] ?? Infinity) < bestCost ? other : best;
}

function lastPageCost(start: number, end: number): number {
  return start === 0 ? 0 : Math.max(0, fewestLastLines - (end - start)) * pageCost.shortLastPage;
}

function shortPageCost(missing: number): number {
  return missing <= 1 ? missing * pageCost.oneLineShort : missing * missing * pageCost.manyLinesShort;
}

/** Half a line and the like below a page's last line. */
function offGridCost(share: number): number {
  return share > 0.05 && share < 0.95 ? pageCost.offGrid : 0;
}

function unevenCost(slot: number, depth: number): number {
  return slot === slotOfFreeRecto ? 0 : Math.abs(Math.min(depth, deepest) - (slot - slotOfDepth)) * pageCost.uneven;
}

/** How far the notes are placed when a page has some room for those up to `required`. */
function placeNotes(notes: FootnoteTable, placed: number, required: number, roomPt: number, heightPt: number): number {
  if (placed === required || roomPt <= 0) return placed;
  if (notes.heightOf(placed, required) <= roomPt + epsilonPt) return required;
  return notes.fit(placed, required, Math.min(roomPt, heightPt * mostForNotes));
}

function noteCost(notes: FootnoteTable, placed: number, required: number): number {
  if (placed === required) return 0;
  const late = notes.beginnings(placed, required) * pageCost.lateNote;
  return late + pageCost.dividedNote + (required - placed) * pageCost.carriedNoteLine;
}

/** Follows the cheapest way back from the last line; what is left of the notes then fills pages of its own. */
function traceRanges(nodes: PageNodes, count: number, notes: FootnoteTable | null, spec: PageSpec): PageRange[] {
  let best = nodes.first(count);
  for (let node = best; node !== -1; node = nodes.next(node)) if (nodes.costOf(node) < nodes.costOf(best)) best = node;
  const ranges: PageRange[] = [];
  const placed = best === -1 ? 0 : nodes.placedOf(best);
  for (let node = best; node !== -1; node = nodes.stepOf(node).previous) {
    const { previous, depth, changed, by } = nodes.stepOf(node);
    if (previous === -1) break;
    ranges.push({
      start: nodes.lineOf(previous),
      end: nodes.lineOf(node),
      notesStart: nodes.placedOf(previous),
      notesEnd: nodes.placedOf(node),
      depth: depth === anyDepth ? null : depth,
      change: by === 0 ? null : { lastLine: changed, by: by > 0 ? 1 : -1 },
    });
  }
  ranges.reverse();
  if (notes !== null) ranges.push(...notePages(notes, placed, count, spec.heightPt));
  return ranges;
}

/** Pages of the notes that are left when the text is at its end. */
function notePages(notes: FootnoteTable, placed: number, count: number, heightPt: number): PageRange[] {
  const pages: PageRange[] = [];
  for (let from = placed; from < notes.count;) {
    const notesEnd = Math.max(notes.fit(from, notes.count, heightPt), from + 1);
    pages.push({ start: count, end: count, notesStart: from, notesEnd, depth: null, change: null });
    from = notesEnd;
  }
  return pages;
}
