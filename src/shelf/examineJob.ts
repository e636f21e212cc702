import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiskCache } from '../cache/diskCache.ts';
import { readAgain } from '../reads/readAgain.ts';
import { digestOf, type Read } from '../reads/trackReads.ts';
import type { BookJob } from './bookJob.ts';
import { bookKey, jobKey } from './jobKeys.ts';
import { loadBook, loadReads } from './keptBook.ts';
import { outputsOf } from './refuseSameNames.ts';

/** How a job's files stand to what they are made of: never made, made of something else, gone or altered, or as they would be. */
export type Standing = 'new' | 'changed' | 'missing' | 'unchanged';

/** What a build would find of a job. */
export interface Examination {
  readonly standing: Standing;
  /** Why its files would be written, each a sentence without a full stop; empty where they would not. */
  readonly because: readonly string[];
  /** What it was made of the last time, as far as it is known: stories, pages, theme, fonts, pictures. */
  readonly dependsOn: readonly string[];
}

/**
 * Looks at what a build would do with a job, and writes nothing. Without a cache every book is made anew.
 */
export async function examineJob(job: BookJob, cache: DiskCache | null): Promise<Examination> {
  const outputs = outputsOf(job);
  const lies = (await missingOf(outputs)).length === 0;
  if (cache === null) return made(lies ? 'changed' : 'new', [lies ? 'nothing is known of how it was made' : 'it was not built before']);
  if (job.failedStories.length > 0) return made(lies ? 'changed' : 'new', ['a story of it cannot be found']);
  const ofJob = jobKey(job);
  const reads = await loadReads(cache, ofJob);
  if (reads === null) return lies ? made('changed', ['its settings, the editions asked for or the program are others']) : made('new', ['it was not built before']);
  const again = await readAgain(reads);
  const dependsOn = reads.filter(({ digest, kind }) => digest !== null && kind === 'file').map(({ path }) => path);
  const differing = differencesOf(reads, again);
  if (differing.length > 0) return { standing: 'changed', because: differing, dependsOn };
  const kept = await loadBook(cache, bookKey(ofJob, again));
  if (kept === null) return { standing: lies ? 'changed' : 'new', because: ['what was kept of it is gone'], dependsOn };
  const altered: string[] = [];
  for (const { fileName, sha256 } of kept.files) {
    const path = join(job.outputFolder, fileName);
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) altered.push(`${path} is not there`);
    else if (digestOf(bytes) !== sha256) altered.push(`${path} is not as it was written`);
  }
  return { standing: altered.length === 0 ? 'unchanged' : 'missing', because: altered, dependsOn };
} // prettier-ignore

function made(standing: Standing, because: readonly string[]): Examination {
  return { standing, because, dependsOn: [] };
}

async function missingOf(paths: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const path of paths) await access(path).catch(() => void missing.push(path));
  return missing;
}

/** What is other than it was, in words; the most telling kinds first. */
function differencesOf(before: readonly Read[], now: readonly Read[]): string[] {
  const current = new Map(now.map(read => [`${read.kind} ${read.path}`, read.digest]));
  return before.flatMap(({ path, kind, digest }) => {
    const found = current.get(`${kind} ${path}`) ?? null;
    if (found === digest) return [];
    if (digest === null) return [`${path} is there now`];
    if (found === null) return [`${path} is gone`];
    return [kind === 'folder' ? `other files are in ${path}` : `${path} changed`];
  });
}
