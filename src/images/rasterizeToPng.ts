/**
 * Draws an SVG file as a PNG picture at its own size, a unit a pixel: sRGB, opaque, without metadata, the same bytes for the
 * same file. sharp is loaded by the first call.
 */
export async function rasterizeToPng(svg: string): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg), { density: unitDensity })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png({ compressionLevel: 9, adaptiveFiltering: false })
    .toBuffer();
}

/** At this density an SVG unit is a pixel. */
const unitDensity = 72;
