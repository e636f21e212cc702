import type { Block, Inline, List, Table } from '../../book/tree.ts';
import { attribute, childElements, descendants, type HtmlContent, type HtmlElement, type HtmlNode, isElement, isText } from './htmlDocument.ts'; // prettier-ignore
import { hasWords } from './sourceRuns.ts';
import type { TextLengths } from './textLengths.ts';

/** A list; words between its items become items of their own. */
export function readList(element: HtmlElement, blocksIn: (content: HtmlContent) => Block[]): List | null {
  const items = element.childNodes.map(child => blocksIn({ childNodes: [child] })).filter(blocks => blocks.length > 0);
  const start = Number.parseInt(attribute(element, 'start') ?? '1', 10);
  return items.length === 0
    ? null
    : { type: 'list', ordered: element.tagName === 'ol', start: Number.isSafeInteger(start) ? start : 1, items };
}

/** The longest cell of a table of data, in characters; tables that lay out a page hold whole stories. */
const maxCellLength = 300;

const blocksInCells = new Set(['p', 'div', 'table', 'ul', 'ol', 'blockquote', 'pre', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'center']); // prettier-ignore

/** A table of data: at least two rows and two columns of short cells; `null` for one that lays the page out. */
export function readTable(
  element: HtmlElement,
  lengths: TextLengths,
  inlinesIn: (cell: HtmlElement) => Inline[],
): Table | null {
  const rows = rowsOf(element);
  if (rows === null || rows.length < 2) return null;
  const cells = rows.map(row => childElements(row));
  const isData = cells.some(row => row.length > 1) && cells.flat().every(cell => isDataCell(cell, lengths));
  if (!isData) return null;
  const [first = [], ...others] = cells;
  const hasHeader = first.length > 0 && first.every(cell => cell.tagName === 'th');
  return {
    type: 'table',
    header: hasHeader ? first.map(inlinesIn) : [],
    rows: (hasHeader ? others : cells).map(row => row.map(inlinesIn)),
  };
}

function isDataCell(cell: HtmlElement, lengths: TextLengths): boolean {
  if (lengths.of(cell) > maxCellLength) return false;
  for (const inside of descendants(cell)) if (blocksInCells.has(inside.tagName)) return false;
  return true;
}

/** The rows of a table, those of its sections too; `null` when words stand outside of its cells. */
function rowsOf(table: HtmlElement): HtmlElement[] | null {
  const rows: HtmlElement[] = [];
  for (const child of table.childNodes) {
    if (isText(child) && hasWords(child.value)) return null;
    if (!isElement(child)) continue;
    if (['thead', 'tbody', 'tfoot'].includes(child.tagName)) {
      const inside = rowsOf(child);
      if (inside === null) return null;
      rows.push(...inside);
    } else if (child.tagName === 'tr') {
      if (child.childNodes.some(node => !isCell(node))) return null;
      rows.push(child);
    } else if (child.tagName !== 'colgroup') return null;
  }
  return rows;
}

function isCell(node: HtmlNode): boolean {
  if (isElement(node)) return node.tagName === 'td' || node.tagName === 'th';
  return !isText(node) || !hasWords(node.value);
}
