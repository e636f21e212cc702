import type { BookBuilder } from './buildSideBySide.ts';
import { bugIn, failedBook } from './bookFailure.ts';
import { buildBook } from './buildBook.ts';
import { buildSideBySide } from './buildSideBySide.ts';
import { processBuilder } from './processBuilder.ts';
import type { ShelfEvent } from './shelfEvent.ts';
import type { ShelfPlan } from './shelfPlan.ts';
import { type JobsSetting, shareOut, type WorkerShare } from './workerShare.ts';

/** How a shelf is built. */
export interface ShelfRun {
  /** How many books are built side by side; `auto` unless said otherwise. */
  readonly jobs?: JobsSetting | undefined;
  /** When it is aborted, the files that are being made are the last, and no book is begun. */
  readonly stop?: AbortSignal | undefined;
}

/** Builds the books of a plan, in processes of their own where that is worth it. */
export async function* runShelf(
  { jobs, failed }: ShelfPlan,
  { jobs: setting = 'auto', stop }: ShelfRun = {},
): AsyncGenerator<ShelfEvent> {
  yield { type: 'shelfPlanned', books: jobs.length + failed.length };
  for (const { id, diagnostics } of failed) {
    const nothing = { stories: [], failedStories: [], files: [], failedFiles: [] };
    yield { type: 'bookFinished', book: { id, status: 'failed', ...nothing, diagnostics } };
  }
  yield* buildSideBySide(jobs, chooseBuilders(shareOut(setting, jobs.length), stop), stop);
}

function chooseBuilders({ workers, heapMb }: WorkerShare, stop: AbortSignal | undefined): BookBuilder[] {
  if (workers === 1) return [builderHere(stop)];
  return Array.from({ length: workers }, () => processBuilder(heapMb, stop));
}

/** Builds in this process, without the cost of another. */
function builderHere(stop: AbortSignal | undefined): BookBuilder {
  return {
    build: (job, onStep) =>
      buildBook(job, onStep, stop).catch((error: unknown) => failedBook(job, bugIn(job.id, error))),
    stop: () => undefined,
    kill: () => undefined,
    end: () => Promise.resolve(),
  };
}
