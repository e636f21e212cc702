import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/compile/artifactContent.ts';
import { type PdfProfile, screenPdf } from '../../src/pdf/pdfProfile.ts';
import { writePdf } from '../../src/pdf/writePdf.ts';
import { book, chapter, paragraphs, story, typeset } from '../typeset/books.ts';
import { type PdfFile, readPdf } from './readPdf.ts';

const anthology = book([
  story('Tom & Jerry <3', [chapter(paragraphs(20))]),
  story('Été', [chapter(paragraphs(20, 2), { label: 'Un' })]),
]);

async function bytesWith(changes: Partial<PdfProfile>, bleedPt = 0): Promise<Uint8Array> {
  const { pages } = typeset(anthology);
  const options = { metadata: anthology.metadata, profile: { ...screenPdf, ...changes } };
  return bytesOf(writePdf({ ...pages, bleedPt }, options));
}

function objectsOf({ objects }: PdfFile): string {
  return [...objects.values()].join('\n');
}

describe('a PDF that bleeds', () => {
  it('has the page in the middle of the sheet, and all on it as it was', async () => {
    const bleedPt = 9;
    const plain = readPdf(await bytesWith({}));
    const pdf = readPdf(await bytesWith({}, bleedPt));
    const [width, height] = typeset(anthology).pages.trimPt;
    for (const page of pdf.pages) {
      const body = pdf.objects.get(page);
      const sheet = `[0 0 ${width + 2 * bleedPt} ${height + 2 * bleedPt}]`;
      for (const box of ['MediaBox', 'CropBox', 'BleedBox']) expect(body).toContain(`/${box}${sheet}`);
      expect(body).toContain(`/TrimBox[${bleedPt} ${bleedPt} ${width + bleedPt} ${height + bleedPt}]`);
    }
    const firstPlace = ({ pageContents }: PdfFile): number[] =>
      (/([\d.]+) ([\d.]+) Td/.exec(pageContents.at(-1) ?? '') ?? []).slice(1).map(Number);
    expect(firstPlace(pdf)).toEqual(firstPlace(plain).map(place => expect.closeTo(place + bleedPt, 3) as number));
    const rectangles = (file: PdfFile): number[] =>
      [...objectsOf(file).matchAll(/\/Rect\[([^\]]*)\]/g)].flatMap(match => match[1]?.split(' ').map(Number) ?? []);
    expect(rectangles(pdf).length).toBeGreaterThan(0);
    expect(rectangles(pdf)).toEqual(rectangles(plain).map(place => expect.closeTo(place + bleedPt, 3) as number));
  });

  it('is the sheet where there is no bleed', async () => {
    const pdf = readPdf(await bytesWith({}));
    const [width, height] = typeset(anthology).pages.trimPt;
    expect(pdf.objects.get(pdf.pages[0] ?? 0)).toContain(
      `/MediaBox[0 0 ${width} ${height}]/TrimBox[0 0 ${width} ${height}]`,
    );
  });
});

describe('a PDF without tags', () => {
  it('has the same words, and no mark of a structure', async () => {
    const pdf = readPdf(await bytesWith({ isTagged: false }));
    expect(objectsOf(pdf)).not.toMatch(/StructTreeRoot|MarkInfo|StructParent|\/S\/P/);
    expect(objectsOf(pdf)).toContain('/Annots[');
    const shown = (file: PdfFile): string[] => file.pageContents.map(content => content.replace(/.*BDC\n|EMC\n|^BT\n|^ET\n/gm, '')); // prettier-ignore
    expect(pdf.pageContents.join('')).not.toMatch(/BDC|EMC/);
    expect(shown(pdf)).toEqual(shown(readPdf(await bytesWith({}))));
  });
});

describe('PDF/A-1b', () => {
  it('is PDF 1.4 that says what it keeps, with its colours described and all of its glyphs listed', async () => {
    const bytes = await bytesWith({ conformance: 'PDF/A-1b' });
    const source = Buffer.from(bytes).toString('latin1');
    expect(source.startsWith('%PDF-1.4\n')).toBe(true);
    expect(source).toContain('<pdfaid:part>1</pdfaid:part>');
    expect(source).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    const objects = objectsOf(readPdf(bytes));
    expect(objects).toContain('/GTS_PDFA1');
    const fonts = objects.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(objects.match(/\/CIDSet/g)).toHaveLength(fonts.length);
    expect(objects).not.toMatch(/SMask|\/CA |\/ca |LZWDecode|ObjStm/);
  });

  it('names several authors once, where they can be told apart', async () => {
    const two = book([story('A', [chapter(paragraphs(1))]), story('B', [chapter(paragraphs(1))])]);
    const people = ['Anna', 'Ben'].map(name => ({ name }));
    const metadata = { ...two.metadata, authors: people };
    const options = { metadata, profile: { ...screenPdf, conformance: 'PDF/A-1b' } } as const;
    const source = Buffer.from(await bytesOf(writePdf(typeset(two).pages, options))).toString('latin1');
    expect(source).toContain('<rdf:li>Anna</rdf:li><rdf:li>Ben</rdf:li>');
    expect(source).not.toContain('/Author');
  });
});
