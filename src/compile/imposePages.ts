import type { CoverDesign } from '../cover/coverDesign.ts';
import type { Page, PageArt, PageList } from '../typeset/pageList.ts';

/**
 * The cover's picture in a margin that any printer keeps, for none at home reaches the edge of the paper; over the whole page
 * and its bleed where it will be cut.
 */
export function placeCover(
  { drawing }: CoverDesign,
  { trimPt: [width, height] }: Pick<PageList, 'trimPt'>,
  marginPt: number,
): PageArt {
  return {
    element: null,
    drawing,
    leftPt: marginPt,
    topPt: marginPt,
    widthPt: width - 2 * marginPt,
    heightPt: height - 2 * marginPt,
  };
}

export interface BlankPlaces {
  /** So many pages more fill the last sheet. */
  readonly spare: number;
  /** Whether the last page is a page of its own, as of a zine: blanks come before it. */
  readonly hasLastPage: boolean;
  readonly cover: PageArt | null;
}

/**
 * Puts the cover and the blanks where a bookmaker has them: the cover in the place of the title page, or, where two pages are
 * to spare, before it with its back blank; the other blanks at the end, and before a last page that closes the book. No text
 * changes its side.
 */
export function placeBlanks(pageList: PageList, { spare, hasLastPage, cover }: BlankPlaces): PageList {
  const [title, ...others] = pageList.pages;
  if (title === undefined) return pageList;
  const hasOwnLeaf = cover !== null && spare >= 2 && !hasLastPage;
  const opening = cover === null ? [title] : openWith(title, cover, hasOwnLeaf);
  const left = hasOwnLeaf ? spare - 2 : spare;
  const pages = [...opening, ...others];
  const last = pages.at(-1);
  // An odd number of blanks would turn a last page over.
  const before = hasLastPage && last !== undefined ? left - (left % 2) : 0;
  if (before === 0 || last === undefined) return { ...pageList, pages, outline: [] };
  const blanks = Array.from({ length: before }, (_, index) => blankPage(pages.length + index));
  return { ...pageList, pages: [...pages.slice(0, -1), ...blanks, last], outline: [] };
}

function openWith(title: Page, art: PageArt, hasOwnLeaf: boolean): readonly Page[] {
  if (hasOwnLeaf) return [{ ...blankPage(0), art: [art] }, blankPage(1), title];
  return [{ ...title, frames: [], rules: [], pictures: [], ornaments: [], art: [art] }];
}

function blankPage(index: number): Page {
  return {
    side: index % 2 === 0 ? 'recto' : 'verso',
    folio: { style: 'arabic', number: index + 1 },
    frames: [],
    rules: [],
    pictures: [],
    destinations: [],
  };
}

/** How many pages show nothing. */
export function countBlanks({ pages }: PageList): number {
  return pages.filter(isBlank).length;
}

/** How many pages there are up to the last one that shows something. */
export function shownPages({ pages }: PageList): number {
  return pages.findLastIndex(page => !isBlank(page)) + 1;
}

function isBlank({ frames, rules, pictures, art = [] }: Page): boolean {
  return frames.length + rules.length + pictures.length + art.length === 0;
}

/** How many lines of text a page holds; cells and drop caps share theirs. */
export function linesOf({ frames }: Page): number {
  const lines = frames.filter(frame => frame.element !== null).flatMap(frame => frame.lines);
  return new Set(lines.map(line => line.baselinePt)).size;
}
