import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawingToSvg } from '../../src/drawing/drawingToSvg.ts';
import { rasterizeToPng } from '../../src/images/rasterizeToPng.ts';
import type { ImpositionRequest } from '../../src/impose/imposition.ts';
import { planSheets } from '../../src/impose/planSheets.ts';
import { foldPreview } from '../../src/proof/foldPreview.ts';
import { drawnPages, drawnWords } from './drawnPages.ts';
import { requestOf } from './requests.ts';

const words = { title: 'Borrowed Lamps', summary: 'Booklet · 12 pages on 3 sheets of letter', altText: 'Sheets.' };

function previewOf(request: ImpositionRequest) {
  return foldPreview(planSheets(request), words);
}

/** Rows of page numbers from the top, each from the left; those on their heads with a minus. */
function rowsOf(request: ImpositionRequest): string[] {
  const rows = new Map<number, { x: number; text: string }[]>();
  for (const { number, middle, up } of drawnPages(previewOf(request).shapes, 24)) {
    const row = [...rows.keys()].find(y => Math.abs(y - middle[1]) < 30) ?? middle[1];
    rows.set(row, [...(rows.get(row) ?? []), { x: middle[0], text: up[1] < 0 ? String(number) : `-${number}` }]);
  }
  return [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([, pages]) =>
      pages
        .toSorted((one, other) => one.x - other.x)
        .map(({ text }) => text)
        .join(' '),
    );
}

describe('foldPreview', () => {
  it('shows fronts and backs as they are printed, page numbers standing as the pages do', () => {
    // Each sheet of a stapled booklet: its front, then its back, two sheets in a row.
    expect(rowsOf(requestOf('booklet', { pages: 12, duplex: 'shortEdge' }))).toEqual(['12 1 2 11 10 3 4 9', '8 5 6 7']);
    expect(rowsOf(requestOf('booklet', { pages: 4, duplex: 'longEdge' }))).toEqual(['4 1 -3 -2']);
    expect(rowsOf(requestOf('booklet', { pages: 4, duplex: 'shortEdge', direction: 'rtl' }))).toEqual(['1 4 3 2']);
    // The eight pages of the zine that everyone folds.
    expect(rowsOf(requestOf('mini-zine'))).toEqual(['8 1 2 3', '-7 -6 -5 -4']);
    expect(rowsOf(requestOf('quarto'))).toEqual(['-5 -4 -3 -6', '8 1 2 7']);
  });

  it('says which sheets they are, and where a signature begins', () => {
    const shown = drawnWords(previewOf(requestOf('signatures', { pages: 24, sheetsPerSignature: 3 })));
    expect(shown).toContain('signature 1');
    expect(shown).toContain('sheet 4 front');
    expect(shown.indexOf('signature 2')).toBe(shown.indexOf('sheet 4 front') - 3);
    expect(shown.filter(text => text.startsWith('sheet '))).toHaveLength(12);
  });

  it('shows of a long book the first signatures, and of a thick one the outer sheets and the innermost', () => {
    const long = previewOf(requestOf('signatures', { pages: 1600 }));
    expect(drawnWords(long)).toContain('And 99 more signatures: 396 more sheets.');
    const thick = previewOf(requestOf('booklet', { pages: 200, duplex: 'shortEdge' }));
    expect(drawnWords(thick)).toContain('… 45 more sheets …');
    expect(drawnWords(thick)).toContain('sheet 50 back');
    expect(drawnPages(thick.shapes, 24).map(({ number }) => number)).toContain(101);
    expect(Math.max(long.shapes.length, thick.shapes.length)).toBeLessThan(400);
  });

  it('marks blanks as such', () => {
    expect(drawnWords(previewOf(requestOf('booklet', { pages: 3 })))).toContain('blank');
    expect(drawnWords(previewOf(requestOf('booklet', { pages: 4 })))).not.toContain('blank');
  });

  it('draws folds through all layers and the slit of a zine', () => {
    const octavo = previewOf(requestOf('octavo', { pages: 16 }));
    const dashed = octavo.shapes.filter(shape => shape.type === 'stroke' && shape.stroke === '#3d6d92');
    // Four lines on each side and the one that tells what they are: three upright, one level.
    expect(dashed).toHaveLength(9);
    const zine = previewOf(requestOf('mini-zine'));
    const cut = zine.shapes.find(shape => shape.type === 'stroke' && shape.stroke === '#b8432b');
    const xs = cut?.type === 'stroke' ? cut.steps.map(({ values }) => values[0] ?? 0) : [];
    const page = 860 / 4;
    expect(xs.map(x => Math.round((x - 72) / page))).toEqual([1, 3]);
  });

  it('becomes a PNG of its own size, the same bytes each time', async () => {
    const drawing = previewOf(requestOf('mini-zine'));
    const svg = drawingToSvg(drawing);
    const [first, second] = await Promise.all([rasterizeToPng(svg), rasterizeToPng(svg)]);
    expect(Buffer.compare(first, second)).toBe(0);
    const found = await sharp(first).metadata();
    expect(found).toMatchObject({ format: 'png', width: drawing.widthUnits, height: drawing.heightUnits, channels: 3 });
    expect(first.length).toBeLessThan(150_000);
  });
});
