import { isEpub2 } from './checkPackage.ts';
import type { ContentDocuments } from './checkContent.ts';
import type { ContentDocument } from './contentDocument.ts';
import type { ReportDefect } from './epubFindings.ts';
import type { EpubPackage } from './epubPackage.ts';
import { resolveReference } from '../archive/resolveReference.ts';

/** The document that the manifest declares to be the navigation document. */
export function navigationOf(book: EpubPackage, documents: ContentDocuments): ContentDocument | undefined {
  const path = book.items.find(item => item.properties.has('nav'))?.path;
  return path === undefined || path === null ? undefined : documents.get(path);
}

/** Checks that the navigation document has contents to go by, in the order of the spine. */
export function checkContents(book: EpubPackage, documents: ContentDocuments, report: ReportDefect): void {
  const navigation = navigationOf(book, documents);
  if (navigation?.isWellFormed !== true) return;
  const { path, contents } = navigation;
  if (contents === null) report('epub/nav-without-contents', 'There is no nav of the type toc.', { path });
  else if (contents.links.length === 0) report('epub/nav-without-contents', 'The contents have no link.', { path });
  else if (!isEpub2(book)) checkOrder(book, navigation, report);
}

function checkOrder(book: EpubPackage, { path, contents }: ContentDocument, report: ReportDefect): void {
  const pathOf = new Map(book.items.map(item => [item.id, item.path]));
  const positionOf = new Map(book.spine.map(({ idref }, index) => [pathOf.get(idref), index]));
  let last = 0;
  for (const { url, line } of contents?.links ?? []) {
    const target = resolveReference(path, url);
    const position = target.kind === 'inside' ? positionOf.get(target.path) : undefined;
    if (position === undefined) continue;
    if (position < last) {
      report('epub/nav-order', `${url} comes after what the spine lists later.`, { path, line });
      return;
    }
    last = position;
  }
}
