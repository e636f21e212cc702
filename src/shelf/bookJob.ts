import type { FailedStory } from '../compile/compileEvent.ts';
import type { CompileOptions } from '../compile/compileOptions.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * What is made from one `book.yaml`, one folder or one file: usually a book, several where it binds its stories apart. Plain
 * data, so that it can be hashed and sent to another process.
 */
export interface BookJob {
  /**
   * Names it among all of its shelf, the same on every machine: the path that it is made from, from the shelf's folder, with
   * `/` between folders.
   */
  readonly id: string;
  /** Paths in it count from the folder of the process. */
  readonly options: CompileOptions;
  /** Where its files are written; their names may name folders in it. */
  readonly outputFolder: string;
  /** Stories that it names and that cannot be found. */
  readonly failedStories: readonly FailedStory[];
  /** What was found out while it was planned. */
  readonly diagnostics: readonly Diagnostic[];
}
