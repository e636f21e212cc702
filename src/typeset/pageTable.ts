import { type ElementNode, type GalleyLine, heightOfHead } from './galley.ts';

/** What is wrong with a page that ends before a line, as bits. */
export const fault = {
  /** A heading torn from what follows it, or followed by a single line. */
  torn: 1,
  /** A paragraph's last line alone at the head of a page. */
  widow: 2,
  /** A paragraph's first line alone at the foot of a page. */
  orphan: 4,
  /** A single line between a page's edge and a scene break, or of a list or a quotation. */
  lone: 8,
  /** A word that goes on on the next page. */
  dividedWord: 16,
  /** A scene break first or last on a page: it can be seen there, for it is an ornament. */
  breakAtEdge: 32,
} as const;

/** What each fault costs; only their order of size matters, see `pageCost.ts`. */
export const faultCost = {
  torn: 60_000,
  headingOverOneLine: 12_000,
  widow: 9_000,
  orphan: 6_000,
  loneAtBreak: 4_000,
  breakAtFoot: 5_000,
  breakAtHead: 3_000,
  loneInBlock: 1_200,
  insideRow: 800,
} as const;

/** A galley's lines as the page breaker reads them: an entry a line, and of breaks one more. Lengths in points. */
export interface PageTable {
  readonly count: number;
  readonly heightPt: Float64Array;
  readonly spaceBeforePt: Float64Array;
  /** What stands again above the line at the top of a page. */
  readonly headPt: Float64Array;
  /** 1: keeps its space at the top of a page; 2: snaps to the grid. */
  readonly placing: Uint8Array;
  /** What it costs to end a page before the line, but for {@link fault.dividedWord}. */
  readonly breakCost: Float64Array;
  readonly faults: Uint8Array;
}

export const keepsSpaceAtTop = 1;
export const snapsToGrid = 2;

export function createPageTable(lines: readonly GalleyLine[]): PageTable {
  const count = lines.length;
  const table: PageTable = {
    count,
    heightPt: new Float64Array(count),
    spaceBeforePt: new Float64Array(count),
    headPt: new Float64Array(count),
    placing: new Uint8Array(count),
    breakCost: new Float64Array(count + 1),
    faults: new Uint8Array(count + 1),
  };
  lines.forEach((line, index) => {
    table.heightPt[index] = line.heightPt;
    table.spaceBeforePt[index] = line.spaceBeforePt;
    table.placing[index] = (line.keepsSpaceAtTop ? keepsSpaceAtTop : 0) | (line.snapsToGrid ? snapsToGrid : 0);
    if (line.repeatedHead !== undefined) table.headPt[index] = heightOfHead(line.repeatedHead);
    if (index > 0) rateBreak(table, lines, index);
  });
  return table;
}

/** Says what a page would suffer from that ends before the line. */
function rateBreak(table: PageTable, lines: readonly GalleyLine[], index: number): void {
  const last = lines[index - 1];
  const next = lines[index];
  if (last === undefined || next === undefined) return;
  let faults = 0;
  let cost = 0;
  if (last.isSceneBreak || (next.isSceneBreak && next.indexInBlock === 0)) {
    faults |= fault.breakAtEdge;
    cost += last.isSceneBreak ? faultCost.breakAtFoot : faultCost.breakAtHead;
  } else if (last.keepsWithNext) {
    faults |= fault.torn;
    cost += faultCost.torn;
  } else if (isSingleBelow(lines[index - 2])) {
    const isHeading = lines[index - 2]?.isSceneBreak === false;
    faults |= isHeading ? fault.torn : fault.lone;
    cost += isHeading ? faultCost.headingOverOneLine : faultCost.loneAtBreak;
  }
  if (next.keepsWithNext && lines[index + 1]?.isSceneBreak === true) {
    faults |= fault.lone;
    cost += faultCost.loneAtBreak;
  }
  if (next.indexInBlock > 0) {
    if (last.indexInBlock === 0) {
      faults |= fault.orphan;
      cost += faultCost.orphan;
    }
    if (next.indexInBlock === next.blockLength - 1) {
      faults |= fault.widow;
      cost += faultCost.widow;
    }
    if (endsInsideWord(last)) faults |= fault.dividedWord;
    if (next.element?.role === 'Table') cost += faultCost.insideRow;
  }
  if (isLoneInBlock(lines, index)) {
    faults |= fault.lone;
    cost += faultCost.loneInBlock;
  }
  table.faults[index] = faults;
  table.breakCost[index] = cost;
}

/** Whether a line is a heading's or an ornament's last: what stands below it is the first line of text. */
function isSingleBelow(line: GalleyLine | undefined): boolean {
  return line?.keepsWithNext === true && line.indexInBlock === line.blockLength - 1 && isApart(line);
}

/** Headings and ornaments, but not the last line of a paragraph that is kept with what follows. */
function isApart({ isSceneBreak, element }: GalleyLine): boolean {
  return isSceneBreak || element?.role.startsWith('H') === true;
}

/** Whether the break leaves one line of a list, a table or a quotation alone on a page. */
function isLoneInBlock(lines: readonly GalleyLine[], index: number): boolean {
  const next = lines[index];
  const last = lines[index - 1];
  if (next === undefined || last === undefined) return false;
  const block = containerOf(next.element);
  if (block === null || containerOf(last.element) !== block) return false;
  const isFirst = containerOf(lines[index - 2]?.element ?? null) !== block;
  return isFirst || containerOf(lines[index + 1]?.element ?? null) !== block;
}

/** The list, table or quotation that an element belongs to. */
function containerOf(element: ElementNode | null): ElementNode | null {
  for (let node = element; node !== null; node = node.parent) {
    if (node.role === 'L' || node.role === 'Table' || node.role === 'BlockQuote') return node;
    // No such block stands above these.
    if (node.role === 'Sect' || node.role === 'Note' || node.role === 'Document') return null;
  }
  return null;
}

/** Every line that ends between two words ends in a space. */
function endsInsideWord({ line }: GalleyLine): boolean {
  const text = line.runs.at(-1)?.text;
  return text?.endsWith(' ') === false;
}
