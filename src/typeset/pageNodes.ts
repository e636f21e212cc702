/** How a page is made that ends at a node. */
export interface PageStep {
  /** The node that the page begins with. */
  readonly previous: number;
  /** See `PageRange.depth`; `anyDepth` where it ends as it may. */
  readonly depth: number;
  /** The last line of a paragraph that is changed, and by how many lines; 0 lines where none is. */
  readonly changed: number;
  readonly by: number;
}

/** The states of the search for pages: typed arrays, and of each line a linked list of the states that it is reached in. */
export interface PageNodes {
  /** The first node of a line; -1 where it is not reached. */
  readonly first: (line: number) => number;
  readonly next: (node: number) => number;
  readonly lineOf: (node: number) => number;
  /** What the next page is told: see `breakPages`. */
  readonly slotOf: (node: number) => number;
  /** How many lines of notes are placed. */
  readonly placedOf: (node: number) => number;
  readonly costOf: (node: number) => number;
  readonly stepOf: (node: number) => PageStep;
  /** Notes a way to a state, if none is known that costs as little. */
  readonly offer: (
    line: number,
    slot: number,
    placed: number,
    cost: number,
    previous: number,
    depth: number,
    changed: number,
    by: number,
  ) => void;
}

/** Beyond this many states of one line, notes that go on from page to page stand in too many places: the worst are dropped. */
const mostNodesOfLine = 64;

interface NodeArrays {
  count: number;
  next: Int32Array;
  line: Int32Array;
  slot: Uint8Array;
  placed: Int32Array;
  cost: Float64Array;
  previous: Int32Array;
  depth: Int8Array;
  changed: Int32Array;
  by: Int8Array;
}

export function createPageNodes(lineCount: number): PageNodes {
  const firstOfLine = new Int32Array(lineCount + 1).fill(-1);
  const countOfLine = new Uint8Array(lineCount + 1);
  const nodes = createArrays(Math.max(256, lineCount * 6));

  /** The node of a state, or one that may be given up for it; -1 where nothing is to be kept of it. */
  function placeFor(line: number, slot: number, placed: number, cost: number): number {
    let worst = -1;
    for (let node = firstOfLine[line] ?? -1; node !== -1; node = at(nodes.next, node)) {
      if (at(nodes.slot, node) === slot && at(nodes.placed, node) === placed) {
        return cost < at(nodes.cost, node) ? node : -1;
      }
      if (worst === -1 || at(nodes.cost, node) > at(nodes.cost, worst)) worst = node;
    }
    if (at(countOfLine, line) < mostNodesOfLine) return addNode(line);
    return cost < at(nodes.cost, worst) ? worst : -1;
  }

  function addNode(line: number): number {
    if (nodes.count === nodes.line.length) growArrays(nodes);
    const node = nodes.count++;
    nodes.next[node] = firstOfLine[line] ?? -1;
    nodes.line[node] = line;
    firstOfLine[line] = node;
    countOfLine[line] = at(countOfLine, line) + 1;
    return node;
  }

  return {
    first: line => firstOfLine[line] ?? -1,
    next: node => at(nodes.next, node),
    lineOf: node => at(nodes.line, node),
    slotOf: node => at(nodes.slot, node),
    placedOf: node => at(nodes.placed, node),
    costOf: node => at(nodes.cost, node),
    stepOf: node => ({
      previous: at(nodes.previous, node),
      depth: at(nodes.depth, node),
      changed: at(nodes.changed, node),
      by: at(nodes.by, node),
    }),
    offer: (line, slot, placed, cost, previous, depth, changed, by) => {
      const node = placeFor(line, slot, placed, cost);
      if (node === -1) return;
      nodes.slot[node] = slot;
      nodes.placed[node] = placed;
      nodes.cost[node] = cost;
      nodes.previous[node] = previous;
      nodes.depth[node] = depth;
      nodes.changed[node] = changed;
      nodes.by[node] = by;
    },
  };
}

function createArrays(capacity: number): NodeArrays {
  return {
    count: 0,
    next: new Int32Array(capacity),
    line: new Int32Array(capacity),
    slot: new Uint8Array(capacity),
    placed: new Int32Array(capacity),
    cost: new Float64Array(capacity),
    previous: new Int32Array(capacity),
    depth: new Int8Array(capacity),
    changed: new Int32Array(capacity),
    by: new Int8Array(capacity),
  };
}

function growArrays(nodes: NodeArrays): void {
  const larger = createArrays(nodes.line.length * 2);
  larger.next.set(nodes.next);
  larger.line.set(nodes.line);
  larger.slot.set(nodes.slot);
  larger.placed.set(nodes.placed);
  larger.cost.set(nodes.cost);
  larger.previous.set(nodes.previous);
  larger.depth.set(nodes.depth);
  larger.changed.set(nodes.changed);
  larger.by.set(nodes.by);
  Object.assign(nodes, larger, { count: nodes.count });
}

/** Reads an entry that is known to be there. */
function at(array: Float64Array | Int32Array | Int8Array | Uint8Array, index: number): number {
  return array[index] ?? 0;
}
