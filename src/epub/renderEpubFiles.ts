import type { ArchiveFile } from '../archive/archiveFile.ts';
import type { Anthology } from '../book/tree.ts';
import type { Theme } from '../theme/theme.ts';
import { pageFileName, renderPage, stylesheetFileName } from './bookPage.ts';
import { coverFileName } from './coverPage.ts';
import type { CoverImage } from './coverPage.ts';
import { navigationId, renderNavigationDocument } from './navigationDocument.ts';
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
  const plan = planBook(book, hasCoverPage ? cover : null);
  const inPackage = (fileName: string, content: string | Uint8Array): ArchiveFile => ({
    path: `${packageFolder}/${fileName}`,
    content,
  });
  const title = visibleText(book.metadata.displayTitle);
  return [
    { path: 'META-INF/container.xml', content: container },
    inPackage(packageFileName, renderPackageDocument(book, plan, cover, hasCoverPage)),
    inPackage(pageFileName(navigationId), renderNavigationDocument(plan)),
    inPackage(ncxFileName, renderNcx(plan, { id: book.metadata.id, title })),
    inPackage(stylesheetFileName, theme.stylesheet),
    ...(cover === null ? [] : [inPackage(coverFileName, cover.jpeg)]),
    ...book.images.map(image => inPackage(imageFileName(image), image.bytes)),
    ...[...plan.opening, ...plan.body].map(page => inPackage(pageFileName(page.id), renderPage(page))),
  ];
}
