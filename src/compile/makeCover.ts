import type { Anthology } from '../book/tree.ts';
import type { CoverCanvas, CoverDesign } from '../cover/coverDesign.ts';
import { missingFromCover } from '../cover/coverLettering.ts';
import { type CoverSubject, coverSubjectOf } from '../cover/coverSubject.ts';
import type { CoverStyle } from '../cover/coverStyles.ts';
import { designCover } from '../cover/designCover.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { CoverImage } from '../epub/coverPage.ts';
import type { Made } from './made.ts';

/** The loose cover is for shops; the one inside stays below the 4 megapixels that Apple Books once allowed. */
const shopCoverPx = { widthPx: 1600, heightPx: 2560 } as const;
const insideCoverPx = { widthPx: 1500, heightPx: 2400 } as const;

/** What a cover may weigh, outside and inside: half a megabyte uploads anywhere. */
const maxCoverBytes = 500_000;

/** Makes the covers of one book from one design. */
export interface CoverMaker {
  /** What the cover knows of its book. */
  readonly subject: CoverSubject;
  /** The design for shops and readers. */
  readonly design: () => CoverDesign;
  /** The design for a canvas of another size: a printed front. */
  readonly designOn: (canvas: CoverCanvas) => CoverDesign;
  readonly makeShopCover: () => Promise<Made>;
  readonly makeInsideCover: () => Promise<CoverImage>;
}

/** @returns `null` for a book that is to have no cover */
export function createCoverMaker(book: Anthology, style: CoverStyle | null): CoverMaker | null {
  if (style === null) return null;
  const subject = coverSubjectOf(book);
  const design = once(() => designCover(subject, style));
  return {
    subject,
    design,
    designOn: canvas => designCover(subject, style, canvas),
    makeShopCover: async () => ({
      content: [await rasterize(design().drawing, shopCoverPx)],
      pages: null,
      print: null,
      diagnostics: missingLetters(book),
    }),
    makeInsideCover: async () => {
      const { drawing } = design();
      return { jpeg: await rasterize(drawing, insideCoverPx), ...insideCoverPx, altText: drawing.altText };
    },
  };
}

async function rasterize(drawing: Drawing, size: { widthPx: number; heightPx: number }): Promise<Uint8Array> {
  const [{ rasterizeToJpeg }, { drawingToSvg }] = await Promise.all([
    import('../images/rasterizeToJpeg.ts'),
    import('../drawing/drawingToSvg.ts'),
  ]);
  return rasterizeToJpeg(drawingToSvg(drawing), { ...size, maxBytes: maxCoverBytes });
}

/** What of the cover's words our fonts cannot draw. */
function missingLetters(book: Anthology): Diagnostic[] {
  const missing = [...new Set(missingFromCover(coverSubjectOf(book)))];
  if (missing.length === 0) return [];
  return [
    {
      code: 'fonts/missing-glyph',
      severity: 'warning',
      message: `No bundled font has ${missing.join(' ')}; the cover of “${book.metadata.displayTitle}” leaves it out.`,
      hint: 'Give a title that our fonts cover, or build with --cover none.',
    },
  ];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
