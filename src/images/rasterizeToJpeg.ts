import type { default as SharpModule, Sharp } from 'sharp';

/** What picture is wanted. */
export interface JpegRequest {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The most it may weigh; the quality is lowered until it does, if need be. */
  readonly maxBytes?: number;
  /**
   * For a picture that is deflated in an archive: it gets the codes of every JPEG and none of its own, which takes half of the
   * time and needs 24 MB less. As a file it weighs a tenth more, deflated as much as the other (0 to 5 % more over all styles);
   * the limit is that of the other.
   */
  readonly isDeflated?: boolean;
}

/** A drawing as pixels: sRGB, opaque, three bytes each. */
interface Pixels {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Makes a JPEG picture of one drawing, of exactly the size that is asked for. */
export type JpegMaker = (request: JpegRequest) => Promise<Uint8Array>;

/**
 * Draws an SVG file as a JPEG picture of the size in pixels that the file says: sRGB, without metadata, the same bytes for the
 * same file. What the file leaves clear is black. sharp is loaded by the first call, so that a build without pictures does
 * without it.
 */
export async function rasterizeToJpeg(svg: string, maxBytes = Infinity): Promise<Uint8Array> {
  if (maxBytes === Infinity) return packJpeg(openSvg(await loadSharp(), svg), qualities[0]);
  const pixels = await drawPixels(svg);
  return jpegMakerOf(pixels)({ ...pixels, maxBytes });
}

/** Draws an SVG file once, to make pictures of several sizes of it; drawing is most of the work. */
export async function drawOnce(svg: string): Promise<JpegMaker> {
  return jpegMakerOf(await drawPixels(svg));
}

async function drawPixels(svg: string): Promise<Pixels> {
  const { data, info } = await openSvg(await loadSharp(), svg)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

/** A drawing paints all of its ground and says its size: to lay it on white and to resize it would be a pass over all pixels each. */
function openSvg(sharp: typeof SharpModule, svg: string): Sharp {
  return sharp(Buffer.from(svg), { density: unitDensity }).removeAlpha();
}

function jpegMakerOf(pixels: Pixels): JpegMaker {
  const known = new Map<number, Promise<number>>();
  const likelyBytes = (quality: number): Promise<number> => {
    const likely = known.get(quality) ?? sampleBytes(pixels, quality);
    known.set(quality, likely);
    return likely;
  };
  return async ({ widthPx, heightPx, maxBytes = Infinity, isDeflated = false }) => {
    const sharp = await loadSharp();
    const share = (widthPx * heightPx) / (pixels.widthPx * pixels.heightPx);
    const isSame = pixels.widthPx === widthPx && pixels.heightPx === heightPx;
    let jpeg = new Uint8Array();
    for (const quality of qualities) {
      const isLimited = maxBytes !== Infinity && quality !== qualities.at(-1);
      if (isLimited && (await likelyBytes(quality)) * share > maxBytes) continue;
      const picture = openPixels(sharp, pixels);
      jpeg = await packJpeg(
        isSame ? picture : picture.resize(widthPx, heightPx, { fit: 'fill' }),
        quality,
        !isDeflated,
      );
      if (isDeflated || jpeg.length <= maxBytes) break;
    }
    return jpeg;
  };
}

function openPixels(sharp: typeof SharpModule, { data, widthPx, heightPx }: Pixels): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

async function packJpeg(picture: Sharp, quality: number, optimiseCoding = true): Promise<Uint8Array<ArrayBuffer>> {
  // Thin lines of strong colour fray when the colour channels are halved. mozjpeg would save a tenth and take four times as long.
  return new Uint8Array(await picture.jpeg({ quality, chromaSubsampling: '4:4:4', optimiseCoding }).toBuffer());
}

/** What all of the picture is likely to weigh, told by a sixth of it: packing it is dear. */
async function sampleBytes(pixels: Pixels, quality: number): Promise<number> {
  const sample = stripesOf(pixels);
  const jpeg = await packJpeg(openPixels(await loadSharp(), sample), quality);
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
