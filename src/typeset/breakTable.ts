/**
 * The places where lines of one paragraph may end, as parallel arrays. Entry 0 is the paragraph's start. Widths count from
 * the paragraph's start as if it were one endless line, so a line from break a to break b is
 * `endWidth[b] - startWidth[a]` wide. All lengths in points.
 */
export interface BreakTable {
  count: number;
  /** Where a line that ends here would end, its hyphen added and what hangs in the margin taken off. */
  endWidth: Float64Array;
  /** Where a line that follows this break begins. */
  startWidth: Float64Array;
  endStretch: Float64Array;
  endShrink: Float64Array;
  startStretch: Float64Array;
  startShrink: Float64Array;
  /** {@link forcedBreak} or less: a line must end here. */
  penalty: Float64Array;
  /** 1 where the line would end in a hyphen of ours. */
  hyphenated: Uint8Array;
  /** The word the break stands in or after. */
  word: Int32Array;
  /** UTF-16 offset inside the word; {@link afterWord} for the space after it. */
  offset: Int32Array;
}

export const forcedBreak = -10_000;
export const afterWord = -1;

const startingCapacity = 1 << 10;

export function createBreakTable(): BreakTable {
  return {
    count: 0,
    endWidth: new Float64Array(startingCapacity),
    startWidth: new Float64Array(startingCapacity),
    endStretch: new Float64Array(startingCapacity),
    endShrink: new Float64Array(startingCapacity),
    startStretch: new Float64Array(startingCapacity),
    startShrink: new Float64Array(startingCapacity),
    penalty: new Float64Array(startingCapacity),
    hyphenated: new Uint8Array(startingCapacity),
    word: new Int32Array(startingCapacity),
    offset: new Int32Array(startingCapacity),
  };
}

/** Makes room for one more entry and returns its index; the caller fills every array there. */
export function addBreak(table: BreakTable): number {
  if (table.count === table.word.length) growBreakTable(table);
  return table.count++;
}

function growBreakTable(table: BreakTable): void {
  const grow = (from: Float64Array): Float64Array => {
    const to = new Float64Array(from.length * 2);
    to.set(from);
    return to;
  };
  table.endWidth = grow(table.endWidth);
  table.startWidth = grow(table.startWidth);
  table.endStretch = grow(table.endStretch);
  table.endShrink = grow(table.endShrink);
  table.startStretch = grow(table.startStretch);
  table.startShrink = grow(table.startShrink);
  table.penalty = grow(table.penalty);
  table.hyphenated = growInto(table.hyphenated, new Uint8Array(table.hyphenated.length * 2));
  table.word = growInto(table.word, new Int32Array(table.word.length * 2));
  table.offset = growInto(table.offset, new Int32Array(table.offset.length * 2));
}

function growInto<A extends Uint8Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
