import type { Anthology } from '../book/tree.ts';
import { FinishedEpub } from './finishedEpub.ts';
import { renderEpubFiles } from './renderEpubFiles.ts';
import type { EpubOptions } from './renderEpubFiles.ts';
import { visibleText } from '../book/titles.ts';

/** A book as an EPUB 3.3 that readers of EPUB 2 open, too; the same book always gives the same bytes. */
export async function writeEpub(book: Anthology, options: EpubOptions): Promise<Uint8Array> {
  return new FinishedEpub(visibleText(book.metadata.displayTitle), renderEpubFiles(book, options)).toBytes();
}
