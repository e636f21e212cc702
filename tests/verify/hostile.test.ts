import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packArchive } from '../../src/archive/packArchive.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkEpub } from '../../src/verify/checkEpub.ts';
import { buildGoodBook, edited, pack, textOf } from './epubFiles.ts';
import type { GoodBook } from './epubFiles.ts';

/** No hostile book may take more of the processor, in milliseconds; nor more memory beyond its own size, in bytes. */
const maxProcessorMs = 2000;
const maxGrowthBytes = 600 * 1024 ** 2;

const container = 'META-INF/container.xml';

/** A billion laughs: ten entities, each ten times the one before. */
const laughs = (root: string) => {
  const entities = Array.from({ length: 10 }, (_, index) => {
    const value = index === 0 ? 'ha' : `&l${String(index - 1)};`.repeat(10);
    return `<!ENTITY l${String(index)} "${value}">`;
  });
  return `<!DOCTYPE ${root} [${entities.join('')}]>`;
};

const external = (root: string) => `<!DOCTYPE ${root} [<!ENTITY x SYSTEM "file:///etc/passwd">]>`;

const encoder = new TextEncoder();

/** Words that deflate to no less than a third, so that no limit of ratio stops them. */
function randomText(bytes: number): string {
  let state = 12345;
  const letters: string[] = [];
  for (let index = 0; index < bytes; index += 1) {
    state = (state * 1103515245 + 12345) % 2147483648;
    letters.push(String.fromCharCode(97 + (state % 26)));
  }
  return letters.join('');
}

function withFile(book: GoodBook, path: string, content: string | Uint8Array): Uint8Array {
  return pack(new Map(book.files).set(path, typeof content === 'string' ? encoder.encode(content) : content));
}

function inChapter(book: GoodBook, markup: string): Uint8Array {
  return pack(edited(book.files, book.chapter, /<p>/, `${markup}<p>`));
}

/** The archive with the bytes before or at a file's entry in the list of entries changed. */
function withEntry(bytes: Uint8Array, name: string, change: (view: DataView, header: number) => void): Uint8Array {
  const copy = bytes.slice();
  const header = Buffer.from(copy).lastIndexOf(name) - 46;
  change(new DataView(copy.buffer), header);
  return copy;
}

function endRecord(bytes: Uint8Array, change: (view: DataView, end: number) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer), copy.length - 22);
  return copy;
}

type Make = (book: GoodBook) => Uint8Array;

/** Hostile books, and the code that has to name each. */
const hostile: readonly (readonly [name: string, code: Diagnostic['code'], make: Make])[] = [
  ['an empty file', 'epub/not-a-zip', () => new Uint8Array(0)],
  ['a page instead of a book', 'epub/not-a-zip', () => encoder.encode('<html>Sign in</html>')],
  ['a file cut off', 'epub/damaged-archive', book => book.bytes.slice(0, book.bytes.length / 2)],
  ['only the first bytes of a zip', 'epub/damaged-archive', () => encoder.encode('PK\u0003\u0004')],
  ['a zip of nothing', 'epub/container-missing', () => packArchive([])],
  ['no container', 'epub/container-missing', book => pack(new Map([...book.files].filter(([path]) => path !== container)))],
  ['a container that is no XML', 'epub/malformed-xml', book => withFile(book, container, '<container><')],
  ['a container that names a file outside', 'epub/package-missing', book => withFile(book, container, '<container><rootfiles><rootfile full-path="../../etc/passwd" media-type="application/oebps-package+xml"/></rootfiles></container>')],
  ['a package document that is no XML', 'epub/malformed-xml', book => pack(edited(book.files, book.opf, /<\/metadata>/, '<metadata'))],
  ['laughs in the container', 'epub/entities-declared', book => pack(edited(book.files, container, /<container/, `${laughs('container')}<container`))],
  ['laughs in the package document', 'epub/entities-declared', book => pack(edited(edited(book.files, book.opf, /<package/, `${laughs('package')}<package`), book.opf, /<dc:title([^>]*)>/, '<dc:title$1>&l9;'))],
  ['laughs in a chapter', 'epub/entities-declared', book => pack(edited(edited(book.files, book.chapter, /<!DOCTYPE html>/, laughs('html')), book.chapter, /<p>/, '<p>&l9;'))],
  ['laughs in the NCX', 'epub/entities-declared', book => pack(edited(edited(book.files, book.ncx, /<ncx/, `${laughs('ncx')}<ncx`), book.ncx, /<text>/, '<text>&l9;'))],
  ['the disk read through the package document', 'epub/external-entity', book => pack(edited(book.files, book.opf, /<package/, `${external('package')}<package`))],
  ['the disk read through a chapter', 'epub/external-entity', book => pack(edited(edited(book.files, book.chapter, /<!DOCTYPE html>/, external('html')), book.chapter, /<p>/, '<p>&x;'))],
  ['the network read through the NCX', 'epub/external-entity', book => pack(edited(book.files, book.ncx, /<ncx/, '<!DOCTYPE ncx [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">%x;]><ncx'))],
  ['a script', 'epub/script', book => inChapter(book, '<script>fetch("https://example.org/")</script>')],
  ['a link to a script', 'epub/script', book => inChapter(book, '<p><a href="javascript:x()">x</a></p>')],
  ['a picture from the disk', 'epub/missing-resource', book => inChapter(book, '<p><img src="file:///etc/passwd" alt=""/></p>')],
  ['a picture from the network', 'epub/remote-resource', book => inChapter(book, '<p><img src="http://127.0.0.1:9/a.png" alt=""/></p>')],
  ['a frame from the network', 'epub/remote-resource', book => inChapter(book, '<iframe src="https://example.org/"></iframe>')],
  ['a name that climbs', 'epub/unsafe-path', book => withFile(book, '../../../tmp/fascicle-was-here', 'x')],
  ['a name from the root', 'epub/unsafe-path', book => withFile(book, '/tmp/fascicle-was-here', 'x')],
  ['a name of Windows', 'epub/unsafe-path', book => withFile(book, 'C:\\fascicle-was-here', 'x')],
  ['two files of one name', 'epub/duplicate-entry', book => {
    const bytes = pack(new Map(book.files).set('META-INF/a', encoder.encode('1')).set('META-INF/b', encoder.encode('2')));
    return withEntry(bytes, 'META-INF/b', (view, header) => { view.setUint8(header + 46 + 9, 97); });
  }],
  ['an encrypted entry', 'epub/unsupported-archive', book => withEntry(book.bytes, book.chapter, (view, header) => { view.setUint16(header + 8, 1, true); })],
  ['an encrypted chapter', 'epub/encrypted-content', book => withFile(book, 'META-INF/encryption.xml', `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><x><CipherReference URI="${book.chapter}"/></x></encryption>`)],
  ['a method of compression that is none', 'epub/unsupported-archive', book => withEntry(book.bytes, book.chapter, (view, header) => { view.setUint16(header + 10, 99, true); })],
  ['a size that is too small', 'epub/damaged-archive', book => withEntry(book.bytes, book.chapter, (view, header) => { view.setUint32(header + 24, 10, true); })],
  ['a size that is too large', 'epub/damaged-archive', book => withEntry(book.bytes, book.chapter, (view, header) => { view.setUint32(header + 24, 500_000, true); })],
  ['a size of gigabytes', 'epub/too-large', book => withEntry(book.bytes, book.chapter, (view, header) => { view.setUint32(header + 24, 0xfffffff0, true); })],
  ['a zip bomb', 'epub/too-large', book => withFile(book, 'OEBPS/bomb.txt', new Uint8Array(50_000_000))],
  ['a zip bomb in a zip', 'epub/undeclared-file', book => withFile(book, 'OEBPS/bomb.zip', packArchive([{ path: 'a', content: new Uint8Array(50_000_000) }]))],
  ['entries that lie over each other', 'epub/overlapping-entries', book => {
    const first = Buffer.from(book.bytes).lastIndexOf(book.opf) - 46;
    const offset = new DataView(book.bytes.buffer, book.bytes.byteOffset).getUint32(first + 42, true);
    return withEntry(book.bytes, book.chapter, (view, header) => { view.setUint32(header + 42, offset, true); });
  }],
  ['a hundred thousand entries', 'epub/too-large', () => packArchive(Array.from({ length: 100_000 }, (_, index) => ({ path: `a/${String(index)}`, content: '' })))],
  ['thirty thousand entries', 'epub/too-large', () => packArchive(Array.from({ length: 30_000 }, (_, index) => ({ path: `a/${String(index)}`, content: '' })))],
  ['a ZIP64', 'epub/unsupported-archive', book => endRecord(book.bytes, (view, end) => { view.setUint16(end + 10, 0xffff, true); })],
  ['a list of entries that starts before the file', 'epub/damaged-archive', book => endRecord(book.bytes, (view, end) => { view.setUint32(end + 16, 0x7fffffff, true); })],
  ['a hundred thousand elements in each other', 'epub/malformed-xml', book => inChapter(book, '<b>'.repeat(100_000))],
  ['a hundred thousand points in each other', 'epub/malformed-xml', book => pack(edited(book.files, book.ncx, /<navMap>/, `<navMap>${'<navPoint>'.repeat(100_000)}`))],
  ['fifty megabytes of text without an end', 'epub/too-large', book => inChapter(book, `<p>${randomText(1_000_000).repeat(50)}</p>`)],
  ['an attribute of twenty megabytes', 'epub/too-large', book => inChapter(book, `<p title="${randomText(1_000_000).repeat(20)}">x</p>`)],
  ['a comment of twenty megabytes', 'epub/too-large', book => inChapter(book, `<!--${randomText(1_000_000).repeat(20)}-->`)],
  ['a hundred thousand broken links', 'epub/broken-link', book => inChapter(book, Array.from({ length: 100_000 }, (_, index) => `<a href="${String(index)}.xhtml">x</a>`).join(''))],
  ['a hundred thousand attributes', 'epub/malformed-xml', book => inChapter(book, `<p ${Array.from({ length: 100_000 }, (_, index) => `data-${String(index)}${'x'.repeat(100)}=""`).join(' ')}>x</p>`)],
  ['a manifest of a hundred thousand items', 'epub/manifest-file-missing', book => pack(edited(book.files, book.opf, /<\/manifest>/, `${Array.from({ length: 100_000 }, (_, index) => `<item id="i${String(index)}" href="${String(index)}.png" media-type="image/png"/>`).join('')}</manifest>`))],
]; // prettier-ignore

describe('check on hostile books', () => {
  let book: GoodBook;
  const folder = mkdtempSync(join(tmpdir(), 'fascicle-hostile-'));
  beforeAll(async () => {
    book = await buildGoodBook();
    // The first check loads the checker, which is no hostile book's fault.
    await checkEpub(book.bytes);
    return () => {
      rmSync(folder, { recursive: true });
    };
  });

  it.each(hostile)('names %s', async (_, code, make) => {
    const bytes = make(book);
    const before = process.memoryUsage().rss;
    const started = process.cpuUsage();
    const found = await checkEpub(bytes, { devices: ['kindle', 'kobo', 'apple', 'google'] });
    const { user, system } = process.cpuUsage(started);
    expect(found.map(diagnostic => diagnostic.code), JSON.stringify(found.slice(0, 5))).toContain(code); // prettier-ignore
    expect(found.length).toBeLessThan(500);
    expect((user + system) / 1000).toBeLessThan(maxProcessorMs);
    expect(process.memoryUsage().rss - before).toBeLessThan(maxGrowthBytes);
  });

  it('writes nothing', () => {
    expect(readdirSync(folder)).toEqual([]);
    expect(readdirSync(tmpdir()).filter(name => name.includes('was-here'))).toEqual([]);
  });

  it('reads the text of no file of the machine', () => {
    expect(textOf(book.files, book.chapter)).not.toContain('root:');
  });
});
