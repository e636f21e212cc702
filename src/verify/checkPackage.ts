import type { EpubFiles } from './epubArchive.ts';
import type { ReportDefect } from './epubFindings.ts';
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
  checkCover(book, report);
}

function isEpub2(book: EpubPackage): boolean {
  return book.version.startsWith('2');
}

function checkMetadata(book: EpubPackage, report: ReportDefect): void {
  const stated = new Set(book.metadata.filter(entry => entry.value !== '').map(entry => entry.name));
  const required = ['dc:identifier', 'dc:title', 'dc:language', ...(isEpub2(book) ? [] : ['dcterms:modified'])];
  for (const name of required) {
    if (!stated.has(name)) report('epub/metadata-missing', `${book.path} states no ${name}.`);
  }
  const identifier = book.metadata.find(entry => entry.name === 'dc:identifier' && entry.id === book.uniqueIdentifier);
  if (stated.has('dc:identifier') && (identifier === undefined || book.uniqueIdentifier === undefined)) {
    const named = book.uniqueIdentifier ?? 'nothing';
    report(
      'epub/unique-identifier-unresolved',
      `${book.path} has no dc:identifier with the id of its unique-identifier, ${named}.`,
    );
  }
  for (const { name, value } of book.metadata) {
    const isLanguage = name === 'dc:language' && value !== '';
    if (isLanguage && !wellFormedLanguage.test(value)) {
      report(
        'epub/language-invalid',
        `${book.path} states the language ${JSON.stringify(value)}, which is no language tag.`,
      );
    }
  }
}

function checkManifest(book: EpubPackage, files: EpubFiles, report: ReportDefect): void {
  const ids = new Set<string>();
  const paths = new Set<string>();
  for (const item of book.items) {
    checkItem(book, item, files, report);
    if (item.id !== '' && ids.has(item.id))
      report('epub/manifest-id-repeated', `${book.path} has two items with the id ${item.id}.`);
    if (item.path !== null && paths.has(item.path)) {
      report('epub/manifest-file-repeated', `${book.path} declares ${item.path} twice.`);
    }
    ids.add(item.id);
    if (item.path !== null) paths.add(item.path);
  }
}

function checkItem(book: EpubPackage, item: ManifestItem, files: EpubFiles, report: ReportDefect): void {
  const lacking = [item.id === '' && 'id', item.href === '' && 'href', item.mediaType === '' && 'media-type'].filter(
    Boolean,
  );
  if (lacking.length > 0) {
    const name = item.href === '' ? item.id : item.href;
    report(
      'epub/manifest-item-incomplete',
      `${book.path} has an item ${JSON.stringify(name)} without ${lacking.join(' and ')}.`,
    );
    return;
  }
  const { path } = item;
  if (path === null) {
    // What readers may stream; all else has to be in the book.
    const isMedia = /^(?:audio|video)\//.test(item.mediaType);
    if (!isMedia) report('epub/remote-resource', `${book.path} declares ${item.href}, which is not in the book.`);
    return;
  }
  if (!files.paths.has(path)) {
    report('epub/manifest-file-missing', `${book.path} declares ${path}, which is not in the archive.`);
    return;
  }
  const problem = mediaTypeProblem(path, item.mediaType, () => files.read(path));
  if (problem !== null)
    report('epub/media-type-wrong', `${book.path} declares ${path} as ${item.mediaType}, but ${problem}.`);
}

/** Files of the container itself need no declaration. */
function checkUndeclared(book: EpubPackage, files: EpubFiles, report: ReportDefect): void {
  const declared = new Set(book.items.map(item => item.path));
  for (const path of files.paths) {
    const isOfContainer = path === 'mimetype' || path.startsWith('META-INF/') || path === book.path;
    if (!isOfContainer && !declared.has(path))
      report('epub/undeclared-file', `${path} is not declared in ${book.path}.`);
  }
}

function checkSpine(book: EpubPackage, report: ReportDefect): void {
  if (book.spine.length === 0) report('epub/spine-empty', `The spine of ${book.path} lists no document.`);
  const ids = new Set(book.items.map(item => item.id));
  const seen = new Set<string>();
  for (const idref of book.spine) {
    if (!ids.has(idref)) {
      report(
        'epub/spine-item-unknown',
        `The spine of ${book.path} lists ${JSON.stringify(idref)}, which the manifest does not have.`,
      );
    }
    if (seen.has(idref))
      report('epub/spine-item-repeated', `The spine of ${book.path} lists ${JSON.stringify(idref)} twice.`);
    seen.add(idref);
  }
}

function checkNavigation(book: EpubPackage, report: ReportDefect): void {
  if (isEpub2(book)) {
    const hasNcx = book.ncxId !== undefined && book.items.some(item => item.id === book.ncxId);
    if (!hasNcx) report('epub/ncx-missing', `The spine of ${book.path} names no NCX.`);
    return;
  }
  const count = book.items.filter(item => item.properties.has('nav')).length;
  if (count !== 1) {
    report(
      'epub/nav-missing',
      `${book.path} declares ${count === 0 ? 'no navigation document' : `${String(count)} navigation documents`}.`,
    );
  }
  if (book.ncxId !== undefined && !book.items.some(item => item.id === book.ncxId)) {
    report(
      'epub/ncx-missing',
      `The spine of ${book.path} names the NCX ${book.ncxId}, which the manifest does not have.`,
    );
  }
}

function checkCover(book: EpubPackage, report: ReportDefect): void {
  const oldCoverId = book.metadata.find(entry => entry.name === 'cover')?.value;
  const cover = book.items.find(item => item.properties.has('cover-image') || item.id === oldCoverId);
  if (cover === undefined) report('epub/cover-missing', `${book.path} declares no cover picture.`);
}
