import { type BreakTable, forcedBreak } from './breakTable.ts';
import {
  adjustmentRatio,
  doubleHyphenDemerits,
  finalHyphenDemerits,
  fitnessClass,
  fitnessDemerits,
  maxHyphensInARow,
  ownDemerits,
  shortLastLineDemerits,
} from './lineDemerits.ts';

export interface LineGoal {
  readonly measurePt: number;
  /** The greatest stretch that is allowed, as a ratio of what the spaces give. */
  readonly tolerance: number;
  /** Stretch that every line has besides its spaces: for ragged lines, and for a last attempt. */
  readonly lineStretchPt: number;
  /** A last line shorter than this counts as bad. */
  readonly shortestLastLinePt: number;
}

/** Chooses the breaks of a paragraph that make it best as a whole: Knuth and Plass's algorithm over typed arrays. */
export interface LineSolver {
  /**
   * Finds the best breaks.
   * @returns indices into the table, one a line, the last entry of the table last; `null` when no choice keeps to the goal.
   */
  readonly solve: (table: BreakTable, goal: LineGoal) => Int32Array | null;
}

/** A state is a fitness class and how many hyphens in a row the line ends. */
const fitnessClasses = 4;
const stateCount = fitnessClasses * (maxHyphensInARow + 1);
const none = -1;

/** Nodes of the search: a break reached in a state, with the best way there. Linked in a list of those still active. */
interface NodeList {
  count: number;
  break: Int32Array;
  state: Uint8Array;
  demerits: Float64Array;
  previous: Int32Array;
  nextActive: Int32Array;
}

export function createLineSolver(): LineSolver {
  const nodes = createNodeList(1 << 12);
  const bestDemerits = new Float64Array(stateCount);
  const bestNode = new Int32Array(stateCount);
  let firstActive = none;

  /** Tries a line from the break of `node` to `end`, and keeps it if it is the best way into its state. */
  function tryLine(table: BreakTable, goal: LineGoal, node: number, end: number, ratio: number): void {
    const from = at(nodes.state, node);
    const isHyphenated = at(table.hyphenated, end) === 1;
    const hyphensBefore = Math.floor(from / fitnessClasses);
    const hyphens = isHyphenated ? hyphensBefore + 1 : 0;
    if (hyphens > maxHyphensInARow) return;
    const fitness = fitnessClass(ratio);
    let demerits = at(nodes.demerits, node) + ownDemerits(ratio, at(table.penalty, end));
    if (isHyphenated && hyphensBefore > 0) demerits += doubleHyphenDemerits;
    if (Math.abs(fitness - (from % fitnessClasses)) > 1) demerits += fitnessDemerits;
    if (at(table.penalty, end) <= forcedBreak) {
      if (hyphensBefore > 0) demerits += finalHyphenDemerits;
      const widthPt = at(table.endWidth, end) - at(table.startWidth, at(nodes.break, node));
      if (widthPt < goal.shortestLastLinePt) demerits += shortLastLineDemerits;
    }
    const state = hyphens * fitnessClasses + fitness;
    if (demerits < at(bestDemerits, state)) {
      bestDemerits[state] = demerits;
      bestNode[state] = node;
    }
  }

  /** Walks the active nodes for a break, drops those from which no line can reach it, and returns the last one kept. */
  function visitActive(table: BreakTable, goal: LineGoal, end: number): number {
    const isForced = at(table.penalty, end) <= forcedBreak;
    let lastKept = none;
    for (let node = firstActive; node !== none;) {
      const next = at(nodes.nextActive, node);
      const start = at(nodes.break, node);
      const ratio = adjustmentRatio(
        goal.measurePt - (at(table.endWidth, end) - at(table.startWidth, start)),
        at(table.endStretch, end) - at(table.startStretch, start) + goal.lineStretchPt,
        at(table.endShrink, end) - at(table.startShrink, start),
      );
      const isOverfull = ratio < -1;
      if (!isOverfull && ratio <= goal.tolerance) tryLine(table, goal, node, end, ratio);
      if (isOverfull || isForced) {
        if (lastKept === none) firstActive = next;
        else nodes.nextActive[lastKept] = next;
      } else {
        lastKept = node;
      }
      node = next;
    }
    return lastKept;
  }

  /** Adds the states reached at a break, but none that another one, which is as free, beats whatever follows. */
  function addReached(end: number, lastKept: number): void {
    let last = lastKept;
    let bestSoFar = Infinity;
    for (let hyphens = 0; hyphens <= maxHyphensInARow; hyphens++) {
      const first = hyphens * fitnessClasses;
      for (let state = first; state < first + fitnessClasses; state++) {
        bestSoFar = Math.min(bestSoFar, at(bestDemerits, state));
      }
      for (let state = first; state < first + fitnessClasses; state++) {
        const demerits = at(bestDemerits, state);
        if (demerits === Infinity || demerits > bestSoFar + fitnessDemerits) continue;
        const node = addNode(nodes, end, state, demerits, at(bestNode, state));
        if (last === none) firstActive = node;
        else nodes.nextActive[last] = node;
        last = node;
      }
    }
  }

  return {
    solve: (table, goal) => {
      nodes.count = 0;
      firstActive = addNode(nodes, 0, 1, 0, none);
      for (let end = 1; end < table.count; end++) {
        bestDemerits.fill(Infinity);
        addReached(end, visitActive(table, goal, end));
        if (firstActive === none) return null;
      }
      return traceBreaks(nodes, firstActive, table.count - 1);
    },
  };
}

/** Follows the best way to the last break back to the paragraph's start. */
function traceBreaks(nodes: NodeList, firstActive: number, lastBreak: number): Int32Array | null {
  let best = none;
  for (let node = firstActive; node !== none; node = at(nodes.nextActive, node)) {
    const isBetter = best === none || at(nodes.demerits, node) < at(nodes.demerits, best);
    if (at(nodes.break, node) === lastBreak && isBetter) best = node;
  }
  if (best === none) return null;
  const breaks: number[] = [];
  for (let node = best; at(nodes.previous, node) !== none; node = at(nodes.previous, node)) {
    breaks.push(at(nodes.break, node));
  }
  return Int32Array.from(breaks.reverse());
}

function createNodeList(capacity: number): NodeList {
  return {
    count: 0,
    break: new Int32Array(capacity),
    state: new Uint8Array(capacity),
    demerits: new Float64Array(capacity),
    previous: new Int32Array(capacity),
    nextActive: new Int32Array(capacity),
  };
}

/** Adds a node at the end of the active list; returns its index. */
function addNode(nodes: NodeList, end: number, state: number, demerits: number, previous: number): number {
  if (nodes.count === nodes.break.length) growNodeList(nodes);
  const node = nodes.count++;
  nodes.break[node] = end;
  nodes.state[node] = state;
  nodes.demerits[node] = demerits;
  nodes.previous[node] = previous;
  nodes.nextActive[node] = none;
  return node;
}

function growNodeList(nodes: NodeList): void {
  const larger = createNodeList(nodes.break.length * 2);
  larger.break.set(nodes.break);
  larger.state.set(nodes.state);
  larger.demerits.set(nodes.demerits);
  larger.previous.set(nodes.previous);
  larger.nextActive.set(nodes.nextActive);
  Object.assign(nodes, larger, { count: nodes.count });
}

/** Reads an entry that is known to be there. */
function at(array: Float64Array | Int32Array | Uint8Array, index: number): number {
  return array[index] ?? 0;
}
