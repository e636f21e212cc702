import type { CoverMaker } from './makeCover.ts';
import type { PlannedBook } from './makeArtifacts.ts';
import type { Design } from './resolveDesign.ts';

/** The covers of many books, in order. */
export interface CoversAhead {
  /** The maker of a book's cover; `null` where it is to have none. Books are asked for in their order, each once. */
  readonly of: (book: PlannedBook) => Promise<CoverMaker | null>;
}

/**
 * Makes the makers of books' covers. Drawing a cover keeps threads busy that are not ours: while they are, the book's text is
 * worked on and the next cover designed, which is drawn when the first one has been. One is drawn at a time.
 */
export function coversAhead(books: readonly PlannedBook[], design: Design): CoversAhead {
  let next: { readonly book: PlannedBook; readonly maker: Promise<CoverMaker | null> } | null = null;
  return {
    of: async book => {
      const cover = await (next?.book === book ? next.maker : makerOf(book, design));
      next = null;
      if (cover === null) return null;
      const drawn = cover.draw();
      ignoreForNow(drawn);
      const following = books[books.indexOf(book) + 1];
      if (following !== undefined) {
        const maker = makerOf(following, design);
        next = { book: following, maker };
        ignoreForNow(designAndDraw(maker, drawn));
      }
      return cover;
    },
  };
}

async function designAndDraw(maker: Promise<CoverMaker | null>, drawnBefore: Promise<void>): Promise<void> {
  const cover = await maker;
  cover?.design();
  await drawnBefore;
  await cover?.draw();
}

/** Nothing of covers is loaded for a book that is to have none. */
async function makerOf({ book }: PlannedBook, { cover, coverFonts, store }: Design): Promise<CoverMaker | null> {
  if (cover.type === 'none') return null;
  const { createCoverMaker } = await import('./makeCover.ts');
  return createCoverMaker(book, cover, coverFonts, { store });
}

/** What fails ahead of its time fails once more for whoever asks for it, who tells of it. */
function ignoreForNow(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}
