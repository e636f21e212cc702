import { resolve } from 'node:path';
import { CompileError } from '../diagnostics/compileError.ts';
import { parseByteSize } from '../text/byteSize.ts';
import { userCacheFolder } from './cacheFolder.ts';
import { type CacheSettings, usualLimitBytes } from './cacheSettings.ts';

/** What is said of the cache. */
export interface CacheWishes {
  /** The folder as it was typed; `false` for a run that keeps nothing. */
  readonly cache?: string | false | undefined;
  /** What it may weigh, such as `2 GB`. */
  readonly size?: string | undefined;
}

/**
 * Settles where books are kept for later builds: in the folder that is typed, else in that of `FASCICLE_CACHE` (`off` keeps
 * nothing), else in the user's place for caches.
 * @returns `null` for a run that keeps nothing
 * @throws CompileError `config/usage` for a size that is none
 */
export function readCacheSettings({ cache, size }: CacheWishes): CacheSettings | null {
  if (cache === false) return null;
  const limitBytes = size === undefined ? usualLimitBytes : parseByteSize(size);
  if (limitBytes === null) {
    throw new CompileError('config/usage', `The cache’s size is "${size ?? ''}"; a size such as 2 GB was expected.`, {
      hint: 'Write a number and a unit: 500 MB, 2 GB.',
    });
  }
  const named = cache ?? process.env.FASCICLE_CACHE ?? '';
  if (cache === undefined && named.toLowerCase() === 'off') return null;
  const folder = named === '' ? userCacheFolder() : resolve(named);
  return { folder, limitBytes, isUsual: named === '' };
}
