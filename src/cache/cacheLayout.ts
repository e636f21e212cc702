import { join } from 'node:path';

/** Where things are in the folder of a cache. */
export interface CacheLayout {
  readonly folder: string;
  /** Holds all that is kept in this layout. */
  readonly home: string;
  /** A whole file by the digest of its bytes. */
  readonly file: (sha256: string) => string;
  /** A small thing by its key, with a digest of its own before it. */
  readonly entry: (key: string) => string;
  /** How much was added since all was last counted. */
  readonly size: string;
  /** The program as the engine compiled it, by builds of the program. */
  readonly code: string;
  readonly tag: string;
}

/** Changes with the layout: another is never read, and goes when the cache is cleaned. */
const version = 1;

/** Matches `fascicle-1`; not `fascicle`, for what is not known to be ours is never removed. */
export const homeName = /^fascicle-\d+$/;

/** Folders hold a 256th each: some file systems slow down where one holds ten thousand files. */
export function cacheLayout(folder: string): CacheLayout {
  const home = join(folder, `fascicle-${version}`);
  const place = (kind: string) => (digest: string) => join(home, kind, digest.slice(0, 2), digest.slice(2));
  return {
    folder,
    home,
    file: place('files'),
    entry: place('entries'),
    size: join(home, 'size'),
    code: join(home, 'code'),
    tag: join(folder, 'CACHEDIR.TAG'),
  };
}
