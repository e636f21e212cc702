import type { CacheSettings } from '../cache/cacheSettings.ts';
import { type DiskCache, openDiskCache } from '../cache/diskCache.ts';
import type { BookBuilder } from './buildSideBySide.ts';
import { bugIn, failedBook } from './bookFailure.ts';
import { buildSideBySide } from './buildSideBySide.ts';
import { processBuilder } from './processBuilder.ts';
import type { ShelfEvent } from './shelfEvent.ts';
import type { ShelfPlan } from './shelfPlan.ts';
import { takeKept } from './takeKept.ts';
import { type JobsSetting, shareOut, type WorkerShare } from './workerShare.ts';

/** How a shelf is built. */
export interface ShelfRun {
  /** How many books are built side by side; `auto` unless said otherwise. */
  readonly jobs?: JobsSetting | undefined;
  /** When it is aborted, the files that are being made are the last, and no book is begun. */
  readonly stop?: AbortSignal | undefined;
  /** Where books are kept for later builds; nowhere unless said otherwise. */
  readonly keeping?: CacheSettings | null | undefined;
}

/** Builds the books of a plan, in processes of their own where that is worth it. */
export async function* runShelf(
  { jobs, failed }: ShelfPlan,
  { jobs: setting = 'auto', stop, keeping = null }: ShelfRun = {},
): AsyncGenerator<ShelfEvent> {
  yield { type: 'shelfPlanned', books: jobs.length + failed.length };
  for (const { id, diagnostics } of failed) {
    const nothing = { stories: [], failedStories: [], files: [], failedFiles: [] };
    yield { type: 'bookFinished', book: { id, status: 'failed', ...nothing, diagnostics } };
  }
  const cache = keeping === null ? null : await openDiskCache(keeping);
  const left = cache === null ? jobs : yield* takeKept(jobs, cache, stop);
  if (left.length === 0) return;
  yield* buildSideBySide(left, chooseBuilders(shareOut(setting, left.length), { stop, keeping, cache }), stop);
  if (cache !== null) yield { type: 'cacheFinished', diagnostics: await cache.finish() };
}

/** What builders build with. */
interface Means {
  readonly stop: AbortSignal | undefined;
  readonly keeping: CacheSettings | null;
  /** The cache as this process has it open. */
  readonly cache: DiskCache | null;
}

function chooseBuilders({ workers, heapMb }: WorkerShare, { stop, keeping, cache }: Means): BookBuilder[] {
  if (workers === 1) return [builderHere(stop, cache)];
  return Array.from({ length: workers }, () => processBuilder(heapMb, stop, keeping));
}

/** Builds in this process, without the cost of another; the compiler is loaded for the first book. */
function builderHere(stop: AbortSignal | undefined, cache: DiskCache | null): BookBuilder {
  return {
    build: async (job, onStep) => {
      const { buildBook } = await import('./buildBook.ts');
      return buildBook(job, onStep, stop, cache).catch((error: unknown) => failedBook(job, bugIn(job.id, error)));
    },
    stop: () => undefined,
    kill: () => undefined,
    end: () => Promise.resolve(),
  };
}
