import type Sharp from 'sharp';

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
  const sized = await resizePixels(pixels, widthPx, heightPx);
  const limit = maxBytes ?? Infinity;
  const first = limit === Infinity ? 0 : await fittingQuality(sized, limit);
  let jpeg = new Uint8Array();
  for (const quality of qualities.slice(first)) {
    jpeg = await packJpeg(sized, quality);
    if (jpeg.length <= limit) break;
  }
  return jpeg;
}

async function resizePixels(pixels: Pixels, widthPx: number, heightPx: number): Promise<Pixels> {
  if (pixels.widthPx === widthPx && pixels.heightPx === heightPx) return pixels;
  const sharp = await loadSharp();
  const raw = { width: pixels.widthPx, height: pixels.heightPx, channels: 3 } as const;
  const data = await sharp(pixels.data, { raw }).resize(widthPx, heightPx, { fit: 'fill' }).raw().toBuffer();
  return { data, widthPx, heightPx };
}

async function packJpeg({ data, widthPx, heightPx }: Pixels, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const sharp = await loadSharp();
  const picture = sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  // Thin lines of strong colour fray when the colour channels are halved. mozjpeg would save a tenth and take four times as long.
  return new Uint8Array(await picture.jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer());
}

/** The place among the qualities of the best that is likely to fit, told by a sixth of the picture: packing it is dear. */
async function fittingQuality(pixels: Pixels, maxBytes: number): Promise<number> {
  const sample = stripesOf(pixels);
  const limit = (maxBytes * sample.heightPx) / pixels.heightPx;
  for (const [index, quality] of qualities.entries()) {
    if ((await packJpeg(sample, quality)).length <= limit) return index;
  }
  return qualities.length - 1;
}

/** Rows of whole blocks of a JPEG, and how many rows there are from one such stripe to the next. */
const stripeRows = 16;
const stripePitch = 96;

/** One row in six, in stripes over all of the picture. */
function stripesOf({ data, widthPx, heightPx }: Pixels): Pixels {
  const rowBytes = widthPx * 3;
  const stripes: Uint8Array[] = [];
  for (let row = 0; row < heightPx; row += stripePitch) {
    stripes.push(data.subarray(row * rowBytes, Math.min(row + stripeRows, heightPx) * rowBytes));
  }
  const sample = new Uint8Array(Buffer.concat(stripes));
  return { data: sample, widthPx, heightPx: sample.length / rowBytes };
}

async function loadSharp(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp');
  // What is drawn is drawn once: libvips would keep tens of megabytes of it for the next time.
  sharp.cache(false);
  return sharp;
}

/** At this density an SVG unit is a pixel. */
const unitDensity = 72;

/** From the one that shows no trace of compression to the least that a printed cover still bears. */
const qualities = [86, 80, 74, 68, 62, 56, 50, 40];
