/** Some of the pages of a document, in the order in which they are wanted, counted from 1; `null` for its last page. */
export type PageRange = readonly (readonly [first: number, last: number | null])[];

/** Matches `7`, `3-18`, `3–18`, `5-`; not `-5`, `a-b`, `1-2-3`. */
const span = /^(\d{1,6})\s*(?:[-–]\s*(\d{1,6})?)?$/;

/** A range as people write it: `3-18`, `1,5-`, `1, 4-9, 12`; `null` for what is none. */
export function parsePageRange(text: string): PageRange | null {
  const spans: (readonly [number, number | null])[] = [];
  for (const part of text.split(',')) {
    const match = span.exec(part.trim());
    if (match === null) return null;
    const [written, first = '', last] = match;
    const from = Number(first);
    const to = last !== undefined ? Number(last) : /[-–]/.test(written) ? null : from;
    if (from < 1 || (to !== null && to < from)) return null;
    spans.push([from, to]);
  }
  return spans;
}

/** The indexes of a range's pages in a document of so many; what it does not have is left out. */
export function pagesInRange(range: PageRange | null, pages: number): number[] {
  const spans = range ?? [[1, null] as const];
  return spans.flatMap(([first, last]) => {
    const end = Math.min(last ?? pages, pages);
    return Array.from({ length: Math.max(end - first + 1, 0) }, (_, index) => first - 1 + index);
  });
}
