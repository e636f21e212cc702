import type { ArchiveFile } from '../archive/archiveFile.ts';
import type { PrintedPage } from '../book/printedPage.ts';
import type { Anthology } from '../book/tree.ts';
import type { BookOrnaments } from '../drawing/ornament.ts';
import type { Theme } from '../theme/theme.ts';
import { bookMotifs } from './bookMotifs.ts';
import { pageFileName, renderPage, stylesheetFileName } from './bookPage.ts';
import type { BookPage } from './bookPage.ts';
import { coverFileName } from './coverPage.ts';
import type { CoverImage } from './coverPage.ts';
import { navigationId, renderNavigationDocument } from './navigationDocument.ts';
import { embedFonts } from './embeddedFonts.ts';
import { renderStylesheet } from './renderStylesheet.ts';
import { renderNcx } from './ncx.ts';
import { ncxFileName, renderPackageDocument } from './packageDocument.ts';
import { planBook } from './planBook.ts';
import { imageFileName } from './renderImage.ts';
import { visibleText } from '../book/titles.ts';

export interface EpubOptions {
  readonly theme: Theme;
  /** The picture on the front, as reading systems show it in a library; `null` for a book without one. */
  readonly cover: CoverImage | null;
  /** Whether the cover is a page of the book, too; Kindle and Kobo want it not to be. */
  readonly hasCoverPage?: boolean;
  /** The pages of the print edition that is made beside this one, in order. */
  readonly printedPages?: readonly PrintedPage[];
  /** The motifs of the book's cover, where the theme asks for them. */
  readonly ornaments?: BookOrnaments | null;
}

const packageFolder = 'OEBPS';
const packageFileName = 'content.opf';

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="${packageFolder}/${packageFileName}" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

/** Every file of the book's EPUB but `mimetype`, by path from the root of the archive; the same on every call. */
export function renderEpubFiles(book: Anthology, options: EpubOptions): readonly ArchiveFile[] {
  const { cover, theme } = options;
  const hasCoverPage = cover !== null && options.hasCoverPage === true;
  const motifs = bookMotifs(theme.epub, options.ornaments ?? null);
  const files = [...theme.epub.files, ...motifs.files];
  const plan = planBook(book, {
    shownCover: hasCoverPage ? cover : null,
    openings: theme.epub.openings,
    printed: options.printedPages ?? [],
    motifs: motifs.openers,
  });
  const inPackage = (fileName: string, content: string | Uint8Array): ArchiveFile => ({
    path: `${packageFolder}/${fileName}`,
    content,
  });
  const navigation = renderNavigationDocument(plan);
  const pages = [...plan.opening, ...plan.body];
  const { fonts: themeFonts } = theme.epub;
  const fonts =
    themeFonts.length === 0 ? [] : embedFonts(themeFonts, [navigation, ...pages.map(page => renderPage(page))]);
  const title = visibleText(book.metadata.displayTitle);
  return [
    { path: 'META-INF/container.xml', content: container },
    inPackage(
      packageFileName,
      renderPackageDocument(book, plan, { cover, hasCoverPage, resources: [...files, ...fonts] }),
    ),
    inPackage(pageFileName(navigationId), navigation),
    inPackage(ncxFileName, renderNcx(plan, { id: book.metadata.id, title })),
    inPackage(stylesheetFileName, renderStylesheet(theme.epub, fonts, motifs)),
    ...files.map(file => inPackage(file.fileName, file.content)),
    ...fonts.map(font => inPackage(font.fileName, font.data)),
    ...(cover === null ? [] : [inPackage(coverFileName, cover.jpeg)]),
    ...book.images.map(image => inPackage(imageFileName(image), image.bytes)),
    ...pages.map(page => pageFile(page)),
  ];
}

/** A page's file, rendered when it is packed: a long book's pages need not all be there at once. */
function pageFile(page: BookPage): ArchiveFile {
  return {
    path: `${packageFolder}/${pageFileName(page.id)}`,
    get content() {
      return renderPage(page);
    },
  };
}
