import { relative, resolve, sep } from 'node:path';
import type { FailedStory } from '../compile/compileEvent.ts';
import type { CompileOptions, StoryInput } from '../compile/compileOptions.ts';
import { defaultOutputPattern, distinctStems, type NameFields, stemOfFields } from '../compile/planOutputs.ts';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { guardSources, type SourceGuard } from '../output/sourceGuard.ts';
import type { BookJob } from './bookJob.ts';
import type { Namer } from './planShelf.ts';
import { type NamedJobs, outputsOf } from './refuseSameNames.ts';
import type { ShelfPlan, UnplannedBook } from './shelfPlan.ts';

/** Fewer stories of usual length are made before processes have started for them. */
const worthProcesses = 8;

/** Stories that are bound each alone, and what is known of their build. */
export interface StoriesApart {
  readonly options: CompileOptions;
  readonly failedStories: readonly FailedStory[];
  readonly diagnostics: readonly Diagnostic[];
  readonly outputFolder: string;
  /** The folder from which the books' ids count. */
  readonly root: string;
  readonly namer: Namer;
}

/**
 * Plans stories that are bound apart: a job each. They are read for their books' names, those of other shards, too: where two
 * are alike the second one gets a number, whoever builds it.
 */
export async function planApart(apart: StoriesApart): Promise<ShelfPlan> {
  const { options, failedStories, diagnostics, outputFolder, root } = apart;
  const each = options.stories.map(story => bookOf(story, options));
  const stems = stemsOf(await apart.namer(each), options.output ?? defaultOutputPattern);
  const jobs = each.map((book, index): BookJob => {
    const stem = stems[index] ?? null;
    return {
      id: idOf(book.stories[0]?.files[0]?.path ?? '', root),
      options: { ...book, stems: stem === null ? [] : [stem] },
      outputFolder,
      failedStories: [],
      diagnostics: [],
    };
  });
  const safe = await refuseOverwriting(jobs, options);
  const missing = failedStories.map(story => ({
    id: idOf(story.files[0] ?? '', root),
    diagnostics: story.diagnostics,
  }));
  return {
    jobs: safe.jobs,
    failed: [...missing, ...safe.failed],
    diagnostics,
    settings: {
      outputFolder,
      cache: undefined,
      cacheSize: undefined,
      jobs: jobs.length < worthProcesses ? 1 : undefined,
    },
    leftOut: 0,
  };
}

function bookOf(story: StoryInput, options: CompileOptions): CompileOptions {
  return {
    ...options,
    stories: [story],
    bind: undefined,
    output: undefined,
    // One that is the only one is what the book's settings are about.
    isOneOfMany: options.stories.length > 1 ? true : undefined,
  };
}

/** The names in the order of the stories; `null` for a story that cannot be read and takes no name from another. */
function stemsOf(named: readonly (readonly (NameFields | null)[])[], pattern: string): (string | null)[] {
  const fields = named.map(([own]) => own ?? null);
  const stems = distinctStems(fields.flatMap(own => (own === null ? [] : [stemOfFields(pattern, own)]))).values();
  return fields.map(own => (own === null ? null : (stems.next().value ?? null)));
}

/** Takes out the books that would be written over another's story; one over its own is refused when it is written. */
async function refuseOverwriting(jobs: readonly BookJob[], options: CompileOptions): Promise<NamedJobs> {
  const guard = await guardSources(options);
  const kept: BookJob[] = [];
  const failed: UnplannedBook[] = [];
  for (const job of jobs) {
    const refusal = await refusalOf(outputsOf(job), guard);
    const isOwn = refusal !== null && (await refusalOf(outputsOf(job), await guardSources(job.options))) !== null;
    if (refusal === null || isOwn) kept.push(job);
    else failed.push({ id: job.id, diagnostics: [diagnosticOf(refusal)] });
  }
  return { jobs: kept, failed };
}

async function refusalOf(paths: readonly string[], guard: SourceGuard): Promise<CompileError | null> {
  for (const path of paths) {
    try {
      await guard(path);
    } catch (error) {
      if (error instanceof CompileError) return error;
      throw error;
    }
  }
  return null;
}

function idOf(path: string, root: string): string {
  return relative(resolve(root), resolve(path)).split(sep).join('/') || '.';
}
