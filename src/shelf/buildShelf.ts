import { resolve } from 'node:path';
import { usualLimitBytes } from '../cache/cacheSettings.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { prepareOutputFolder } from '../output/outputFolder.ts';
import { runShelf } from './runShelf.ts';
import type { ShelfEvent } from './shelfEvent.ts';
import type { ShelfPlan } from './shelfPlan.ts';

/** How a shelf is built from a program. */
export interface ShelfBuild {
  /**
   * How many books are built side by side, each in a process of its own; 1 builds in this one. Unless said otherwise, as the
   * shelf says, else by the cores and the memory.
   */
  readonly jobs?: number | undefined;
  /** The folder where books are kept for later builds; nothing is kept unless it is said, whatever the shelf says. */
  readonly cache?: string | undefined;
  /** What that folder may weigh, 2 GB unless said otherwise. */
  readonly cacheBytes?: number | undefined;
  /** When it is aborted, the files that are being made are the last; then its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Builds the books of a plan and writes their files, telling of each step. What fails costs its own book only, and is told
 * in its report.
 * @throws CompileError for a number of jobs that is none, and for an output folder that cannot be written to
 */
export async function* buildShelf(
  plan: ShelfPlan,
  { jobs = plan.settings.jobs, cache, cacheBytes = usualLimitBytes, signal }: ShelfBuild = {},
): AsyncGenerator<ShelfEvent, void, undefined> {
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs > 0)) {
    throw new CompileError('config/usage', `"jobs" is ${jobs}; a whole number from 1 was expected.`, {
      hint: 'Leave it out: it goes by the cores and the memory.',
    });
  }
  signal?.throwIfAborted();
  const keeping = cache === undefined ? null : { folder: resolve(cache), limitBytes: cacheBytes, isUsual: false };
  const removeUnused = await prepareOutputFolder(plan.settings.outputFolder);
  try {
    yield* runShelf(plan, { jobs, keeping, stop: signal });
  } finally {
    await removeUnused();
  }
  signal?.throwIfAborted();
}
