import { type BreakTable, forcedBreak } from './breakTable.ts';

/** Fills line after line with as much as fits, and with more where nothing fits: the last resort that loses no text. */
export function breakGreedily(table: BreakTable, measurePt: number): Int32Array {
  const breaks: number[] = [];
  let start = 0;
  for (let end = 1; end < table.count; end++) {
    const previous = end - 1;
    const widthPt = (table.endWidth[end] ?? 0) - (table.startWidth[start] ?? 0);
    if (widthPt > measurePt && previous > start) {
      breaks.push(previous);
      start = previous;
    }
    if ((table.penalty[end] ?? 0) <= forcedBreak) {
      breaks.push(end);
      start = end;
    }
  }
  return Int32Array.from(breaks);
}
