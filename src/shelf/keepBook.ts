import { relative } from 'node:path';
import type { DiskCache } from '../cache/diskCache.ts';
import type { Read } from '../reads/trackReads.ts';
import type { BookJob } from './bookJob.ts';
import type { BookReport } from './bookReport.ts';
import { bookKey, jobKey } from './jobKeys.ts';
import { saveJson } from './keptBook.ts';

/** A book that was made, and what was read for it. */
export interface MadeBook {
  readonly book: BookReport;
  readonly reads: readonly Read[];
}

/**
 * Keeps a book for later builds: its files, then what is told of it, then what it was made of, so that whoever finds the last
 * finds all.
 */
export async function keepBook(job: BookJob, { book, reads }: MadeBook, cache: DiskCache): Promise<void> {
  for (const file of book.files) await cache.keepFile(file.path, file);
  const ofJob = jobKey(job);
  const files = book.files.map(({ path, ...file }) => ({ fileName: relative(job.outputFolder, path), ...file }));
  // What was found while the job was planned is found again by whoever plans it.
  const diagnostics = book.diagnostics.slice(job.diagnostics.length);
  await saveJson(cache, bookKey(ofJob, reads), { files, stories: book.stories, diagnostics });
  await saveJson(cache, ofJob, reads);
}
