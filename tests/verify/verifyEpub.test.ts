import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packArchive } from '../../src/archive/packArchive.ts';
import { epubCodes } from '../../src/diagnostics/diagnostic.ts';
import { epubRules } from '../../src/verify/epubRules.ts';
import { verifyEpub } from '../../src/verify/verifyEpub.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const page = (body: string, head = '') => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en" lang="en">
<head><title>A page</title><link rel="stylesheet" href="../style.css"/>${head}</head>
<body>${body}</body>
</html>`;

const jpegStart = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);

const goodFiles: Files = {
  'META-INF/container.xml': `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
  'OEBPS/content.opf': `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">urn:uuid:1</dc:identifier>
<dc:title>A Hat</dc:title>
<dc:language>en</dc:language>
<meta property="dcterms:modified">2024-01-01T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
<item id="cover" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine toc="ncx"><itemref idref="one"/><itemref idref="two"/></spine>
<guide><reference type="text" href="text/one.xhtml"/></guide>
</package>`,
  'OEBPS/nav.xhtml': page(
    '<nav epub:type="toc"><ol><li><a href="text/one.xhtml#start">One</a></li></ol></nav>',
  ).replace('../style.css', 'style.css'),
  'OEBPS/toc.ncx': `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head><meta name="dtb:uid" content="urn:uuid:1"/></head><docTitle><text>A Hat</text></docTitle><navMap><navPoint id="p1" playOrder="1"><navLabel><text>One</text></navLabel><content src="text/one.xhtml"/></navPoint><navPoint id="p2" playOrder="2"><navLabel><text>Two</text></navLabel><content src="text/two%20b.xhtml"/></navPoint></navMap></ncx>`,
  'OEBPS/style.css': 'p { margin: 0 } /* url(not-there.png) */ h1 { background: url("cover.jpg") }',
  'OEBPS/cover.jpg': jpegStart,
  'OEBPS/text/one.xhtml': page(
    '<section id="start"><p>One <a href="two%20b.xhtml#end">link</a> <a href="https://example.org/">out</a> <img src="../cover.jpg" alt="A hat"/></p></section>',
  ),
  'OEBPS/text/two b.xhtml': page('<p id="end">Two <a href="mailto:a@example.org">us</a> <a href="#end">here</a></p>'),
};

function pack(files: Files, mimetype: { content?: string; stored?: boolean } = {}): Uint8Array {
  const { content = 'application/epub+zip', stored = true } = mimetype;
  const others = Object.entries(files).map(([path, bytes]) => ({ path, content: bytes }));
  return packArchive([{ path: 'mimetype', content, stored }, ...others]);
}

/** The good book with one file changed by a replacement that must hit. */
function changed(path: string, from: string, to: string): Uint8Array {
  const content = goodFiles[path];
  if (typeof content !== 'string' || !content.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return pack({ ...goodFiles, [path]: content.replace(from, to) });
}

function without(path: string): Uint8Array {
  return pack(Object.fromEntries(Object.entries(goodFiles).filter(([each]) => each !== path)));
}

/** The position of a path's bytes in the archive's last list of entries. */
function lastPosition(bytes: Uint8Array, name: string): number {
  return Buffer.from(bytes).lastIndexOf(name);
}

function withDuplicateEntry(): Uint8Array {
  const bytes = pack({ ...goodFiles, 'META-INF/a': '1', 'META-INF/b': '2' });
  bytes[lastPosition(bytes, 'META-INF/b') + 'META-INF/'.length] = 'a'.charCodeAt(0);
  return bytes;
}

function withExtraField(): Uint8Array {
  const bytes = pack(goodFiles);
  const afterName = 30 + 'mimetype'.length;
  const extra = new Uint8Array([0xfe, 0xca, 0, 0]);
  const longer = new Uint8Array([...bytes.slice(0, afterName), ...extra, ...bytes.slice(afterName)]);
  const view = new DataView(longer.buffer);
  view.setUint16(28, extra.length, true);
  view.setUint32(longer.length - 6, view.getUint32(longer.length - 6, true) + extra.length, true);
  // Every entry but the first moved.
  let central = view.getUint32(longer.length - 6, true);
  for (let index = 0; index < Object.keys(goodFiles).length + 1; index++) {
    if (index > 0) view.setUint32(central + 42, view.getUint32(central + 42, true) + extra.length, true);
    central += 46 + view.getUint16(central + 28, true);
  }
  return longer;
}

function encrypted(): Uint8Array {
  const bytes = pack(goodFiles);
  const central = lastPosition(bytes, 'OEBPS/nav.xhtml') - 46;
  bytes[central + 8] = 1;
  return bytes;
}

/** The archive with one file's entry leading to where another lies. */
function withOverlap(): Uint8Array {
  const bytes = pack(goodFiles);
  const view = new DataView(bytes.buffer);
  const offset = view.getUint32(lastPosition(bytes, 'OEBPS/content.opf') - 46 + 42, true);
  view.setUint32(lastPosition(bytes, 'OEBPS/toc.ncx') - 46 + 42, offset, true);
  return bytes;
}

function damaged(): Uint8Array {
  const bytes = pack(goodFiles);
  const data = Buffer.from(bytes).indexOf('OEBPS/toc.ncx') + 'OEBPS/toc.ncx'.length;
  bytes[data + 20] = (bytes[data + 20] ?? 0) ^ 0xff;
  return bytes;
}

const opf = 'OEBPS/content.opf';
const one = 'OEBPS/text/one.xhtml';

/** One defect each, and the code that must name it; other codes may follow from the same defect. */
const defects: readonly (readonly [code: (typeof epubCodes)[number], bytes: Uint8Array, named?: string])[] = [
  ['epub/not-a-zip', new TextEncoder().encode('<html>Not found</html>')],
  ['epub/damaged-archive', damaged(), 'OEBPS/toc.ncx'],
  ['epub/unsupported-archive', encrypted(), 'OEBPS/nav.xhtml'],
  ['epub/too-large', pack({ ...goodFiles, 'OEBPS/bomb': new Uint8Array(5_000_000) }), 'OEBPS/bomb'],
  ['epub/unsafe-path', pack({ ...goodFiles, '../../etc/cron.d/x': 'x' }), 'etc/cron.d/x'],
  ['epub/unsafe-path', pack({ ...goodFiles, '/etc/passwd': 'x' }), '/etc/passwd'],
  ['epub/duplicate-entry', withDuplicateEntry(), 'META-INF/a'],
  ['epub/mimetype-missing', packArchive(Object.entries(goodFiles).map(([path, content]) => ({ path, content })))],
  ['epub/mimetype-not-first', new Uint8Array([0, ...pack(goodFiles)])],
  // Long enough that it is worth deflating.
  ['epub/mimetype-compressed', pack(goodFiles, { content: 'application/epub+zip'.repeat(20), stored: false })],
  ['epub/mimetype-extra-field', withExtraField()],
  ['epub/mimetype-wrong', pack(goodFiles, { content: 'application/zip' })],
  ['epub/container-missing', without('META-INF/container.xml')],
  ['epub/container-without-package', changed('META-INF/container.xml', '<rootfile ', '<rotfile ')],
  ['epub/package-missing', without(opf), opf],
  ['epub/several-packages', changed('META-INF/container.xml', '</rootfiles>', '<rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles>')],
  ['epub/encrypted-content', pack({ ...goodFiles, 'META-INF/encryption.xml': '<e><CipherReference URI="OEBPS/text/one.xhtml"/></e>' }), one],
  ['epub/malformed-xml', changed(one, '</section>', ''), one],
  ['epub/malformed-xml', changed(one, 'One', 'One &nbsp; &'), one],
  ['epub/malformed-xml', changed('OEBPS/nav.xhtml', ' xmlns:epub="http://www.idpf.org/2007/ops"', ''), 'OEBPS/nav.xhtml'],
  ['epub/invalid-encoding', pack({ ...goodFiles, [one]: new Uint8Array([0x3c, 0xe9, 0x3e]) }), one],
  ['epub/metadata-missing', changed(opf, '<dc:title>A Hat</dc:title>', '<dc:title/>'), 'dc:title'],
  ['epub/metadata-missing', changed(opf, '<dc:language>en</dc:language>', ''), 'dc:language'],
  ['epub/metadata-missing', changed(opf, 'dcterms:modified', 'dcterms:created'), 'dcterms:modified'],
  ['epub/unique-identifier-unresolved', changed(opf, 'unique-identifier="book-id"', 'unique-identifier="other"'), 'other'],
  ['epub/language-invalid', changed(opf, '>en<', '>English<'), 'English'],
  ['epub/manifest-item-incomplete', changed(opf, 'id="style" href="style.css" media-type="text/css"', 'id="style" href="style.css"'), 'style.css'],
  ['epub/manifest-id-repeated', changed(opf, 'id="two"', 'id="one"'), 'one'],
  ['epub/manifest-file-repeated', changed(opf, 'href="text/two%20b.xhtml"', 'href="text/one.xhtml"'), one],
  ['epub/manifest-file-missing', without('OEBPS/cover.jpg'), 'OEBPS/cover.jpg'],
  ['epub/undeclared-file', pack({ ...goodFiles, 'OEBPS/Thumbs.db': 'x' }), 'OEBPS/Thumbs.db'],
  ['epub/media-type-wrong', changed(opf, 'media-type="image/jpeg"', 'media-type="image/png"'), 'OEBPS/cover.jpg'],
  ['epub/media-type-wrong', changed(opf, 'href="text/one.xhtml" media-type="application/xhtml+xml"', 'href="text/one.xhtml" media-type="text/html"'), one],
  ['epub/spine-empty', changed(opf, '<itemref idref="one"/><itemref idref="two"/>', '')],
  ['epub/spine-item-unknown', changed(opf, 'idref="two"', 'idref="three"'), 'three'],
  ['epub/spine-item-repeated', changed(opf, 'idref="two"', 'idref="one"'), 'one'],
  ['epub/nav-missing', changed(opf, ' properties="nav"', '')],
  ['epub/nav-without-contents', changed('OEBPS/nav.xhtml', 'epub:type="toc"', 'epub:type="landmarks"'), 'OEBPS/nav.xhtml'],
  ['epub/nav-without-contents', changed('OEBPS/nav.xhtml', '<a href="text/one.xhtml#start">One</a>', 'One'), 'OEBPS/nav.xhtml'],
  ['epub/ncx-missing', changed(opf, 'toc="ncx"', 'toc="nothing"'), 'nothing'],
  ['epub/ncx-play-order', changed('OEBPS/toc.ncx', 'playOrder="2"', 'playOrder="0"'), 'OEBPS/toc.ncx'],
  ['epub/ncx-identifier', changed('OEBPS/toc.ncx', 'urn:uuid:1', 'urn:uuid:2'), 'urn:uuid:2'],
  ['epub/cover-missing', changed(opf, ' properties="cover-image"', '')],
  ['epub/duplicate-id', changed(one, '<p>', '<p id="start">'), 'start'],
  ['epub/broken-link', changed(one, 'two%20b.xhtml#end', 'three.xhtml'), 'OEBPS/text/three.xhtml'],
  ['epub/broken-link', changed(one, 'two%20b.xhtml#end', '../../../etc/passwd'), 'etc/passwd'],
  ['epub/broken-link', changed('OEBPS/nav.xhtml', 'text/one.xhtml#start', 'text/none.xhtml'), 'OEBPS/nav.xhtml'],
  ['epub/broken-link', changed('OEBPS/toc.ncx', 'text/one.xhtml', 'text/none.xhtml'), 'OEBPS/toc.ncx'],
  ['epub/broken-link', changed(opf, 'type="text" href="text/one.xhtml"', 'type="text" href="none.xhtml"'), opf],
  ['epub/broken-fragment', changed(one, 'two%20b.xhtml#end', 'two%20b.xhtml#middle'), 'middle'],
  ['epub/missing-resource', changed(one, '../cover.jpg', '../hat.jpg'), 'OEBPS/hat.jpg'],
  ['epub/missing-resource', changed('OEBPS/style.css', 'url("cover.jpg")', "url( 'hat.png' )"), 'OEBPS/hat.png'],
  ['epub/remote-resource', changed(one, '../cover.jpg', 'https://example.org/hat.jpg'), 'https://example.org/hat.jpg'],
  ['epub/remote-resource', changed('OEBPS/style.css', 'p {', '@import "//example.org/a.css"; p {'), '//example.org/a.css'],
  ['epub/image-without-source', changed(one, 'src="../cover.jpg"', ''), one],
  ['epub/image-without-alt', changed(one, ' alt="A hat"', ''), one],
  ['epub/language-undeclared', changed(one, ' xml:lang="en" lang="en"', ''), one],
  ['epub/overlapping-entries', withOverlap(), 'OEBPS/content.opf'],
  ['epub/external-entity', changed(one, '<!DOCTYPE html>', '<!DOCTYPE html [<!ENTITY a SYSTEM "b">]>'), one],
  ['epub/entities-declared', changed(one, '<!DOCTYPE html>', '<!DOCTYPE html [<!ENTITY a "b">]>'), one],
  ['epub/script', changed(one, '<p>', '<p onload="x()">'), one],
  ['epub/block-in-paragraph', changed(one, '<p>', '<p><section/>'), 'section'],
  ['epub/text-in-list', changed(one, '<p>', '<ul>x</ul><p>'), 'ul'],
  ['epub/invalid-id', changed(one, '<p>', '<p id="a b">'), 'a b'],
  ['epub/unknown-role', changed(one, '<p>', '<p role="chapter">'), 'chapter'],
  ['epub/title-missing', changed(one, '<title>A page</title>', ''), one],
  ['epub/title-empty', changed(one, '<title>A page</title>', '<title/>'), one],
  ['epub/link-outside-spine', changed(opf, '<itemref idref="two"/>', ''), 'OEBPS/text/two b.xhtml'],
  ['epub/spine-item-not-readable', changed(opf, 'idref="two"', 'idref="cover"'), 'image/jpeg'],
  ['epub/nav-order', changed('OEBPS/nav.xhtml', '<ol>', '<ol><li><a href="text/two%20b.xhtml">Two</a></li>'), 'OEBPS/nav.xhtml'],
  ['epub/ncx-play-order-repeated', changed('OEBPS/toc.ncx', 'playOrder="2"', 'playOrder="1"'), 'OEBPS/toc.ncx'],
  ['epub/property-undeclared', changed(one, '<p>', '<p><svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg'],
]; // prettier-ignore

describe('verifyEpub', () => {
  it('finds nothing in a good book', async () => {
    expect(await verifyEpub(pack(goodFiles))).toEqual([]);
  });

  const cases = defects.map(([code, bytes, named = '']) => ({ code, bytes, named }));

  it.each(cases)('names $code', async ({ code, bytes, named }) => {
    const found = await verifyEpub(bytes);
    const finding = found.find(diagnostic => diagnostic.code === code);
    expect(finding, JSON.stringify(found)).toMatchObject({ code, ...epubRules[code] });
    expect(`${finding?.place?.path ?? ''}: ${finding?.message ?? ''}`).toContain(named);
    expect(finding?.message).toMatch(/^[^\n]+\.$/);
  });

  it('leaves the levels of an author’s headings to the fuller check', async () => {
    expect(await verifyEpub(changed(one, '<p>', '<h1>x</h1><h3>y</h3><p>'))).toEqual([]);
  });

  it('has a planted defect for every code', () => {
    const planted = [...defects.map(([code]) => code), 'epub/heading-skipped'];
    expect(new Set(planted)).toEqual(new Set(epubCodes));
  });

  it('takes the entities of XHTML 1.1 in a book of EPUB 2', async () => {
    const doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">';
    const old = page('<p id="start">A&nbsp;hat</p>').replace('<!DOCTYPE html>', doctype);
    const found = await verifyEpub(pack({ ...goodFiles, [one]: old }));
    expect(found).toEqual([]);
  });

  it('says a thing once and not without end', async () => {
    const links = Array.from({ length: 2000 }, (_, index) => `<a href="gone-${String(index % 500)}.xhtml">x</a>`).join(
      '',
    );
    const found = await verifyEpub(changed(one, '</section>', `${links}</section>`));
    expect(found.length).toBeGreaterThan(10);
    expect(found.length).toBeLessThan(100);
  });

  it('does not slow down over what is nested without end', async () => {
    const deep = page('<p>'.repeat(100_000));
    const startedMs = performance.now();
    const found = await verifyEpub(pack({ ...goodFiles, [one]: deep }));
    expect(performance.now() - startedMs).toBeLessThan(3000);
    expect(found.map(diagnostic => diagnostic.code)).toContain('epub/malformed-xml');
  });

  it('throws over no bytes', async () => {
    const good = pack(goodFiles);
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(60), async (positions, cut) => {
        const bytes = good.slice(0, good.length - cut);
        for (const [position, value] of positions) bytes[position] = value;
        for (const { code, message } of await verifyEpub(bytes)) {
          expect(epubCodes).toContain(code);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('throws over no text in place of a document', async () => {
    const path = fc.constantFrom(...Object.keys(goodFiles));
    const content = fc.oneof(fc.string(), fc.array(fc.constantFrom('<', '>', '"', '/', 'a', 'item', ' href=', '&', ';', '<!--', '<![CDATA[', ']]>', '<!DOCTYPE ', '[', '<?x ', '?>', 'xmlns:a="')).map(parts => parts.join(''))); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(path, content, async (each, text) => {
        await verifyEpub(pack({ ...goodFiles, [each]: text }));
      }),
      { numRuns: 300 },
    );
  });
});
