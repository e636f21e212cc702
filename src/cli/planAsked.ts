import type { CacheSettings } from '../cache/cacheSettings.ts';
import { openDiskCache } from '../cache/diskCache.ts';
import { readCacheSettings } from '../cache/readCacheSettings.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { planShelf } from '../shelf/planShelf.ts';
import { readShard, takeOnly, takeShard } from '../shelf/selectBooks.ts';
import type { ShelfPlan } from '../shelf/shelfPlan.ts';
import { takeChanged } from '../shelf/takeChanged.ts';
import type { BuildRequest } from './buildCommand.ts';
import { readTyped } from './runBuild.ts';

/** The books of a shelf that are asked for. */
export interface AskedBooks {
  readonly plan: ShelfPlan;
  /** How many the shelf has. */
  readonly booksOfShelf: number;
  /** Where books are kept for later builds: as it was typed, else as the shelf says. */
  readonly keeping: CacheSettings | null;
}

/**
 * Plans a shelf and takes of it what is asked for.
 * @throws CompileError for a shelf or for options that cannot be used.
 */
export async function planAsked(request: BuildRequest, shelfFile: string): Promise<AskedBooks> {
  refuseOfOneBook(request, shelfFile);
  const shard = request.shard === undefined ? null : readShard(request.shard);
  const whole = await planShelf(shelfFile, { outputFolder: request.typedOut, settle: await readTyped(request) });
  const keeping = readCacheSettings({ cache: request.cache ?? whole.settings.cache, size: request['cache-size'] });
  const named = request.only === undefined ? whole : takeOnly(whole, request.only);
  const plan = shard === null ? named : takeShard(named, shard);
  const booksOfShelf = whole.jobs.length + whole.failed.length;
  if (request.changed !== true) return { plan, booksOfShelf, keeping };
  const cache = keeping === null ? null : await openDiskCache(keeping);
  return { plan: await takeChanged(plan, cache), booksOfShelf, keeping };
}

/** A shard may well be empty, and a shelf may be as it is to be: both are fine. `null` where there is something to do. */
export function nothingToBuild({ shard, changed }: BuildRequest, { plan, booksOfShelf }: AskedBooks): string | null {
  if (plan.jobs.length + plan.failed.length > 0) return null;
  const of = booksOfShelf === 1 ? 'the one book' : `the ${booksOfShelf} books`;
  if (changed === true) return `None of ${of} has changed; nothing is to be built.`;
  if (shard !== undefined) return `None of ${of} falls to shard ${shard}; nothing is to be built.`;
  return 'There is no book to build.';
}

/** What is typed holds for every book of a shelf. */
function refuseOfOneBook(request: BuildRequest, shelfFile: string): void {
  const ofOne = (['title', 'author', 'editor', 'bind'] as const).find(name => request[name] !== undefined);
  const option = ofOne ?? (request['one-story'] ? 'one-story' : undefined);
  if (option === undefined) return;
  throw new CompileError('config/usage', `--${option} is for one book, and ${shelfFile} is a shelf.`, {
    hint: 'Say it under "books", or in a book.yaml; or name the stories instead of the shelf.',
  });
}
