import type { Sharp } from 'sharp';
import { sniffImage } from './sniffImage.ts';
import { svgDanger } from './svgDanger.ts';

/** A picture as every e-reader shows it. */
export interface RecodedImage {
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Why a picture cannot be shown; the reason goes on after "The image lamp.png". */
export interface RecodeRefusal {
  readonly code: 'not-an-image' | 'too-large';
  readonly reason: string;
  readonly hint: string;
}

/** The most pixels that are decoded: a hundred megapixels are more than any camera in a pocket takes. */
export const maxInputPixels = 100_000_000;

/** How large a picture may become, and whether it is to be a photograph's JPEG whatever it is. */
export interface RecodeLimits {
  readonly maxSidePx: number;
  readonly maxPixels: number;
  readonly isPhoto: boolean;
}

/** The longest side in a book: the screens of readers have at most 1,900 pixels, and Apple Books once stopped at 4 megapixels. */
const maxSidePx = 2048;
const maxPixels = 4_000_000;

/** Kindle's guidelines ask for less than so many bytes. */
const lightBytes = 127 * 1024;

/** Lines of text in the code of a drawing do not get so long; what is drawn by a program may. */
const maxSvgBytes = 2 * 1024 * 1024;

/** A sheet of posters in hundredths of a millimetre; some billions are more than the libraries can count. */
const maxSvgSide = 200_000;

/** What one picture may take; a drawing of a few bytes can ask for hours of work. */
const timeoutSeconds = 30;

/**
 * Reads a picture of any kind that is known by its bytes, whatever its name says, and writes it anew: upright, in sRGB,
 * without what cameras write into it, of a size that e-readers show, photographs as JPEG, and what is drawn or clear in
 * parts as PNG. The same bytes always give the same bytes. sharp is loaded by the first call.
 */
export async function recodeImage(
  bytes: Uint8Array,
  limits: RecodeLimits = { maxSidePx, maxPixels, isPhoto: false },
): Promise<RecodedImage | RecodeRefusal> {
  const kind = sniffImage(bytes);
  if (kind === null) return notAnImage('is no picture that is read', 'JPEG, PNG, GIF, WebP, AVIF, TIFF and SVG are.');
  if (kind === 'svg') {
    const refusal = refuseSvg(bytes);
    if (refusal !== null) return refusal;
  }
  const { default: sharp } = await import('sharp');
  const input = { limitInputPixels: maxInputPixels, failOn: 'error' } as const;
  try {
    const { width, height } = await sharp(bytes, { ...input, limitInputPixels: false }).metadata();
    const isDrawing = kind === 'svg';
    if (!isDrawing && width * height > maxInputPixels) return tooManyPixels(width, height);
    const scale = isDrawing ? Math.min(maxSvgScale, svgSidePx / Math.max(width, height)) : 1;
    const density = Math.min(maxDensity, Math.max(1, unitDensity * scale));
    const side = fittedSide(width * scale, height * scale, limits);
    const picture = sharp(bytes, isDrawing ? { ...input, density } : input)
      .autoOrient()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .timeout({ seconds: timeoutSeconds });
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    const pixels = sharp(data, { raw: info });
    return limits.isPhoto ? await jpegOf(pixels, finestQuality) : await encode(pixels, kind === 'jpeg');
  } catch {
    return notAnImage('is damaged, or no picture', 'Open it in a program for pictures, and save it again.');
  }
}

/** At this density an SVG unit is a pixel. */
const unitDensity = 72;

/** sharp takes no more. */
const maxDensity = 100_000;

/** A drawing is drawn twice as large as it says, for paper-like screens are fine, but no larger than a page. */
const maxSvgScale = 2;
const svgSidePx = 1600;

/** The side of the square that a picture has to fit in, whichever way it is turned. */
function fittedSide(width: number, height: number, limits: RecodeLimits): number {
  const fitting = Math.sqrt(limits.maxPixels / (width * height));
  const scale = Math.min(1, limits.maxSidePx / Math.max(width, height), fitting);
  return Math.max(1, Math.floor(Math.max(width, height) * scale));
}

async function encode(pixels: Sharp, isPhoto: boolean): Promise<RecodedImage> {
  if (isPhoto) return asJpeg(pixels);
  const { isOpaque } = await pixels.clone().stats();
  const picture = isOpaque ? pixels.removeAlpha() : pixels;
  const drawn: RecodedImage = { mediaType: 'image/png', ...(await outputOf(picture.clone().png({ compressionLevel: 9 }))) }; // prettier-ignore
  if (!isOpaque || drawn.bytes.length <= lightBytes) return drawn;
  // What is drawn has sharp edges and few colours, and packs well; a photograph does not.
  const painted = await asJpeg(picture);
  return drawn.bytes.length > painted.bytes.length * maxPngToJpeg ? painted : drawn;
}

/** A PNG that weighs more than so many JPEGs of the same picture is a photograph's. */
const maxPngToJpeg = 2;

/** From the one that shows no trace of compression to one that shows none on paper-like screens. */
const qualities = [84, 76] as const;

/** For pictures that are drawn once more before they are shown. */
const finestQuality = 94;

/** The lower quality is taken only where it makes the picture as light as Kindle asks. */
async function asJpeg(picture: Sharp): Promise<RecodedImage> {
  const [best, light] = qualities;
  const encoded = await jpegOf(picture, best);
  if (encoded.bytes.length <= lightBytes) return encoded;
  const lighter = await jpegOf(picture, light);
  return lighter.bytes.length <= lightBytes ? lighter : encoded;
}

async function jpegOf(picture: Sharp, quality: number): Promise<RecodedImage> {
  const flat = picture.clone().flatten({ background: '#ffffff' }).jpeg({ quality, chromaSubsampling: '4:4:4' });
  return { mediaType: 'image/jpeg', ...(await outputOf(flat)) };
}

async function outputOf(picture: Sharp): Promise<Omit<RecodedImage, 'mediaType'>> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { bytes: data, widthPx: info.width, heightPx: info.height };
}

function refuseSvg(bytes: Uint8Array): RecodeRefusal | null {
  if (bytes.length > maxSvgBytes) {
    return { code: 'too-large', reason: `is a drawing of more than ${maxSvgBytes / 1024 / 1024} MB`, hint: 'Save it as PNG.' }; // prettier-ignore
  }
  const drawing = new TextDecoder('utf-8').decode(bytes);
  if (longestSide(drawing) > maxSvgSide) {
    const reason = `is a drawing with a side of more than ${maxSvgSide.toLocaleString('en')} units`;
    return { code: 'too-large', reason, hint: 'Save a smaller copy of it.' };
  }
  const danger = svgDanger(drawing);
  return danger === null ? null : notAnImage(`is a drawing that holds ${danger}`, 'Save it as PNG.');
}

/** The longest side that a drawing says it has, in whatever unit; 0 where it says none. */
function longestSide(svg: string): number {
  const [root = ''] = /<(?:[\w-]+:)?svg\b[^>]*>/i.exec(svg) ?? [];
  const sides = [...root.matchAll(svgSides)].flatMap(([, values = '']) => values.split(/[\s,]+/).map(parseFloat));
  return Math.max(0, ...sides.filter(side => !Number.isNaN(side)));
}

/** Matches `width="1e9"`, `viewBox='0 0 9 9'`; not `stroke-width="2"`. */
const svgSides = /(?<![\w-])(?:width|height|viewBox)\s*=\s*["']([^"']*)["']/gi;

function notAnImage(reason: string, hint: string): RecodeRefusal {
  return { code: 'not-an-image', reason, hint };
}

function tooManyPixels(width: number, height: number): RecodeRefusal {
  const reason = `is ${width} pixels wide and ${height} high; at most ${maxInputPixels / 1_000_000} megapixels are read`;
  return { code: 'too-large', reason, hint: 'Save a smaller copy of it.' };
}
