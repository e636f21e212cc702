import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/compile/artifactContent.ts';
import type { PrintedPlan } from '../../src/impose/printedSides.ts';
import type { Placement } from '../../src/impose/sheetPlan.ts';
import { screenPdf } from '../../src/pdf/pdfProfile.ts';
import { writePdf } from '../../src/pdf/writePdf.ts';
import { writeSheets } from '../../src/pdf/writeSheets.ts';
import { book, chapter, paragraphs, story, text, typeset } from '../typeset/books.ts';
import { type PdfFile, readPdf } from './readPdf.ts';
import { bookletPlan, zinePlan } from './sheetPlans.ts';

const link = { type: 'link', url: 'https://example.org/hats', children: [text('a link')] } as const;
const anthology = book([
  story('Tom & Jerry <3', [chapter([{ type: 'paragraph', children: [link] }, ...paragraphs(120)])]),
  story('Été', [chapter(paragraphs(240, 2), { label: 'Un' })]),
]);
const { metadata } = anthology;
const { pages } = typeset(anthology);
const count = pages.pages.length;

const sheetBytes = (plan: PrintedPlan, list = pages): Promise<Uint8Array> =>
  bytesOf(writeSheets(list, plan, { metadata }));
const sheets = async (plan: PrintedPlan, list = pages): Promise<PdfFile> => readPdf(await sheetBytes(plan, list));
const unimposed = (isTagged: boolean, list = pages): Promise<Uint8Array> =>
  bytesOf(writePdf(list, { metadata, profile: { ...screenPdf, hasLinks: false, hasOutline: false, isTagged } }));

/** A page on a side: its form's name, what is shown of it, and where. */
interface Shown {
  readonly name: string;
  readonly clip: readonly number[];
  readonly matrix: readonly number[];
}

function shownOn(content: string): Shown[] {
  const placed = /^q (?<clip>[-\d. ]+) re W n (?<matrix>[-\d. ]+) cm\/(?<name>P\d+) Do Q$/gm;
  return [...content.matchAll(placed)].map(({ groups }) => ({
    name: groups?.name ?? '',
    clip: (groups?.clip ?? '').split(' ').map(Number),
    matrix: (groups?.matrix ?? '').split(' ').map(Number),
  }));
}

/** The content of the form that a side calls by a name. */
function formOn(file: PdfFile, side: number, name: string): string {
  const number = new RegExp(`/${name} (\\d+) 0 R`).exec(file.objects.get(file.pages[side] ?? 0) ?? '')?.[1];
  return file.streams.get(Number(number)) ?? '';
}

const objectsOf = ({ objects }: PdfFile): string => [...objects.values()].join('\n');

/** Where a matrix brings a point, counted from the top of the side. */
function moved([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[], x: number, y: number, height: number) {
  return [a * x + c * y + e, height - (b * x + d * y + f)];
}

/** The corners of a placement in the order head left, head right, foot right of the page on it. */
function cornersOf({ box, rotation }: Placement): number[][] {
  const { left, top, width, height } = box;
  const around = [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
  ];
  return [0, 1, 2].map(corner => around[(corner + rotation / 90) % 4] ?? []);
}

function expectPlaced(shown: Shown, placement: Placement, sideHeight: number, bleedPt: number): void {
  const [width, height] = pages.trimPt;
  const [right, top] = [bleedPt + width, bleedPt + height];
  const corners = [moved(shown.matrix, bleedPt, top, sideHeight), moved(shown.matrix, right, top, sideHeight), moved(shown.matrix, right, bleedPt, sideHeight)]; // prettier-ignore
  for (const [index, corner] of cornersOf(placement).entries())
    for (const axis of [0, 1]) expect(corners[index]?.[axis]).toBeCloseTo(corner[axis] ?? NaN, 1);
  const { left, top: clipTop, width: clipWidth, height: clipHeight } = placement.clip;
  expect(shown.clip).toEqual([left, sideHeight - clipTop - clipHeight, clipWidth, clipHeight]);
}

describe('sheets', () => {
  it.each([0, 9])('have each page where the plan says, with %d points of bleed', async bleedPt => {
    const list = { ...pages, bleedPt };
    const plan = bookletPlan(count, bleedPt);
    const file = await sheets(plan, list);
    const sides = plan.sheets.flatMap(({ front, back }) => (back === null ? [front] : [front, back]));
    const plain = readPdf(await unimposed(false, list));
    expect(file.pages).toHaveLength(sides.length);
    let placed = 0;
    for (const [index, side] of sides.entries()) {
      const full = side.placements.filter(({ page }) => page !== null && plain.pageContents[page] !== '');
      const shown = shownOn(file.pageContents[index] ?? '');
      expect(shown).toHaveLength(full.length);
      for (const [order, placement] of full.entries()) {
        const page = shown[order];
        if (page === undefined || placement.page === null) throw new Error('a page is missing');
        expectPlaced(page, placement, plan.sidePt[1], bleedPt);
        expect(formOn(file, index, page.name)).toBe(plain.pageContents[placement.page]);
        placed++;
      }
    }
    expect(placed).toBeGreaterThan(20);
    expect(placed).toBeLessThan(count);
  });

  it.each([0, 90, 180, 270] as const)('turn pages by %d degrees, smaller', async rotation => {
    const [width, height] = rotation % 180 === 0 ? [198, 306] : [306, 198];
    const box = { left: 100, top: 50, width, height };
    const placement: Placement = { page: 8, box, rotation, scale: 0.5, clip: box };
    const plan: PrintedPlan = { sidePt: [600, 500], duplex: 'longEdge', passes: null, sheets: [{ front: { placements: [placement], marks: [] }, back: null }] }; // prettier-ignore
    const file = await sheets(plan);
    const [shown] = shownOn(file.pageContents[0] ?? '');
    if (shown === undefined) throw new Error('nothing is placed');
    expectPlaced(shown, placement, 500, 0);
  });

  it('hold a page once that is placed twice, and none that is not placed', async () => {
    const box = { left: 0, top: 0, width: 396, height: 612 };
    const placement: Placement = { page: 8, box, rotation: 0, scale: 1, clip: box };
    const twice = { placements: [placement, { ...placement, box: { ...box, left: 396 } }], marks: [] };
    const file = await sheets({
      sidePt: [792, 612],
      duplex: 'longEdge',
      passes: null,
      sheets: [{ front: twice, back: twice }],
    });
    expect(file.pageContents.map(content => shownOn(content).length)).toEqual([2, 2]);
    expect(objectsOf(file).match(/\/Subtype\/Form/g)).toHaveLength(1);
  });

  it('draw nothing where a page is blank', async () => {
    const blank = pages.pages.findIndex(page => page.frames.length === 0);
    expect(blank).toBeGreaterThan(0);
    const box = { left: 0, top: 0, width: 396, height: 612 };
    const placements = [blank, null].map((page): Placement => ({ page, box, rotation: 0, scale: 1, clip: box }));
    const file = await sheets({ sidePt: [396, 612], duplex: 'longEdge', passes: null, sheets: [{ front: { placements, marks: [] }, back: null }] }); // prettier-ignore
    expect(file.pageContents).toEqual(['']);
    expect(objectsOf(file)).not.toContain('/Form');
  });

  it('have no tags, links, outline or page labels, and say what the book is', async () => {
    const file = await sheets(bookletPlan(count));
    expect(objectsOf(file)).not.toMatch(/StructTreeRoot|MarkInfo|StructParent|\/Annots|\/Outlines|\/PageLabels|\/XYZ/);
    const drawn = [...file.streams].filter(([number]) => file.objects.get(number)?.includes('/Form') === true);
    expect(drawn.length).toBeGreaterThan(20);
    for (const [, content] of drawn) expect(content).not.toMatch(/BDC|EMC/);
    expect(file.catalog).toContain('/Lang (en)');
    const source = Buffer.from(await sheetBytes(zinePlan)).toString('latin1');
    expect(source).toContain('<rdf:li xml:lang="x-default">A Shelf of Hats</rdf:li>');
  });

  it('tell the printer how to print them', async () => {
    const preferences = async (plan: PrintedPlan): Promise<string> => objectsOf(await sheets(plan));
    const booklet = bookletPlan(8);
    const shown = await preferences(booklet);
    expect(shown).toContain('/PrintScaling /None');
    expect(shown).toContain('/Duplex /DuplexFlipShortEdge');
    expect(await preferences({ ...booklet, duplex: 'longEdge' })).toContain('/Duplex /DuplexFlipLongEdge');
    expect(await preferences({ ...booklet, duplex: 'twoPasses' })).toContain('/Duplex /Simplex');
    expect(await preferences(zinePlan)).toContain('/Duplex /Simplex');
  });

  it('have all fronts before all backs where they are turned by hand', async () => {
    const namesOn = ({ pageContents }: PdfFile) =>
      pageContents.map(content => shownOn(content).map(({ name }) => name));
    const plan = bookletPlan(count);
    const inOrder = namesOn(await sheets(plan));
    const fronts = plan.sheets.map((_, sheet) => sheet);
    const backs = fronts.toReversed();
    const passes = namesOn(await sheets({ ...plan, duplex: 'twoPasses', passes: { fronts, backs } }));
    expect(passes).toEqual([...fronts.map(sheet => inOrder[2 * sheet]), ...backs.map(sheet => inOrder[2 * sheet + 1])]);
  });

  it('are as large as the side, and say what is left when they are cut', async () => {
    const boxesOf = async (bleedPt: number): Promise<string> => {
      const file = await sheets(bookletPlan(8, bleedPt), { ...pages, bleedPt });
      return file.objects.get(file.pages[0] ?? 0) ?? '';
    };
    expect(await boxesOf(0)).toContain('/MediaBox[0 0 864 648]/TrimBox[36 18 828 630]');
    expect(await boxesOf(9)).toContain('/MediaBox[0 0 864 648]/BleedBox[27 9 837 639]/TrimBox[36 18 828 630]');
  });

  it('have marks that are lines, dots and bars, those of all sides once', async () => {
    const file = await sheets(bookletPlan(count));
    const forms = file.pages.map((_, side) => formOn(file, side, 'M'));
    expect(new Set(forms).size).toBe(1);
    expect([...file.streams.values()].filter(stream => stream === forms[0])).toHaveLength(1);
    const [drawn = ''] = forms;
    expect(drawn).toContain('q [2 4] 0 d 432 648 m 432 0 l S Q');
    expect(drawn).toContain('36 646 m 36 634 l S');
    expect(drawn).toMatch(/0 324 m 864 324 l S\nq 1 0 0 1 18 324 cm/);
    expect(drawn).toContain('q 1 J 1.6 w 432 528 m 432 528 l S Q');
    expect(drawn).toContain('430 564 4 24 re f');
  });

  it('are no larger than the book by a twentieth', async () => {
    const imposed = await sheetBytes(bookletPlan(count));
    expect(imposed.length).toBeLessThan((await unimposed(true)).length);
    expect(imposed.length).toBeLessThan((await unimposed(false)).length * 1.05);
  });

  it('are handed on while pages are still to be drawn, the same bytes every time', async () => {
    const chunks = writeSheets(pages, bookletPlan(count), { metadata });
    const first = (await chunks.next()).value ?? new Uint8Array();
    expect(Buffer.from(first).toString('latin1')).not.toContain('/Type/Page/');
    const rest = await bytesOf(chunks);
    expect(Buffer.concat([first, rest]).equals(await sheetBytes(bookletPlan(count)))).toBe(true);
  });

  it('cannot be made of pages that are not there', async () => {
    const beyond = { page: count, box: { left: 0, top: 0, width: 1, height: 1 }, rotation: 0, scale: 1, clip: { left: 0, top: 0, width: 1, height: 1 } } as const; // prettier-ignore
    const plan: PrintedPlan = { sidePt: [10, 10], duplex: 'longEdge', passes: null, sheets: [{ front: { placements: [beyond], marks: [] }, back: null }] }; // prettier-ignore
    await expect(sheetBytes(plan)).rejects.toThrow(RangeError);
  });
});
