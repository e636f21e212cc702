import { checkReference } from './checkContent.ts';
import type { BookParts } from './checkContent.ts';
import type { ReportDefect } from './epubFindings.ts';
import type { ReadXml } from './xmlReader.ts';

/** The contents for EPUB 2 readers. */
export interface Ncx {
  readonly path: string;
  readonly identifier: string | undefined;
  readonly points: readonly NavigationPoint[];
  /** How many points lie in each other at most. */
  readonly depth: number;
}

interface NavigationPoint {
  readonly playOrder: number | null;
  readonly source: string | null;
  readonly line: number;
}

/** Checks the NCX: its identifier, its order and its links. */
export function checkNcx(ncx: Ncx, parts: BookParts, report: ReportDefect): void {
  const { path } = ncx;
  const { book, documents, files } = parts;
  const identifier = book.metadata.find(
    ({ name, id }) => name === 'dc:identifier' && id === book.uniqueIdentifier,
  )?.value;
  if (identifier !== undefined && ncx.identifier !== identifier) {
    const stated = ncx.identifier ?? 'nothing';
    report('epub/ncx-identifier', `It says that it belongs to ${stated}, not to ${identifier}.`, { path });
  }
  checkPlayOrder(ncx, report);
  for (const { source, line } of ncx.points) {
    if (source !== null) checkReference(path, { kind: 'link', url: source, line }, documents, files, report);
  }
}

function checkPlayOrder({ path, points }: Ncx, report: ReportDefect): void {
  const numbered = points.filter(point => point.playOrder !== null);
  const orders = numbered.map(point => point.playOrder ?? 0);
  const isOrdered = orders.every((order, index) => order >= (orders[index - 1] ?? 1));
  if (!isOrdered || (orders[0] ?? 1) !== 1) {
    report('epub/ncx-play-order', 'The points are not numbered from 1 in reading order.', { path });
  }
  const sources = new Map<number, string | null>();
  for (const { playOrder, source, line } of numbered) {
    if (playOrder === null) continue;
    if (sources.has(playOrder) && sources.get(playOrder) !== source) {
      report('epub/ncx-play-order-repeated', `Two places have the playOrder ${String(playOrder)}.`, { path, line });
    }
    sources.set(playOrder, source);
  }
}

/** Reads an NCX; what is there of it when it is not well-formed. */
export function readNcx(path: string, readXml: ReadXml): Ncx {
  let identifier: string | undefined;
  const points: { playOrder: number | null; source: string | null; line: number }[] = [];
  const opened: (typeof points)[number][] = [];
  let depth = 0;
  readXml(path, {
    onOpen: element => {
      if (element.name === 'meta' && element.attribute('name') === 'dtb:uid')
        identifier = element.attribute('content')?.trim();
      if (element.name === 'navPoint') {
        const playOrder = element.attribute('playOrder');
        const point = {
          playOrder: playOrder === undefined ? null : Number(playOrder),
          source: null,
          line: element.line,
        };
        points.push(point);
        opened.push(point);
        depth = Math.max(depth, opened.length);
      }
      const point = opened.at(-1);
      if (element.name === 'content' && point !== undefined) {
        point.source = element.attribute('src') ?? null;
      }
    },
    onClose: name => {
      if (name === 'navPoint') opened.pop();
    },
  });
  return { path, identifier, points, depth };
}
