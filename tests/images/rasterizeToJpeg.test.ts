import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { designCover } from '../../src/cover/designCover.ts';
import type { Drawing } from '../../src/drawing/drawing.ts';
import { drawingToSvg } from '../../src/drawing/drawingToSvg.ts';
import { polygon } from '../../src/drawing/outline.ts';
import { drawOnce, rasterizeToJpeg } from '../../src/images/rasterizeToJpeg.ts';
import { eightAuthors, subjectOf } from '../cover/subjects.ts';

const { drawing } = designCover(subjectOf({ title: 'Borrowed Lamps', authors: eightAuthors }), 'woodcut');
const shopSize = { widthPx: 1600, heightPx: 2560 };
const red: Drawing = {
  widthUnits: 10,
  heightUnits: 16,
  background: '#ffffff',
  shapes: [
    {
      type: 'path',
      steps: polygon([
        [0, 0],
        [10, 0],
        [10, 8],
        [0, 8],
      ]),
      fill: '#ff0000',
      opacity: 1,
    },
  ],
  altText: '',
};

describe('rasterizeToJpeg', () => {
  it('makes a cover of exactly the size that shops want, in sRGB, light and bare of metadata', async () => {
    const jpeg = await rasterizeToJpeg(drawingToSvg(drawing, shopSize), 500_000);
    const found = await sharp(jpeg).metadata();
    expect(found).toMatchObject({ format: 'jpeg', width: 1600, height: 2560, space: 'srgb', channels: 3 });
    expect([found.exif, found.icc, found.xmp, found.iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(jpeg.length).toBeLessThanOrEqual(500_000);
    expect(jpeg.length).toBeGreaterThan(50_000);
  });

  it('draws the same bytes each time', async () => {
    const svg = drawingToSvg(drawing, { widthPx: 300, heightPx: 480 });
    const [first, second] = await Promise.all([rasterizeToJpeg(svg), rasterizeToJpeg(svg)]);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('lowers the quality for a limit of weight', async () => {
    const svg = drawingToSvg(drawing, { widthPx: 750, heightPx: 1200 });
    const free = await rasterizeToJpeg(svg);
    const limited = await rasterizeToJpeg(svg, free.length - 10_000);
    expect(limited.length).toBeLessThanOrEqual(free.length - 10_000);
  });

  it('stretches a drawing to the size asked for', async () => {
    const jpeg = await rasterizeToJpeg(drawingToSvg(red, { widthPx: 20, heightPx: 20 }));
    const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([20, 20]);
    expect(data[0]).toBeGreaterThan(245);
    expect(data[1]).toBeLessThan(20);
    expect(Math.min(...data.subarray(-3))).toBeGreaterThan(245);
  });
});

describe('drawOnce', () => {
  it('makes several sizes of one drawing, each like one that is drawn in it', async () => {
    const makeJpeg = await drawOnce(drawingToSvg(drawing, shopSize));
    const shop = await rasterizeToJpeg(drawingToSvg(drawing, shopSize), 500_000);
    expect(Buffer.compare(await makeJpeg({ ...shopSize, maxBytes: 500_000 }), shop)).toBe(0);
    const small = { widthPx: 600, heightPx: 960 };
    const [made, drawn] = await Promise.all(
      [await makeJpeg(small), await rasterizeToJpeg(drawingToSvg(drawing, small))].map(jpeg =>
        sharp(jpeg).raw().toBuffer({ resolveWithObject: true }),
      ),
    );
    expect(made?.info).toMatchObject({ width: 600, height: 960 });
    const pixels = [...(made?.data ?? [])];
    const apart = pixels.reduce((sum, value, index) => sum + Math.abs(value - (drawn?.data[index] ?? 0)), 0);
    expect(apart / pixels.length).toBeLessThan(6);
  });

  it('makes a picture that an archive deflates to what it would have made of the other, within a twentieth', async () => {
    const makeJpeg = await drawOnce(drawingToSvg(drawing, shopSize));
    const [file, packed] = await Promise.all([false, true].map(isDeflated => makeJpeg({ ...shopSize, isDeflated })));
    const [ofFile, ofPacked] = [file, packed].map(jpeg => deflateRawSync(jpeg ?? new Uint8Array()).length);
    expect(file?.length).toBeLessThan(packed?.length ?? 0);
    expect(ofPacked).toBeLessThan((ofFile ?? 0) * 1.05);
  });
});
