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
  return { count: 0, ...createColumns(startingCapacity) };
}

type Columns = Omit<BreakTable, 'count'>;

function createColumns(capacity: number): Columns {
  return {
    endWidth: new Float64Array(capacity),
    startWidth: new Float64Array(capacity),
    endStretch: new Float64Array(capacity),
    endShrink: new Float64Array(capacity),
    startStretch: new Float64Array(capacity),
    startShrink: new Float64Array(capacity),
    penalty: new Float64Array(capacity),
    hyphenated: new Uint8Array(capacity),
    word: new Int32Array(capacity),
    offset: new Int32Array(capacity),
  };
}

/** Makes room for one more entry and returns its index; the caller fills every array there. */
export function addBreak(table: BreakTable): number {
  if (table.count === table.word.length) growBreakTable(table);
  return table.count++;
}

function growBreakTable(table: BreakTable): void {
  const larger = createColumns(table.word.length * 2);
  larger.endWidth.set(table.endWidth);
  larger.startWidth.set(table.startWidth);
  larger.endStretch.set(table.endStretch);
  larger.endShrink.set(table.endShrink);
  larger.startStretch.set(table.startStretch);
  larger.startShrink.set(table.startShrink);
  larger.penalty.set(table.penalty);
  larger.hyphenated.set(table.hyphenated);
  larger.word.set(table.word);
  larger.offset.set(table.offset);
  Object.assign(table, larger);
}
