import { isEpub2 } from './checkPackage.ts';
import type { ContentDocument } from './contentDocument.ts';
import type { DocumentReference } from './elementReferences.ts';
import type { EpubFiles } from './epubArchive.ts';
import type { ReportDefect } from './epubFindings.ts';
import { resolveReference } from '../archive/resolveReference.ts';
import type { EpubPackage } from './epubPackage.ts';

/** The documents of a book by path; of a document that is not well-formed nothing is said that needs all its ids. */
export type ContentDocuments = ReadonlyMap<string, ContentDocument>;

/** What a book's files are checked against. */
export interface BookParts {
  readonly book: EpubPackage;
  readonly documents: ContentDocuments;
  readonly files: EpubFiles;
}

/** Checks all references of the documents, and what the manifest has to say of them. */
export function checkContent(parts: BookParts, report: ReportDefect): void {
  const { book, documents, files } = parts;
  const outsideSpine = isEpub2(book) ? new Set<string>() : documentsOutsideSpine(book);
  for (const document of documents.values()) {
    for (const reference of document.references) {
      checkReference(document.path, reference, documents, files, report);
      if (reference.kind === 'link') checkLink(document.path, reference, outsideSpine, report);
    }
  }
  if (!isEpub2(book)) checkProperties(parts, report);
}

/** The XHTML documents that the manifest has and the spine has not. */
function documentsOutsideSpine(book: EpubPackage): ReadonlySet<string> {
  const inSpine = new Set(book.spine.map(({ idref }) => idref));
  const outside = book.items.filter(item => item.mediaType === 'application/xhtml+xml' && !inSpine.has(item.id));
  return new Set(outside.flatMap(({ path }) => (path === null ? [] : [path])));
}

/** A reader follows links within the spine only (EPUB 3.3 §3.3). */
function checkLink(
  fromPath: string,
  { url, line }: DocumentReference,
  outsideSpine: ReadonlySet<string>,
  report: ReportDefect,
): void {
  const target = resolveReference(fromPath, url);
  if (target.kind !== 'inside' || target.path === fromPath || !outsideSpine.has(target.path)) return;
  report('epub/link-outside-spine', `The link leads to ${target.path}, which the spine does not list.`, {
    path: fromPath,
    line,
  });
}

function checkProperties({ book, documents }: BookParts, report: ReportDefect): void {
  for (const item of book.items) {
    const document = item.path === null ? undefined : documents.get(item.path);
    if (document === undefined || item.mediaType !== 'application/xhtml+xml') continue;
    for (const property of document.uses) {
      if (item.properties.has(property)) continue;
      report('epub/property-undeclared', `The manifest does not declare it to be ${property}.`, {
        path: document.path,
      });
    }
  }
}

/** Checks where one reference leads; of use for style sheets, the NCX and the guide, too. */
export function checkReference(
  fromPath: string,
  { kind, url, line }: DocumentReference,
  documents: ContentDocuments,
  files: EpubFiles,
  report: ReportDefect,
): void {
  const place = line === 0 ? { path: fromPath } : { path: fromPath, line };
  const target = resolveReference(fromPath, url);
  const missingCode = kind === 'link' ? 'epub/broken-link' : 'epub/missing-resource';
  const subject = kind === 'link' ? 'The link leads to' : 'The page needs';
  switch (target.kind) {
    case 'itself':
      return;
    case 'remote':
      if (kind === 'resource') report('epub/remote-resource', `${target.url} is loaded from the network.`, place);
      return;
    case 'outside':
      report(missingCode, `${subject} ${url}, which is out of the book.`, place);
      return;
    case 'inside':
      if (!files.paths.has(target.path)) {
        report(missingCode, `${subject} ${target.path}, which is not in the book.`, place);
        return;
      }
      if (kind === 'link' && lacksFragment(documents.get(target.path), target.fragment)) {
        const to = `${target.path}#${target.fragment ?? ''}`;
        report('epub/broken-fragment', `The link leads to ${to}, but nothing there has that id.`, place);
      }
  }
}

function lacksFragment(document: ContentDocument | undefined, fragment: string | null): boolean {
  if (document?.isWellFormed !== true || fragment === null || fragment === '') return false;
  // A fragment such as epubcfi(…) or t=10 is not an id.
  return !document.ids.has(fragment) && !/[(=]/.test(fragment);
}
