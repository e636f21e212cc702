import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import workerpool from 'workerpool';
import type { CacheSettings } from '../cache/cacheSettings.ts';
import { removeTemporariesOf } from '../output/temporaryFile.ts';
import type { BookJob } from './bookJob.ts';
import type { BookReport } from './bookReport.ts';
import type { BookStep } from './shelfEvent.ts';

/** What a worker tells while it builds. */
export type WorkerNews =
  { readonly type: 'begun'; readonly pid: number } | { readonly type: 'step'; readonly step: BookStep };

/** That the process of a worker ended before its book was finished. */
export class WorkerDied extends Error {
  /** `signal SIGKILL` or `exit code 3`. */
  readonly how: string;

  constructor(how: string) {
    super(`the process ended with ${how}`);
    this.how = how;
  }
}

/**
 * A process that builds one book at a time; it starts with the first. Once it has died it is of no more use.
 *
 * Each is a pool of one: workerpool never runs on what waits in a pool behind a worker that died, and keeps one that died
 * idle (10.0.3, `Pool._removeWorker` awaits an exit that has been).
 */
export class BookWorker {
  readonly #pool: workerpool.Pool;
  readonly #keeping: CacheSettings | null;
  #pid: number | null = null;
  /** Where it is writing. */
  #folder: string | null = null;
  #isStopping = false;

  /** @param heapMb the memory that its JavaScript may take, so that a book beyond measure dies alone */
  constructor(heapMb: number, keeping: CacheSettings | null) {
    this.#keeping = keeping;
    this.#pool = workerpool.pool(workerScript(), {
      workerType: 'process',
      maxWorkers: 1,
      // Its output, such as what V8 says of a full heap, is not for the user.
      emitStdStreams: true,
      forkOpts: {
        detached: true,
        serialization: 'advanced',
        execArgv: [`--max-old-space-size=${heapMb}`],
        env: { ...process.env, ...leanLibraries },
      },
    });
  }

  /**
   * Builds a book in the process.
   * @throws WorkerDied, or what a bug in the building threw
   */
  async build(job: BookJob, onStep: (step: BookStep) => void): Promise<BookReport> {
    const on = (news: unknown) => {
      if (!isNews(news)) return;
      if (news.type === 'begun') {
        this.#pid = news.pid;
        if (this.#isStopping) this.stop();
        return;
      }
      const { step } = news;
      if (step.type === 'artifactStarted') this.#folder = dirname(join(job.outputFolder, step.fileName));
      onStep(step);
    };
    try {
      const report: unknown = await this.#pool.exec('build', [job, this.#keeping], { on });
      if (!isReportOf(job, report)) throw new WorkerDied('an answer that is none');
      return report;
    } catch (error) {
      if (!(error instanceof workerpool.TerminateError)) throw error;
      this.#sweep();
      throw new WorkerDied(readEnd(error.message));
    }
  }

  /** Asks it to make the current file its last. */
  stop(): void {
    this.#isStopping = true;
    // Windows has no signals: there, the book is finished.
    if (process.platform !== 'win32') this.#signal('SIGINT');
  }

  /** Ends the process, which is idle. */
  async end(): Promise<void> {
    // An idle worker that has died meanwhile would be waited for without end.
    try {
      await this.#pool.terminate(false, endWithinMs);
      this.#pid = null;
    } catch {
      this.kill();
    }
  }

  /** Ends the process at once, and removes what it was writing. */
  kill(): void {
    this.#signal('SIGKILL');
    // It is gone within a millisecond; nothing tells when to a process that is about to end.
    if (this.#pid !== null) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, killedWithinMs);
    this.#sweep();
  }

  #signal(signal: 'SIGINT' | 'SIGKILL'): void {
    if (this.#pid === null) return;
    try {
      process.kill(this.#pid, signal);
    } catch {
      // It has gone.
    }
  }

  #sweep(): void {
    if (this.#pid !== null && this.#folder !== null) removeTemporariesOf(this.#pid, this.#folder);
    this.#pid = null;
  }
}

const endWithinMs = 2000;
const killedWithinMs = 20;

/**
 * Where many processes share the cores, the threads of libvips would only fight for them; and glibc would keep eight heaps
 * for each core.
 */
const leanLibraries = { VIPS_CONCURRENCY: '1', MALLOC_ARENA_MAX: '2' };

/** Beside this module, and two folders below the package in the bundle, as in `src`. */
function workerScript(): string {
  return fileURLToPath(new URL('../../dist/shelf/worker.js', import.meta.url));
}

/** "… exitCode: `null`\n    signalCode: `SIGKILL`…" → "signal SIGKILL" */
function readEnd(message: string): string {
  const [, code, signal] = /exitCode: `(\w+)`\s+signalCode: `(\w+)`/.exec(message) ?? [];
  if (signal !== undefined && signal !== 'null') return `signal ${signal}`;
  return code === undefined || code === 'null' ? 'no word of why' : `exit code ${code}`;
}

function isNews(value: unknown): value is WorkerNews {
  return typeof value === 'object' && value !== null && 'type' in value && (value.type === 'begun' || value.type === 'step'); // prettier-ignore
}

function isReportOf({ id }: BookJob, value: unknown): value is BookReport {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id && 'status' in value;
}
