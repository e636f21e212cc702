import { type FootnoteTable, createFootnoteTable } from './footnoteTable.ts';
import type { GalleyLine } from './galley.ts';
import { type PageNodes, createPageNodes } from './pageNodes.ts';
import { type PageTable, createPageTable, fault, keepsSpaceAtTop, snapsToGrid } from './pageTable.ts';
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
  blankAboveNotes: 4,
  /** A last line that stands off the grid of the facing page. */
  offGrid: 40,
  /** A facing page that ends higher or lower, for every line. */
  uneven: 1_500,
  /** A word that goes on on the facing page, and one that goes on over the leaf. */
  dividedFacing: 250,
  dividedOverLeaf: 900,
  /** A section's last page: the square of the lines it has less than {@link fewestLastLines}; two lines look lost on it. */
  shortLastPage: 150,
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

/** Looks for the best pages of a galley, once or with other paragraphs that may be longer or shorter. */
export interface PageBreaker {
  readonly table: PageTable;
  readonly breakPages: (elastic?: ElasticParagraphs) => PageRange[];
}

/** Divides a galley into pages so that the sum of what they suffer is least. */
export function breakPages(lines: readonly GalleyLine[], spec: PageSpec): PageRange[] {
  return createPageBreaker(lines, spec).breakPages();
}

/**
 * Prepares to divide a galley into pages: dynamic programming over the lines. A state is the line that a page begins with,
 * the side of that page, where its facing page ends, and how much of the notes is placed.
 */
export function createPageBreaker(lines: readonly GalleyLine[], spec: PageSpec): PageBreaker {
  const table = createPageTable(lines);
  const notes = spec.footnotes == null ? null : createFootnoteTable(spec.footnotes);
  return {
    table,
    breakPages: elastic => {
      if (table.count === 0) return [];
      return traceRanges(searchPages(table, notes, spec, elastic), table.count, notes, spec);
    },
  };
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

/** Pages more lines short than this are tried only where nothing nearer is free of faults. */
const nearLines = 5;
/** What a break costs at least that has a fault. */
const faultyCost = 1_000;

function searchPages(
  table: PageTable,
  notes: FootnoteTable | null,
  spec: PageSpec,
  elastic: ElasticParagraphs | undefined,
): PageNodes {
  const { heightPt, gridPt, noteGapPt = 0 } = spec;
  const nodes = createPageNodes(table.count);
  // Of the pages that begin with a line, by how many lines they have: the bottom, and the paragraphs to change in it.
  const bottoms = new Float64Array(table.count + 1);
  const longerOf = new Int32Array(table.count + 1);
  const shorterOf = new Int32Array(table.count + 1);
  // The best way to a page of each side, and of a recto to each depth that it may end at, with what it costs there.
  let versoNode = -1;
  const rectoNode = new Int32Array(deepest + 1);
  const rectoCost = new Float64Array(deepest + 1);

  /** Where the line `index` ends below `bottomPt` on a page that begins with `start`. */
  function bottomBelow(bottomPt: number, index: number, start: number): number {
    const placing = table.placing[index] ?? 0;
    const dropsSpace = index === start && (placing & keepsSpaceAtTop) === 0;
    const topPt = dropsSpace ? bottomPt : bottomPt + (table.spaceBeforePt[index] ?? 0);
    return ((placing & snapsToGrid) === 0 ? topPt : snap(topPt, gridPt)) + (table.heightPt[index] ?? 0);
  }

  /** Fills a page as far as it goes; returns how many lines it has at most. */
  function fillPage(start: number): number {
    let bottomPt = table.headPt[start] ?? 0;
    let longer = -1;
    let shorter = -1;
    let end = start + 1;
    for (; end <= table.count; end++) {
      bottomPt = bottomBelow(bottomPt, end - 1, start);
      if (end > start + 1 && bottomPt - heightPt - epsilonPt > (elastic === undefined ? 0 : gridPt)) break;
      if (elastic !== undefined && (elastic.firstLine[end - 1] ?? -1) >= start) {
        longer = cheaper(elastic.longer, longer, end - 1);
        shorter = cheaper(elastic.shorter, shorter, end - 1);
      }
      bottoms[end - start] = bottomPt;
      longerOf[end - start] = longer;
      shorterOf[end - start] = shorter;
    }
    return end - 1 - start;
  }

  /** Gathers the best ways to a line; returns whether all notes that are due stand on the pages before it. */
  function gatherWays(start: number): boolean {
    versoNode = -1;
    rectoCost.fill(Infinity);
    const due = notes?.required[start] ?? 0;
    for (let node = nodes.first(start); node !== -1; node = nodes.next(node)) {
      if (nodes.placedOf(node) !== due) return false;
      const slot = nodes.slotOf(node);
      if (slot === slotOfVerso) {
        versoNode = node;
        continue;
      }
      for (let depth = 0; depth <= deepest; depth++) {
        const cost = nodes.costOf(node) + unevenCost(slot, depth);
        if (cost >= (rectoCost[depth] ?? 0)) continue;
        rectoCost[depth] = cost;
        rectoNode[depth] = node;
      }
    }
    return true;
  }

  /** Tries all pages that begin with a line. Notes are put off to later pages only where no page is free of faults. */
  function tryPages(start: number): void {
    const isSettled = gatherWays(start);
    const longest = fillPage(start);
    if (!tryLengths(start, longest, isSettled, false) && notes !== null) tryLengths(start, longest, isSettled, true);
  }

  /** Tries pages from the fullest on; returns whether one of them is free of faults. */
  function tryLengths(start: number, longest: number, isSettled: boolean, putsOff: boolean): boolean {
    const due = notes?.required[start] ?? 0;
    let hasGoodPage = false;
    for (let length = longest; length > 0; length--) {
      const end = start + length;
      const bottomPt = bottoms[length] ?? 0;
      const isPlain = isSettled && (notes === null || notes.required[end] === due);
      if (isPlain && putsOff) continue;
      const tryPage = isPlain ? tryPlainPage : tryNotedPage;
      if (bottomPt <= heightPt + epsilonPt || length === 1) {
        const missing = tryPage(start, end, bottomPt, 0, -1, 0, putsOff);
        if (missing >= 0 && (table.breakCost[end] ?? 0) < faultyCost) hasGoodPage = true;
        if (hasGoodPage && missing > nearLines) break;
      }
      if (elastic === undefined || end === table.count) continue;
      const longer = longerOf[length] ?? -1;
      const shorter = shorterOf[length] ?? -1;
      if (longer !== -1 && bottomPt + gridPt <= heightPt + epsilonPt) {
        tryPage(start, end, bottomPt + gridPt, elastic.longer[longer] ?? 0, longer, 1, putsOff);
      }
      if (shorter !== -1) tryPage(start, end, bottomPt - gridPt, elastic.shorter[shorter] ?? 0, shorter, -1, putsOff);
    }
    return hasGoodPage;
  }

  /** A page without notes, `changed` a paragraph in it that is a line longer or shorter; returns how many lines it is short. */
  function tryPlainPage(
    start: number,
    end: number,
    bottomPt: number,
    changeCost: number,
    changed: number,
    by: number,
  ): number {
    const placed = notes?.required[start] ?? 0;
    const isLast = end === table.count;
    const spare = isLast ? 0 : Math.max(0, (heightPt - bottomPt) / gridPt);
    const missing = Math.floor(spare + epsilonPt);
    const ownCost = isLast ? lastPageCost(start, end) : shortPageCost(missing) + offGridCost(spare - missing);
    const cost = ownCost + changeCost + (table.breakCost[end] ?? 0);
    const isDivided = ((table.faults[end] ?? 0) & fault.dividedWord) !== 0;
    const depth = isLast ? anyDepth : missing;
    const atMost = Math.min(missing, deepest);
    if (versoNode !== -1) {
      const total = nodes.costOf(versoNode) + cost + (isDivided ? pageCost.dividedFacing : 0);
      nodes.offer(end, isLast ? 0 : slotOfDepth + atMost, placed, total, versoNode, depth, changed, by);
    }
    // A section's last page need not be as deep as its facing page.
    const wayDepth = isLast ? cheapestDepth(rectoCost) : atMost;
    const way = rectoCost[wayDepth] ?? Infinity;
    if (way < Infinity) {
      const total = way + cost + (isDivided ? pageCost.dividedOverLeaf : 0);
      nodes.offer(end, slotOfVerso, placed, total, rectoNode[wayDepth] ?? -1, depth, changed, by);
    }
    return missing;
  }

  /**
   * The same for a page that has notes, or has those left that an earlier page began; -1 where it cannot hold all. With
   * `putsOff` only ways are tried on which a note begins on a later page than its mark.
   */
  function tryNotedPage(
    start: number,
    end: number,
    bottomPt: number,
    changeCost: number,
    changed: number,
    by: number,
    putsOff: boolean,
  ): number {
    if (notes === null) return -1;
    const isLast = end === table.count;
    const required = notes.required[end] ?? 0;
    const ownCost = changeCost + (table.breakCost[end] ?? 0) + (isLast ? lastPageCost(start, end) : 0);
    const isDivided = ((table.faults[end] ?? 0) & fault.dividedWord) !== 0;
    let spare = -1;
    for (let node = nodes.first(start); node !== -1; node = nodes.next(node)) {
      const slot = nodes.slotOf(node);
      const before = nodes.placedOf(node);
      const placed = placeNotes(notes, before, required, heightPt - bottomPt - noteGapPt, heightPt);
      const isLate = placed < required && notes.beginnings(placed, required) > 0;
      if (isLate !== putsOff) continue;
      let cost = nodes.costOf(node) + ownCost + noteCost(notes, placed, required);
      if (isDivided) cost += slot === slotOfVerso ? pageCost.dividedFacing : pageCost.dividedOverLeaf;
      const notesPt = placed > before ? noteGapPt + notes.heightOf(before, placed) : 0;
      const missing = Math.floor(Math.max(0, (heightPt - bottomPt - notesPt) / gridPt) + epsilonPt);
      if (placed === required) spare = spare === -1 ? missing : Math.min(spare, missing);
      if (isLast) {
        cost += (notes.count - placed) * pageCost.carriedNoteLine;
        nodes.offer(end, 0, placed, cost, node, anyDepth, changed, by);
        continue;
      }
      if (placed === before) cost += offGridCost(Math.max(0, (heightPt - bottomPt) / gridPt) - missing);
      // Notes may stand higher than they must, so that the page ends as the facing one; text ends where it ends.
      const most = placed > before ? Math.min(missing, deepest) : missing;
      for (let depth = placed > before ? 0 : missing; depth <= most; depth++) {
        const total = cost + shortPageCost(depth) + (missing - depth) ** 2 * pageCost.blankAboveNotes;
        const next = slot === slotOfVerso ? slotOfDepth + Math.min(depth, deepest) : slotOfVerso;
        const uneven = slot === slotOfVerso ? 0 : unevenCost(slot, depth);
        nodes.offer(end, next, placed, total + uneven, node, depth, changed, by);
      }
    }
    return spare;
  }

  nodes.offer(0, spec.firstSide === 'verso' ? slotOfVerso : slotOfFreeRecto, 0, 0, -1, anyDepth, -1, 0);
  for (let start = 0; start < table.count; start++) if (nodes.first(start) !== -1) tryPages(start);
  return nodes;
}

function cheapestDepth(costs: Float64Array): number {
  let best = 0;
  for (let depth = 1; depth < costs.length; depth++) if ((costs[depth] ?? 0) < (costs[best] ?? 0)) best = depth;
  return best;
}

/** The cheaper of two paragraphs by their last lines; -1 is none. */
function cheaper(costs: Float64Array, best: number, other: number): number {
  const bestCost = best === -1 ? Infinity : (costs[best] ?? Infinity);
  return (costs[other] ?? Infinity) < bestCost ? other : best;
}

function lastPageCost(start: number, end: number): number {
  return start === 0 ? 0 : Math.max(0, fewestLastLines - (end - start)) ** 2 * pageCost.shortLastPage;
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
