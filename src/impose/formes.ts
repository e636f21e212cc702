/**
 * Where pages stand on the front of a sheet that is folded, for books read from left to right: rows from the top, pages
 * from 0, counted through one sheet as if it were the whole book. Behind a page stands its leaf's other one, so that the
 * back need not be told.
 */
export interface Forme {
  readonly front: readonly (readonly number[])[];
  /** Rows that stand on their heads. */
  readonly turnedRows: readonly boolean[];
}

/** Folded once: two leaves, four pages. */
export const folio: Forme = { front: [[3, 0]], turnedRows: [false] };

/** Folded twice: four leaves, heads together at the first fold. */
export const quarto: Forme = {
  front: [
    [4, 3],
    [7, 0],
  ],
  turnedRows: [true, false],
};

/** Folded three times: eight leaves. */
export const octavo: Forme = {
  front: [
    [4, 11, 8, 7],
    [3, 12, 15, 0],
  ],
  turnedRows: [true, false],
};

/** One side of one sheet, feet together at the fold with the slit. */
export const miniZine: Forme = {
  front: [
    [7, 0, 1, 2],
    [6, 5, 4, 3],
  ],
  turnedRows: [false, true],
};

/** How many places stand side by side on a sheet, and how many rows of them. */
export function gridOf({ front }: Forme): { readonly columns: number; readonly rows: number } {
  return { columns: front[0]?.length ?? 0, rows: front.length };
}

/** How many pages a sheet holds that is printed on both sides. */
export function pagesOf(forme: Forme): number {
  return forme.front.flat().length * 2;
}

/** What stands behind a front, seen when the sheet is turned like a page: columns the other way round. */
export function backOf(front: Forme['front']): Forme['front'] {
  // A leaf's pages are 0 and 1, 2 and 3, …: they differ in the last bit.
  return front.map(row => row.toReversed().map(page => page ^ 1));
}

/** The same for a book that is read from right to left. */
export function mirrored(front: Forme['front']): Forme['front'] {
  return front.map(row => row.toReversed());
}
