import { afterEach, describe, expect, it } from 'vitest';
import type { Anthology } from '../../src/book/tree.ts';
import { bytesOf as collect } from '../../src/compile/artifactContent.ts';
import { type PdfProfile, screenPdf } from '../../src/pdf/pdfProfile.ts';
import { writePdf } from '../../src/pdf/writePdf.ts';
import { book, bookOf, chapter, paragraph, paragraphs, story, text, typeset } from '../typeset/books.ts';
import { type PdfFile, readPdf } from './readPdf.ts';

async function bytesOf(anthology: Anthology): Promise<Uint8Array> {
  return collect(writePdf(typeset(anthology).pages, { metadata: anthology.metadata }));
}

async function pdfOf(anthology: Anthology): Promise<PdfFile> {
  return readPdf(await bytesOf(anthology));
}

const collection = book([
  story('Tom & Jerry <3', [
    chapter(paragraphs(40), { number: 1, label: 'Chapter 1' }),
    chapter(paragraphs(40, 2), { number: 2, label: 'Chapter 2' }),
  ]),
  story('Été', [chapter(paragraphs(10, 3))]),
]);

/** What a reader copies, soft hyphens of line breaks taken out. */
const copied = ({ pageTexts }: PdfFile): string => pageTexts.join('\n').replace(/\u00ad\n/g, '');

describe('writePdf', () => {
  it('gives the words back whole and apart', async () => {
    const blocks = paragraphs(30);
    const words = blocks.map(block =>
      block.children.map(inline => (inline.type === 'text' ? inline.value : '')).join(''),
    );
    const pdf = await pdfOf(bookOf(...blocks));
    expect(pdf.pageTexts.join('')).toMatch(/\u00ad\n/);
    const body = copied(pdf).replace(/\s+/g, ' ');
    for (const sentence of words) expect(body).toContain(sentence);
  });

  it('gives the letters of ligatures, small capitals, marks and boxes back', async () => {
    const value = 'The office of fish – a\u0323\u0301b, é, 字, שלום, 😀.';
    const pdf = await pdfOf(
      book([story('Ünder', [chapter([paragraph(value)], { label: 'Chapter One', title: [text('Fire')] })])]),
    );
    expect(copied(pdf)).toContain('Chapter One');
    expect(copied(pdf)).toContain('by Anna Tinsel');
    const shown = copied(pdf).normalize();
    for (const word of ['The office of fish –', 'a\u0323\u0301b,'.normalize(), 'é,', '字,', '😀.'])
      expect(shown).toContain(word);
  });

  it('draws real spaces, the last of a line included', async () => {
    const { pageTexts } = await pdfOf(bookOf(...paragraphs(10)));
    const lines = pageTexts.flatMap(page => page.split('\n')).filter(line => line.length > 30);
    for (const line of lines) expect(line).toMatch(/[ \u00ad]$/);
    expect(lines.length).toBeGreaterThan(20);
  });

  it('embeds a subset of every font it uses and of no other', async () => {
    const { objects } = await pdfOf(bookOf(paragraph('Only upright ♥ text.')));
    const fonts = [...objects.values()].filter(body => body.includes('/Type /FontDescriptor'));
    const names = fonts.map(body => /\/FontName \/([A-Z]{6})\+(\S+)/.exec(body)?.[2]).sort();
    expect(names).toEqual(['EBGaramond-Italic', 'EBGaramond-Regular', 'NotoSansSymbols2-Regular']);
    for (const font of fonts) expect(font).toContain('/FontFile2');
  });

  it('leaves out links and outline where the profile has none', async () => {
    const { pages } = typeset(collection);
    const { metadata } = collection;
    const objectsOf = async (changes: Partial<PdfProfile>) =>
      [
        ...readPdf(
          await collect(writePdf(pages, { metadata, profile: { ...screenPdf, ...changes } })),
        ).objects.values(),
      ].join('\n');
    const all = await objectsOf({});
    expect(all).toContain('/Annots');
    expect(all).toContain('/Outlines');
    const bare = await objectsOf({ hasLinks: false, hasOutline: false });
    expect(bare).not.toMatch(/\/Annots|\/Link\b|\/Outlines|\/XYZ/);
    expect(bare).toContain('/StructTreeRoot');
  });

  it('states language, title and page labels', async () => {
    const { objects } = await pdfOf(collection);
    const catalog = [...objects.values()].find(body => body.includes('/Type /Catalog')) ?? '';
    expect(catalog).toContain('/Lang (en)');
    expect(catalog).toMatch(/\/PageLabels <<\n\/Nums \[0 <<\n\/S \/r\n\/St 1\n>> 4 <<\n\/S \/D\n\/St 1/);
    expect([...objects.values()].some(body => body.includes('/DisplayDocTitle true'))).toBe(true);
    const { objects: withoutLanguage } = await pdfOf(book([story('Hut', [chapter(paragraphs(1))], {}, 'und')]));
    expect([...withoutLanguage.values()].some(body => body.includes('/Lang'))).toBe(false);
  });

  it('escapes what it says of itself in XML', async () => {
    const anthology = book([story('Tom & Jerry <3', [chapter(paragraphs(1))])]);
    const source = Buffer.from(await bytesOf(anthology)).toString('utf8');
    expect(source).toContain('<rdf:li xml:lang="x-default">Tom &amp; Jerry &lt;3</rdf:li>');
    expect(source).toContain('<xmp:CreateDate>2024-10-31T00:00:00Z</xmp:CreateDate>');
  });

  it('outlines stories with their chapters folded below', async () => {
    const { objects } = await pdfOf(collection);
    const entries = [...objects.values()].filter(body => body.includes('/Title (') && body.includes('/Parent'));
    expect(entries).toHaveLength(7);
    expect(entries.filter(body => body.includes('/Count -2'))).toHaveLength(1);
  });

  it('links contents to places that exist, and words to addresses', async () => {
    const link = {
      type: 'link',
      url: 'https://example.org/a?b=(c)',
      children: [text('a link of several words')],
    } as const;
    const { objects } = await pdfOf(
      book([
        story('One', [chapter([{ type: 'paragraph', children: [text('See '), link, text('.')] }])]),
        story('Two', []),
      ]),
    );
    const all = [...objects.values()].join('\n');
    const names = [...all.matchAll(/\((\d{6})\) \[\d+ 0 R \/XYZ/g)].map(match => match[1]);
    const targets = [...all.matchAll(/\/S\/GoTo\/D \((\d{6})\)/g)].map(match => match[1]);
    expect(targets.length).toBeGreaterThanOrEqual(2);
    for (const target of targets) expect(names).toContain(target);
    expect(all).toContain('/URI (https://example.org/a?b=\\(c\\))');
  });

  it('hands its bytes on while pages are still to be drawn', async () => {
    const long = bookOf(...paragraphs(900));
    const { pages } = typeset(long);
    const chunks = writePdf(pages, { metadata: long.metadata });
    const first = (await chunks.next()).value ?? new Uint8Array();
    const drawn =
      Buffer.from(first)
        .toString('latin1')
        .match(/\/Type\/Page\//g)?.length ?? 0;
    expect(drawn).toBeGreaterThan(5);
    expect(drawn).toBeLessThan(pages.pages.length / 2);
    let others = 0;
    for await (const chunk of chunks) others += Math.sign(chunk.length);
    expect(others).toBeGreaterThan(1);
  });

  it('leaves blank pages without a mark', async () => {
    const pages = typeset(collection).pages.pages;
    const { pageContents } = await pdfOf(collection);
    const blank = pages.flatMap((page, index) => (page.frames.length === 0 ? [index] : []));
    expect(blank.length).toBeGreaterThan(0);
    for (const index of blank) expect(pageContents[index]).not.toMatch(/Tj|TJ| S$/m);
  });
});

describe('the bytes of a PDF', () => {
  const timeZone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = timeZone;
  });

  it('are the same every time and in every time zone', async () => {
    const first = await bytesOf(collection);
    process.env.TZ = 'Pacific/Kiritimati';
    const second = await bytesOf(collection);
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
