import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { noStore } from '../cache/byteStore.ts';
import type { CacheSettings } from '../cache/cacheSettings.ts';
import { openDiskCache } from '../cache/diskCache.ts';
import { readCacheSettings } from '../cache/readCacheSettings.ts';
import { planApart, type StoriesApart } from '../shelf/planApart.ts';
import type { Namer } from '../shelf/planShelf.ts';
import type { BuildRequest } from './buildCommand.ts';
import { type AskedBooks, askedShard, takeAsked } from './takeAsked.ts';

/**
 * Plans stories that are bound apart, as if they were a shelf, and takes of them what is asked for.
 * @throws CompileError for options that cannot be used.
 */
export async function planAskedApart(
  request: BuildRequest,
  plan: Omit<StoriesApart, 'outputFolder' | 'root' | 'namer'>,
): Promise<AskedBooks> {
  const shard = askedShard(request);
  const keeping = readCacheSettings({ cache: request.cache, size: request['cache-size'] });
  const namer = await namerOf(keeping);
  const whole = await planApart({ ...plan, outputFolder: request.out, root: await rootOf(request), namer });
  return takeAsked(whole, request, { shard, keeping });
}

/** A folder that is all the input may lie elsewhere on another machine, and its books are the same. */
async function rootOf({ bookFile, inputs = [] }: BuildRequest): Promise<string> {
  if (bookFile !== null) return dirname(bookFile);
  const [only] = inputs;
  const isFolder = only !== undefined && inputs.length === 1 && (await stat(only).then(found => found.isDirectory(), () => false)); // prettier-ignore
  return isFolder ? only : '.';
}

async function namerOf(keeping: CacheSettings | null): Promise<Namer> {
  const { nameBooks } = await import('../compile/nameBooks.ts');
  const store = keeping === null ? noStore : await openDiskCache(keeping);
  return async books => {
    const names: Awaited<ReturnType<typeof nameBooks>>[] = [];
    for (const options of books) names.push(await nameBooks(options, store));
    return names;
  };
}
