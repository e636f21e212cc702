import type { DiskCache } from '../cache/diskCache.ts';
import type { BookJob } from './bookJob.ts';
import { findKept } from './findKept.ts';
import type { ShelfEvent } from './shelfEvent.ts';

/** Twice as many files read at once as Node has threads for it, twice over; more gains nothing on a disk in the machine. */
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
    const found = await Promise.all(some.map(async job => ({ job, book: await findKept(job, cache) })));
    for (const { job, book } of found) {
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
