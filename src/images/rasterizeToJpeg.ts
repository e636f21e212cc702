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
  const { data: pixels, info } = await sharp(data, { density: (unitDensity * request.widthPx) / intrinsic.width })
    .resize(request.widthPx, request.heightPx, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const picture = sharp(pixels, { raw: { width, height, channels } });
  let jpeg = new Uint8Array();
  for (const quality of qualities) {
    // Thin lines of strong colour fray when the colour channels are halved. mozjpeg would save a tenth and take four times as long.
    jpeg = await picture.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    if (jpeg.length <= (request.maxBytes ?? Infinity)) break;
  }
  return jpeg;
}

/** At this density an SVG unit is a pixel. */
const unitDensity = 72;

/** From the one that shows no trace of compression to the least that a printed cover still bears. */
const qualities = [86, 76, 64, 50] as const;
