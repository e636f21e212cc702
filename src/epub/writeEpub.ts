import type { ArchiveFile } from '../archive/archiveFile.ts';
import type { Anthology } from '../book/tree.ts';
import { FinishedEpub } from './finishedEpub.ts';
import { koboFiles } from './kepub/koboFiles.ts';
import { renderEpubFiles } from './renderEpubFiles.ts';
import type { EpubOptions } from './renderEpubFiles.ts';
import { visibleText } from '../book/titles.ts';

/** A book as an EPUB 3.3 that readers of EPUB 2 open, too; the same book always gives the same bytes. */
export async function writeEpub(book: Anthology, options: EpubOptions): Promise<Uint8Array> {
  return packEpub(book, renderEpubFiles(book, options));
}

/** The same from the book's files, which may be packed more than once. */
export async function packEpub(book: Anthology, files: readonly ArchiveFile[]): Promise<Uint8Array> {
  return new FinishedEpub(visibleText(book.metadata.displayTitle), files).toBytes();
}

/** The files of the book's EPUB as a KEPUB: the same book for Kobo's own reader. */
export async function packKepub(book: Anthology, files: readonly ArchiveFile[]): Promise<Uint8Array> {
  return packEpub(book, koboFiles(files));
}
