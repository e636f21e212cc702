import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkContent, checkReference } from './checkContent.ts';
import type { BookParts, ContentDocuments } from './checkContent.ts';
import { checkContents } from './checkContents.ts';
import { checkNcx, readNcx } from './checkNcx.ts';
import type { Ncx } from './checkNcx.ts';
import { checkPackage } from './checkPackage.ts';
import { readContentDocument } from './contentDocument.ts';
import type { ContentDocument } from './contentDocument.ts';
import { openEpub } from './epubArchive.ts';
import type { EpubFiles } from './epubArchive.ts';
import { findEncryptedPaths, findPackageDocument } from './epubContainer.ts';
import { collectFindings } from './epubFindings.ts';
import type { ReportDefect } from './epubFindings.ts';
import { readPackage } from './epubPackage.ts';
import type { EpubPackage } from './epubPackage.ts';
import { stylesheetReferences } from './stylesheetReferences.ts';
import { xmlReader } from './xmlReader.ts';
import type { ReadXml } from './xmlReader.ts';

/** A book as far as it could be read, for checks that ask more of it. */
export interface ExaminedBook extends BookParts {
  readonly ncxes: readonly Ncx[];
}

export interface Examination {
  readonly diagnostics: readonly Diagnostic[];
  /** How many defects there are, with those beyond the number that is listed. */
  readonly defects: number;
  /** The archive's files; `null` when it could not be opened. */
  readonly files: EpubFiles | null;
  /** `null` when there is no package document to go by. */
  readonly book: ExaminedBook | null;
}

/**
 * Reads an EPUB and reports what is wrong with its structure; never throws over what it finds.
 * @param isThorough whether files that no other check reads, fonts for instance, are unpacked, too, to see that they can be
 */
export function examineEpub(bytes: Uint8Array, isThorough = false): Examination {
  const findings = collectFindings();
  const files = openEpub(bytes, findings.report);
  const book = files === null ? null : examineFiles(files, findings.report);
  if (isThorough) for (const path of files?.paths ?? []) files?.read(path);
  return { diagnostics: findings.list(), defects: findings.total(), files, book };
}

function examineFiles(files: EpubFiles, report: ReportDefect): ExaminedBook | null {
  const readXml = xmlReader(files, report);
  const packagePath = findPackageDocument(files, readXml, report);
  if (packagePath === null) return null;
  const book = readPackage(packagePath, readXml);
  checkPackage(book, files, report);
  const documents = readDocuments(book, files, readXml, report);
  const parts = { book, documents, files };
  checkContent(parts, report);
  checkContents(book, documents, report);
  checkStylesheets(parts, report);
  const ncxes = pathsOfType(book, files, ncxMediaType).map(path => readNcx(path, readXml));
  for (const ncx of ncxes) checkNcx(ncx, parts, report);
  for (const { href, line } of book.guide) {
    checkReference(book.path, { kind: 'link', url: href, line }, documents, files, report);
  }
  return { ...parts, ncxes };
}

const ncxMediaType = 'application/x-dtbncx+xml';
const contentMediaTypes = ['application/xhtml+xml', 'image/svg+xml'];

/** The paths of what the manifest declares to be of one of the types and the archive has, once each. */
function pathsOfType(book: EpubPackage, files: EpubFiles, ...mediaTypes: readonly string[]): readonly string[] {
  const paths = book.items.filter(item => mediaTypes.includes(item.mediaType)).map(item => item.path);
  return [...new Set(paths)].filter(path => path !== null).filter(path => files.paths.has(path));
}

function readDocuments(book: EpubPackage, files: EpubFiles, readXml: ReadXml, report: ReportDefect): ContentDocuments {
  const encrypted = findEncryptedPaths(files, readXml);
  const documents = new Map<string, ContentDocument>();
  for (const path of pathsOfType(book, files, ...contentMediaTypes)) {
    if (encrypted.has(path)) report('epub/encrypted-content', 'It is encrypted and was not checked.', { path });
    else documents.set(path, readContentDocument(path, readXml, report));
  }
  return documents;
}

function checkStylesheets({ book, documents, files }: BookParts, report: ReportDefect): void {
  for (const path of pathsOfType(book, files, 'text/css')) {
    const bytes = files.read(path);
    if (bytes === null) continue;
    for (const reference of stylesheetReferences(new TextDecoder().decode(bytes))) {
      checkReference(path, reference, documents, files, report);
    }
  }
}
