import type { TextSize } from '../theme/textLadder.ts';
import { textLadder } from '../theme/textLadder.ts';

/** A book's pages with text of one size. */
export interface SetPages {
  readonly text: TextSize;
  /** Up to the last one that shows something. */
  readonly pages: number;
}

/** What sheets hold. */
export interface SheetCount {
  readonly sheets: number;
  /** So many pages more would need no further sheet. */
  readonly spare: number;
}

export interface FitRequest<Set extends SetPages> {
  /** The text that the page is designed for. */
  readonly usual: TextSize;
  /** The smallest and the largest text that is taken of itself; `null` where the size is said and kept. */
  readonly bounds: TextBounds | null;
  /** The smallest text that can be read on such a page. */
  readonly readablePt: number;
  readonly set: (text: TextSize) => Set;
  readonly countSheets: (pages: number) => SheetCount;
  /** Whether the last page is the back of the whole, and better without text. */
  readonly hasFreeBack: boolean;
  /** The most pages that a scheme holds; `null` for any number. */
  readonly mostPages: number | null;
}

export interface TextBounds {
  readonly smallestPt: number;
  readonly largestPt: number;
}

export interface SheetFit<Set extends SetPages> {
  readonly set: Set;
  /** The largest text that would need a sheet less; `null` where none that can be read would. */
  readonly saving: TextSize | null;
}

/** Larger books are not set again and again: a blank more or less is nothing to them. */
export const mostTunedPages = 64;

/**
 * Chooses the text that fills the sheets: a little smaller where that saves one or keeps text off the back, a little larger
 * where pages would be blank. Looks by halves, so that a book is set few times, and only a small one more than once.
 * @returns `null` where even the smallest text needs more pages than the scheme holds
 */
export function fitToSheets<Set extends SetPages>(request: FitRequest<Set>): SheetFit<Set> | null {
  const { usual, bounds, mostPages } = request;
  const setOf = once(request.set);
  const ladder = textLadder(
    usual,
    Math.min(bounds?.smallestPt ?? Infinity, request.readablePt),
    bounds?.largestPt ?? 0,
  );
  const isWithin = ({ bodySizePt }: TextSize): boolean =>
    bounds !== null && bodySizePt >= bounds.smallestPt && bodySizePt <= bounds.largestPt;
  const tried = [...ladder.filter(isWithin)];
  if (mostPages !== null) {
    const set = loosest(bounds === null ? [usual] : tried, setOf, mostPages);
    return set === null ? null : { set, saving: null };
  }
  const first = setOf(usual);
  if (first.pages > mostTunedPages) return { set: first, saving: null };
  const set = bounds === null ? first : fillSheets(request, tried, first, setOf);
  return { set, saving: savingBelow(set, request, ladder, setOf) };
}

/** A sheet less, or its last page free, or at least no page more: the first of these that some text comes to. */
function fillSheets<Set extends SetPages>(
  { usual, countSheets, hasFreeBack }: FitRequest<Set>,
  tried: readonly TextSize[],
  first: Set,
  setOf: (text: TextSize) => Set,
): Set {
  const { sheets, spare } = countSheets(first.pages);
  const fewer = mostPagesOn(sheets - 1, first.pages, countSheets);
  const most = first.pages + spare;
  for (const pages of hasFreeBack ? [fewer - 1, fewer, most - 1, most] : [fewer, most]) {
    const found = pages < 1 ? null : loosest(tried, setOf, pages);
    // Larger text that fills no page more than the usual is no gain.
    if (found !== null) return first.pages <= pages && found.pages === first.pages ? setOf(usual) : found;
  }
  return first;
}

/** The loosest text that needs no more than so many pages. */
function loosest<Set extends SetPages>(
  ladder: readonly TextSize[],
  setOf: (text: TextSize) => Set,
  mostPages: number,
): Set | null {
  const last = ladder.at(-1);
  if (last === undefined || setOf(last).pages > mostPages) return null;
  let [from, to] = [0, ladder.length - 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const text = ladder[middle];
    if (text !== undefined && setOf(text).pages <= mostPages) to = middle;
    else from = middle + 1;
  }
  return setOf(ladder[to] ?? last);
}

function savingBelow<Set extends SetPages>(
  { pages, text }: Set,
  { countSheets }: FitRequest<Set>,
  ladder: readonly TextSize[],
  setOf: (text: TextSize) => Set,
): TextSize | null {
  const fewerPages = mostPagesOn(countSheets(pages).sheets - 1, pages, countSheets);
  if (fewerPages === 0) return null;
  const smaller = ladder.filter(rung => rung.bodySizePt < text.bodySizePt);
  return loosest(smaller, setOf, fewerPages)?.text ?? null;
}

/** How many pages so many sheets hold; none on no sheet. */
function mostPagesOn(sheets: number, pages: number, countSheets: (pages: number) => SheetCount): number {
  if (sheets < 1) return 0;
  let fewer = pages;
  while (fewer > 0 && countSheets(fewer).sheets > sheets) fewer--;
  return fewer;
}

function once<Set extends SetPages>(set: (text: TextSize) => Set): (text: TextSize) => Set {
  const known = new Map<TextSize, Set>();
  return text => {
    const found = known.get(text) ?? set(text);
    known.set(text, found);
    return found;
  };
}
