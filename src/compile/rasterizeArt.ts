import type { Drawing } from '../drawing/drawing.ts';

/** Draws a drawing with its bleed as a JPEG of exactly that size. */
export async function rasterizeArt(
  drawing: Drawing,
  size: { readonly widthPx: number; readonly heightPx: number },
): Promise<Uint8Array> {
  const [{ rasterizeToJpeg }, { drawingToSvg }, { bleedInto }] = await Promise.all([
    import('../images/rasterizeToJpeg.ts'),
    import('../drawing/drawingToSvg.ts'),
    import('../drawing/bleedInto.ts'),
  ]);
  return rasterizeToJpeg(drawingToSvg(bleedInto(drawing), size));
}
