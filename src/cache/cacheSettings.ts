/** Where things are kept for later runs, and how much; plain data, so that it can be sent to another process. */
export interface CacheSettings {
  readonly folder: string;
  /** What all of it may weigh before the least recently used goes. */
  readonly limitBytes: number;
  /** Whether the folder is the user's own place for caches, and nobody named it: then it has to be theirs. */
  readonly isUsual: boolean;
}

/** Ten thousand books with covers, or some hundreds with pages for print. */
export const usualLimitBytes = 2_000_000_000;
