import type { EpubFiles } from './epubArchive.ts';
import type { ReportDefect } from './epubFindings.ts';
import { coverItemOf } from './epubPackage.ts';
import type { EpubPackage, ManifestItem } from './epubPackage.ts';
import { mediaTypeProblem } from './mediaTypes.ts';

/** Matches `en`, `pt-BR`, `zh-Hant-TW`; not `English`, `en_US`. */
const wellFormedLanguage = /^(?:[a-z]{2,3}|[a-z]{4,8}(?=-)|[xi])(?:-[a-z0-9]{1,8})*$/i;

/** Checks the package document against itself and against the files that are there. */
export function checkPackage(book: EpubPackage, files: EpubFiles, report: ReportDefect): void {
  checkMetadata(book, report);
  checkManifest(book, files, report);
  checkUndeclared(book, files, report);
  checkSpine(book, report);
  checkNavigation(book, report);
  if (coverItemOf(book) === undefined)
    report('epub/cover-missing', 'No picture is declared to be the cover.', { path: book.path });
}

export function isEpub2(book: EpubPackage): boolean {
  return book.version.startsWith('2');
}

function checkMetadata(book: EpubPackage, report: ReportDefect): void {
  const { path } = book;
  const stated = new Set(book.metadata.filter(entry => entry.value !== '').map(entry => entry.name));
  const required = ['dc:identifier', 'dc:title', 'dc:language', ...(isEpub2(book) ? [] : ['dcterms:modified'])];
  for (const name of required) {
    if (!stated.has(name)) report('epub/metadata-missing', `The metadata state no ${name}.`, { path });
  }
  const identifier = book.metadata.find(entry => entry.name === 'dc:identifier' && entry.id === book.uniqueIdentifier);
  if (stated.has('dc:identifier') && (identifier === undefined || book.uniqueIdentifier === undefined)) {
    const named = book.uniqueIdentifier ?? 'nothing';
    const message = `No dc:identifier has the id that unique-identifier names, ${named}.`;
    report('epub/unique-identifier-unresolved', message, { path });
  }
  for (const { name, value, line } of book.metadata) {
    if (name !== 'dc:language' || value === '' || wellFormedLanguage.test(value)) continue;
    report('epub/language-invalid', `The language is ${JSON.stringify(value)}, which is no language tag.`, {
      path,
      line,
    });
  }
}

function checkManifest(book: EpubPackage, files: EpubFiles, report: ReportDefect): void {
  const ids = new Set<string>();
  const paths = new Set<string>();
  for (const item of book.items) {
    const place = { path: book.path, line: item.line };
    checkItem(book, item, files, report);
    if (item.id !== '' && ids.has(item.id)) {
      report('epub/manifest-id-repeated', `Two items have the id ${item.id}.`, place);
    }
    if (item.path !== null && paths.has(item.path)) {
      report('epub/manifest-file-repeated', `${item.path} is declared twice.`, place);
    }
    ids.add(item.id);
    if (item.path !== null) paths.add(item.path);
  }
}

function checkItem(book: EpubPackage, item: ManifestItem, files: EpubFiles, report: ReportDefect): void {
  const place = { path: book.path, line: item.line };
  const lacking = [item.id === '' && 'id', item.href === '' && 'href', item.mediaType === '' && 'media-type'].filter(
    Boolean,
  );
  if (lacking.length > 0) {
    const name = item.href === '' ? item.id : item.href;
    report(
      'epub/manifest-item-incomplete',
      `The item ${JSON.stringify(name)} has no ${lacking.join(' and no ')}.`,
      place,
    );
    return;
  }
  const { path } = item;
  if (path === null) {
    // What readers may stream; all else has to be in the book.
    const isMedia = /^(?:audio|video)\//.test(item.mediaType);
    if (!isMedia) report('epub/remote-resource', `${item.href} is declared, which is not in the book.`, place);
    return;
  }
  if (!files.paths.has(path)) {
    report('epub/manifest-file-missing', `${path} is declared, which is not in the archive.`, place);
    return;
  }
  const problem = mediaTypeProblem(path, item.mediaType, () => files.read(path));
  if (problem !== null) {
    report('epub/media-type-wrong', `${path} is declared as ${item.mediaType}, but ${problem}.`, place);
  }
}

/** Files of the container itself need no declaration. */
function checkUndeclared(book: EpubPackage, files: EpubFiles, report: ReportDefect): void {
  const declared = new Set(book.items.map(item => item.path));
  for (const path of files.paths) {
    const isOfContainer = path === 'mimetype' || path.startsWith('META-INF/') || path === book.path;
    if (!isOfContainer && !declared.has(path))
      report('epub/undeclared-file', `It is not declared in ${book.path}.`, { path });
  }
}

/** What the spine may list without a fallback: EPUB 3.3 §3.3, and OPS 2.0.1 §1.3.7 for books of EPUB 2. */
const spineMediaTypes = ['application/xhtml+xml', 'image/svg+xml'];
const oldSpineMediaTypes = ['application/x-dtbook+xml', 'text/x-oeb1-document'];

function checkSpine(book: EpubPackage, report: ReportDefect): void {
  if (book.spine.length === 0) report('epub/spine-empty', 'The spine lists no document.', { path: book.path });
  const items = new Map(book.items.map(item => [item.id, item]));
  const readable = isEpub2(book) ? [...spineMediaTypes, ...oldSpineMediaTypes] : spineMediaTypes;
  const seen = new Set<string>();
  for (const { idref, line } of book.spine) {
    const place = { path: book.path, line };
    const name = JSON.stringify(idref);
    const item = items.get(idref);
    if (item === undefined)
      report('epub/spine-item-unknown', `The spine lists ${name}, which the manifest does not have.`, place);
    else if (item.mediaType !== '' && !readable.includes(item.mediaType) && !item.hasFallback)
      report('epub/spine-item-not-readable', `The spine lists ${name}, which is ${item.mediaType}.`, place);
    if (seen.has(idref)) report('epub/spine-item-repeated', `The spine lists ${name} twice.`, place);
    seen.add(idref);
  }
}

function checkNavigation(book: EpubPackage, report: ReportDefect): void {
  const place = { path: book.path };
  if (isEpub2(book)) {
    const hasNcx = book.ncxId !== undefined && book.items.some(item => item.id === book.ncxId);
    if (!hasNcx) report('epub/ncx-missing', 'The spine names no NCX.', place);
    return;
  }
  const count = book.items.filter(item => item.properties.has('nav')).length;
  if (count !== 1) {
    const declared = count === 0 ? 'No navigation document is' : `${String(count)} navigation documents are`;
    report('epub/nav-missing', `${declared} declared.`, place);
  }
  if (book.ncxId !== undefined && !book.items.some(item => item.id === book.ncxId)) {
    report('epub/ncx-missing', `The spine names the NCX ${book.ncxId}, which the manifest does not have.`, place);
  }
}
