import type { PrintedPage } from '../book/printedPage.ts';
import type { Anthology } from '../book/tree.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { ArtifactKind, CompileEvent } from './compileEvent.ts';
import { diagnosticOf } from './diagnosticOf.ts';
import { type Edition, editionInfix, formatExtension, impositionOf } from './edition.ts';
import type { Theme } from '../theme/theme.ts';
import { keepLatest } from './keepLatest.ts';
import type { CoverMaker } from './makeCover.ts';
import { makeEpub, renderEpub } from './makeEpub.ts';
import { countProofs } from './makeProof.ts';
import { makePrint } from './makePrint.ts';
import type { Pace } from './pace.ts';
import { asksForWrap } from './makeWrap.ts';
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
  pace: Pace,
): AsyncGenerator<CompileEvent> {
  const cover = await coverMakerOf(book, design);
  const printedPages: PrintedPage[] = [];
  const rendered = keepLatest((theme: Theme) => renderEpub(book, theme, cover, printedPages));
  const inOrder = printFirst(editions);
  for (const edition of inOrder) {
    const theme = design.themeOf(edition);
    const [named, ending] = [stem + editionInfix(edition), formatExtension(edition)];
    yield* attempt(book, { named, ending, kind: edition.format }, () =>
      edition.format === 'pdf'
        ? makePrint(
            { book, edition, fonted: design.printOf(edition), cover, hasFoldPreview: design.hasFoldPreview },
            edition === inOrder[0] ? printedPages : null,
            pace,
          )
        : makeEpub(book, edition.format, rendered.of(theme)),
    );
  }
  rendered.forget();
  if (cover !== null) yield* attempt(book, { named: stem, ending: '.jpg', kind: 'cover' }, () => cover.makeShopCover());
}

/** Nothing of covers is loaded for a book that is to have none. */
async function coverMakerOf(book: Anthology, { cover, coverFonts, store }: Design): Promise<CoverMaker | null> {
  if (cover.type === 'none') return null;
  const { createCoverMaker } = await import('./makeCover.ts');
  return createCoverMaker(book, cover, coverFonts, store);
}

/** How many files a book has: those of its editions, those beside them, and the loose cover. */
export function countFiles(editions: readonly Edition[], design: Design): number {
  const hasCover = design.cover.type !== 'none';
  const ofEdition = (edition: Edition): number => {
    if (edition.format !== 'pdf') return 1;
    const wraps = hasCover && asksForWrap(edition, design.printOf(edition).design) ? 1 : 0;
    return 1 + wraps + (impositionOf(edition) === null ? 0 : countProofs(design.hasFoldPreview));
  };
  return editions.reduce((sum, edition) => sum + ofEdition(edition), hasCover ? 1 : 0);
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
