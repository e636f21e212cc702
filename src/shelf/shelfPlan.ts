import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BookJob } from './bookJob.ts';

/** All that a build of many books is to do, before anything is read or written. */
export interface ShelfPlan {
  /** In the order in which they are reported. */
  readonly jobs: readonly BookJob[];
  /** Books that cannot be built at all, such as a `book.yaml` with a mistake; each costs no other. */
  readonly failed: readonly UnplannedBook[];
  /** What concerns the shelf as a whole. */
  readonly diagnostics: readonly Diagnostic[];
  readonly settings: ShelfSettings;
  /** How many books of the shelf are not asked for. */
  readonly leftOut: number;
}

/** How a shelf is to be built; paths count from the folder of the process. */
export interface ShelfSettings {
  readonly outputFolder: string;
  /** The folder for what is kept between runs; `false` for none, `undefined` where the shelf says nothing. */
  readonly cache: string | false | undefined;
  /** What that folder may weigh, such as `2 GB`; `undefined` where the shelf says nothing. */
  readonly cacheSize: string | undefined;
  /** How many books are built side by side; `undefined` where the shelf says nothing. */
  readonly jobs: number | undefined;
}

/** A book of a shelf that no job can be made of. */
export interface UnplannedBook {
  /** As the `id` of a {@link BookJob}. */
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}
