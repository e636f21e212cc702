import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Anthology, Block, ImageAsset } from '../../src/book/tree.ts';
import { bytesOf } from '../../src/compile/artifactContent.ts';
import { flattenImage } from '../../src/images/flattenImage.ts';
import { writePdf } from '../../src/pdf/writePdf.ts';
import { book, chapter, paragraphs, story, text, typeset } from '../typeset/books.ts';
import { type PdfFile, readPdf } from './readPdf.ts';
import { allElements, readStructure } from './readStructure.ts';

async function draw(width: number, height: number, alpha: number, format: 'png' | 'jpeg'): Promise<ImageAsset> {
  const background = { r: 200, g: 40, b: 40, alpha };
  const channels = alpha === 1 ? 3 : 4;
  const bytes = await sharp({ create: { width, height, channels, background } }).toFormat(format).toBuffer();
  const id = `image-${format}-${width}`;
  return { id, mediaType: format === 'png' ? 'image/png' : 'image/jpeg', bytes, widthPx: width, heightPx: height };
}

const show = (asset: ImageAsset, alt: string | null, caption: string): Block => ({
  type: 'figure',
  image: { type: 'image', url: 'x', alt, assetId: asset.id },
  caption: caption === '' ? [] : [text(caption)],
});

describe('pictures in a PDF', () => {
  let pdf: PdfFile;
  let anthology: Anthology;
  let photo: ImageAsset;
  let clear: ImageAsset;

  beforeAll(async () => {
    [photo, clear] = await Promise.all([draw(900, 500, 1, 'jpeg'), draw(120, 40, 0.5, 'png')]);
    const body = [
      ...paragraphs(5),
      show(photo, 'A lamp (red)', 'The lamp, as it was.'),
      ...paragraphs(8, 2),
      show(clear, '', ''),
      ...paragraphs(8, 3),
      show(photo, 'The lamp again', ''),
    ];
    anthology = { ...book([story('Lamps', [chapter(body)])]), images: [photo, clear] };
    const byId = new Map([photo, clear].map(image => [image.id, image]));
    const readPicture = (id: string) => flattenImage(byId.get(id) ?? photo);
    pdf = readPdf(await bytesOf(writePdf(typeset(anthology).pages, { metadata: anthology.metadata, readPicture })));
  });

  it('are in the file once, a JPEG as it is, and nothing is clear', () => {
    const images = [...pdf.objects].filter(([, body]) => body.includes('/Subtype /Image'));
    expect(images).toHaveLength(2);
    const jpeg = images.find(([, body]) => body.includes('/DCTDecode'));
    expect(Buffer.from(pdf.streams.get(jpeg?.[0] ?? 0) ?? '', 'latin1').equals(photo.bytes)).toBe(true);
    expect(images.map(([, body]) => body).join('')).not.toMatch(/Mask/);
    expect(pdf.pageContents.join('').match(/\/Im\d Do/g)).toHaveLength(3);
  });

  it('are figures with their description and place, ornaments are none, and captions stand after them', () => {
    const elements = allElements(readStructure(pdf));
    const figures = elements.filter(({ role }) => role === 'Figure');
    expect(figures.map(({ body }) => /\/Alt \(((?:\\.|[^)])*)\)/.exec(body)?.[1])).toEqual(['A lamp \\(red\\)', 'The lamp again']); // prettier-ignore
    for (const { body, marks } of figures) {
      expect(body).toMatch(/\/BBox\[[\d. ]+\]/);
      expect(marks).toHaveLength(1);
    }
    const caption = elements.findIndex(({ role }) => role === 'Caption');
    expect(elements[caption - 1]?.role).toBe('Figure');
    expect(elements[caption]?.text.trim()).toBe('The lamp, as it was.');
    const ornament = pdf.pageContents.join('').match(/\/Artifact<<\/Type\/Layout>>BDC\nq [^\n]*\/Im2 Do Q\nEMC/g);
    expect(ornament).toHaveLength(1);
  });

  it('have captions in lines of like length', () => {
    const caption = 'The lamp as it was on the morning before anybody thought of carrying it down the stair again.';
    const { pages } = typeset({ ...book([story('Lamps', [chapter([show(photo, 'a', caption)])])]), images: [photo] });
    const frames = pages.pages.flatMap(page => page.frames);
    const captions = frames.filter(({ element }) => element !== null && pages.elements[element]?.role === 'Caption');
    const widths = captions.flatMap(frame => frame.lines.map(({ runs }) => {
      const last = runs.at(-1);
      return (last?.xPt ?? 0) + (last?.widthPt ?? 0) - (runs[0]?.xPt ?? 0);
    })); // prettier-ignore
    expect(widths.length).toBeGreaterThan(1);
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) * 0.75);
  });

  it('fit the measure and the page, and are never coarser than 150 pixels to the inch', async () => {
    const tall = await draw(700, 3000, 1, 'png');
    const figures = [show(photo, 'a', ''), show(clear, 'b', ''), show(tall, 'c', '')];
    const pictured = { ...book([story('Lamps', [chapter(figures)])]), images: [photo, clear, tall] };
    const { pages } = typeset(pictured).pages;
    const shown = pages.flatMap(page => page.pictures);
    expect(shown.map(({ assetId }) => assetId)).toEqual([photo.id, clear.id, tall.id]);
    for (const { assetId, leftPt, topPt, widthPt, heightPt } of shown) {
      const asset = pictured.images.find(({ id }) => id === assetId);
      expect(widthPt / heightPt).toBeCloseTo((asset?.widthPx ?? 0) / (asset?.heightPx ?? 1), 1);
      expect(widthPt).toBeLessThanOrEqual(((asset?.widthPx ?? 0) / 150) * 72);
      expect(widthPt).toBeLessThanOrEqual(288);
      expect(leftPt).toBeGreaterThanOrEqual(50);
      expect(topPt).toBeGreaterThan(50);
      expect(topPt + heightPt).toBeLessThan(612 - 50);
    }
    expect(shown[0]?.widthPt).toBe(288);
    expect(shown[1]?.widthPt).toBeCloseTo((120 / 150) * 72, 1);
  });
});

describe('flattenImage', () => {
  it('shows white through what is clear, and leaves alone what is opaque', async () => {
    const clear = await draw(10, 10, 0.5, 'png');
    const { data, info } = await sharp(await flattenImage(clear)).raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
    expect(info.channels).toBe(3);
    // Half of 200 and 40, half of white.
    for (const [index, value] of [227.5, 147.5, 147.5].entries()) expect(Math.abs((data[index] ?? 0) - value)).toBeLessThan(2); // prettier-ignore
    for (const opaque of [await draw(10, 10, 1, 'png'), await draw(10, 10, 1, 'jpeg')]) {
      expect(await flattenImage(opaque)).toBe(opaque.bytes);
    }
  });
});
