import { availableParallelism } from 'node:os';
import { CompileError } from '../diagnostics/compileError.ts';

/** How many books are built side by side: `auto` goes by the machine. */
export type JobsSetting = number | 'auto';

/** What workers there are, and what each may take. */
export interface WorkerShare {
  /** 1: no process beside this one. */
  readonly workers: number;
  /** The most that the JavaScript of one may take. */
  readonly heapMb: number;
}

/** More processes than a machine has cores wait for each other; this many are no use anywhere. */
const mostJobs = 256;

/**
 * Reads what was typed after `--jobs`.
 * @throws CompileError `config/usage`
 */
export function readJobs(typed: string | undefined): JobsSetting | undefined {
  if (typed === undefined || typed === 'auto') return typed;
  // "4", "16"; not "0", "-1", "2.5"
  const count = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (count >= 1 && count <= mostJobs) return count;
  throw new CompileError('config/usage', `--jobs is "${typed}"; auto or a number from 1 to ${mostJobs} was expected.`, {
    hint: 'Leave it out: the program goes by the cores and the memory.',
  });
}

/** What a worker takes that makes EPUBs with covers, or PDFs of a novel's length, and some more. */
const needMb = 400;
/** V8's own limit on most machines, which no book has needed. */
const mostHeapMb = 4096;
/** A heap below this cannot set a novel. */
const leastHeapMb = 256;
/** Of a worker's memory, what is not JavaScript: the program's code, HarfBuzz, pictures. */
const besidesHeap = 0.75;

/** Shares the cores and the memory out, to no more workers than there are books. */
export function shareOut(setting: JobsSetting, books: number): WorkerShare {
  const freeMb = process.availableMemory() / 2 ** 20;
  const wanted = setting === 'auto' ? Math.min(availableParallelism(), Math.floor(freeMb / needMb)) : setting;
  const workers = Math.max(1, Math.min(wanted, books));
  const heapMb = Math.floor(Math.min(mostHeapMb, Math.max(leastHeapMb, (freeMb / workers) * besidesHeap)));
  return { workers, heapMb };
}
