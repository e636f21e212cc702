import type { CompileOptions } from '../compile/compileOptions.ts';
import { nameBooks } from '../compile/nameBooks.ts';
import { defaultOutputPattern, distinctStems, stemOfFields } from '../compile/planOutputs.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FailedStory } from '../compile/compileEvent.ts';
import type { ShelfPlan } from './shelfPlan.ts';

/** What is known of a build that is no shelf. */
export interface OneBook {
  /** A `book.yaml`, or what was named. */
  readonly id: string;
  readonly options: CompileOptions;
  readonly outputFolder: string;
  readonly failedStories: readonly FailedStory[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A build of one list of stories as a plan of one job, its names settled: the stories are read for them. */
export async function planOfOneBook({ id, options, outputFolder, failedStories, diagnostics }: OneBook): Promise<ShelfPlan> {
  const pattern = options.output ?? defaultOutputPattern;
  const fields = await nameBooks(options);
  const stems = distinctStems(fields.flatMap(each => (each === null ? [] : [stemOfFields(pattern, each)])));
  const job = { id, options: { ...options, stems }, outputFolder, failedStories, diagnostics: [] };
  return { jobs: [job], failed: [], diagnostics, settings: { outputFolder, cache: undefined, cacheSize: undefined, jobs: undefined }, leftOut: 0 };
} // prettier-ignore
