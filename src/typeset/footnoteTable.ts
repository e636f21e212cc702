import type { SectionFootnotes } from './section.ts';
import { createPageTable } from './pageTable.ts';

/** The footnotes of a section as the page breaker reads them; counts are of lines from the first note on. */
export interface FootnoteTable {
  /** The lines of notes whose marks stand above each line of the text. */
  readonly required: Int32Array;
  readonly count: number;
  /** How many lines of the notes from `from` on, none beyond `to`, fit into a height; fewer, so that none is torn badly. */
  readonly fit: (from: number, to: number, heightPt: number) => number;
  readonly heightOf: (from: number, to: number) => number;
  /** How many notes begin among some lines. */
  readonly beginnings: (from: number, to: number) => number;
}

/** No note is divided so that fewer lines of it stand on a page. */
const fewestLines = 2;

/** Room for sums that are a hair's breadth too large. */
const epsilonPt = 0.001;

export function createFootnoteTable({ lines, starts, lineCounts }: SectionFootnotes): FootnoteTable {
  const count = lines.length;
  const table = createPageTable(lines);
  const isStart = new Uint8Array(count + fewestLines);
  for (const start of starts) isStart[start] = 1;
  // The bottom of each line in one column of all notes, and how many notes begin above it.
  const bottomPt = new Float64Array(count + 1);
  const begun = new Int32Array(count + 1);
  // The last place up to each line where a note may be divided.
  const lastGood = new Int32Array(count + 1);
  for (let index = 0; index < count; index++) {
    bottomPt[index + 1] = (bottomPt[index] ?? 0) + (table.spaceBeforePt[index] ?? 0) + (table.heightPt[index] ?? 0);
    begun[index + 1] = (begun[index] ?? 0) + (isStart[index] ?? 0);
  }
  for (let index = 1; index <= count; index++) {
    lastGood[index] = isGoodBreak(index) ? index : (lastGood[index - 1] ?? 0);
  }

  function isGoodBreak(index: number): boolean {
    if (index === count || isStart[index] === 1) return true;
    for (let near = 1; near < fewestLines; near++) {
      if (isStart[index - near] === 1 || index + near === count) return false;
      if (isStart[index + near] === 1) return false;
    }
    return (table.breakCost[index] ?? 0) === 0;
  }

  const heightOf = (from: number, to: number): number =>
    from >= to ? 0 : (bottomPt[to] ?? 0) - (bottomPt[from] ?? 0) - (table.spaceBeforePt[from] ?? 0);

  return {
    required: lineCounts,
    count,
    heightOf,
    beginnings: (from, to) => (begun[to] ?? 0) - (begun[from] ?? 0),
    fit: (from, to, heightPt) => {
      if (heightOf(from, to) <= heightPt + epsilonPt) return to;
      let low = from;
      let high = to - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (heightOf(from, middle) <= heightPt + epsilonPt) low = middle;
        else high = middle - 1;
      }
      return Math.max(lastGood[low] ?? 0, from);
    },
  };
}
