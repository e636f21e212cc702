import { beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkEpub } from '../../src/verify/checkEpub.ts';
import { buildGoodBook, edited, pack, textOf } from './epubFiles.ts';
import type { EpubFileMap, GoodBook } from './epubFiles.ts';

/** The part of the book that a defect is planted into. */
type Part = 'opf' | 'nav' | 'ncx' | 'css' | 'chapter' | 'laterChapter';

interface Defect {
  readonly name: string;
  readonly code: Diagnostic['code'];
  readonly part: Part;
  readonly from: RegExp;
  readonly to: string;
  /** The text in whose line the finding has to lie; `null` for a finding about the file as a whole. */
  readonly at: string | null;
  /** Where the finding has to lie, if elsewhere than where the defect was planted. */
  readonly in?: Part;
  /** EPUBCheck's id, where its port finds the defect, too: it has to be on our finding and nowhere else. */
  readonly rule?: string;
}

const p = /<p>/;

/** One defect each. */
const defects: readonly Defect[] = [
  { name: 'an element that is not closed', code: 'epub/malformed-xml', part: 'chapter', from: /<\/section>/, to: '', at: '</body>', rule: 'HTM-004' },
  { name: 'an entity that XML does not have', code: 'epub/malformed-xml', part: 'chapter', from: p, to: '<p>&nbsp;', at: '&nbsp;', rule: 'RSC-016' },
  { name: 'a prefix that is not declared', code: 'epub/malformed-xml', part: 'chapter', from: / xmlns:epub="[^"]*"/, to: '', at: '<body', rule: 'HTM-004' },
  { name: 'a link to nowhere', code: 'epub/broken-link', part: 'chapter', from: p, to: '<p><a href="gone.xhtml">x</a>', at: 'gone.xhtml', rule: 'RSC-007' },
  { name: 'a link out of the book', code: 'epub/broken-link', part: 'chapter', from: p, to: '<p><a href="../../../etc/passwd">x</a>', at: 'passwd', rule: 'RSC-026' },
  { name: 'a link to an id that is not there', code: 'epub/broken-fragment', part: 'chapter', from: p, to: '<p><a href="#gone">x</a>', at: '#gone', rule: 'RSC-012' },
  { name: 'a picture that is not there', code: 'epub/missing-resource', part: 'chapter', from: p, to: '<p><img src="gone.png" alt=""/>', at: 'gone.png', rule: 'RSC-007' },
  { name: 'a picture from the network', code: 'epub/remote-resource', part: 'chapter', from: p, to: '<p><img src="https://example.org/a.png" alt=""/>', at: 'example.org', rule: 'RSC-006' },
  { name: 'a picture from the disk', code: 'epub/missing-resource', part: 'chapter', from: p, to: '<p><img src="file:///etc/passwd" alt=""/>', at: 'passwd', rule: 'RSC-030' },
  { name: 'a picture without src', code: 'epub/image-without-source', part: 'chapter', from: p, to: '<p><img alt=""/>', at: '<img' },
  { name: 'a picture without alt', code: 'epub/image-without-alt', part: 'chapter', from: p, to: '<p><img src="cover.jpg"/>', at: '<img' },
  { name: 'an id that stands twice', code: 'epub/duplicate-id', part: 'chapter', from: p, to: '<p id="a"><i id="a">x</i>', at: '<i id', rule: 'RSC-005' },
  { name: 'an id with a space', code: 'epub/invalid-id', part: 'chapter', from: p, to: '<p id="a b">', at: 'a b' },
  { name: 'a block in a paragraph', code: 'epub/block-in-paragraph', part: 'chapter', from: p, to: '<p><div>x</div>', at: '<div>' },
  { name: 'text in a list', code: 'epub/text-in-list', part: 'chapter', from: p, to: '<ol>x<li>y</li></ol><p>', at: '<ol>' },
  { name: 'a paragraph in a list', code: 'epub/text-in-list', part: 'chapter', from: p, to: '<ul><p>x</p></ul><p>', at: '<ul>' },
  { name: 'a role that is none', code: 'epub/unknown-role', part: 'chapter', from: p, to: '<p role="doc-chaptre">', at: 'chaptre' },
  { name: 'a script', code: 'epub/script', part: 'chapter', from: /<\/head>/, to: '<script>x()</script></head>', at: '<script' },
  { name: 'a handler of events', code: 'epub/script', part: 'chapter', from: p, to: '<p onclick="x()">', at: 'onclick' },
  { name: 'a property that the manifest lacks', code: 'epub/property-undeclared', part: 'chapter', from: p, to: '<p><svg xmlns="http://www.w3.org/2000/svg"/>', at: null, rule: 'OPF-014' },
  { name: 'a title that is empty', code: 'epub/title-empty', part: 'chapter', from: /<title>[^<]*<\/title>/, to: '<title> </title>', at: '<title>', rule: 'RSC-005' },
  { name: 'no title', code: 'epub/title-missing', part: 'chapter', from: /<title>[^<]*<\/title>/, to: '', at: null, rule: 'RSC-017' },
  { name: 'a level of headings left out', code: 'epub/heading-skipped', part: 'chapter', from: p, to: '<h6>x</h6><p>', at: '<h6>' },
  { name: 'no language', code: 'epub/language-undeclared', part: 'chapter', from: / xml:lang="[^"]*" lang="[^"]*"/, to: '', at: '<html' },
  { name: 'an entity of its own', code: 'epub/entities-declared', part: 'chapter', from: /<!DOCTYPE html>/, to: '<!DOCTYPE html [<!ENTITY a "b">]>', at: '<!DOCTYPE' },
  { name: 'an entity from the disk', code: 'epub/external-entity', part: 'chapter', from: /<!DOCTYPE html>/, to: '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>', at: '<!DOCTYPE' },
  { name: 'a style sheet that loads from the network', code: 'epub/remote-resource', part: 'css', from: /^/, to: '@import "https://example.org/a.css";\n', at: null, rule: 'RSC-006' },
  { name: 'a style sheet that wants a picture', code: 'epub/missing-resource', part: 'css', from: /^/, to: 'h1 { background: url(gone.png) }\n', at: null, rule: 'RSC-007' },
  { name: 'contents that lead nowhere', code: 'epub/broken-link', part: 'nav', from: /href="[^"]*chapter-2\.xhtml/, to: 'href="gone.xhtml', at: 'gone.xhtml', rule: 'RSC-007' },
  { name: 'contents out of order', code: 'epub/nav-order', part: 'nav', from: /(<li><a href="[^"]*chapter-1\.xhtml">[^<]*<\/a><\/li>\s*)(<li><a href="[^"]*chapter-2\.xhtml">[^<]*<\/a><\/li>)/, to: '$2$1', at: 'chapter-1.xhtml', rule: 'NAV-011' },
  { name: 'no contents', code: 'epub/nav-without-contents', part: 'nav', from: /epub:type="toc"/, to: 'epub:type="lot"', at: null, rule: 'NAV-001' },
  { name: 'a wrong identifier', code: 'epub/ncx-identifier', part: 'ncx', from: /urn:uuid:[^"]*/, to: 'urn:uuid:2', at: null, rule: 'NCX-001' },
  { name: 'numbers that go back', code: 'epub/ncx-play-order', part: 'ncx', from: /playOrder="2"/, to: 'playOrder="0"', at: null },
  { name: 'a number that stands twice', code: 'epub/ncx-play-order-repeated', part: 'ncx', from: /playOrder="3"/, to: 'playOrder="2"', at: 'point-3' },
  { name: 'no title of the book', code: 'epub/metadata-missing', part: 'opf', from: /<dc:title\b[^]*?<\/dc:title>/, to: '', at: null, rule: 'RSC-005' },
  { name: 'no language of the book', code: 'epub/metadata-missing', part: 'opf', from: /<dc:language>[^<]*<\/dc:language>/, to: '', at: null, rule: 'RSC-005' },
  { name: 'a language that is none', code: 'epub/language-invalid', part: 'opf', from: /<dc:language>[^<]*/, to: '<dc:language>English!', at: 'English!', rule: 'OPF-092' },
  { name: 'an identifier that is not found', code: 'epub/unique-identifier-unresolved', part: 'opf', from: /unique-identifier="[^"]*"/, to: 'unique-identifier="gone"', at: null, rule: 'RSC-005' },
  { name: 'no date of change', code: 'epub/metadata-missing', part: 'opf', from: /dcterms:modified/, to: 'dcterms:created', at: null, rule: 'RSC-005' },
  { name: 'an item without a media type', code: 'epub/manifest-item-incomplete', part: 'opf', from: /(<item [^>]*href="style\.css") media-type="text\/css"/, to: '$1', at: 'style.css', rule: 'RSC-005' },
  { name: 'a media type that is wrong', code: 'epub/media-type-wrong', part: 'opf', from: /media-type="image\/jpeg"/, to: 'media-type="image/png"', at: 'cover.jpg' },
  { name: 'a file that is declared twice', code: 'epub/manifest-file-repeated', part: 'opf', from: /<\/manifest>/, to: '<item id="again" href="style.css" media-type="text/css"/></manifest>', at: 'again', rule: 'OPF-074' },
  { name: 'a file that is not there', code: 'epub/manifest-file-missing', part: 'opf', from: /<\/manifest>/, to: '<item id="gone" href="gone.css" media-type="text/css"/></manifest>', at: 'gone.css', rule: 'RSC-001' },
  { name: 'a file that is not declared', code: 'epub/undeclared-file', part: 'opf', from: /<item [^>]*href="style\.css"[^>]*>/, to: '', at: null, in: 'css' },
  { name: 'a spine that lists a picture', code: 'epub/spine-item-not-readable', part: 'opf', from: /<\/spine>/, to: '<itemref idref="cover"/></spine>', at: '</spine>', rule: 'OPF-043' },
  { name: 'a spine that lists what is not there', code: 'epub/spine-item-unknown', part: 'opf', from: /<\/spine>/, to: '<itemref idref="gone"/></spine>', at: '</spine>', rule: 'OPF-049' },
  { name: 'a spine that lists a document twice', code: 'epub/spine-item-repeated', part: 'opf', from: /(<itemref [^>]*>)(\s*<\/spine>)/, to: '$1$1$2', at: null, rule: 'OPF-034' },
  { name: 'a chapter that the spine leaves out', code: 'epub/link-outside-spine', part: 'opf', from: /<itemref idref="[^"]*chapter-2"\/>/, to: '', at: 'chapter-2.xhtml', in: 'nav', rule: 'RSC-011' },
  { name: 'no navigation document', code: 'epub/nav-missing', part: 'opf', from: / properties="nav"/, to: '', at: null, rule: 'RSC-005' },
  { name: 'an NCX that is not there', code: 'epub/ncx-missing', part: 'opf', from: /<spine toc="[^"]*"/, to: '<spine toc="gone"', at: null, rule: 'OPF-049' },
  { name: 'no cover', code: 'epub/cover-missing', part: 'opf', from: /<item id="cover"[^>]*>/, to: '', at: null },
  { name: 'a guide that leads nowhere', code: 'epub/broken-link', part: 'opf', from: /(<reference type="text"[^>]* href=")[^"]*/, to: '$1gone.xhtml', at: 'gone.xhtml' },
]; // prettier-ignore

describe('check on a good book with one defect', () => {
  let book: GoodBook;
  beforeAll(async () => {
    book = await buildGoodBook();
  });

  it('finds nothing in the good book', async () => {
    expect(await checkEpub(book.bytes)).toEqual([]);
    expect(await checkEpub(pack(book.files))).toEqual([]);
  });

  it.each(defects)('names $name', async defect => {
    const files = edited(book.files, book[defect.part], defect.from, defect.to);
    const found = await checkEpub(pack(files));
    const finding = found.find(({ code, place }) => code === defect.code && place?.path === placeOf(defect, book));
    expect(finding, JSON.stringify(found, null, 1)).toBeDefined();
    if (defect.at !== null) expect(finding?.place?.line).toBe(lineOf(files, placeOf(defect, book), defect.at));
    expect(finding?.rule).toBe(defect.rule);
    expect(finding?.message).toMatch(/^[^\n]+\.$/);
    expect(finding?.hint).toMatch(/^[^\n]+\.$/);
    // What EPUBCheck finds, too, is not said again.
    const others = found.filter(each => each !== finding && each.rule !== undefined && each.rule === defect.rule);
    expect(others).toEqual([]);
  });
});

function placeOf(defect: Defect, book: GoodBook): string {
  return book[defect.in ?? defect.part];
}

/** The 1-based line of the first place of a text. */
function lineOf(files: EpubFileMap, path: string, text: string): number {
  const before = textOf(files, path).split(text)[0] ?? '';
  return before.split('\n').length;
}
