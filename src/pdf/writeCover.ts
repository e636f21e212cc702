import type { BookMetadata } from '../book/tree.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { PageList } from '../typeset/pageList.ts';
import { screenPdf } from './pdfProfile.ts';
import type { RasterizeArt } from './writeArt.ts';
import { writePdf } from './writePdf.ts';

/** The page of a cover; lengths in points. */
export interface CoverPage {
  readonly drawing: Drawing;
  /** What is cut out: the drawing without its bleed. */
  readonly trimPt: readonly [width: number, height: number];
  readonly bleedPt: number;
  readonly metadata: BookMetadata;
  /** For presses that take nothing clear: draws as a JPEG what cannot be shown there as it is. `null` for all others. */
  readonly rasterizeArt: RasterizeArt | null;
}

/** Draws a cover as a PDF of one page, vectors as far as they go, that says where it is cut. The same cover gives the same bytes. */
export function writeCover(cover: CoverPage): AsyncGenerator<Uint8Array, void> {
  const { metadata, rasterizeArt } = cover;
  return writePdf(coverPages(cover), {
    metadata,
    profile: { ...screenPdf, hasLinks: false, hasOutline: false, hasTransparency: rasterizeArt === null },
    rasterizeArt,
  });
}

function coverPages({ drawing, trimPt, bleedPt, metadata }: CoverPage): PageList {
  const [widthPt, heightPt] = trimPt;
  return {
    trimPt,
    bleedPt,
    language: metadata.language,
    styles: [],
    elements: [
      { role: 'Document', parent: null },
      { role: 'Figure', parent: 0, alt: drawing.altText },
    ],
    pages: [
      {
        side: 'recto',
        folio: { style: 'arabic', number: 1 },
        frames: [],
        rules: [],
        pictures: [],
        art: [{ element: 1, drawing, leftPt: 0, topPt: 0, widthPt, heightPt }],
        destinations: [],
      },
    ],
    outline: [],
  };
}
