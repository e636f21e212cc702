import type { CacheSettings } from '../cache/cacheSettings.ts';
import { type DiskCache, openDiskCache } from '../cache/diskCache.ts';
import type { BookJob } from './bookJob.ts';
import { bugIn, failedBook } from './bookFailure.ts';
import { type BookBuilder, buildSideBySide } from './buildSideBySide.ts';
import { findKept } from './findKept.ts';
import type { ShelfEvent } from './shelfEvent.ts';
import type { ShelfPlan } from './shelfPlan.ts';
import { type JobsSetting, shareOut, type WorkerShare } from './workerShare.ts';

/** How a shelf is built. */
export interface ShelfRun {
  /** How many books are built side by side; `auto` unless said otherwise. */
  readonly jobs?: JobsSetting | undefined;
  /** Where books are kept for later builds; nowhere unless said otherwise. */
  readonly keeping?: CacheSettings | null | undefined;
  /** When it is aborted, the files that are being made are the last, and no book is begun. */
  readonly stop?: AbortSignal | undefined;
}

/** Builds the books of a plan: those that were made before are found again, the others made, in processes of their own where that is worth it. */
export async function* runShelf({ jobs, failed }: ShelfPlan, run: ShelfRun = {}): AsyncGenerator<ShelfEvent> {
  const { jobs: setting = 'auto', keeping = null, stop } = run;
  yield { type: 'shelfPlanned', books: jobs.length + failed.length };
  for (const { id, diagnostics } of failed) {
    const nothing = { stories: [], failedStories: [], files: [], failedFiles: [] };
    yield { type: 'bookFinished', book: { id, status: 'failed', ...nothing, diagnostics } };
  }
  const cache = keeping === null ? null : await openDiskCache(keeping);
  const toBuild: BookJob[] = [];
  yield* findAllKept(jobs, cache, toBuild, stop);
  if (toBuild.length === 0 || stop?.aborted === true) return;
  const share = shareOut(setting, toBuild.length);
  yield* buildSideBySide(toBuild, await chooseBuilders(share, { cache, keeping, stop }), stop);
  if (cache !== null) yield { type: 'cacheFinished', diagnostics: await cache.finish() };
}

/** Disks answer several questions at once faster than one after another. */
const askedAtOnce = 16;

/** Tells of the books that were made before, and leaves the others to be built. */
async function* findAllKept(
  jobs: readonly BookJob[],
  cache: DiskCache | null,
  toBuild: BookJob[],
  stop: AbortSignal | undefined,
): AsyncGenerator<ShelfEvent> {
  if (cache === null) {
    toBuild.push(...jobs);
    return;
  }
  for (let first = 0; first < jobs.length && stop?.aborted !== true; first += askedAtOnce) {
    const asked = jobs.slice(first, first + askedAtOnce);
    const found = await Promise.all(asked.map(async job => ({ job, kept: await findKept(job, cache) })));
    for (const { job, kept } of found) {
      if (kept === null) toBuild.push(job);
      else yield { type: 'bookFinished', book: kept };
    }
  }
}

interface BuilderMeans {
  readonly cache: DiskCache | null;
  readonly keeping: CacheSettings | null;
  readonly stop: AbortSignal | undefined;
}

/** What builds is loaded when there is something to build. */
async function chooseBuilders({ workers, heapMb }: WorkerShare, means: BuilderMeans): Promise<BookBuilder[]> {
  if (workers === 1) return [await builderHere(means)];
  const { processBuilder } = await import('./processBuilder.ts');
  return Array.from({ length: workers }, () => processBuilder(heapMb, means));
}

/** Builds in this process, without the cost of another. */
async function builderHere({ cache, stop }: BuilderMeans): Promise<BookBuilder> {
  const { buildBook } = await import('./buildBook.ts');
  return {
    build: (job, onStep) =>
      buildBook(job, onStep, { cache, stop }).catch((error: unknown) => failedBook(job, bugIn(job.id, error))),
    stop: () => undefined,
    kill: () => undefined,
    end: () => Promise.resolve(),
  };
}
