import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/compile/artifactContent.ts';
import type { Drawing, GradientStop, Shape } from '../../src/drawing/drawing.ts';
import { circleOutline, polygon } from '../../src/drawing/outline.ts';
import { type PdfProfile, screenPdf } from '../../src/pdf/pdfProfile.ts';
import type { RasterizeArt } from '../../src/pdf/writeArt.ts';
import { type WritePdfOptions, writePdf } from '../../src/pdf/writePdf.ts';
import type { PageArt, PageList } from '../../src/typeset/pageList.ts';
import { book, chapter, paragraphs, story } from '../typeset/books.ts';
import { type PdfFile, readPdf } from './readPdf.ts';
import { allElements, readStructure } from './readStructure.ts';

const { metadata } = book([story('Lamps', [chapter(paragraphs(1))])]);

function pageWith(art: readonly PageArt[]): PageList {
  return {
    trimPt: [200, 300],
    bleedPt: 9,
    language: 'en',
    styles: [],
    elements: [
      { role: 'Document', parent: null },
      { role: 'Figure', parent: 0, alt: 'A lamp (red)' },
    ],
    pages: [
      { side: 'recto', folio: { style: 'arabic', number: 1 }, frames: [], rules: [], pictures: [], art, destinations: [] },
    ],
    outline: [],
  }; // prettier-ignore
}

async function write(art: readonly PageArt[], options: Partial<WritePdfOptions> = {}): Promise<PdfFile> {
  return readPdf(await bytesOf(writePdf(pageWith(art), { metadata, ...options })));
}

function drawing(...shapes: readonly Shape[]): Drawing {
  return { widthUnits: 100, heightUnits: 150, bleedUnits: 5, background: '#ff8000', altText: 'A lamp', shapes };
}

const whole = { element: 1, leftPt: 0, topPt: 0, widthPt: 200, heightPt: 300 };
const square = (left: number, top: number, side: number) =>
  polygon([[left, top], [left + side, top], [left + side, top + side], [left, top + side]]); // prettier-ignore
const stop = (offset: number, color: string, opacity = 1): GradientStop => ({ offset, color, opacity });

/** The operators of all forms, in the order in which they are in the file. */
function forms(pdf: PdfFile): string[] {
  return [...pdf.objects].flatMap(([number, body]) =>
    body.includes('/Subtype/Form') ? [pdf.streams.get(number) ?? ''] : [],
  );
}

function objectsWith(pdf: PdfFile, key: string): string[] {
  return [...pdf.objects.values()].filter(body => body.includes(key));
}

const noPixels: RasterizeArt = () => Promise.reject(new RangeError('nothing in it is clear'));

describe('a drawing in a PDF', () => {
  it('is turned over and scaled into its box, reaches over it by its bleed, and is in the file once', async () => {
    const shown = drawing({ type: 'path', steps: square(10, 20, 30), fill: '#000000', opacity: 1 });
    const half = { element: null, drawing: shown, leftPt: 10, topPt: 20, widthPt: 50, heightPt: 75 };
    const pdf = await write([{ ...whole, drawing: shown }, half]);
    expect(pdf.pageContents).toHaveLength(1);
    expect(pdf.pageContents[0]).toContain('/Figure<</MCID 0>>BDC\nq 2 0 0 -2 9 309 cm/Fm1 Do Q\nEMC');
    expect(pdf.pageContents[0]).toContain('/Artifact<</Type/Layout>>BDC\nq 0.5 0 0 -0.5 19 289 cm/Fm1 Do Q\nEMC');
    expect(objectsWith(pdf, '/Subtype/Form')).toHaveLength(1);
    expect(objectsWith(pdf, '/Subtype/Form')[0]).toContain('/BBox[-5 -5 105 155]');
    expect(forms(pdf)[0]).toBe(
      '1 0.502 0 rg -5 -5 110 160 re f\n0 0 0 rg 10 20 m 40 20 l 40 50 l 10 50 l h f',
    ); // prettier-ignore
    expect(objectsWith(pdf, '/S/Transparency')).toEqual([]);
  });

  it('is a figure with its description and place', async () => {
    const pdf = await write([{ ...whole, drawing: drawing() }]);
    const figures = allElements(readStructure(pdf)).filter(({ role }) => role === 'Figure');
    expect(figures).toHaveLength(1);
    expect(figures[0]?.body).toContain('/Alt (A lamp \\(red\\))');
    expect(figures[0]?.body).toContain('/BBox[9 9 209 309]');
  });

  it('lets lettering in foil gleam, in a file where nothing may be clear, too', async () => {
    const sheen = { type: 'linearGradient', from: [0, 0], to: [100, 0], stops: [stop(0, '#ffd700'), stop(1, '#b8860b')] } as const; // prettier-ignore
    const box = { left: 10, top: 20, right: 40, bottom: 50 };
    const foil: Shape = { type: 'lettering', text: 'Gilt', box, steps: square(10, 20, 30), fill: '#000000', sheen };
    const empty: Shape = { ...foil, text: ' ', steps: [] };
    for (const options of [{}, { profile: { ...screenPdf, hasTransparency: false }, rasterizeArt: noPixels }]) {
      const pdf = await write([{ ...whole, drawing: drawing(empty, foil) }], options);
      const [operators = ''] = forms(pdf);
      expect(operators).toContain('BDC q 10 20 m 40 20 l 40 50 l 10 50 l h W n /Sh1 sh Q EMC');
      // Where there is no ink, nothing keeps a shading in.
      expect(operators.match(/ sh /g)).toHaveLength(1);
      expect(objectsWith(pdf, '/ShadingType 2').join()).toContain('/Coords[0 0 100 0]');
    }
  });

  it('says the words of its lettering', async () => {
    const box = { left: 10, top: 20, right: 40, bottom: 50 };
    const pdf = await write([{ ...whole, drawing: drawing({ type: 'lettering', text: 'Été', box, steps: square(10, 20, 30), fill: '#000000' }) }]); // prettier-ignore
    expect(forms(pdf)[0]).toContain('/Span<</ActualText (\u00fe\u00ff\u0000\u00c9\u0000t\u0000\u00e9)>>BDC');
  });

  it('has gradients as shadings, with a sharp edge where two stops meet', async () => {
    const stops = [stop(0.2, '#ff0000'), stop(0.5, '#00ff00'), stop(0.5, '#0000ff'), stop(1, '#ffffff')];
    const pdf = await write([
      {
        ...whole,
        drawing: drawing(
          { type: 'path', steps: square(0, 0, 50), fill: { type: 'linearGradient', from: [0, 0], to: [50, 0], stops }, opacity: 1 },
          { type: 'circle', center: [50, 50], radius: 20, fill: { type: 'radialGradient', center: [50, 50], radius: 20, stops: [stop(0, '#ffffff'), stop(1, '#000000')] }, opacity: 1 },
        ),
      },
    ]); // prettier-ignore
    const [linear = '', radial = ''] = objectsWith(pdf, '/ShadingType');
    expect(linear).toContain('/ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 50 0]');
    expect(linear).toContain('/Bounds[0.2 0.5]/Encode[0 1 0 1 0 1]');
    expect(linear.match(/\/C0\[[^\]]*\]\/C1\[[^\]]*\]/g)).toEqual(['/C0[1 0 0]/C1[1 0 0]', '/C0[1 0 0]/C1[0 1 0]', '/C0[0 0 1]/C1[1 1 1]']); // prettier-ignore
    expect(radial).toContain('/ShadingType 3/ColorSpace/DeviceRGB/Coords[50 50 0 50 50 20]');
    expect(objectsWith(pdf, '/SMask')).toEqual([]);
  });

  it('has a soft mask only for a gradient that is clear somewhere', async () => {
    const stops = [stop(0, '#ff0000', 0), stop(1, '#ff0000', 1)];
    const fill = { type: 'linearGradient', from: [0, 0], to: [50, 0], stops } as const;
    const pdf = await write([{ ...whole, drawing: drawing({ type: 'path', steps: square(0, 0, 50), fill, opacity: 1 }) }]); // prettier-ignore
    expect(objectsWith(pdf, '/SMask<</S/Luminosity/G')).toHaveLength(1);
    expect(objectsWith(pdf, '/ColorSpace/DeviceGray')[0]).toContain('/C0[0]/C1[1]');
    expect(objectsWith(pdf, '/Type/Page/')[0]).toContain('/Group<</S/Transparency/I true/CS/DeviceRGB>>');
  });

  it('prints a group over what lies below as one ink, and clips in place', async () => {
    const dot: Shape = { type: 'circle', center: [50, 50], radius: 20, fill: '#123456', opacity: 1 };
    const pdf = await write([
      {
        ...whole,
        drawing: drawing(
          { type: 'group', clip: circleOutline([50, 50], 10), blend: 'normal', opacity: 1, shapes: [dot] },
          { type: 'group', clip: null, blend: 'multiply', opacity: 0.5, shapes: [dot, dot] },
        ),
      },
    ]);
    expect(objectsWith(pdf, '/BM/Multiply')[0]).toBe('<</Type/ExtGState/BM/Multiply/ca 0.5/CA 0.5>>');
    const [group = '', art = ''] = forms(pdf);
    expect(group.match(/ f/g)).toHaveLength(2);
    expect(art).toMatch(/h W n \n0\.071 0\.204 0\.337 rg [^\n]* f\nQ/);
    expect(art).toContain('q /Gs1 gs /Fm1 Do Q');
  });

  it('shows lines round at their ends, and a curve of the second degree as one of the third', async () => {
    const steps = [{ type: 'M', values: [0, 0] }, { type: 'Q', values: [30, 30, 60, 0] }] as const; // prettier-ignore
    const pdf = await write([{ ...whole, drawing: drawing({ type: 'stroke', steps, stroke: '#000000', widthUnits: 3, opacity: 1 }) }]); // prettier-ignore
    expect(forms(pdf)[0]).toContain('q 1 J 1 j 3 w 0 0 0 RG 0 0 m 20 20 40 20 60 0 c S Q');
  });
});

describe('a drawing in a file without transparency', () => {
  const flat: PdfProfile = { ...screenPdf, conformance: 'PDF/A-1b', hasTransparency: false };
  const veil = (left: number): Shape => ({ type: 'path', steps: square(left, 0, 20), fill: '#000000', opacity: 0.5 });
  const label: Shape = { type: 'lettering', text: 'Lamp', box: { left: 10, top: 5, right: 30, bottom: 15 }, steps: square(10, 5, 10), fill: '#ffffff' }; // prettier-ignore

  it('is mixed with the ground where nothing else lies below', async () => {
    const pdf = await write([{ ...whole, drawing: drawing(veil(0), veil(40)) }], { profile: flat });
    expect(objectsWith(pdf, '/ExtGState')).toEqual([]);
    expect(forms(pdf)[0]?.match(/0\.502 0\.251 0 rg/g)).toHaveLength(2);
  });

  it('is pixels up to the last shape that lets something through, and drawn above it', async () => {
    const asked: { shapes: number; widthPx: number; heightPx: number }[] = [];
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080001000101011100ffd9', 'hex');
    const pdf = await write([{ ...whole, drawing: drawing(veil(0), veil(10), label) }], {
      profile: flat,
      rasterizeArt: ({ shapes }, size) => {
        asked.push({ shapes: shapes.length, ...size });
        return Promise.resolve(jpeg);
      },
    });
    // The first lies on the bare ground and is mixed with it. The second: 20 by 20 units of 2 points each, at 300 dpi.
    expect(asked).toEqual([{ shapes: 2, widthPx: 167, heightPx: 167 }]);
    expect(forms(pdf)[0]).toMatch(
      /re f\n0\.502 0\.251 0 rg 0 0 m 20 0 l 20 20 l 0 20 l h f\nq 20 0 0 -20 10 20 cm\/Pa1 Do Q\n\/Span<<\/ActualText \(Lamp\)>>BDC/,
    );
    expect(objectsWith(pdf, '/Type/ExtGState')).toEqual([]);
    expect(objectsWith(pdf, '/S/Transparency')).toEqual([]);
  });
});
