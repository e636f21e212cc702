import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type ClaimedBook, type FoundBook, isNamed } from './foundBook.ts';
import type { UnplannedBook } from './shelfPlan.ts';

/** The books of a shelf, each once. */
export interface SettledClaims {
  readonly books: readonly ClaimedBook[];
  readonly failed: readonly UnplannedBook[];
}

/**
 * Makes one book of what several entries name: the entry counts that names it most closely. A story that is in a book of the
 * shelf is no book of its own, too, unless an entry names the story itself.
 */
export function settleClaims(found: readonly ClaimedBook[]): SettledClaims {
  const claims = new Map<string, ClaimedBook[]>();
  for (const book of found) {
    const key = keyOf(book);
    const claimants = claims.get(key);
    if (claimants === undefined) claims.set(key, [book]);
    else claimants.push(book);
  }
  const bound = new Set(found.filter(isOfSeveral).flatMap(filesOf));
  const books: ClaimedBook[] = [];
  const failed: UnplannedBook[] = [];
  for (const [key, claimants] of claims) {
    const closest = claimants.reduce((most, { closeness }) => Math.max(most, closeness), -Infinity);
    const [meant, ...others] = claimants
      .filter(({ closeness }) => closeness === closest)
      .toSorted((one, other) => Number(other.hasSettings) - Number(one.hasSettings));
    if (meant === undefined) continue;
    const rival = others.find(({ hasSettings }) => hasSettings && isNamed(meant));
    if (rival !== undefined) failed.push({ id: meant.id, diagnostics: [namedTwice(meant, rival)] });
    else if (isNamed(meant) || !bound.has(key)) books.push(meant);
  }
  return { books, failed };
} // prettier-ignore

function filesOf({ loaded }: ClaimedBook): string[] {
  return loaded.options.stories.flatMap(({ files }) => files.map(({ path }) => resolve(path)));
}

/** Whether stories are in it that may be found alone, too. */
function isOfSeveral({ made }: FoundBook): boolean {
  return made.type !== 'story' || made.files.length > 1;
}

function keyOf({ made, id }: FoundBook): string {
  if (made.type === 'bookFile') return resolve(made.path);
  if (made.type === 'bound') return `bound ${id}`;
  return made.files.map(file => resolve(file)).join('\n');
}

function namedTwice({ id, entry }: FoundBook, rival: FoundBook): Diagnostic {
  return {
    code: 'config/book-named-twice',
    severity: 'error',
    message: `${id} is named by ${entry} and by ${rival.entry}, each with settings of its own.`,
    hint: 'Make one entry of them; for a second version of a book, write a book.yaml.',
  };
}
