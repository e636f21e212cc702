import { beforeAll, describe, expect, it } from 'vitest';
import type { Anthology, Block } from '../../src/book/tree.ts';
import { bytesOf } from '../../src/compile/artifactContent.ts';
import { writePdf } from '../../src/pdf/writePdf.ts';
import { book, chapter, paragraph, paragraphs, story, text, typeset } from '../typeset/books.ts';
import { type PdfFile, readPdf } from './readPdf.ts';
import { type ReadElement, allElements, readParentTree, readStructure } from './readStructure.ts';

async function pdfOf(anthology: Anthology): Promise<PdfFile> {
  return readPdf(await bytesOf(writePdf(typeset(anthology).pages, { metadata: anthology.metadata })));
}

const link = { type: 'link', url: 'https://example.org/é?a=(b)', children: [text('a link of several words')] } as const;
const collection = book([
  story('Tom & Jerry <3', [
    chapter([...paragraphs(40), { type: 'paragraph', children: [text('See '), link, text(' and '), link, text('.')] }], {
      number: 1,
      label: 'Chapter 1',
    }),
    chapter([...paragraphs(40, 2), { type: 'list', ordered: false, items: [[paragraph('One')], [paragraph('Two')]], start: 1 }], {
      number: 2,
      label: 'Chapter 2',
    }),
  ]),
  story('Été', [chapter(paragraphs(10, 3))]),
]); // prettier-ignore

describe('the structure of a PDF', () => {
  let pdf: PdfFile;
  let elements: readonly ReadElement[];
  beforeAll(async () => {
    pdf = await pdfOf(collection);
    elements = allElements(readStructure(pdf));
  });

  it('is one document of sections, headings, paragraphs and contents, and says so', () => {
    const [document] = elements;
    expect(document?.role).toBe('Document');
    expect(new Set(document?.kids.map(({ role }) => role))).toEqual(new Set(['Sect']));
    const roles = new Set(elements.map(({ role }) => role));
    for (const role of ['H1', 'H2', 'P', 'TOC', 'TOCI', 'Reference', 'Link', 'L', 'LI']) expect(roles).toContain(role);
    expect([...pdf.objects.values()].some(body => body.includes('/Marked true'))).toBe(true);
  });

  it('has every mark of every page in exactly one element, and the way back', () => {
    const tree = readParentTree(pdf);
    const owners = new Map<string, number>();
    for (const element of elements) {
      for (const { page, mcid } of element.marks) {
        expect(owners.has(`${page} ${mcid}`)).toBe(false);
        owners.set(`${page} ${mcid}`, element.number);
      }
    }
    pdf.pages.forEach((page, index) => {
      const key = Number(/\/StructParents (\d+)/.exec(pdf.objects.get(page) ?? '')?.[1]);
      const marks = (pdf.pageMarks[index] ?? []).filter(mark => mark.mcid !== null);
      expect(marks).toEqual(pdf.pageMarks[index]?.filter(({ tag }) => tag !== 'Artifact'));
      expect(marks.map(({ mcid }) => mcid)).toEqual(marks.map((_, mcid) => mcid));
      expect(tree.get(key)).toEqual(marks.map(({ mcid }) => owners.get(`${page} ${mcid ?? 0}`)));
      for (const mark of marks) {
        const owner = elements.find(({ number }) => number === owners.get(`${page} ${mark.mcid ?? 0}`));
        expect(owner?.role).toBe(mark.tag);
      }
    });
    expect(owners.size).toBeGreaterThan(100);
  });

  it('is read in the order of the pages: an element that goes on is one element', () => {
    const places = (elements[0]?.allMarks ?? []).map(({ page, mcid }) => pdf.pages.indexOf(page) * 1000 + mcid);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(elements.some(({ role, marks }) => role === 'P' && new Set(marks.map(({ page }) => page)).size === 2)).toBe(
      true,
    );
    const paragraphTexts = elements.filter(({ role }) => role === 'P').map(element => element.text);
    for (const block of paragraphs(40, 2)) {
      const words = block.children.map(inline => (inline.type === 'text' ? inline.value : '')).join('');
      expect(
        paragraphTexts.map(shown =>
          shown
            .replace(/\u00ad\n?/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        ),
      ).toContain(words);
    }
  });

  it('joins each link to its annotation, and tells what it is', () => {
    const tree = readParentTree(pdf);
    const links = elements.filter(({ role }) => role === 'Link');
    expect(links.filter(({ text: shown }) => shown.includes('a link of several words'))).toHaveLength(2);
    for (const { number, annotations } of links) {
      expect(annotations.length).toBeGreaterThan(0);
      for (const annotation of annotations) {
        const body = pdf.objects.get(annotation) ?? '';
        expect(body).toMatch(/\/Contents \([^)]/);
        expect(tree.get(Number(/\/StructParent (\d+)/.exec(body)?.[1]))).toBe(number);
      }
    }
    const shown = pdf.pages.flatMap(page => pdf.objects.get(page)?.match(/\/Annots\[([^\]]*)\]/)?.[1]?.match(/\d+(?= 0 R)/g) ?? []); // prettier-ignore
    expect(shown.map(Number).toSorted()).toEqual(links.flatMap(({ annotations }) => annotations).toSorted());
    for (const page of pdf.pages) expect(pdf.objects.get(page)).toContain('/Tabs/S');
    expect([...pdf.objects.values()].join('\n')).toContain('/URI (https://example.org/%C3%A9?a=\\(b\\))');
  });

  it('parts tables into rows and cells, lists into labels and bodies, notes into mark and text', async () => {
    const long = Array.from({ length: 60 }, () => 'lamp').join(' ');
    const blocks: Block[] = [
      { type: 'paragraph', children: [text('A mark'), { type: 'footnoteReference', noteId: 'n1' }, text(' here.')] },
      {
        type: 'table',
        header: [[text('Name')], [text('Year')]],
        rows: [
          [[text(long)], [text('1900')]],
          [[text('Two')], []],
        ],
      },
      { type: 'list', ordered: true, start: 3, items: [[paragraph('One'), paragraph('More')], [paragraph('Two')]] },
    ];
    const notes = [{ id: 'n1', label: '1', blocks: [paragraph('The note.')] }];
    const noted = await pdfOf(book([story('The Hat', [chapter(blocks)], { footnotes: notes })]));
    const all = allElements(readStructure(noted));
    const shape = ({ role, kids }: ReadElement): unknown =>
      kids.length === 0 ? role : { [role]: kids.map(kid => shape(kid)) };
    expect(all.filter(({ role }) => role === 'Table').map(shape)).toEqual([
      { Table: [{ TR: ['TH', 'TH'] }, { TR: ['TD', 'TD'] }, { TR: ['TD'] }] },
    ]);
    expect(all.filter(({ role }) => role === 'TH').every(({ body }) => body.includes('/Scope/Column'))).toBe(true);
    expect(
      all
        .find(({ role }) => role === 'TD')
        ?.text.replace(/\s+/g, ' ')
        .trim(),
    ).toBe(long);
    expect(all.filter(({ role }) => role === 'L').map(shape)).toEqual([
      { L: [{ LI: ['Lbl', { LBody: ['P', 'P'] }] }, { LI: ['Lbl', { LBody: ['P'] }] }] },
    ]);
    expect(all.filter(({ role }) => role === 'Lbl').map(({ text: shown }) => shown.trim())).toEqual(['3.', '4.', '1']);
    const note = all.find(({ role }) => role === 'Note');
    expect(note === undefined ? null : shape(note)).toEqual({ Note: [{ Lbl: ['Link'] }, 'P'] });
    expect(note?.body).toMatch(/\/ID\(\d+\)/);
    expect(note?.text.trim()).toBe('1 The note.');
  });

  it('leaves heads and folios out as what they are', () => {
    const artifacts = pdf.pageMarks.flat().filter(({ tag }) => tag === 'Artifact');
    const kinds = new Set(artifacts.map(({ properties }) => properties));
    expect(kinds).toContain('/Artifact<</Type/Pagination/Subtype/Header>>BDC');
    expect(kinds).toContain('/Artifact<</Type/Pagination/Subtype/Footer>>BDC');
    for (const { mcid } of artifacts) expect(mcid).toBeNull();
  });
});
