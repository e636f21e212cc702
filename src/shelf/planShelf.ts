import { dirname, join, relative, sep } from 'node:path';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import type { LoadedBook } from '../compile/loadBook.ts';
import { loadShelfConfig } from '../config/loadShelfConfig.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { findStories } from '../source/findStories.ts';
import type { BookJob } from './bookJob.ts';
import type { ShelfPlan, UnplannedBook } from './shelfPlan.ts';

/** What a plan is made with, besides the shelf's own file. */
export interface PlanSettings {
  readonly outputFolder: string;
  /** Lays what was typed over a book's own settings. */
  readonly settle: (book: LoadedBook) => LoadedBook;
}

/**
 * Plans the books of a `fascicle.yaml`.
 * @throws CompileError for a file that is missing or wrong.
 */
export async function planShelf(path: string, { outputFolder, settle }: PlanSettings): Promise<ShelfPlan> {
  const config = loadShelfConfig(path);
  const folder = dirname(path);
  const jobs: BookJob[] = [];
  const failed: UnplannedBook[] = [];
  for (const entry of config.books) {
    try {
      const { paths } = await findStories(join(folder, entry));
      for (const file of paths) {
        const book = settle({
          options: { stories: [{ files: [{ path: file }] }] },
          configuredEditions: [],
          failedStories: [],
        });
        const id = relative(folder, file).split(sep).join('/');
        jobs.push({ id, options: book.options, outputFolder, failedStories: book.failedStories, diagnostics: [] });
      }
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      failed.push({ id: entry, diagnostics: [diagnosticOf(error)] });
    }
  }
  return { jobs, failed, diagnostics: [] };
}
