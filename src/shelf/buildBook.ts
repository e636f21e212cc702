import { type ByteStore, noStore } from '../cache/byteStore.ts';
import type { DiskCache } from '../cache/diskCache.ts';
import { compileBooks } from '../compile/compileBooks.ts';
import type { FailedStory, StoryReport } from '../compile/compileEvent.ts';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { listening } from '../compile/pace.ts';
import { untilStopped } from '../compile/untilStopped.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { guardSources } from '../output/sourceGuard.ts';
import { noteReads, trackReads } from '../reads/trackReads.ts';
import type { BookJob } from './bookJob.ts';
import type { BookReport, FailedFile, WrittenFile } from './bookReport.ts';
import { interruptedBook } from './bookFailure.ts';
import { keepFile } from './keepFile.ts';
import { keepBook } from './keepBook.ts';
import type { BookStep } from './shelfEvent.ts';

/**
 * Builds a job's books and writes their files; whatever fails is told in the report and costs no other file.
 *
 * @param stop when it is aborted, the file that is being made is the last, and the report says so
 * @param cache keeps what was made for later builds, and has parts of it; `findKept` asks it for whole books beforehand
 */
export async function buildBook(
  job: BookJob,
  onStep: (step: BookStep) => void,
  stop?: AbortSignal,
  cache: DiskCache | null = null,
): Promise<BookReport> {
  if (cache === null) return makeBook(job, onStep, stop, noStore);
  const { value: book, reads } = await trackReads(() => makeBook(job, onStep, stop, cache));
  noteReads(reads);
  if (reads !== null && book.status === 'built') await keepBook(job, { book, reads }, cache);
  await cache.settle();
  return book;
}

async function makeBook(
  job: BookJob,
  onStep: (step: BookStep) => void,
  stop: AbortSignal | undefined,
  store: ByteStore,
): Promise<BookReport> {
  const diagnostics: Diagnostic[] = [...job.diagnostics];
  const stories: StoryReport[] = [];
  const failedStories: FailedStory[] = [...job.failedStories];
  const files: WrittenFile[] = [];
  const failedFiles: FailedFile[] = [];
  const guard = await guardSources(job.options);
  let isRefused = false;
  const cuts: Diagnostic[] = [];
  const onCut = () => void cuts.push(interruptedBook(job.id));
  try {
    for await (const event of untilStopped(compileBooks(job.options, listening, store), stop, onCut)) {
      if (event.type === 'artifactFinished') {
        const kept = await keepFile(event.artifact, job.outputFolder, guard);
        if ('path' in kept) files.push(kept);
        else failedFiles.push(kept);
        continue;
      }
      onStep(event);
      if (event.type === 'storyRead') stories.push(event.story);
      else if (event.type === 'storyFailed') failedStories.push(event.story);
      else if (event.type === 'planned') diagnostics.push(...event.diagnostics);
      else if (event.type === 'artifactFailed') failedFiles.push(event.artifact);
    }
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    diagnostics.push(diagnosticOf(error));
    isRefused = true;
  }
  diagnostics.push(...cuts);
  const isFailed = isRefused || cuts.length > 0 || failedStories.length > 0 || failedFiles.length > 0;
  return { id: job.id, status: isFailed ? 'failed' : 'built', stories, failedStories, files, failedFiles, diagnostics };
}
