import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { coverStyles } from '../../src/cover/coverStyles.ts';
import { designCover } from '../../src/cover/designCover.ts';
import type { Drawing } from '../../src/drawing/drawing.ts';
import { drawingToSvg } from '../../src/drawing/drawingToSvg.ts';
import { placeShapes } from '../../src/drawing/placeShapes.ts';
import { subjectOf } from './subjects.ts';

const folder = fileURLToPath(new URL('renders', import.meta.url));
const size = { widthPx: 90, heightPx: 144 };

/**
 * How far apart two renders may be, of 255, on the average and as the share of channels that are further apart than an eye
 * forgives. Another version of the renderer smooths edges a little differently; a picture that moves by a pixel (11 units)
 * is further apart in every style.
 */
const mostApart = 0.7;
const mostFarShare = 0.004;
const farApart = 24;

const subject = subjectOf({ title: 'The Weather at Reichenbach', id: 'urn:uuid:small-render' });

async function pixelsOf(drawing: Drawing): Promise<Buffer> {
  return sharp(Buffer.from(drawingToSvg(drawing, size)), { density: 72 })
    .removeAlpha()
    .raw()
    .toBuffer();
}

/** Whether two pictures are the same to an eye. */
function areAlike(one: Buffer, other: Buffer): boolean {
  const apart = [...one].map((value, index) => Math.abs(value - (other[index] ?? 0)));
  const sum = apart.reduce((total, value) => total + value, 0);
  const far = apart.filter(value => value > farApart).length;
  return one.length === other.length && sum / one.length <= mostApart && far / one.length <= mostFarShare;
}

describe.each(coverStyles)('a small render of %s', style => {
  const { drawing } = designCover(subject, style);
  const path = `${folder}/${style}.png`;

  it('looks as it did', async () => {
    const pixels = await pixelsOf(drawing);
    if (process.env.UPDATE_GOLDEN === '1' || !existsSync(path)) {
      if (process.env.UPDATE_GOLDEN !== '1') expect.fail(`${path} is missing; UPDATE_GOLDEN=1 writes it`);
      mkdirSync(folder, { recursive: true });
      const raw = { width: size.widthPx, height: size.heightPx, channels: 3 } as const;
      writeFileSync(path, await sharp(pixels, { raw }).png({ compressionLevel: 9 }).toBuffer());
      return;
    }
    const kept = await sharp(readFileSync(path)).removeAlpha().raw().toBuffer();
    expect(areAlike(pixels, kept)).toBe(true);
  });

  it('is told from one that has moved or lost its lettering', async () => {
    const pixels = await pixelsOf(drawing);
    const moved = await pixelsOf({ ...drawing, shapes: placeShapes(drawing.shapes, 1, [11, 0]) });
    expect(areAlike(pixels, moved)).toBe(false);
    const mute = await pixelsOf({ ...drawing, shapes: drawing.shapes.filter(shape => shape.type !== 'lettering') });
    expect(areAlike(pixels, mute)).toBe(false);
  });
});
