import type { CacheSettings } from '../cache/cacheSettings.ts';
import { type DiskCache, openDiskCache } from '../cache/diskCache.ts';
import { bugIn, failedBook } from './bookFailure.ts';
import { type BookBuilder, buildSideBySide } from './buildSideBySide.ts';
import { buildBook } from './buildBook.ts';
import { findKept } from './findKept.ts';
import { processBuilder } from './processBuilder.ts';
import type { ShelfEvent } from './shelfEvent.ts';
import type { ShelfPlan } from './shelfPlan.ts';
import { type JobsSetting, shareOut } from './workerShare.ts';

/** How a shelf is built. */
export interface ShelfRun {
  /** How many books are built side by side; `auto` unless said otherwise. */
  readonly jobs?: JobsSetting | undefined;
  /** Where books are kept for later builds; nowhere unless said otherwise. */
  readonly keeping?: CacheSettings | null | undefined;
  /** When it is aborted, the files that are being made are the last, and no book is begun. */
  readonly stop?: AbortSignal | undefined;
}

/** Builds the books of a plan that are not there yet, in processes of their own where that is worth it. */
export async function* runShelf(
  { jobs, failed }: ShelfPlan,
  { jobs: setting = 'auto', keeping = null, stop }: ShelfRun = {},
): AsyncGenerator<ShelfEvent> {
  const cache = keeping === null ? null : await openDiskCache(keeping);
  const built = new Set<string>();
  yield { type: 'shelfPlanned', books: jobs.length + failed.length };
  for (const { id, diagnostics } of failed) {
    const nothing = { stories: [], failedStories: [], files: [], failedFiles: [] };
    yield { type: 'bookFinished', book: { id, status: 'failed', ...nothing, diagnostics } };
  }
  const { workers, heapMb } = shareOut(setting, jobs.length);
  const builders = Array.from({ length: workers }, () => {
    const builder = workers === 1 ? builderHere(cache, stop) : processBuilder({ heapMb, keeping, stop });
    return unlessKept(builder, cache, id => void built.add(id));
  });
  yield* buildSideBySide(jobs, builders, stop);
  if (cache !== null && built.size > 0) yield { type: 'cacheFinished', diagnostics: await cache.finish() };
}

/** Looks first whether the book is there. */
function unlessKept(builder: BookBuilder, cache: DiskCache | null, onBuild: (id: string) => void): BookBuilder {
  if (cache === null) return builder;
  return {
    ...builder,
    build: async (job, onStep) => {
      const kept = await findKept(job, cache).catch((error: unknown) => failedBook(job, bugIn(job.id, error)));
      if (kept !== null) return kept;
      onBuild(job.id);
      return builder.build(job, onStep);
    },
  };
}

/** Builds in this process, without the cost of another. */
function builderHere(cache: DiskCache | null, stop: AbortSignal | undefined): BookBuilder {
  return {
    build: (job, onStep) =>
      buildBook(job, onStep, cache, stop).catch((error: unknown) => failedBook(job, bugIn(job.id, error))),
    stop: () => undefined,
    kill: () => undefined,
    end: () => Promise.resolve(),
  };
}
