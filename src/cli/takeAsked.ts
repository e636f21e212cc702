import type { CacheSettings } from '../cache/cacheSettings.ts';
import { openDiskCache } from '../cache/diskCache.ts';
import { readShard, takeOnly, takeShard } from '../shelf/selectBooks.ts';
import type { ShelfPlan } from '../shelf/shelfPlan.ts';
import type { Shard } from '../shelf/shelfReport.ts';
import { takeChanged } from '../shelf/takeChanged.ts';
import type { BuildRequest } from './buildCommand.ts';

/** The books of a shelf that are asked for. */
export interface AskedBooks {
  readonly plan: ShelfPlan;
  /** How many the shelf has. */
  readonly booksOfShelf: number;
  /** Where books are kept for later builds: as it was typed, else as the shelf says. */
  readonly keeping: CacheSettings | null;
  /** Which part of the shelf it is, where parts are asked for. */
  readonly shard: Shard | undefined;
}

/**
 * Which shard is asked for.
 * @throws CompileError for one that is none.
 */
export function askedShard({ shard }: BuildRequest): Shard | undefined {
  return shard === undefined ? undefined : readShard(shard);
}

/**
 * Takes of a plan what is asked for.
 * @throws CompileError for `--only` that means no book.
 */
export async function takeAsked(
  whole: ShelfPlan,
  request: BuildRequest,
  { shard, keeping }: Pick<AskedBooks, 'shard' | 'keeping'>,
): Promise<AskedBooks> {
  const named = request.only === undefined ? whole : takeOnly(whole, request.only);
  const plan = shard === undefined ? named : takeShard(named, shard);
  const asked = { plan, booksOfShelf: whole.jobs.length + whole.failed.length, keeping, shard };
  if (request.changed !== true) return asked;
  const cache = keeping === null ? null : await openDiskCache(keeping);
  return { ...asked, plan: await takeChanged(plan, cache) };
}

/** A shard may well be empty, and a shelf may be as it is to be: both are fine. `null` where there is something to do. */
export function nothingToBuild({ shard, changed }: BuildRequest, { plan, booksOfShelf }: AskedBooks): string | null {
  if (plan.jobs.length + plan.failed.length > 0) return null;
  const of = booksOfShelf === 1 ? 'the one book' : `the ${booksOfShelf} books`;
  if (changed === true) return `None of ${of} has changed; nothing is to be built.`;
  if (shard !== undefined) return `None of ${of} falls to shard ${shard}; nothing is to be built.`;
  return 'There is no book to build.';
}
