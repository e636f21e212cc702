import type { PrintedPage } from '../book/printedPage.ts';
import type { Anthology } from '../book/tree.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { ArtifactKind, CompileEvent } from './compileEvent.ts';
import { diagnosticOf } from './diagnosticOf.ts';
import { type Edition, editionInfix, formatExtension, impositionOf } from './edition.ts';
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
  const makePrint = async (edition: Edition, noted: PrintedPage[] | null): Promise<Made> => {
    const { imposed, ...fonted } = design.printOf(edition);
    if (imposed === undefined) return makePdf(book, edition, fonted, noted);
    const { makeSheets } = await import('./makeSheets.ts');
    return makeSheets(book, edition, { ...fonted, imposed }, cover);
  };
  for (const edition of inOrder) {
    const theme = design.themeOf(edition);
    const [named, ending] = [stem + editionInfix(edition), formatExtension(edition)];
    yield* attempt(book, { named, ending, kind: edition.format }, () =>
      edition.format === 'pdf'
        ? makePrint(edition, edition === inOrder[0] ? printedPages : null)
        : makeEpub(book, edition.format, rendered.of(theme)),
    );
  }
  rendered.forget();
  if (cover !== null) yield* attempt(book, { named: stem, ending: '.jpg', kind: 'cover' }, () => cover.makeShopCover());
}

/** The first edition in print is the one whose pages the others tell; what lies on sheets comes after those that are read. */
function printFirst(editions: readonly Edition[]): readonly Edition[] {
  const order = (edition: Edition): number => (edition.format !== 'pdf' ? 2 : impositionOf(edition) === null ? 0 : 1);
  return editions.toSorted((one, other) => order(one) - order(other));
}

const mediaTypes: Readonly<Record<ArtifactKind, string>> = {
  epub: 'application/epub+zip',
  kepub: 'application/epub+zip',
  pdf: 'application/pdf',
  cover: 'image/jpeg',
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
async function* attempt(
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
