import type { default as SharpModule, Sharp } from 'sharp';

/** What picture is wanted. */
export interface JpegRequest {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The most it may weigh; the quality is lowered until it does, if need be. */
  readonly maxBytes: number;
}

/** A drawing as pixels: sRGB, opaque, three bytes each. */
interface Pixels {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A drawing in bands, one below another, each an SVG file that says its size in pixels and paints all of its ground. */
export interface BandedSvg {
  readonly widthPx: number;
  readonly heightPx: number;
  /** How many rows of pixels a band has; the last has those that remain. */
  readonly bandRows: number;
  /** The band that begins at that row. */
  readonly bandAt: (row: number) => string;
}

/**
 * Draws an SVG file as a JPEG picture of the size in pixels that the file says: sRGB, without metadata, the same bytes for the
 * same file. The file has to paint all of its ground, as drawings do and the tests hold them to. sharp is loaded by the first call, so that a build without pictures does
 * without it.
 */
export async function rasterizeToJpeg(svg: string): Promise<Uint8Array> {
  return packJpeg(openSvg(await loadSharp(), svg), qualities[0], true);
}

/** Draws a picture once and makes a JPEG of it in each size that is asked for; the same bytes on any number of cores. */
export async function rasterizeSizes(svg: BandedSvg, requests: readonly JpegRequest[]): Promise<Uint8Array[]> {
  const pixels = await drawBands(svg);
  const likelyBytes = rememberSamples(pixels);
  try {
    return await Promise.all(requests.map(request => encodeJpeg(pixels, request, likelyBytes)));
  } finally {
    spare = pixels.data;
  }
}

/** The pixels of the last picture, to be painted over: what is freed after each picture, the allocator keeps for every thread. */
let spare: Uint8Array | null = null;

/** Two bands are drawn at once, on two cores. Each is small: what is allocated for all of a picture would not be given back. */
async function drawBands({ widthPx, heightPx, bandRows, bandAt }: BandedSvg): Promise<Pixels> {
  const sharp = await loadSharp();
  const size = widthPx * heightPx * 3;
  const data = spare?.length === size ? spare : new Uint8Array(size);
  spare = null;
  let next = 0;
  const drawOnward = async (): Promise<void> => {
    while (next < heightPx) {
      const row = next;
      next += bandRows;
      data.set(await openSvg(sharp, bandAt(row)).raw().toBuffer(), row * widthPx * 3);
    }
  };
  await Promise.all([drawOnward(), drawOnward()]);
  return { data, widthPx, heightPx };
}

/** A drawing paints all of its ground and says its size: to lay it on white and to resize it would be a pass over all pixels each. */
function openSvg(sharp: typeof SharpModule, svg: string): Sharp {
  return sharp(Buffer.from(svg), { density: unitDensity }).removeAlpha();
}

function rememberSamples(pixels: Pixels): (quality: number) => Promise<number> {
  const known = new Map<number, Promise<number>>();
  return quality => {
    const likely = known.get(quality) ?? sampleBytes(pixels, quality);
    known.set(quality, likely);
    return likely;
  };
}

async function encodeJpeg(
  pixels: Pixels,
  { widthPx, heightPx, maxBytes }: JpegRequest,
  likelyBytes: (quality: number) => Promise<number>,
): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const share = (widthPx * heightPx) / (pixels.widthPx * pixels.heightPx);
  const isSame = pixels.widthPx === widthPx && pixels.heightPx === heightPx;
  let jpeg = new Uint8Array();
  for (const quality of qualities) {
    const isLast = quality === qualities.at(-1);
    if (!isLast && (await likelyBytes(quality)) * share > maxBytes) continue;
    const picture = openPixels(sharp, pixels);
    const sized = isSame ? picture : picture.resize(widthPx, heightPx, { fit: 'fill' });
    jpeg = await packJpeg(sized, quality, hasOwnCodes(pixels));
    if (jpeg.length <= maxBytes) break;
  }
  return jpeg;
}

/**
 * Codes made for the picture save a tenth, but take twice as long, and 24 MB for a cover for shops. Inside an EPUB the archive
 * squeezes the same out of either (0 to 5 % between them over all styles).
 */
function hasOwnCodes({ widthPx, heightPx }: Pixels): boolean {
  return widthPx * heightPx < 1_000_000;
}

function openPixels(sharp: typeof SharpModule, { data, widthPx, heightPx }: Pixels): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

async function packJpeg(picture: Sharp, quality: number, optimiseCoding: boolean): Promise<Uint8Array<ArrayBuffer>> {
  // Thin lines of strong colour fray when the colour channels are halved. mozjpeg would save a tenth and take four times as long.
  return new Uint8Array(await picture.jpeg({ quality, chromaSubsampling: '4:4:4', optimiseCoding }).toBuffer());
}

/** What all of the picture is likely to weigh, told by a sixth of it: packing it is dear. */
async function sampleBytes(pixels: Pixels, quality: number): Promise<number> {
  const sample = stripesOf(pixels);
  const jpeg = await packJpeg(openPixels(await loadSharp(), sample), quality, hasOwnCodes(pixels));
  return (jpeg.length * pixels.heightPx) / sample.heightPx;
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

async function loadSharp(): Promise<typeof SharpModule> {
  const { default: sharp } = await import('sharp');
  // What is drawn is drawn once: libvips would keep tens of megabytes of it for the next time.
  sharp.cache(false);
  return sharp;
}

/** At this density an SVG unit is a pixel. */
const unitDensity = 72;

/** From the one that shows no trace of compression to the least that a printed cover still bears. */
const qualities = [86, 80, 74, 68, 62, 56, 50, 40] as const;
