import type { PrintedPage } from '../book/printedPage.ts';
import type { Anthology } from '../book/tree.ts';
import type { FontedDesign } from './bookFonts.ts';
import type { Edition } from './edition.ts';
import type { Made } from './made.ts';
import type { CoverMaker } from './makeCover.ts';
import { makePdf } from './makePdf.ts';
import { type MotifSource, printAsksForMotifs } from './motifSource.ts';
import type { Pace } from './pace.ts';
import { withWrap } from './makeWrap.ts';

/** A book that is to be printed, and how. */
export interface PrintRequest {
  readonly book: Anthology;
  readonly edition: Edition;
  readonly fonted: FontedDesign;
  /** `null` for a book that is to have no cover. */
  readonly cover: CoverMaker | null;
  readonly motifs: MotifSource;
  /** Whether there is to be a picture of the sheets, where there are any. */
  readonly hasFoldPreview: boolean;
}

/** Makes an edition for paper, page by page or on sheets, with the cover and the notes that go with it. */
export async function makePrint(request: PrintRequest, printedPages: PrintedPage[] | null, pace: Pace): Promise<Made> {
  const { book, edition, fonted, cover } = request;
  const { design, imposed } = fonted;
  const ornaments = printAsksForMotifs(design) ? await request.motifs() : null;
  if (imposed === undefined)
    return withWrap(await makePdf(book, edition, { ...fonted, ornaments }, printedPages, pace), { ...request, design });
  const { makeSheets } = await import('./makeSheets.ts');
  const { hasFoldPreview } = request;
  const order = { book, edition, fonted: { ...fonted, imposed }, cover, ornaments, hasFoldPreview };
  const made = await makeSheets(order, pace);
  return withWrap(made, { book, edition, design, cover });
}
