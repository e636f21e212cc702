import { readFile } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DiskCache } from '../cache/diskCache.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { guardSources } from '../output/sourceGuard.ts';
import { writeOutput } from '../output/writeOutput.ts';
import { readAgain } from '../reads/readAgain.ts';
import { digestOf, noteReads } from '../reads/trackReads.ts';
import type { BookJob } from './bookJob.ts';
import type { BookReport, WrittenFile } from './bookReport.ts';
import { bookKey, jobKey } from './jobKeys.ts';
import { loadBook, loadReads } from './keptBook.ts';

const readWhole = promisify(readFile);

/**
 * Looks whether a job's books were made before of the same files: then they are left as they lie (`unchanged`), or those that
 * are missing or differ are written again from what was kept (`restored`). Nothing of the compiler is loaded for it.
 *
 * @returns `null` for a job whose books are to be made
 */
export async function findKept(job: BookJob, cache: DiskCache): Promise<BookReport | null> {
  // A book with a story that cannot be found is made again each time, and never kept.
  if (job.failedStories.length > 0) return null;
  const ofJob = jobKey(job);
  const reads = await loadReads(cache, ofJob);
  if (reads === null) return null;
  const now = await readAgain(reads);
  const kept = await loadBook(cache, bookKey(ofJob, now));
  if (kept === null) return null;
  const files = kept.files.map(({ fileName, ...file }) => ({ path: join(job.outputFolder, fileName), ...file }));
  const changed: WrittenFile[] = [];
  for (const file of files) if (!(await liesThere(file))) changed.push(file);
  if (!(await restore(changed, job, cache))) return null;
  noteReads(now);
  return {
    id: job.id,
    status: changed.length === 0 ? 'unchanged' : 'restored',
    stories: kept.stories,
    failedStories: [],
    files,
    failedFiles: [],
    diagnostics: [...job.diagnostics, ...kept.diagnostics],
  };
}

async function liesThere({ path, sha256 }: WrittenFile): Promise<boolean> {
  const bytes = await readWhole(path).catch(() => null);
  return bytes !== null && digestOf(bytes) === sha256;
}

/** Whether all files could be written again; if not, they are to be made, and whatever is wrong is told then. */
async function restore(files: readonly WrittenFile[], job: BookJob, cache: DiskCache): Promise<boolean> {
  if (files.length === 0) return true;
  const guard = await guardSources(job.options);
  for (const { path, sha256 } of files) {
    const bytes = await cache.readFile(sha256);
    if (bytes === null) return false;
    try {
      await guard(path);
      await writeOutput(path, [bytes]);
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      return false;
    }
  }
  return true;
}
