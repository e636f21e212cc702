import type { DiskCache } from '../cache/diskCache.ts';
import { unusableKept } from './bookFailure.ts';
import type { BookJob } from './bookJob.ts';
import type { BookReport } from './bookReport.ts';
import { findKept } from './findKept.ts';
import type { ShelfEvent } from './shelfEvent.ts';

/** Four for each thread that Node reads files with, so that none waits while another is digested. */
const atOnce = 16;

/** Finishes the jobs whose books were made before of the same files. @returns those whose books are to be made */
export async function* takeKept(
  jobs: readonly BookJob[],
  cache: DiskCache,
  stop: AbortSignal | undefined,
): AsyncGenerator<ShelfEvent, BookJob[]> {
  const others: BookJob[] = [];
  for (let start = 0; start < jobs.length; start += atOnce) {
    if (stop?.aborted === true) return [...others, ...jobs.slice(start)];
    const some = jobs.slice(start, start + atOnce);
    for (const { job, book } of await Promise.all(some.map(each => lookFor(each, cache)))) {
      if (book === null) {
        others.push(job);
        continue;
      }
      yield { type: 'bookStarted', id: job.id };
      yield { type: 'bookFinished', book };
    }
  }
  return others;
}

/** A bug that is met at what was kept costs nothing but making the book again, and is told. */
async function lookFor(
  job: BookJob,
  cache: DiskCache,
): Promise<{ readonly job: BookJob; readonly book: BookReport | null }> {
  try {
    return { job, book: await findKept(job, cache) };
  } catch (error) {
    return { job: { ...job, diagnostics: [...job.diagnostics, unusableKept(job.id, error)] }, book: null };
  }
}
