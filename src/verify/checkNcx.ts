import { checkReference } from './checkContent.ts';
import type { ContentDocuments } from './checkContent.ts';
import type { DocumentReference } from './contentDocument.ts';
import type { EpubFiles } from './epubArchive.ts';
import type { ReportDefect } from './epubFindings.ts';
import type { EpubPackage } from './epubPackage.ts';
import type { ReadXml } from './xmlReader.ts';

interface Ncx {
  readonly identifier: string | undefined;
  readonly playOrders: readonly number[];
  readonly references: readonly DocumentReference[];
}

export interface NcxSurroundings {
  readonly book: EpubPackage;
  readonly documents: ContentDocuments;
  readonly files: EpubFiles;
}

/** Checks the contents for EPUB 2 readers: its identifier, its order and its links. */
export function checkNcx(path: string, readXml: ReadXml, surroundings: NcxSurroundings, report: ReportDefect): void {
  const { book, documents, files } = surroundings;
  const ncx = readNcx(path, readXml);
  const identifier = book.metadata.find(
    ({ name, id }) => name === 'dc:identifier' && id === book.uniqueIdentifier,
  )?.value;
  if (identifier !== undefined && ncx.identifier !== identifier) {
    report(
      'epub/ncx-identifier',
      `${path} says that it belongs to ${ncx.identifier ?? 'nothing'}, not to ${identifier}.`,
    );
  }
  const isOrdered = ncx.playOrders.every((order, index) => order >= (ncx.playOrders[index - 1] ?? 1));
  if (!isOrdered || (ncx.playOrders[0] ?? 1) !== 1) {
    report('epub/ncx-play-order', `${path} does not number its points from 1 in reading order.`);
  }
  for (const reference of ncx.references) checkReference(path, reference, documents, files, report);
}

function readNcx(path: string, readXml: ReadXml): Ncx {
  let identifier: string | undefined;
  const playOrders: number[] = [];
  const references: DocumentReference[] = [];
  readXml(path, {
    onOpen: element => {
      if (element.name === 'meta' && element.attribute('name') === 'dtb:uid')
        identifier = element.attribute('content')?.trim();
      const playOrder = element.name === 'navPoint' ? element.attribute('playOrder') : undefined;
      if (playOrder !== undefined) playOrders.push(Number(playOrder));
      const source = element.name === 'content' ? element.attribute('src') : undefined;
      if (source !== undefined) references.push({ kind: 'link', url: source, line: element.line });
    },
  });
  return { identifier, playOrders, references };
}
