import { type DiskCache, openDiskCache } from '../cache/diskCache.ts';
import type { CacheSettings } from '../cache/cacheSettings.ts';
import type { BookStep, ShelfEvent } from './shelfEvent.ts';
import type { BookJob } from './bookJob.ts';
import type { BookReport } from './bookReport.ts';
import { findKept } from './findKept.ts';
import type { ShelfPlan } from './shelfPlan.ts';

/**
 * Builds the books of a plan, one after another.
 * @param keeping where books are kept for later builds; `null` keeps nothing
 */
export async function* runShelf(
  { jobs, failed }: ShelfPlan,
  keeping: CacheSettings | null = null,
): AsyncGenerator<ShelfEvent> {
  const cache = keeping === null ? null : await openDiskCache(keeping);
  let hasBuilt = false;
  yield { type: 'shelfPlanned', books: jobs.length + failed.length };
  for (const { id, diagnostics } of failed) {
    const nothing = { stories: [], failedStories: [], files: [], failedFiles: [] };
    yield { type: 'bookFinished', book: { id, status: 'failed', ...nothing, diagnostics } };
  }
  for (const job of jobs) {
    const { id } = job;
    yield { type: 'bookStarted', id };
    const steps: BookStep[] = [];
    const kept = cache === null ? null : await findKept(job, cache);
    if (kept === null) hasBuilt = true;
    const book = kept ?? (await build(job, steps, cache));
    for (const step of steps) yield { type: 'bookStep', id, step };
    yield { type: 'bookFinished', book };
  }
  if (cache !== null && hasBuilt) yield { type: 'cacheFinished', diagnostics: await cache.finish() };
}

/** The compiler is loaded when a book is to be made. */
async function build(job: BookJob, steps: BookStep[], cache: DiskCache | null): Promise<BookReport> {
  const { buildBook } = await import('./buildBook.ts');
  return buildBook(job, step => void steps.push(step), cache);
}
