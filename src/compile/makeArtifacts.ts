import type { PrintedPage } from '../book/printedPage.ts';
import type { Anthology } from '../book/tree.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { CompileEvent, MadeArtifact } from './compileEvent.ts';
import { diagnosticOf } from './diagnosticOf.ts';
import { type Edition, editionExtension } from './edition.ts';
import type { Theme } from '../theme/theme.ts';
import { keepLatest } from './keepLatest.ts';
import { createCoverMaker } from './makeCover.ts';
import { makeEpub, renderEpub } from './makeEpub.ts';
import { makePdf } from './makePdf.ts';
import type { Made } from './made.ts';
import type { Design } from './resolveDesign.ts';

/** A book and the stem of its files' names. */
export interface PlannedBook {
  readonly book: Anthology;
  readonly stem: string;
}

/**
 * Makes a book's files, one after another: each edition, then the loose cover. Print comes first, so that the others can say
 * where its pages begin.
 */
export async function* makeArtifacts(
  { book, stem }: PlannedBook,
  editions: readonly Edition[],
  design: Design,
): AsyncGenerator<CompileEvent> {
  const cover = createCoverMaker(book, design.coverStyle);
  const printedPages: PrintedPage[] = [];
  const rendered = keepLatest((theme: Theme) => renderEpub(book, theme, cover, printedPages));
  const inOrder = printFirst(editions);
  for (const edition of inOrder) {
    const theme = design.themeOf(edition);
    yield* attempt(book, stem + editionExtension(edition), edition.format, () =>
      edition.format === 'pdf'
        ? makePdf(book, edition, design.printOf(edition), edition === inOrder[0] ? printedPages : null)
        : makeEpub(book, edition.format, rendered.of(theme)),
    );
  }
  rendered.forget();
  if (cover !== null) yield* attempt(book, `${stem}.jpg`, 'cover', () => cover.makeShopCover());
}

/** The first edition in print is the one whose pages the others tell. */
function printFirst(editions: readonly Edition[]): readonly Edition[] {
  const isPrint = ({ format }: Edition) => format === 'pdf';
  return [...editions.filter(isPrint), ...editions.filter(edition => !isPrint(edition))];
}

const mediaTypes: Readonly<Record<MadeArtifact['kind'], string>> = {
  epub: 'application/epub+zip',
  kepub: 'application/epub+zip',
  pdf: 'application/pdf',
  cover: 'image/jpeg',
};

async function* attempt(
  book: Anthology,
  fileName: string,
  kind: MadeArtifact['kind'],
  make: () => Promise<Made>,
): AsyncGenerator<CompileEvent> {
  const { displayTitle } = book.metadata;
  yield { type: 'artifactStarted', fileName };
  let made: Made;
  try {
    made = await make();
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    yield { type: 'artifactFailed', artifact: { fileName, kind, displayTitle, diagnostics: [diagnosticOf(error)] } };
    return;
  }
  yield {
    type: 'artifactFinished',
    artifact: { fileName, kind, mediaType: mediaTypes[kind], displayTitle, stories: book.stories.length, ...made },
  };
}
