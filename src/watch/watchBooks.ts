import { resolve, sep } from 'node:path';
import { readAgain } from '../reads/readAgain.ts';
import { type Read, trackReads } from '../reads/trackReads.ts';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BookJob } from '../shelf/bookJob.ts';
import type { BookReport } from '../shelf/bookReport.ts';
import type { BookStep } from '../shelf/shelfEvent.ts';
import type { UnplannedBook } from '../shelf/shelfPlan.ts';
import { createFollower, type DiskEvent, type Listener, type WatchedFolder } from './followFolders.ts';
import { namedFiles } from './namedFiles.ts';

/** What is watched, found out anew whenever something comes or goes. */
export interface WatchPlan {
  readonly jobs: readonly BookJob[];
  readonly failed: readonly UnplannedBook[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where books are written. */
  readonly outputFolder: string;
}

export interface WatchRequest {
  /** @throws CompileError for options or a configuration that cannot be used */
  readonly plan: () => Promise<WatchPlan>;
  /** Files of the configuration: what is written in them makes a new plan. */
  readonly planFiles: readonly string[];
  /** Folders in which stories and books may come and go. */
  readonly folders: readonly WatchedFolder[];
  /** What it reads it notes, see `trackReads`. */
  readonly build: (job: BookJob, onStep: (step: BookStep) => void) => Promise<BookReport>;
}

/** What happens while books are watched, in order. */
export type WatchEvent =
  | { readonly type: 'bookStarted'; readonly id: string }
  | { readonly type: 'bookStep'; readonly id: string; readonly step: BookStep }
  | {
      readonly type: 'bookFinished';
      readonly book: BookReport;
      /** The paths that it was made anew for; none for the first time. */
      readonly changed: readonly string[];
      readonly elapsedMs: number;
    }
  /** There is no plan: as it says. What was planned before stays. */
  | { readonly type: 'planFailed'; readonly diagnostics: readonly Diagnostic[] }
  /** What concerns the books as a whole, and is new. */
  | { readonly type: 'planned'; readonly failed: readonly UnplannedBook[]; readonly diagnostics: readonly Diagnostic[] }
  /** All is made that can be: what comes next comes of a change. */
  | { readonly type: 'waiting'; readonly books: number; readonly files: number };

/**
 * So long nothing has to be written before books are made anew, in milliseconds: editors and downloads write in pieces. Less
 * than 50 would lose changes, for chokidar tells of one in so many milliseconds.
 */
const quietMs = 80;

interface WatchedBook {
  /** The job as text, but for what it was planned with: another one is another book. */
  readonly key: string;
  readonly reads: readonly Read[];
}

/**
 * Builds books, and builds them again whenever something that they are made of changes.
 * @param stop when it is aborted, no other book is begun, and the watching ends
 */
export async function watchBooks(
  request: WatchRequest,
  onEvent: (event: WatchEvent) => void,
  stop: AbortSignal,
): Promise<void> {
  const bell = createBell(stop);
  const follower = createFollower(bell);
  const outputFolders = new Set<string>();
  const books = new Map<string, WatchedBook>();
  let jobs: readonly BookJob[] = [];
  let told = '';

  /** @returns whether there is a plan */
  const replan = async (): Promise<boolean> => {
    try {
      const { jobs: planned, failed, diagnostics, outputFolder } = await request.plan();
      jobs = planned;
      outputFolders.add(outputFolder);
      const news = JSON.stringify([failed, diagnostics]);
      if (news !== told && (told !== '' || failed.length + diagnostics.length > 0)) onEvent({ type: 'planned', failed, diagnostics }); // prettier-ignore
      told = news;
      return true;
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      told = 'failed';
      onEvent({ type: 'planFailed', diagnostics: [diagnosticOf(error)] });
      return false;
    }
  };
  const make = async (job: BookJob, changed: readonly string[]): Promise<void> => {
    const { id } = job;
    onEvent({ type: 'bookStarted', id });
    const start = performance.now();
    const { value: book, reads } = await trackReads(() =>
      request.build(job, step => {
        onEvent({ type: 'bookStep', id, step });
      }),
    );
    // Work that depends on more than the disk is done again for the files that it names.
    const named = await readAgain(namedFiles(job).map(path => ({ path, kind: 'file', digest: null })));
    books.set(id, { key: keyOf(job), reads: reads === null ? named : [...reads, ...notIn(reads, named)] });
    onEvent({ type: 'bookFinished', book, changed, elapsedMs: Math.round(performance.now() - start) });
  };
  const makeWhatChanged = async (touched: ReadonlySet<string> | null): Promise<void> => {
    const ids = new Set(jobs.map(job => job.id));
    for (const id of [...books.keys()]) if (!ids.has(id)) books.delete(id);
    for (const job of jobs) {
      if (stop.aborted) return;
      const known = books.get(job.id);
      if (known === undefined) await make(job, []);
      else {
        const changed = await changesIn(known, touched);
        if (known.key !== keyOf(job) || changed.length > 0) await make(job, changed);
      }
    }
  };
  const followAll = async (): Promise<void> => {
    const files = [...books.values()].flatMap(({ reads }) => reads.map(({ path }) => path));
    await follower.follow([...request.planFiles, ...files], request.folders, [...outputFolders]);
  };

  let isPlanned = await replan();
  if (isPlanned) await makeWhatChanged(new Set());
  if (!stop.aborted) await followAll();
  // What was written while the watching began rang no bell.
  if (isPlanned) await makeWhatChanged(null);
  while (!stop.aborted) {
    const files = new Set([...books.values()].flatMap(({ reads }) => reads.map(({ path }) => resolve(path))));
    onEvent({ type: 'waiting', books: books.size, files: files.size });
    const events = await bell.heard();
    if (stop.aborted) break;
    const planFiles = new Set(request.planFiles.map(path => resolve(path)));
    if (events.some(({ path, isComing }) => isComing || planFiles.has(path) || /\.ya?ml$/i.test(path))) {
      const wasPlanned = isPlanned;
      isPlanned = await replan();
      // While there was no plan, nothing was made of what changed.
      if (isPlanned && !wasPlanned) await makeWhatChanged(null);
    }
    if (isPlanned) await makeWhatChanged(new Set(events.map(({ path }) => path)));
    if (!stop.aborted) await followAll();
  }
  await follower.close();
}

interface Bell extends Listener {
  /** Waits until something has happened, and then for a moment in which nothing does; what happened meanwhile counts. Ends when it is stopped. */
  readonly heard: () => Promise<readonly DiskEvent[]>;
}

function createBell(stop: AbortSignal): Bell {
  let events: DiskEvent[] = [];
  let lastMs = 0;
  let wake: () => void = () => undefined;
  const sleep = (ms: number) => new Promise<void>(done => void setTimeout(done, ms));
  stop.addEventListener('abort', () => {
    wake();
  });
  return {
    ring: event => {
      events.push(event);
      lastMs = performance.now();
      wake();
    },
    stir: () => {
      lastMs = performance.now();
    },
    heard: async () => {
      if (events.length === 0 && !stop.aborted) await new Promise<void>(done => void (wake = done));
      for (let left = quietMs; left > 0 && !stop.aborted; left = lastMs + quietMs - performance.now())
        await sleep(left);
      const heard = events;
      events = [];
      return heard;
    },
  };
}

/** The diagnostics of planning are told apart. */
function keyOf({ options, outputFolder, failedStories }: BookJob): string {
  return JSON.stringify([options, outputFolder, failedStories]);
}

/** The paths that a book was made of and that are something else now, among those that were touched; `null` for all. */
async function changesIn({ reads }: WatchedBook, touched: ReadonlySet<string> | null): Promise<readonly string[]> {
  const suspected = touched === null ? reads : reads.filter(({ path }) => isTouched(resolve(path), touched));
  const now = await readAgain(suspected);
  return [...new Set(suspected.filter(({ digest }, index) => digest !== now[index]?.digest).map(({ path }) => path))];
}

/** Whether something happened to a file, to what is in it, or to a folder above it. */
function isTouched(path: string, touched: ReadonlySet<string>): boolean {
  for (const each of touched) {
    if (each === path || path.startsWith(each + sep) || each.startsWith(path + sep)) return true;
  }
  return false;
}

function notIn(reads: readonly Read[], others: readonly Read[]): readonly Read[] {
  const known = new Set(reads.map(({ path }) => resolve(path)));
  return others.filter(({ path }) => !known.has(resolve(path)));
}
