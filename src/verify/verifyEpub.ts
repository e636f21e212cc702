import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkContent, checkReference } from './checkContent.ts';
import type { ContentDocuments } from './checkContent.ts';
import { checkNcx } from './checkNcx.ts';
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

/**
 * Checks the structure of an EPUB, ours or anyone's, and never throws over what it finds. It reads every file once, in
 * well under a second for a million words; it does not replace EPUBCheck, which knows every rule of the schema.
 */
export function verifyEpub(bytes: Uint8Array): Promise<Diagnostic[]> {
  const findings = collectFindings();
  const files = openEpub(bytes, findings.report);
  if (files !== null) checkFiles(files, findings.report);
  return Promise.resolve(findings.list());
}

function checkFiles(files: EpubFiles, report: ReportDefect): void {
  const readXml = xmlReader(files, report);
  const packagePath = findPackageDocument(files, readXml, report);
  if (packagePath === null) return;
  const book = readPackage(packagePath, readXml);
  checkPackage(book, files, report);
  const documents = readDocuments(book, files, readXml, report);
  checkContent(documents, files, report);
  checkContentsOf(book, documents, report);
  checkStylesheets(book, documents, files, report);
  for (const path of pathsOfType(book, files, ncxMediaType))
    checkNcx(path, readXml, { book, documents, files }, report);
  for (const url of book.guide) checkReference(book.path, { kind: 'link', url, line: 0 }, documents, files, report);
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
    if (encrypted.has(path)) report('epub/encrypted-content', `${path} is encrypted and was not checked.`);
    else documents.set(path, readContentDocument(path, readXml));
  }
  return documents;
}

/** Checks that the navigation document has contents to go by. */
function checkContentsOf(book: EpubPackage, documents: ContentDocuments, report: ReportDefect): void {
  const path = book.items.find(item => item.properties.has('nav'))?.path;
  const navigation = path === undefined || path === null ? undefined : documents.get(path);
  if (navigation?.isWellFormed !== true) return;
  if (navigation.contentsLinkCount === null)
    report('epub/nav-without-contents', `${navigation.path} has no nav of the type toc.`);
  else if (navigation.contentsLinkCount === 0)
    report('epub/nav-without-contents', `The contents in ${navigation.path} have no link.`);
}

function checkStylesheets(
  book: EpubPackage,
  documents: ContentDocuments,
  files: EpubFiles,
  report: ReportDefect,
): void {
  for (const path of pathsOfType(book, files, 'text/css')) {
    const bytes = files.read(path);
    if (bytes === null) continue;
    for (const reference of stylesheetReferences(new TextDecoder().decode(bytes))) {
      checkReference(path, reference, documents, files, report);
    }
  }
}
