import type { PrintedPage } from '../book/printedPage.ts';
import type { Anthology } from '../book/tree.ts';
import type { BookOrnaments } from '../drawing/ornament.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FontedDesign } from './bookFonts.ts';
import type { Edition } from './edition.ts';
import type { Made } from './made.ts';
import type { Pace } from './pace.ts';
import { pictureReader, picturesAsWords } from './printedPictures.ts';
import { rasterizeArt } from './rasterizeArt.ts';

/** Typesets and draws; `printedPages`, where it is given, gets the beginnings of the pages. */
export async function makePdf(
  book: Anthology,
  edition: Edition,
  { design, ornaments, ...fonts }: FontedDesign & { readonly ornaments: BookOrnaments | null },
  printedPages: PrintedPage[] | null,
  pace: Pace,
): Promise<Made> {
  const [{ createShaperPool }, { typesetInSteps }, { writePdf }, { pdfProfileOf, printFactsOf, printFindings }] =
    await Promise.all([
      import('../fonts/shaperPool.ts'),
      import('../typeset/typesetBook.ts'),
      import('../pdf/writePdf.ts'),
      import('./printEdition.ts'),
    ]);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  // Setting and drawing share what was shaped.
  const shapers = createShaperPool({ ...fonts, language: book.metadata.language, report });
  const noted: PrintedPage[] = [];
  const notePage = (page: PrintedPage) => void noted.push(page);
  const pages = await pace.run(typesetInSteps(book, { design, report, shapers, notePage, ornaments }));
  for (const finding of picturesAsWords(book, pages)) report(finding);
  const finished = { title: book.metadata.displayTitle, pages: pages.pages.length };
  for (const finding of printFindings(edition, design, finished)) report(finding);
  const content = writePdf(pages, {
    metadata: book.metadata,
    shapers,
    profile: pdfProfileOf(edition),
    readPicture: pictureReader(book),
    rasterizeArt,
  });
  // The pages of a file that could not be made are nobody's.
  if (printedPages !== null) for (const page of noted) printedPages.push(page);
  return { content, pages: finished.pages, print: printFactsOf(edition, design), diagnostics };
}
