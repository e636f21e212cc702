import { worker, workerEmit } from 'workerpool';
import type { CacheSettings } from '../cache/cacheSettings.ts';
import { type DiskCache, openDiskCache } from '../cache/diskCache.ts';
import type { BookJob } from './bookJob.ts';
import { buildBook } from './buildBook.ts';
import type { BookReport } from './bookReport.ts';
import type { WorkerNews } from './bookWorker.ts';

/**
 * The process that builds books, one after another, as `bookWorker.ts` asks it to. It is in a group of its own, so that what
 * is typed at the terminal reaches who started it alone, who hands on what is meant for it; and it leaves when that one has
 * gone (workerpool sees the channel between them close).
 */
const stop = new AbortController();

// Ctrl-C handed on, or the end of a service: the current file is the last.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stop.abort();
  });
}

let cache: Promise<DiskCache | null> | undefined;

async function build(job: BookJob, keeping: CacheSettings | null): Promise<BookReport> {
  tell({ type: 'begun', pid: process.pid });
  return buildBook(
    job,
    step => {
      tell({ type: 'step', step });
    },
    stop.signal,
    await (cache ??= keeping === null ? Promise.resolve(null) : openDiskCache(keeping)),
  );
}

function tell(news: WorkerNews): void {
  workerEmit(news);
}

worker({ build });
