import { join, resolve } from 'node:path';
import { outputNames } from '../compile/planOutputs.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fileKey } from '../text/safeName.ts';
import type { BookJob } from './bookJob.ts';
import type { UnplannedBook } from './shelfPlan.ts';

/** Jobs that each write files of their own, and those that would write over each other. */
export interface NamedJobs {
  readonly jobs: readonly BookJob[];
  readonly failed: readonly UnplannedBook[];
}

/**
 * Takes out the books that would write one file, as the file system sees it that tells least apart: none of them is built,
 * for which would lie there at the end would be chance. A file where another book needs a folder is the same.
 */
export function refuseSameNames(jobs: readonly BookJob[]): NamedJobs {
  const writers = new Map<string, Writer[]>();
  const folders = new Map<string, BookJob>();
  for (const job of jobs) {
    for (const path of outputsOf(job)) {
      const key = fileKey(resolve(path));
      writers.set(key, [...(writers.get(key) ?? []), { job, path }]);
      const steps = key.split(/[\\/]/);
      for (let length = steps.length - 1; length > 1; length--) {
        const folder = steps.slice(0, length).join('/');
        if (folders.has(folder)) break;
        folders.set(folder, job);
      }
    }
  }
  const clashes = new Map<BookJob, Diagnostic>();
  for (const [key, found] of writers) {
    const [one, other] = found;
    const inside = folders.get(key.split(/[\\/]/).join('/'));
    if (one === undefined) continue;
    if (other !== undefined) for (const { job } of found) clashes.set(job, sameFile(found));
    if (inside !== undefined) for (const job of [one.job, inside]) clashes.set(job, fileAndFolder(one, inside));
  }
  return {
    jobs: jobs.filter(job => !clashes.has(job)),
    failed: [...clashes].map(([{ id }, diagnostic]) => ({ id, diagnostics: [diagnostic] })),
  };
}

/** Where the files of a job are written that are known beforehand. */
export function outputsOf({ options, outputFolder }: BookJob): string[] {
  return (options.stems ?? []).flatMap(stem => outputNames(stem, options)).map(name => join(outputFolder, name));
}

interface Writer {
  readonly job: BookJob;
  readonly path: string;
}

function sameFile(writers: readonly Writer[]): Diagnostic {
  const ids = writers.map(({ job }) => job.id);
  const paths = [...new Set(writers.map(({ path }) => path))];
  const listed = ids.length > 4 ? [...ids.slice(0, 3), `${ids.length - 3} more`] : ids;
  const names = `${listed.slice(0, -1).join(', ')} and ${listed.at(-1) ?? ''}`;
  const where = paths.length === 1 ? (paths[0] ?? '') : `${paths[0] ?? ''}, which ${paths[1] ?? ''} is on many disks`;
  return {
    code: 'output/same-name',
    severity: 'error',
    message: `${names} would ${ids.length === 2 ? 'both' : 'all'} be written to ${where}.`,
    hint: 'Rename one of them, or give it an entry with an "output" of its own under "books".',
  };
}

function fileAndFolder({ job, path }: Writer, inside: BookJob): Diagnostic {
  return {
    code: 'output/same-name',
    severity: 'error',
    message: `${job.id} would be written to ${path}, where ${inside.id} needs a folder.`,
    hint: 'Rename one of them, or give it an entry with an "output" of its own under "books".',
  };
}
