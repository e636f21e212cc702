import { type PDFObject, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/compile/artifactContent.ts';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import { type ImposeRequest, type ImposedFile, imposePdf } from '../../src/index.ts';
import { openForeignPdf } from '../../src/pdf/foreign/openForeignPdf.ts';
import { type PlainPage, plainPdf, showing } from '../support/plainPdf.ts';

/** Pages that each show a word of their own. */
const numbered = (count: number, entries = ''): PlainPage[] =>
  Array.from({ length: count }, (_, index) => ({ content: showing(`page${index + 1}`), entries }));

type Changes = Partial<ImposeRequest['settings']> & { readonly pageBox?: ImposeRequest['pageBox'] };

async function impose(bytes: Uint8Array, { pageBox = 'auto', ...changes }: Changes = {}): Promise<ImposedFile> {
  return imposePdf({ path: 'in.pdf', bytes, settings: { scheme: 'booklet', marks: [], caliper: 0, ...changes }, pageBox }); // prettier-ignore
}

/** What each side shows: words in the order of places, and the matrix of each place's form times that of the place. */
async function sidesOf(bytes: Uint8Array, changes: Changes = {}): Promise<Shown[][]> {
  const made = await impose(bytes, changes);
  const pdf = await openForeignPdf('out.pdf', await bytesOf(made.content));
  return pdf.pages.map(page => {
    const content = page.contents.map(stream => decoded(stream)).join('\n');
    const forms = String(page.resources);
    return [...content.matchAll(/re W n ([-\d. ]+) cm\/(P\d+) Do/g)].map(([, matrix = '', name = '']) => {
      const number = new RegExp(`/${name} (\\d+) 0 R`).exec(forms)?.[1] ?? '';
      const form = pdf.context.enumerateIndirectObjects().find(([ref]) => ref.objectNumber === Number(number))?.[1];
      const dict = String(form).split('stream')[0] ?? '';
      return { word: /\((\w+)\) Tj/.exec(decoded(form))?.[1] ?? '', dict, place: numbers(matrix), form: numbers(/\/Matrix \[ ?([^\]]*)\]/.exec(dict)?.[1] ?? '') }; // prettier-ignore
    });
  });
}

interface Shown {
  readonly word: string;
  readonly dict: string;
  readonly place: readonly number[];
  readonly form: readonly number[];
}

const numbers = (text: string): number[] => text.trim().split(/\s+/).map(Number);

/** Where a point of a page comes to on its side. */
function moved({ form, place }: Shown, x: number, y: number): number[] {
  const through = ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[], [px = 0, py = 0]: number[]) => [a * px + c * py + e, b * px + d * py + f]; // prettier-ignore
  return through(place, through(form, [x, y]));
}

const close = (values: readonly number[]): number[] => values.map(value => expect.closeTo(value, 1) as number);

function decoded(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) return '';
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

const wordsOf = (sides: readonly (readonly Shown[])[]): string[][] => sides.map(side => side.map(({ word }) => word));

/** Four pages of which the second is the first once more. */
function pagesTwice(): Promise<Shown[][]> {
  const whole = Buffer.from(plainPdf(numbered(4))).toString('latin1');
  return sidesOf(Buffer.from(whole.replace(/\/Kids\[(\d+ 0 R) \d+ 0 R/, '/Kids[$1 $1'), 'latin1'));
}

describe('the sheets of somebody else’s PDF', () => {
  it('have its pages in the order of the scheme', async () => {
    const sides = await sidesOf(plainPdf(numbered(7)));
    expect(wordsOf(sides).map(words => words.toSorted())).toEqual([
      ['page1'],
      ['page2', 'page7'],
      ['page3', 'page6'],
      ['page4', 'page5'],
    ]);
  });

  it('have the pages that are asked for, in that order', async () => {
    const pages = [[3, 5], [1, 1]] as const; // prettier-ignore
    const made = await impose(plainPdf(numbered(7)), { pages });
    expect(made.pages).toBe(4);
    const [front = [], back = []] = wordsOf(await sidesOf(plainPdf(numbered(7)), { pages }));
    expect(front.toSorted()).toEqual(['page1', 'page3']);
    expect(back.toSorted()).toEqual(['page4', 'page5']);
    const beyond = await impose(plainPdf(numbered(7)), { pages: [[5, 9]] });
    expect(beyond.diagnostics.map(({ code }) => code)).toEqual(['impose/pages-not-there']);
    await expect(impose(plainPdf(numbered(7)), { pages: [[8, null]] })).rejects.toMatchObject({ code: 'config/usage' });
  });

  it.each([
    [0, [0, 612], [396, 612]],
    [90, [0, 0], [0, 396]],
    [180, [612, 0], [0, 0]],
    [270, [612, 396], [612, 0]],
    [-90, [612, 396], [612, 0]],
    [450, [0, 0], [0, 396]],
  ])('show a page upright that says it is turned by %d degrees', async (degrees, headLeft, headRight) => {
    const isUpright = degrees % 180 === 0;
    const media = degrees === 0 ? '[0 0 396 612]' : isUpright ? '[0 0 612 396]' : '[0 0 612 396]';
    const page = { content: showing('turned'), entries: `/Rotate ${degrees}/MediaBox${media}` };
    const sides = await sidesOf(plainPdf([page]), { scaling: 'actual', paper: [1300, 700] });
    const shown = sides.flat().find(({ word }) => word === 'turned');
    if (shown === undefined) throw new Error('the page is missing');
    const [left, right] = [moved(shown, headLeft[0] ?? 0, headLeft[1] ?? 0), moved(shown, headRight[0] ?? 0, headRight[1] ?? 0)]; // prettier-ignore
    const width = degrees === 180 ? 612 : 396;
    expect(right).toEqual(close([(left[0] ?? 0) + width, left[1] ?? 0]));
  });

  it('cut pages at their crop boxes, and take their trim boxes where all of them have one', async () => {
    const cropped = plainPdf(numbered(4, '/CropBox[50 60 346 552]'));
    const [shown] = (await sidesOf(cropped)).flat();
    expect(shown?.dict).toMatch(/\/BBox \[ ?50 60 346 552 ?\]/);
    const trimmed = plainPdf(numbered(4, '/TrimBox[50 60 346 552]/BleedBox[41 51 355 561]'));
    const made = await impose(trimmed);
    expect(made.diagnostics.map(({ code }) => code)).toEqual(['impose/trim-box-taken']);
    const [whole] = (await sidesOf(trimmed)).flat();
    expect(whole?.dict).toMatch(/\/BBox \[ ?41 51 355 561 ?\]/);
    const [kept] = (await sidesOf(trimmed, { pageBox: 'crop' })).flat();
    expect(kept?.dict).toMatch(/\/BBox \[ ?0 0 396 612 ?\]/);
    const some = plainPdf([...numbered(3, '/TrimBox[50 60 346 552]'), ...numbered(1)]);
    expect((await impose(some)).diagnostics).toEqual([]);
    expect((await impose(some, { pageBox: 'trim' })).diagnostics.map(({ code }) => code)).toEqual(['impose/trim-box-taken', 'impose/page-sizes-differ']); // prettier-ignore
    const scrap = plainPdf(numbered(4, '/TrimBox[0 0 10 10]'));
    expect((await impose(scrap)).diagnostics).toEqual([]);
  });

  it('have a page as often as it stands in the document', async () => {
    // Sheet 1: pages 4 and 1, on its back 2, which is 1 once more, and 3.
    expect(wordsOf(await pagesTwice()).map(words => words.toSorted())).toEqual([['page1', 'page4'], ['page1', 'page3']]); // prettier-ignore
  });

  it('have pages of another size fitted to the others, and say which they are', async () => {
    const large = { content: showing('large'), entries: '/MediaBox[0 0 792 1224]' };
    const bytes = plainPdf([...numbered(2), large, ...numbered(1)]);
    const made = await impose(bytes);
    expect(made.diagnostics.map(({ message }) => message)).toEqual([
      'Page 3 of in.pdf is not of the size of the others, half-letter, and was fitted into it.',
    ]);
    const shown = (await sidesOf(bytes)).flat().find(({ word }) => word === 'large');
    expect(shown?.form.slice(0, 4)).toEqual([0.5, 0, 0, 0.5]);
    const unit = plainPdf([
      { content: showing('large'), entries: '/MediaBox[0 0 198 306]/UserUnit 2' },
      ...numbered(3),
    ]);
    expect((await impose(unit)).diagnostics).toEqual([]);
  });

  it('keep what a page inherits, its parts and its layers, and drop what lies on it', async () => {
    const layers = '/OCProperties<</OCGs[1000 0 R]/D<</OFF[1000 0 R]>>>>';
    const note = '/Annots[<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]>><</Type/Annot/Subtype/Link/Rect[0 0 9 9]>>]';
    const parts = ['BT /F1 24 Tf 100 100 Td', '(inParts) Tj ET'];
    for (const isPacked of [false, true]) {
      const bytes = plainPdf([{ content: parts, entries: note }], { isPacked, catalog: `${layers}/Outlines 1001 0 R`, objects: ['<</Type/OCG/Name(Hidden)>>', '<</Type/Outlines>>'] }); // prettier-ignore
      const made = await impose(bytes);
      expect(made.diagnostics.map(({ code }) => code)).toEqual(['impose/annotations-left-out']);
      const { catalog, context } = await openForeignPdf('out.pdf', await bytesOf(made.content));
      expect(String(catalog)).toContain('/OCProperties');
      expect(String(catalog)).not.toContain('/Outlines');
      const objects = context.enumerateIndirectObjects().map(([, object]) => String(object));
      expect(objects.some(object => object.includes('/OCG'))).toBe(true);
      expect(objects.filter(object => /Outlines|FreeText/.test(object))).toEqual([]);
      const [shown] = (await sidesOf(bytes)).flat();
      expect(shown?.word).toBe('inParts');
      expect(shown?.dict).toContain('/Helvetica');
    }
  });

  it('are the same bytes every time, and not much larger', async () => {
    const bytes = plainPdf(numbered(40).map(page => ({ ...page, content: String(page.content).repeat(100) })));
    const first = await bytesOf((await impose(bytes, { marks: ['fold', 'crop'] })).content);
    const second = await bytesOf((await impose(bytes, { marks: ['fold', 'crop'] })).content);
    expect(Buffer.compare(first, second)).toBe(0);
    expect(first.length).toBeLessThan(bytes.length * 1.05);
  });

  it('turn as the document says', async () => {
    const front = async (catalog: string): Promise<string | undefined> => {
      const [shown] = await sidesOf(plainPdf(numbered(8), { catalog }));
      return shown?.toSorted((a, b) => (a.place[4] ?? 0) - (b.place[4] ?? 0))[0]?.word;
    };
    expect(await front('')).toBe('page8');
    expect(await front('/ViewerPreferences<</Direction/R2L>>')).toBe('page1');
  });
});

describe('a PDF that cannot be laid on sheets', () => {
  const refusal = async (bytes: Uint8Array): Promise<CompileError> => {
    const error: unknown = await impose(bytes).catch((thrown: unknown) => thrown);
    if (!(error instanceof CompileError)) throw new Error(`not refused: ${String(error)}`);
    return error;
  };

  it('is refused in a sentence, with what to do', async () => {
    const text = await refusal(Buffer.from('Once upon a time.'));
    expect(text).toMatchObject({ code: 'source/not-a-pdf', message: 'in.pdf is no PDF: it does not begin as one.' });
    const protectedPdf = await refusal(plainPdf(numbered(1), { trailer: '/Encrypt<</Filter/Standard>>' }));
    expect(protectedPdf).toMatchObject({ code: 'source/protected-pdf' });
    expect(protectedPdf.hint).toContain('qpdf --decrypt in.pdf');
    expect(await refusal(plainPdf([]))).toMatchObject({ code: 'source/invalid-pdf', message: 'in.pdf has no pages.' });
    expect(await refusal(Buffer.from('%PDF-1.4\n'))).toMatchObject({ code: 'source/invalid-pdf' });
  });

  it('is one whose pages or contents are not all there', async () => {
    const whole = Buffer.from(plainPdf(numbered(4))).toString('latin1');
    const without = (start: string): Uint8Array => Buffer.from(whole.slice(0, whole.indexOf(start)), 'latin1');
    expect((await refusal(without('\n8 0 obj'))).message).toBe('in.pdf is damaged: page 3 is missing.');
    const lost = Buffer.from(whole.replace('/Contents 5 0 R', '/Contents 99 0 R'), 'latin1');
    expect((await refusal(lost)).message).toBe('in.pdf is damaged: the content of page 2 is missing.');
    const circle = Buffer.from(whole.replace('/Kids[4 0 R', '/Kids[2 0 R'), 'latin1');
    expect((await refusal(circle)).message).toBe('in.pdf is damaged: its pages go round in a circle.');
  });

  it('is never a bug, wherever it is broken', async () => {
    const whole = plainPdf(numbered(6).map(page => ({ ...page, content: [String(page.content), 'q Q'] })), { isPacked: true }); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.uint8Array({ maxLength: 40 }),
        fc.boolean(),
        async (at, junk, isCut) => {
          const rest = isCut ? new Uint8Array() : whole.slice(at + junk.length);
          const broken = Buffer.concat([whole.slice(0, at), junk, rest]);
          await impose(broken).catch((error: unknown) => {
            if (!(error instanceof CompileError)) throw error;
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});
