import type { BookMetadata } from '../book/tree.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { CoverMaker } from './makeCover.ts';
import { rasterizeArt } from './rasterizeArt.ts';

/** Who draws the front, on whatever canvas. */
export type FrontMaker = Pick<CoverMaker, 'subject' | 'designOn'>;

/** A front as it is printed; lengths in points. */
export interface FrontOrder {
  readonly cover: FrontMaker;
  readonly trimPt: readonly [width: number, height: number];
  readonly bleedPt: number;
}

/** Draws the front for a page of that size, with its bleed. */
export async function drawFront({ cover, trimPt, bleedPt }: FrontOrder): Promise<Drawing> {
  const { frontCanvas } = await import('../cover/wrap/designWrap.ts');
  return cover.designOn(frontCanvas(trimPt, bleedPt)).drawing;
}

/** The front as a PDF of one page in vectors, that says where it is cut. */
export async function makeFrontPdf(order: FrontOrder, metadata: BookMetadata): Promise<AsyncIterable<Uint8Array>> {
  const { trimPt, bleedPt } = order;
  const { writeCover } = await import('../pdf/writeCover.ts');
  return writeCover({ drawing: await drawFront(order), trimPt, bleedPt, metadata, rasterizeArt: null });
}

/** What a print shop asks of pictures, pixels an inch. */
const printResolution = 300;

/** The front panel of a wrap as a JPEG at 300 pixels an inch, its bleed included: for who lays out the rest elsewhere. */
export async function makeFrontPanel(order: FrontOrder): Promise<Uint8Array> {
  const toPixels = (lengthPt: number): number => Math.round(((lengthPt + 2 * order.bleedPt) / 72) * printResolution);
  const [widthPx, heightPx] = [toPixels(order.trimPt[0]), toPixels(order.trimPt[1])];
  return rasterizeArt(await drawFront(order), { widthPx, heightPx });
}
