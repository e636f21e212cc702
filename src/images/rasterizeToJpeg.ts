/** What picture is wanted. */
export interface JpegRequest {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The most it may weigh; the quality is lowered until it does, if need be. */
  readonly maxBytes?: number;
}

/**
 * Draws an SVG file as a JPEG picture of exactly that size: sRGB, without metadata, on white where the SVG is clear, the
 * same bytes for the same file. sharp is loaded by the first call, so that a build without pictures does without it.
 */
export async function rasterizeToJpeg(svg: string, request: JpegRequest): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const data = Buffer.from(svg);
  const intrinsic = await sharp(data, { density: unitDensity }).metadata();
  // Drawn once and packed as often as need be: drawing is the dearer part.
  const { data: pixels, info } = await sharp(data, { density: (unitDensity * request.widthPx) / intrinsic.width })
    .resize(request.widthPx, request.heightPx, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  let jpeg = new Uint8Array();
  for (const packing of packings) {
    jpeg = await sharp(pixels, { raw }).jpeg(packing).toBuffer();
    if (jpeg.length <= (request.maxBytes ?? Infinity)) break;
  }
  return jpeg;
}

/** At this density an SVG unit is a pixel. */
const unitDensity = 72;

/**
 * From the one that shows no trace of compression to the least that a printed cover still bears. Thin lines of strong
 * colour fray when the colour channels are halved, so that comes last; mozjpeg would save a tenth and take four times as
 * long.
 */
const packings = [
  { quality: 86, chromaSubsampling: '4:4:4' },
  { quality: 76, chromaSubsampling: '4:4:4' },
  { quality: 64, chromaSubsampling: '4:4:4' },
  { quality: 56, chromaSubsampling: '4:2:0' },
  { quality: 40, chromaSubsampling: '4:2:0' },
] as const;
