import type { PrintedPage } from '../book/printedPage.ts';
import type { Anthology } from '../book/tree.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { ArtifactKind, CompileEvent } from './compileEvent.ts';
import { diagnosticOf } from './diagnosticOf.ts';
import { type Edition, editionInfix, formatExtension } from './edition.ts';
import type { Theme } from '../theme/theme.ts';
import { keepLatest } from './keepLatest.ts';
import { createCoverMaker } from './makeCover.ts';
import { makeEpub, renderEpub } from './makeEpub.ts';
import { makePdf } from './makePdf.ts';
import { withWrap } from './makeWrap.ts';
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
  const cover = await createCoverMaker(book, design.cover, design.coverFonts);
  const printedPages: PrintedPage[] = [];
  const rendered = keepLatest((theme: Theme) => renderEpub(book, theme, cover, printedPages));
  const inOrder = printFirst(editions);
  for (const edition of inOrder) {
    const theme = design.themeOf(edition);
    const [named, ending] = [stem + editionInfix(edition), formatExtension(edition)];
    yield* attempt(book, { named, ending, kind: edition.format }, () =>
      edition.format === 'pdf'
        ? makePdf(book, edition, design.printOf(edition), edition === inOrder[0] ? printedPages : null).then(made =>
            withWrap(made, {
              book,
              edition,
              design: design.printOf(edition).design,
              cover,
            }),
          )
        : makeEpub(book, edition.format, rendered.of(theme)),
    );
  }
  rendered.forget();
  if (cover !== null) yield* attempt(book, { named: stem, ending: '.jpg', kind: 'cover' }, () => cover.makeShopCover());
}

/** The first edition in print is the one whose pages the others tell. */
function printFirst(editions: readonly Edition[]): readonly Edition[] {
  const isPrint = ({ format }: Edition) => format === 'pdf';
  return [...editions.filter(isPrint), ...editions.filter(edition => !isPrint(edition))];
}

const mediaTypes: Readonly<Record<ArtifactKind, string>> = {
  epub: 'application/epub+zip',
  kepub: 'application/epub+zip',
  pdf: 'application/pdf',
  cover: 'image/jpeg',
  frontCover: 'application/pdf',
  coverSheet: 'text/html',
  wrapCover: 'application/pdf',
  testSheet: 'application/pdf',
  printingNotes: 'text/plain',
  foldPreview: 'image/png',
};

/** What a file is to be called and to be. */
interface PlannedFile {
  /** Its name up to its ending, which the files beside it share. */
  readonly named: string;
  readonly ending: string;
  readonly kind: ArtifactKind;
}

/** Makes a file, then those that go with it; a file that fails costs those beside it, and no other. */
export async function* attempt(
  book: Anthology,
  { named, ending, kind }: PlannedFile,
  make: () => Promise<Made>,
): AsyncGenerator<CompileEvent> {
  const { displayTitle } = book.metadata;
  const fileName = named + ending;
  yield { type: 'artifactStarted', fileName };
  let made: Made;
  try {
    made = await make();
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    yield { type: 'artifactFailed', artifact: { fileName, kind, displayTitle, diagnostics: [diagnosticOf(error)] } };
    return;
  }
  const { beside = [], sheets = null, ...finished } = made;
  const described = { fileName, kind, mediaType: mediaTypes[kind], displayTitle, stories: book.stories.length };
  yield { type: 'artifactFinished', artifact: { ...described, sheets, ...finished } };
  for (const { make: makeBeside, ...file } of beside) yield* attempt(book, { named, ...file }, makeBeside);
}
