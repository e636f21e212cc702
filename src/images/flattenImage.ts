import type { RecodedImage } from './recodeImage.ts';

/**
 * A picture's bytes without anything clear in it: white shows through, as on paper. A picture that is opaque stays as it is.
 * sharp is loaded by the first picture that is not.
 */
export async function flattenImage({
  mediaType,
  bytes,
}: Pick<RecodedImage, 'mediaType' | 'bytes'>): Promise<Uint8Array> {
  if (mediaType === 'image/jpeg' || isOpaquePng(bytes)) return bytes;
  const { default: sharp } = await import('sharp');
  return sharp(bytes).flatten({ background: '#ffffff' }).png({ compressionLevel: 9 }).toBuffer();
}

/** Where the header of a PNG says how its pixels are made up; 4 and 6 have alpha (PNG, 11.2.2). */
const colourTypeOffset = 25;

function isOpaquePng(bytes: Uint8Array): boolean {
  const colourType = bytes[colourTypeOffset];
  if (colourType === 4 || colourType === 6) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Chunks from the eighth byte on: length, name, data, checksum. Clear colours are told before the pixels.
  for (let at = 8; at + 8 <= bytes.length; at += view.getUint32(at) + 12) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'tRNS') return false;
    if (name === 'IDAT') return true;
  }
  return true;
}
