import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../../src/compile/readStory.ts';
import { parseEpub } from '../../../src/parse/epub/parseEpub.ts';
import { CompileError } from '../../../src/diagnostics/compileError.ts';
import type { NormalizedStory } from '../../../src/normalize/normalizedStory.ts';
import { blockText } from '../../../src/book/plainText.ts';
import { packEpub } from './packTree.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const container = (path: string) =>
  `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`;

const packageOf = (items: string, spine: string, metadata = '') =>
  `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A Lamp</dc:title><dc:language>en</dc:language>${metadata}</metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`;

const item = (id: string, href: string, more = '') =>
  `<item id="${id}" href="${href}" media-type="application/xhtml+xml"${more}/>`;
const page = (body: string) =>
  `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>${body}</body></html>`;

/** A sound book of two documents, some of its files put in place of others. */
function book(files: Files = {}): Uint8Array {
  return packEpub({
    'META-INF/container.xml': container('OEBPS/content.opf'),
    'OEBPS/content.opf': packageOf(
      item('one', 'one.xhtml') + item('two', 'two.xhtml') + item('nav', 'nav.xhtml', ' properties="nav"'),
      '<itemref idref="one"/><itemref idref="two"/>',
    ),
    'OEBPS/nav.xhtml': page(
      '<nav epub:type="toc"><ol><li><a href="one.xhtml">One</a></li><li><a href="two.xhtml">Two</a></li></ol></nav>',
    ),
    'OEBPS/one.xhtml': page('<h1>One</h1><p>The lamp was lit.</p>'),
    'OEBPS/two.xhtml': page('<h1>Two</h1><p>The lamp went out.</p>'),
    ...files,
  });
}

const read = (bytes: Uint8Array): NormalizedStory => readStory([{ path: 'x.epub', bytes }], { parseEpub });

/** How reading fails: the code, the message and the hint that a person sees. */
function failureOf(bytes: Uint8Array): {
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
} {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof CompileError) return { code: error.code, message: error.message, hint: error.hint };
    throw error;
  }
  return expect.fail('The book was read');
}

const codesOf = (story: NormalizedStory) => story.evidence.diagnostics.map(({ code }) => code);
const wordsOf = (story: NormalizedStory) => story.chapters.map(({ body }) => blockText(body));
const whole = ['The lamp was lit.', 'The lamp went out.'];

/** The bytes with every place of a name, of the same length, renamed. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');
}

function withFlags(bytes: Uint8Array, name: string): Uint8Array {
  const copy = Buffer.from(bytes);
  // The central directory's entry has its flags 8 bytes from its start, 38 before its name.
  const place = copy.lastIndexOf(name) - 38;
  copy.writeUInt16LE(copy.readUInt16LE(place) | 1, place);
  return copy;
}

const encryption = (algorithm: string, path: string) =>
  `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${path}"/></enc:CipherData></enc:EncryptedData></encryption>`;

describe('a book that cannot be read is refused, with what it is and what to do', () => {
  const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
  const manyEntries = () =>
    packEpub(Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`f${index}`, ''])));
  it.each<[name: string, bytes: () => Uint8Array, code: string, message: RegExp]>([
    ['no zip', () => Buffer.from('It was only the kettle.'), 'source/invalid-epub', /not a zip archive/],
    ['nothing', () => new Uint8Array(), 'source/invalid-epub', /not a zip archive/],
    ['cut off', () => book().subarray(0, 400), 'source/invalid-epub', /ends before its list/],
    ['60,000 entries', manyEntries, 'source/invalid-epub', /60001 entries, more than the 20000/],
    ['a bomb', () => book({ 'OEBPS/one.xhtml': page(' '.repeat(40 * 1024 ** 2)) }), 'source/invalid-epub', /as no book does/],
    ['an encrypted entry', () => withFlags(book(), 'OEBPS/one.xhtml'), 'source/invalid-epub', /OEBPS\/one.xhtml is encrypted/],
    ['text that a shop encrypted', () => book({ 'META-INF/encryption.xml': encryption(aes, 'OEBPS/two.xhtml') }), 'source/protected-epub', /protected against copying/],
    ['rights and no word of what they lock', () => book({ 'META-INF/rights.xml': '<rights/>' }), 'source/protected-epub', /protected/],
    ['no container', () => renamed(book(), 'META-INF/container.xml', 'META-INF/contained.xml'), 'source/invalid-epub', /has no META-INF\/container.xml/],
    ['a container that names nothing', () => book({ 'META-INF/container.xml': '<container/>' }), 'source/invalid-epub', /names no package document/],
    ['no package', () => book({ 'META-INF/container.xml': container('gone.opf') }), 'source/invalid-epub', /gone.opf is not in it/],
    ['a container out of the book', () => book({ 'META-INF/container.xml': container('../../../../etc/passwd') }), 'source/invalid-epub', /is not in it/],
    ['a package that is no XML', () => book({ 'OEBPS/content.opf': 'PK nothing of the kind' }), 'source/invalid-epub', /names nothing to read/],
    ['an empty spine', () => book({ 'OEBPS/content.opf': packageOf(item('one', 'one.xhtml'), '') }), 'source/invalid-epub', /names nothing to read/],
    ['a spine out of the book', () => book({ 'OEBPS/content.opf': packageOf(item('one', '../../../etc/passwd') + item('two', 'file:///etc/passwd') + item('three', 'http://127.0.0.1:9/x'), '<itemref idref="one"/><itemref idref="two"/><itemref idref="three"/>') }), 'source/invalid-epub', /names nothing to read/],
    ['a spine of nothing but missing documents', () => book({ 'OEBPS/content.opf': packageOf(item('gone', 'gone.xhtml'), '<itemref idref="gone"/>') }), 'source/invalid-epub', /no document of its reading order/],
    ['pictures only', () => book({ 'OEBPS/one.xhtml': page('<img src="1.png"/>'), 'OEBPS/two.xhtml': page('<img src="2.png"/>') }), 'source/empty-file', /its pages are pictures/],
  ])('%s', (_, bytes, code, message) => {
    const started = performance.now();
    const failure = failureOf(bytes());
    expect(failure).toMatchObject({ code, message: expect.stringMatching(message) as string, hint: expect.any(String) as string });
    expect(failure.message).toMatch(/^x\.epub /);
    expect(performance.now() - started).toBeLessThan(10_000);
  }); // prettier-ignore
});

describe('a book with something wrong is read, and says so', () => {
  it('is read without a word when nothing is', () => {
    const story = read(book());
    expect(wordsOf(story)).toEqual(whole);
    expect(story.evidence.diagnostics).toEqual([]);
  });

  it('takes obfuscated fonts for what they are', () => {
    const font = encryption('http://www.idpf.org/2008/embedding', 'OEBPS/font.otf');
    expect(wordsOf(read(book({ 'META-INF/encryption.xml': font, 'META-INF/rights.xml': '<rights/>' })))).toEqual(whole);
  });

  it('goes on without a document that is missing, empty or damaged', () => {
    const spine = packageOf(
      item('one', 'one.xhtml') + item('gone', 'gone.xhtml') + item('two', 'two.xhtml'),
      '<itemref idref="one"/><itemref idref="gone"/><itemref idref="nobody"/><itemref idref="two"/>',
    );
    const story = read(book({ 'OEBPS/content.opf': spine }));
    expect(wordsOf(story)).toEqual(whole);
    expect(codesOf(story)).toContain('parse/epub-chapter-missing');
  });

  it('reads a document once, however often the spine names it', () => {
    const refs = '<itemref idref="one"/>'.repeat(20_000);
    expect(wordsOf(read(book({ 'OEBPS/content.opf': packageOf(item('one', 'one.xhtml'), refs) })))).toEqual([whole[0]]);
  });

  it('takes the first of two files of one name, and reports it', () => {
    const twice = renamed(
      book({ 'OEBPS/Two.xhtml': page('<p>Another lamp.</p>') }),
      'OEBPS/Two.xhtml',
      'OEBPS/two.xhtml',
    );
    const story = read(twice);
    expect(codesOf(story)).toContain('parse/epub-damaged');
    expect(wordsOf(story).at(-1)).toMatch(/lamp/);
  });

  it('never leaves the book by its names', () => {
    const climbing = book({ '../../escaped.txt': 'x', '/etc/escaped': 'x', 'C:\\escaped': 'x' });
    expect(wordsOf(read(climbing))).toEqual(whole);
  });

  it('expands no entities', () => {
    const levels = Array.from({ length: 20 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(20)}">`);
    const type = `<!DOCTYPE html [<!ENTITY e0 "lamp">${levels.join('')}]>`;
    const story = read(
      book({
        'OEBPS/content.opf': type + packageOf(item('one', 'one.xhtml'), '<itemref idref="one"/>', '<dc:rights>&e20;</dc:rights>'),
        'OEBPS/one.xhtml': type + page('<p>A &e20; of it.</p>'),
      }),
    ); // prettier-ignore
    expect(wordsOf(story)).toEqual(['A &e20; of it.']);
  });

  it('reads a contents list that lies deep in itself', () => {
    const deep = `${'<ol><li><span>x</span>'.repeat(5000)}<ol><li><a href="one.xhtml">One</a></li></ol>`;
    const points = `${'<navPoint><navLabel><text>x</text></navLabel>'.repeat(900)}<content src="one.xhtml"/>`;
    const ncx = `<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`;
    const items = item('one', 'one.xhtml') + item('two', 'two.xhtml');
    const refs = '<itemref idref="one"/><itemref idref="two"/>';
    const byNavigation = read(book({ 'OEBPS/nav.xhtml': page(`<nav epub:type="toc">${deep}</nav>`) }));
    const byNcx = read(book({ 'OEBPS/content.opf': packageOf(items + ncx, refs), 'OEBPS/toc.ncx': `<ncx><navMap>${points}</navMap></ncx>` })); // prettier-ignore
    for (const story of [byNavigation, byNcx]) expect(wordsOf(story).join(' ')).toContain('The lamp was lit.');
  });

  it('lets nothing but words and pictures through', () => {
    const marks =
      '<script>one()</script><script src="http://127.0.0.1:9/x.js"/><style>p{}</style><iframe src="file:///etc/passwd">two</iframe>';
    const story = read(book({ 'OEBPS/one.xhtml': page(`<h1 onclick="three()">One</h1>${marks}<p onload="four()" style="five">The lamp <a href="javascript:six()">was</a> <img src="http://127.0.0.1:9/seven" onerror="eight()"/>lit.</p><object data="nine"/><form action="ten"><input value="eleven"/></form>`) })); // prettier-ignore
    const { chapters, frontMatter, backMatter } = story;
    const told = JSON.stringify([chapters, frontMatter, backMatter]);
    // A picture's address goes with it, and is judged before anything is read or fetched.
    const picture = '{"type":"image","url":"http://127.0.0.1:9/seven","alt":null}';
    expect(told).toContain(picture);
    expect(told.replace(picture, '')).not.toMatch(/\(\)|127\.0|passwd|five|nine|ten"|eleven|on(?:click|load|error)/);
    expect(wordsOf(story)).toEqual(whole);
  });
});

describe('time and robustness', () => {
  it('reads markup that is never closed in linear time', () => {
    const pieces = ['<a "', '<script>', '<!DOCTYPE a[>', '<!--', '<![CDATA[', '<?x ', '<a ', '</', '<p/>', '<section epub:type="preface">', '<a id="x"/>'];
    for (const piece of pieces) {
      const started = performance.now();
      const text = piece.repeat(Math.ceil(150_000 / piece.length));
      expect(wordsOf(read(book({ 'OEBPS/two.xhtml': page(`<p>Two.</p>${text}`) }))).join(' ')).toContain('The lamp was lit.');
      expect(performance.now() - started, piece).toBeLessThan(10_000);
    }
  }, 60_000); // prettier-ignore

  it('never fails otherwise than by refusing, whatever byte is wrong', () => {
    const sound = book();
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.nat(255), fc.nat(sound.length), (at, byte, end) => {
        const bytes = Uint8Array.from(sound);
        bytes[at] = byte;
        for (const changed of [bytes, bytes.subarray(0, end)]) {
          try {
            read(changed);
          } catch (error) {
            expect(error).toBeInstanceOf(CompileError);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never fails on any text in its documents and its package', () => {
    const piece = fc.constantFrom('<h1>', '</h1>', '<p>', '<a id="x"/>', '<section epub:type="preface">', '</section>', '<aside epub:type="footnote">', 'words', '<hr/>', '<br/>', '<table><tr><td>', '<body>', '</body>', '<!--', ']]>', '&', '<ul><li>', '<title/>', '<frameset>', '\n', '<nav>'); // prettier-ignore
    const markup = fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join(''));
    const link = fc.constantFrom('one.xhtml', 'one.xhtml#x', 'two.xhtml', '#x', '../x', 'http://a.b', '');
    fc.assert(
      fc.property(markup, markup, fc.array(link, { maxLength: 5 }), (one, two, links) => {
        const list = links.map(href => `<li><a href="${href}">x</a><ol><li><a href="one.xhtml">One</a></li></ol></li>`);
        const files = { 'OEBPS/one.xhtml': page(one), 'OEBPS/two.xhtml': `<p>The lamp went out.</p>${two}`, 'OEBPS/nav.xhtml': page(`<nav epub:type="toc"><ol>${list.join('')}</ol></nav>`) }; // prettier-ignore
        expect(JSON.stringify(read(book(files)).chapters)).toContain('The lamp went out');
      }),
      { numRuns: 150 },
    );
  });
});
