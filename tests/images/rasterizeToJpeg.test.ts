import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { coverStyles } from '../../src/cover/coverStyles.ts';
import { designPictureCover, pictureCanvas } from '../../src/cover/pictureCover.ts';
import { designCover } from '../../src/cover/designCover.ts';
import { bleedInto } from '../../src/drawing/bleedInto.ts';
import type { Drawing } from '../../src/drawing/drawing.ts';
import { bandToSvg, drawingToSvg } from '../../src/drawing/drawingToSvg.ts';
import { polygon } from '../../src/drawing/outline.ts';
import { type JpegRequest, rasterizeSizes, rasterizeToJpeg } from '../../src/images/rasterizeToJpeg.ts';
import { recodeCover } from '../../src/images/recodeCover.ts';
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
    const jpeg = (await rasterizeBanded(drawing, [{ ...shopSize, maxBytes: 500_000 }]))[0] ?? new Uint8Array();
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
    const size = { widthPx: 750, heightPx: 1200, maxBytes: free.length - 10_000 };
    const [limited] = await rasterizeBanded(drawing, [size]);
    expect(limited?.length).toBeLessThanOrEqual(free.length - 10_000);
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

describe('a drawing that becomes a picture', () => {
  it.each(coverStyles)('leaves no pixel clear in the style %s, in any size and with its bleed', async style => {
    const subject = subjectOf({ title: 'Borrowed Lamps', authors: eightAuthors });
    const front = designCover(subject, style, { widthUnits: 1000, heightUnits: 1541.7, bleedUnits: 20.3 }).drawing;
    for (const whole of [front, bleedInto(front)]) {
      expect(await isOpaque(drawingToSvg(whole, { widthPx: 131, heightPx: 199 }))).toBe(true);
      for (const [from, to] of [[0, 67], [67, 134], [134, 199]] as const) {
        expect(await isOpaque(bandToSvg(whole, { widthPx: 131, heightPx: 199 }, from, to))).toBe(true);
      }
    }
  }); // prettier-ignore

  it('has white where the picture that it shows is clear', async () => {
    const clear = await sharp({ create: { width: 400, height: 640, channels: 4, background: '#10203000' } }).png().toBuffer(); // prettier-ignore
    const picture = await recodeCover(clear);
    if ('reason' in picture) throw new Error(picture.reason);
    const shown = { ...picture, altText: null };
    const { drawing: cover } = designPictureCover(subjectOf({ title: 'Borrowed Lamps' }), shown, pictureCanvas(shown));
    const svg = drawingToSvg(cover, { widthPx: 50, heightPx: 80 });
    expect(await isOpaque(svg)).toBe(true);
    const pixels = await sharp(await rasterizeToJpeg(svg)).raw().toBuffer(); // prettier-ignore
    expect(Math.min(...pixels)).toBeGreaterThan(250);
  });
});

describe('rasterizeSizes', () => {
  it.each(coverStyles)('draws %s in bands as it does whole', async style => {
    const cover = designCover(subjectOf({ title: 'Borrowed Lamps', authors: eightAuthors }), style).drawing;
    const size = { widthPx: 500, heightPx: 800 };
    const pixelsOf = (svg: string) => sharp(Buffer.from(svg), { density: 72 }).removeAlpha().raw().toBuffer();
    const whole = await pixelsOf(drawingToSvg(cover, size));
    const bands = [0, 320, 640].map(row => pixelsOf(bandToSvg(cover, size, row, Math.min(row + 320, 800))));
    const joined = Buffer.concat(await Promise.all(bands));
    expect(joined.length).toBe(whole.length);
    const apart = [...whole].map((value, index) => Math.abs(value - (joined[index] ?? 0)));
    expect(Math.max(...new Set(apart))).toBeLessThanOrEqual(2);
    expect(apart.filter(value => value > 0).length).toBeLessThan(200);
  });

  it('makes several sizes of one drawing, the same on one core and on two', async () => {
    const sizes: [JpegRequest, JpegRequest] = [
      { ...shopSize, maxBytes: 500_000 },
      { widthPx: 600, heightPx: 960, maxBytes: 500_000 },
    ];
    const first = await rasterizeBanded(drawing, sizes);
    const threads = sharp.concurrency();
    sharp.concurrency(threads === 1 ? 2 : 1);
    const second = await rasterizeBanded(drawing, sizes);
    sharp.concurrency(threads);
    expect(second).toEqual(first);
    for (const [index, { widthPx, heightPx }] of sizes.entries()) {
      expect(await sharp(first[index]).metadata()).toMatchObject({ width: widthPx, height: heightPx });
    }
  });
});

async function isOpaque(svg: string): Promise<boolean> {
  return (await sharp(Buffer.from(svg), { density: 72 }).ensureAlpha().stats()).isOpaque;
}

function rasterizeBanded(cover: Drawing, requests: readonly [JpegRequest, ...JpegRequest[]]): Promise<Uint8Array[]> {
  const [size] = requests;
  const bandAt = (row: number): string => bandToSvg(cover, size, row, Math.min(row + 512, size.heightPx));
  return rasterizeSizes({ widthPx: size.widthPx, heightPx: size.heightPx, bandRows: 512, bandAt }, requests);
}
