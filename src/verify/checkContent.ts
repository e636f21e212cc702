import type { ContentDocument, DocumentReference } from './contentDocument.ts';
import type { EpubFiles } from './epubArchive.ts';
import type { ReportDefect } from './epubFindings.ts';
import { resolveReference } from '../archive/resolveReference.ts';

/** The documents of a book by path; of a document that is not well-formed nothing is said that needs all its ids. */
export type ContentDocuments = ReadonlyMap<string, ContentDocument>;

/** Checks the documents each by itself and all their references. */
export function checkContent(documents: ContentDocuments, files: EpubFiles, report: ReportDefect): void {
  for (const document of documents.values()) {
    checkDocument(document, report);
    for (const reference of document.references) checkReference(document.path, reference, documents, files, report);
  }
}

function checkDocument(document: ContentDocument, report: ReportDefect): void {
  const { path } = document;
  for (const id of document.repeatedIds) report('epub/duplicate-id', `${path} has two elements with the id ${id}.`);
  for (const line of document.imagesWithoutSource) {
    report('epub/image-without-source', `${path}, line ${String(line)}, has a picture without src.`);
  }
  for (const line of document.imagesWithoutAlt) {
    report('epub/image-without-alt', `${path}, line ${String(line)}, has a picture without alt.`);
  }
  if (!document.hasLanguage && document.isWellFormed) report('epub/language-undeclared', `${path} states no language.`);
}

/** Checks where one reference leads; of use for style sheets, the NCX and the guide, too. */
export function checkReference(
  fromPath: string,
  { kind, url, line }: DocumentReference,
  documents: ContentDocuments,
  files: EpubFiles,
  report: ReportDefect,
): void {
  const place = line === 0 ? fromPath : `${fromPath}, line ${String(line)},`;
  const target = resolveReference(fromPath, url);
  const missingCode = kind === 'link' ? 'epub/broken-link' : 'epub/missing-resource';
  switch (target.kind) {
    case 'itself':
      return;
    case 'remote':
      if (kind === 'resource') report('epub/remote-resource', `${place} loads ${target.url} from the network.`);
      return;
    case 'outside':
      report(missingCode, `${place} refers to ${url}, which leads out of the book.`);
      return;
    case 'inside':
      if (!files.paths.has(target.path)) {
        report(missingCode, `${place} refers to ${target.path}, which is not in the book.`);
        return;
      }
      if (kind === 'link' && lacksFragment(documents.get(target.path), target.fragment)) {
        report(
          'epub/broken-fragment',
          `${place} refers to ${target.path}#${target.fragment ?? ''}, but nothing there has that id.`,
        );
      }
  }
}

function lacksFragment(document: ContentDocument | undefined, fragment: string | null): boolean {
  if (document?.isWellFormed !== true || fragment === null || fragment === '') return false;
  // A fragment such as epubcfi(…) or t=10 is not an id.
  return !document.ids.has(fragment) && !/[(=]/.test(fragment);
}
