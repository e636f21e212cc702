import { type RecodedImage, recodeImage, type RecodeRefusal } from './recodeImage.ts';
import { sniffImage } from './sniffImage.ts';

/** A picture for a cover, as JPEG, with the colour that most of it has. */
export interface RecodedCover extends RecodedImage {
  /** `#rrggbb`. */
  readonly mainColor: string;
}

/** A cover for shops is 1600 by 2560 pixels; nothing larger is of use. */
const coverLimits = { maxSidePx: 2560, maxPixels: 2560 * 2560, isPhoto: true } as const;

/** A smaller picture would be a blur on any shelf. */
const leastSidePx = 200;

/** A picture so many times as long as wide is a strip, of which no cover is made. */
const longestStrip = 5;

/** Matches `<text x="1">`, `<svg:text>`; not `<textPath>`, which stands inside of one. */
const lettering = /<(?:[\w-]+:)?text[\s/>]/i;

/** Reads a picture of any kind that is known by its bytes for a cover; see `recodeImage`. */
export async function recodeCover(bytes: Uint8Array): Promise<RecodedCover | RecodeRefusal> {
  if (sniffImage(bytes) === 'svg' && lettering.test(new TextDecoder('utf-8').decode(bytes))) {
    const reason = 'is a drawing with text, which comes out in whatever fonts a computer has';
    return { code: 'not-an-image', reason, hint: 'Turn its letters into paths, or save it as PNG.' };
  }
  const recoded = await recodeImage(bytes, coverLimits);
  if ('reason' in recoded) return recoded;
  const { widthPx, heightPx } = recoded;
  const sides = `is ${String(widthPx)} pixels wide and ${String(heightPx)} high`;
  if (Math.min(widthPx, heightPx) < leastSidePx) {
    const reason = `${sides}; at least ${String(leastSidePx)} each way were expected`;
    return { code: 'not-an-image', reason, hint: 'Name a larger picture; shops ask for 1600 by 2560.' };
  }
  if (Math.max(widthPx, heightPx) > longestStrip * Math.min(widthPx, heightPx)) {
    return { code: 'not-an-image', reason: `${sides}; that is a strip`, hint: 'Name an upright picture.' };
  }
  const { default: sharp } = await import('sharp');
  const { dominant } = await sharp(recoded.bytes).stats();
  const channels = [dominant.r, dominant.g, dominant.b];
  return { ...recoded, mainColor: '#' + channels.map(value => value.toString(16).padStart(2, '0')).join('') };
}
