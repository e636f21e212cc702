import type * as SharpModule from 'sharp';

/** What picture is wanted. */
export interface JpegRequest {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The most it may weigh; the quality is lowered until it does, if need be. */
  readonly maxBytes?: number;
}

/** A drawing as pixels: sRGB, opaque, three bytes each. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Draws an SVG file as a JPEG picture of exactly that size: sRGB, without metadata, on white where the SVG is clear, the
 * same bytes for the same file. sharp is loaded by the first call, so that a build without pictures does without it.
 */
export async function rasterizeToJpeg(svg: string, request: JpegRequest): Promise<Uint8Array> {
  return encodeJpeg(await drawPixels(svg, request), request);
}

/** Draws an SVG file as pixels, from which pictures of several sizes can be made: drawing is most of the work. */
export async function drawPixels(svg: string, { widthPx, heightPx }: JpegRequest): Promise<Pixels> {
  const sharp = await loadSharp();
  const file = Buffer.from(svg);
  const intrinsic = await sharp(file, { density: unitDensity }).metadata();
  const data = await sharp(file, { density: (unitDensity * widthPx) / intrinsic.width })
    .resize(widthPx, heightPx, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return { data, widthPx, heightPx };
}

/** Pixels as a JPEG picture of exactly that size. */
export async function encodeJpeg(pixels: Pixels, { widthPx, heightPx, maxBytes }: JpegRequest): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const picture = sharp(pixels.data, { raw: { width: pixels.widthPx, height: pixels.heightPx, channels: 3 } });
  const isSized = pixels.widthPx === widthPx && pixels.heightPx === heightPx;
  const sized = isSized ? picture : picture.resize(widthPx, heightPx, { fit: 'fill' });
  let jpeg = new Uint8Array();
  for (const quality of qualities) {
    // Thin lines of strong colour fray when the colour channels are halved. mozjpeg would save a tenth and take four times as long.
    jpeg = await sized.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    if (jpeg.length <= (maxBytes ?? Infinity)) break;
  }
  return jpeg;
}

async function loadSharp(): Promise<typeof SharpModule.default> {
  const { default: sharp } = await import('sharp');
  // What is drawn is drawn once: libvips would keep tens of megabytes of it for the next time.
  sharp.cache(false);
  return sharp;
}

/** At this density an SVG unit is a pixel. */
const unitDensity = 72;

/** From the one that shows no trace of compression to the least that a printed cover still bears. */
const qualities = [86, 76, 64, 50] as const;
