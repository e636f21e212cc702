import type { PrintedPage } from '../book/printedPage.ts';
import type { Anthology } from '../book/tree.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FontedDesign } from './bookFonts.ts';
import type { Edition } from './edition.ts';
import type { Made } from './made.ts';
import { rasterizeArt } from './rasterizeArt.ts';

/** Typesets and draws; `printedPages`, where it is given, gets the beginnings of the pages. */
export async function makePdf(
  book: Anthology,
  edition: Edition,
  { design, ...fonts }: FontedDesign,
  printedPages: PrintedPage[] | null,
): Promise<Made> {
  const [{ createShaperPool }, { typesetBook }, { writePdf }, { pdfProfileOf, printFactsOf, printFindings }] =
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
  const pages = typesetBook(book, { design, report, shapers, notePage });
  const shown = new Set(pages.pages.flatMap(page => page.pictures.map(picture => picture.assetId)));
  const asWords = book.images.filter(image => !shown.has(image.id));
  if (asWords.length > 0) report(picturesAsWords(asWords.length));
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

/** Gives the pictures of a book as print has them: opaque. */
function pictureReader(book: Anthology): (assetId: string) => Promise<Uint8Array> {
  const assets = new Map(book.images.map(image => [image.id, image]));
  return async assetId => {
    const asset = assets.get(assetId);
    if (asset === undefined) throw new RangeError(`there is no picture ${assetId}`);
    const { flattenImage } = await import('../images/flattenImage.ts');
    return flattenImage(asset);
  };
}

function picturesAsWords(pictures: number): Diagnostic {
  return {
    code: 'typeset/pictures-as-words',
    severity: 'info',
    message: `The PDF shows no pictures inside a line; ${pictures === 1 ? 'the description of one stands in its place' : `the descriptions of ${pictures} stand in their places`}.`,
  };
}
