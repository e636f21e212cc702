import type { CacheSettings } from '../cache/cacheSettings.ts';
import type { BookJob } from './bookJob.ts';
import { bugIn, diedOf, failedBook } from './bookFailure.ts';
import { BookWorker, WorkerDied } from './bookWorker.ts';
import type { BookBuilder } from './buildSideBySide.ts';

/**
 * Builds in a process beside this one. A process that dies costs no other book than its own, and that one is tried once more,
 * in a new one.
 */
export function processBuilder(heapMb: number, stop: AbortSignal | undefined, keeping: CacheSettings | null): BookBuilder {
  let worker: BookWorker | null = null;
  return {
    build: async (job: BookJob, onStep) => {
      for (let isLast = false; ; isLast = true) {
        worker ??= new BookWorker(heapMb, keeping);
        try {
          return await worker.build(job, onStep);
        } catch (error) {
          if (!(error instanceof WorkerDied)) return failedBook(job, bugIn(job.id, error));
          worker = null;
          if (isLast || stop?.aborted === true) return failedBook(job, diedOf(job.id, error.how));
        }
      }
    },
    stop: () => worker?.stop(),
    kill: () => worker?.kill(),
    end: async () => {
      await worker?.end();
      worker = null;
    },
  };
}
