import type { ArchiveFile } from '../archive/archiveFile.ts';
import type { Anthology } from '../book/tree.ts';
import type { Theme } from '../theme/theme.ts';
import { pageFileName, renderPage, stylesheetFileName } from './bookPage.ts';
import { coverFileName } from './coverPage.ts';
import type { CoverImage } from './coverPage.ts';
import { navigationId, renderNavigationDocument } from './navigationDocument.ts';
import { embedFonts } from './embeddedFonts.ts';
import { renderStylesheet } from './renderStylesheet.ts';
import { renderNcx } from './ncx.ts';
import { ncxFileName, renderPackageDocument } from './packageDocument.ts';
import { planBook } from './planBook.ts';
import { visibleText } from '../book/titles.ts';

export interface EpubOptions {
  readonly theme: Theme;
  /** The picture on the front, as reading systems show it in a library; `null` for a book without one. */
  readonly cover: CoverImage | null;
  /** Whether the cover is a page of the book, too; Kindle and Kobo want it not to be. */
  readonly hasCoverPage?: boolean;
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
  const plan = planBook(book, hasCoverPage ? cover : null, theme.epub.openings);
  const inPackage = (fileName: string, content: string | Uint8Array): ArchiveFile => ({
    path: `${packageFolder}/${fileName}`,
    content,
  });
  const navigation = renderNavigationDocument(plan);
  const pages = [...plan.opening, ...plan.body].map(page => ({ page, markup: renderPage(page) }));
  const fonts = embedFonts(theme.epub.fonts, [navigation, ...pages.map(({ markup }) => markup)]);
  const title = visibleText(book.metadata.displayTitle);
  return [
    { path: 'META-INF/container.xml', content: container },
    inPackage(
      packageFileName,
      renderPackageDocument(book, plan, { cover, hasCoverPage, resources: [...theme.epub.files, ...fonts] }),
    ),
    inPackage(pageFileName(navigationId), navigation),
    inPackage(ncxFileName, renderNcx(plan, { id: book.metadata.id, title })),
    inPackage(stylesheetFileName, renderStylesheet(theme.epub, fonts)),
    ...theme.epub.files.map(file => inPackage(file.fileName, file.content)),
    ...fonts.map(font => inPackage(font.fileName, font.data)),
    ...(cover === null ? [] : [inPackage(coverFileName, cover.jpeg)]),
    ...pages.map(({ page, markup }) => inPackage(pageFileName(page.id), markup)),
  ];
}
