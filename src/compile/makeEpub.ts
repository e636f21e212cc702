import type { ArchiveFile } from '../archive/archiveFile.ts';
import type { PrintedPage } from '../book/printedPage.ts';
import type { Anthology } from '../book/tree.ts';
import type { Theme } from '../theme/theme.ts';
import type { Made } from './made.ts';
import type { CoverMaker } from './makeCover.ts';
import { epubAsksForMotifs, type MotifSource } from './motifSource.ts';

/** A book's files for readers, from which an EPUB and a KEPUB are packed. */
export interface RenderedEpub {
  readonly files: readonly ArchiveFile[];
  readonly hasCover: boolean;
}

/** What a book for readers holds beside the book. */
export interface EpubParts {
  /** `null` for a book that is to have no cover. */
  readonly cover: CoverMaker | null;
  readonly motifs: MotifSource;
  /** The pages that its page list names. */
  readonly printedPages: readonly PrintedPage[];
}

/** Renders a book for readers. */
export async function renderEpub(
  book: Anthology,
  theme: Theme,
  { cover: coverMaker, motifs, printedPages }: EpubParts,
): Promise<RenderedEpub> {
  const { renderEpubFiles } = await import('../epub/renderEpubFiles.ts');
  const cover = coverMaker === null ? null : await coverMaker.makeInsideCover();
  const ornaments = epubAsksForMotifs(theme) ? await motifs() : null;
  return { files: renderEpubFiles(book, { theme, cover, printedPages, ornaments }), hasCover: cover !== null };
}

/** Packs what was rendered, and checks it. */
export async function makeEpub(
  book: Anthology,
  format: 'epub' | 'kepub',
  rendered: Promise<RenderedEpub>,
): Promise<Made> {
  const { files, hasCover } = await rendered;
  const [{ packEpub, packKepub }, { verifyEpub }] = await Promise.all([
    import('../epub/writeEpub.ts'),
    import('../verify/verifyEpub.ts'),
  ]);
  const bytes = await (format === 'epub' ? packEpub : packKepub)(book, files);
  const findings = await verifyEpub(bytes);
  // Whoever asked for no cover need not be told that there is none.
  const diagnostics = hasCover ? findings : findings.filter(finding => finding.code !== 'epub/cover-missing');
  return { content: [bytes], pages: null, print: null, diagnostics };
}
