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
  /** The measures of the first lines, one each; the last one is that of all lines that follow. */
  readonly measuresPt: readonly [number, ...number[]];
  /** The greatest stretch that is allowed, as a ratio of what the line gives. */
  readonly tolerance: number;
  /** Stretch that every line has besides what is in it: for ragged lines, and for a last attempt. */
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

/**
 * A state is a fitness class, how many hyphens in a row the line ends, and, while the measure still changes, how many lines
 * there are so far: a paragraph of one measure has no more states for it.
 */
const fitnessClasses = 4;
const statesPerLine = fitnessClasses * (maxHyphensInARow + 1);
const none = -1;

/**
 * More nodes than this on one line are no text but an attack (a line holds some hundreds): places to break that have no width,
 * a size of nothing. The search would take time that grows with the square of them.
 */
const mostNodesOnALine = 10_000;

/** Nodes of the search in the order of their breaks: a break reached in a state, with the best way there. */
interface NodeList {
  count: number;
  break: Int32Array;
  state: Int32Array;
  demerits: Float64Array;
  previous: Int32Array;
}

export function createLineSolver(): LineSolver {
  const nodes = createNodeList(1 << 12);
  let bestDemerits = new Float64Array(statesPerLine);
  let bestNode = new Int32Array(statesPerLine);
  /** Nodes before this one are too far back for any line to come. */
  let firstActive = 0;

  function makeRoom(stateCount: number): void {
    if (bestDemerits.length === stateCount) return;
    bestDemerits = new Float64Array(stateCount);
    bestNode = new Int32Array(stateCount);
  }

  /** Tries a line from the break of `node` to `end`, and keeps it if it is the best way into its state. */
  function tryLine(table: BreakTable, goal: LineGoal, node: number, end: number, ratio: number): void {
    const from = at(nodes.state, node);
    const isHyphenated = at(table.hyphenated, end) === 1;
    const hyphensBefore = Math.floor((from % statesPerLine) / fitnessClasses);
    const hyphens = isHyphenated ? hyphensBefore + 1 : 0;
    if (hyphens > maxHyphensInARow) return;
    const penalty = at(table.penalty, end);
    const fitness = fitnessClass(ratio);
    let demerits = at(nodes.demerits, node) + ownDemerits(ratio, penalty);
    if (isHyphenated && hyphensBefore > 0) demerits += doubleHyphenDemerits;
    if (Math.abs(fitness - (from % fitnessClasses)) > 1) demerits += fitnessDemerits;
    if (penalty <= forcedBreak) {
      if (hyphensBefore > 0) demerits += finalHyphenDemerits;
      const widthPt = at(table.endWidth, end) - at(table.startWidth, at(nodes.break, node));
      if (widthPt < goal.shortestLastLinePt) demerits += shortLastLineDemerits;
    }
    const line = Math.min(Math.floor(from / statesPerLine) + 1, goal.measuresPt.length - 1);
    const state = line * statesPerLine + hyphens * fitnessClasses + fitness;
    if (demerits < at(bestDemerits, state)) {
      bestDemerits[state] = demerits;
      bestNode[state] = node;
    }
  }

  /** Tries a line from every active node to a break; drops those from the front that no longer reach any break. */
  function tryLines(table: BreakTable, goal: LineGoal, end: number): void {
    const { measuresPt, tolerance, lineStretchPt } = goal;
    const isOneMeasure = measuresPt.length === 1;
    const isForced = at(table.penalty, end) <= forcedBreak;
    // With its hyphen a part of a word may be wider than the whole.
    let isDropping = at(table.hyphenated, end) === 0;
    const endWidth = at(table.endWidth, end);
    const endStretch = at(table.endStretch, end) + lineStretchPt;
    const endShrink = at(table.endShrink, end);
    for (let node = firstActive; node < nodes.count; node++) {
      const start = at(nodes.break, node);
      const line = isOneMeasure ? 0 : Math.floor(at(nodes.state, node) / statesPerLine);
      const ratio = adjustmentRatio(
        (measuresPt[line] ?? 0) - (endWidth - at(table.startWidth, start)),
        endStretch - at(table.startStretch, start),
        endShrink - at(table.startShrink, start),
      );
      if (ratio < -1) {
        if (isDropping) firstActive = node + 1;
        continue;
      }
      isDropping = false;
      if (ratio <= tolerance) tryLine(table, goal, node, end, ratio);
      // Lines from the nodes behind are shorter still.
      else if (isOneMeasure) break;
    }
    if (isForced) firstActive = nodes.count;
  }

  /** Adds the states reached at a break, but none that another one, which is as free, beats whatever follows. */
  function addReached(end: number): void {
    for (let firstOfLine = 0; firstOfLine < bestDemerits.length; firstOfLine += statesPerLine) {
      let bestSoFar = Infinity;
      for (let first = firstOfLine; first < firstOfLine + statesPerLine; first += fitnessClasses) {
        for (let state = first; state < first + fitnessClasses; state++) {
          bestSoFar = Math.min(bestSoFar, at(bestDemerits, state));
        }
        if (bestSoFar === Infinity) continue;
        for (let state = first; state < first + fitnessClasses; state++) {
          const demerits = at(bestDemerits, state);
          if (demerits === Infinity || demerits > bestSoFar + fitnessDemerits) continue;
          addNode(nodes, end, state, demerits, at(bestNode, state));
        }
      }
    }
  }

  return {
    solve: (table, goal) => {
      makeRoom(statesPerLine * goal.measuresPt.length);
      nodes.count = 0;
      firstActive = 0;
      addNode(nodes, 0, 1, 0, none);
      for (let end = 1; end < table.count; end++) {
        bestDemerits.fill(Infinity);
        tryLines(table, goal, end);
        addReached(end);
        const activeCount = nodes.count - firstActive;
        if (activeCount === 0 || activeCount > mostNodesOnALine) return null;
      }
      return traceBreaks(nodes, table.count - 1);
    },
  };
}

/** Follows the best way to the last break back to the paragraph's start. */
function traceBreaks(nodes: NodeList, lastBreak: number): Int32Array | null {
  let best = none;
  for (let node = nodes.count - 1; node >= 0 && at(nodes.break, node) === lastBreak; node--) {
    if (best === none || at(nodes.demerits, node) < at(nodes.demerits, best)) best = node;
  }
  if (best === none) return null;
  let lineCount = 0;
  for (let node = best; at(nodes.previous, node) !== none; node = at(nodes.previous, node)) lineCount++;
  const breaks = new Int32Array(lineCount);
  for (let node = best; at(nodes.previous, node) !== none; node = at(nodes.previous, node)) {
    breaks[--lineCount] = at(nodes.break, node);
  }
  return breaks;
}

function createNodeList(capacity: number): NodeList {
  return {
    count: 0,
    break: new Int32Array(capacity),
    state: new Int32Array(capacity),
    demerits: new Float64Array(capacity),
    previous: new Int32Array(capacity),
  };
}

function addNode(nodes: NodeList, end: number, state: number, demerits: number, previous: number): void {
  if (nodes.count === nodes.break.length) growNodeList(nodes);
  const node = nodes.count++;
  nodes.break[node] = end;
  nodes.state[node] = state;
  nodes.demerits[node] = demerits;
  nodes.previous[node] = previous;
}

function growNodeList(nodes: NodeList): void {
  const larger = createNodeList(nodes.break.length * 2);
  larger.break.set(nodes.break);
  larger.state.set(nodes.state);
  larger.demerits.set(nodes.demerits);
  larger.previous.set(nodes.previous);
  Object.assign(nodes, larger, { count: nodes.count });
}

/** Reads an entry that is known to be there. */
function at(array: Float64Array | Int32Array | Uint8Array, index: number): number {
  return array[index] ?? 0;
}
