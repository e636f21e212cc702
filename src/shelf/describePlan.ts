import { join } from 'node:path';
import { noStore } from '../cache/byteStore.ts';
import type { DiskCache } from '../cache/diskCache.ts';
import type { CompileOptions } from '../compile/compileOptions.ts';
import { coverChoice } from '../compile/coverPlan.ts';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { resolveEditions } from '../compile/edition.ts';
import { defaultEditions, outputNames } from '../compile/planOutputs.ts';
import { resolveDesign } from '../compile/resolveDesign.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BookJob } from './bookJob.ts';
import { examineJob, type Standing } from './examineJob.ts';
import type { ShelfPlan } from './shelfPlan.ts';

/** What a build would do, schema `fascicle/plan@1`. */
export interface PlanReport {
  readonly schema: 'fascicle/plan@1';
  /** Whether every book can be built, as far as it is known before a story is read. */
  readonly ok: boolean;
  readonly outputFolder: string;
  readonly books: readonly PlannedReport[];
  readonly totals: Readonly<Record<Standing | 'failed' | 'leftOut', number>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a build would do with a book. */
export interface PlannedReport {
  readonly id: string;
  /** `failed` for a book that cannot be built; the others as {@link Standing} has them. */
  readonly standing: Standing | 'failed';
  readonly because: readonly string[];
  readonly editions: readonly string[];
  /** The files that are known before pages are set; a spine, a test sheet and the like lie beside them. */
  readonly files: readonly string[];
  readonly dependsOn: Dependencies;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a book is made of; paths count from the folder of the process. */
export interface Dependencies {
  readonly stories: readonly string[];
  /** Its own pages: a dedication, an introduction. */
  readonly pages: readonly string[];
  readonly theme: string | null;
  readonly fonts: readonly string[];
  /** A picture of the user's own. */
  readonly cover: string | null;
  /** All that it read when it was last built; empty where nobody knows. */
  readonly lastRead: readonly string[];
}

/** Looks at what a build of a plan would do, and writes nothing. */
export async function describePlan(plan: ShelfPlan, cache: DiskCache | null): Promise<PlanReport> {
  const check = designCheck();
  const books: PlannedReport[] = plan.failed.map(({ id, diagnostics }) => failedBook(id, diagnostics));
  for (const job of plan.jobs) books.push(await describeJob(job, cache, check));
  const counted = (standing: PlannedReport['standing']) => books.filter(book => book.standing === standing).length;
  return {
    schema: 'fascicle/plan@1',
    ok: counted('failed') === 0,
    outputFolder: plan.settings.outputFolder,
    books,
    totals: {
      new: counted('new'),
      changed: counted('changed'),
      missing: counted('missing'),
      unchanged: counted('unchanged'),
      failed: counted('failed'),
      leftOut: plan.leftOut,
    },
    diagnostics: plan.diagnostics,
  };
}

async function describeJob(job: BookJob, cache: DiskCache | null, check: DesignCheck): Promise<PlannedReport> {
  const { options } = job;
  const editions = options.editions ?? defaultEditions;
  const problem = await check(options);
  const { standing, because, dependsOn } = await examineJob(job, cache);
  const missing = job.failedStories.flatMap(({ diagnostics }) => diagnostics);
  const described = {
    id: job.id,
    editions: editions.map(edition => (typeof edition === 'string' ? edition : edition.name)),
    files: (options.stems ?? []).flatMap(stem => outputNames(stem, options)).map(name => join(job.outputFolder, name)),
    dependsOn: { ...dependenciesOf(options), lastRead: dependsOn },
  };
  const diagnostics = [...job.diagnostics, ...missing, ...(problem === null ? [] : [problem])];
  if (problem !== null || missing.length > 0) return { ...described, standing: 'failed', because: [], diagnostics };
  return { ...described, standing, because, diagnostics };
}

/** A theme, a font or a cover that cannot be used; `null` for a design that can. */
type DesignCheck = (options: CompileOptions) => Promise<Diagnostic | null>;

/** Many books look alike: each look is checked once. */
function designCheck(): DesignCheck {
  const known = new Map<string, Promise<Diagnostic | null>>();
  return options => {
    const { theme, print, fonts, cover } = options;
    const editions = (options.editions ?? defaultEditions).flatMap(edition =>
      typeof edition === 'string' ? resolveEditions([edition], []) : [edition],
    );
    const key = JSON.stringify([editions, theme, print, fonts, cover]);
    const found =
      known.get(key) ??
      resolveDesign(options, editions, noStore).then(
        () => null,
        (error: unknown) => {
          if (error instanceof CompileError) return diagnosticOf(error);
          throw error;
        },
      );
    known.set(key, found);
    return found;
  };
}

function dependenciesOf({ stories, book, theme, fonts, cover }: CompileOptions): Omit<Dependencies, 'lastRead'> {
  const pages = [...(book?.frontMatter ?? []), ...(book?.backMatter ?? [])];
  const named = [fonts?.body, fonts?.headings, ...(fonts?.fallbacks ?? [])];
  return {
    stories: stories.flatMap(({ files }) => files.map(({ path }) => path)),
    pages: pages.map(({ file }) => file.path),
    theme: theme ?? null,
    fonts: named.filter(font => font !== undefined),
    cover: cover === undefined ? null : (coverChoice(cover).image ?? null),
  };
}

function failedBook(id: string, diagnostics: readonly Diagnostic[]): PlannedReport {
  const dependsOn = { stories: [], pages: [], theme: null, fonts: [], cover: null, lastRead: [] };
  return { id, standing: 'failed', because: [], editions: [], files: [], dependsOn, diagnostics };
}
