import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { designCover } from '../../src/cover/designCover.ts';
import { drawingToSvg } from '../../src/drawing/drawingToSvg.ts';
import { rasterizeToJpeg } from '../../src/images/rasterizeToJpeg.ts';
import { eightAuthors, subjectOf } from '../cover/subjects.ts';

const svg = drawingToSvg(designCover(subjectOf({ title: 'Borrowed Lamps', authors: eightAuthors }), 'woodcut').drawing);
const red =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="16"><path fill="#ff0000" d="M0 0H10V8H0Z"/></svg>';

describe('rasterizeToJpeg', () => {
  it('makes a cover of exactly the size that shops want, in sRGB, light and bare of metadata', async () => {
    const jpeg = await rasterizeToJpeg(svg, { widthPx: 1600, heightPx: 2560 });
    const found = await sharp(jpeg).metadata();
    expect(found).toMatchObject({ format: 'jpeg', width: 1600, height: 2560, space: 'srgb', channels: 3 });
    expect([found.exif, found.icc, found.xmp, found.iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(jpeg.length).toBeLessThanOrEqual(500_000);
    expect(jpeg.length).toBeGreaterThan(50_000);
  });

  it('draws the same bytes each time', async () => {
    const size = { widthPx: 300, heightPx: 480 };
    const [first, second] = await Promise.all([rasterizeToJpeg(svg, size), rasterizeToJpeg(svg, size)]);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('lowers the quality for a limit of weight', async () => {
    const size = { widthPx: 750, heightPx: 1200 };
    const free = await rasterizeToJpeg(svg, size);
    const limited = await rasterizeToJpeg(svg, { ...size, maxBytes: free.length - 10_000 });
    expect(limited.length).toBeLessThanOrEqual(free.length - 10_000);
  });

  it('fills what is clear with white and stretches to the size asked for', async () => {
    const jpeg = await rasterizeToJpeg(red, { widthPx: 20, heightPx: 20 });
    const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([20, 20]);
    expect(data[0]).toBeGreaterThan(245);
    expect(data[1]).toBeLessThan(20);
    expect(Math.min(...data.subarray(-3))).toBeGreaterThan(245);
  });
});
