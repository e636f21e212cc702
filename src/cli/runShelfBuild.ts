import { readCacheSettings } from '../cache/readCacheSettings.ts';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { prepareOutputFolder } from '../output/outputFolder.ts';
import type { BookReport } from '../shelf/bookReport.ts';
import { planShelf } from '../shelf/planShelf.ts';
import { runShelf } from '../shelf/runShelf.ts';
import type { ShelfEvent } from '../shelf/shelfEvent.ts';
import type { ShelfPlan } from '../shelf/shelfPlan.ts';
import { type JudgedBook, reportShelf } from '../shelf/shelfReport.ts';
import { readJobs } from '../shelf/workerShare.ts';
import type { BuildRequest } from './buildCommand.ts';
import { exitCodes } from './exitCodes.ts';
import { finishingFiles } from './interruption.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { printShelf, printShelfPaths } from './printShelf.ts';
import { programVersion } from './programVersion.ts';
import { createShelfProgress, type Progress } from './progress.ts';
import { publish, publishShelfEvent } from './publishedEvent.ts';
import { readTyped } from './runBuild.ts';
import { judgeBook } from './strictness.ts';
import { reportingRefusals, tellReport } from './tellReport.ts';

/** Runs `fascicle build` on a shelf and returns the exit code; with `--json`, a failure is told as a report too. */
export async function runShelfBuild(request: BuildRequest, shelfFile: string): Promise<number> {
  const facts = { version: programVersion(), isStrict: request.strict };
  const refused = (error: CompileError) => reportShelf([], { ...facts, diagnostics: [diagnosticOf(error)] });
  return reportingRefusals(request, refused, async () => {
    const startMs = performance.now();
    const plan = await planBooks(request, shelfFile);
    const progress = createShelfProgress({ isQuiet: request.quiet || request.json });
    return finishingFiles({ isQuiet: request.quiet, beforeSaying: progress.finish }, async stop => {
      const { books, asides } = await buildBooks(plan, request, { progress, stop });
      const made = reportShelf(books, { ...facts, diagnostics: plan.diagnostics });
      // Books that were not begun are missing in it.
      const report = { ...made, ok: made.ok && !stop.aborted };
      if (!request.json) {
        printShelf(report, { ...request, verbose: request.verbose ?? false, elapsedMs: performance.now() - startMs });
        if (!request.quiet) printDiagnostics(asides);
        if (!request.quiet) printShelfPaths(report);
      }
      await tellReport(report, request);
      return report.ok ? exitCodes.done : exitCodes.failed;
    });
  });
}

async function planBooks(request: BuildRequest, shelfFile: string): Promise<ShelfPlan> {
  if (request.author !== undefined) {
    throw new CompileError('config/usage', '--author is for a single story, and this is a shelf.', {
      hint: 'Give each story its author in a book.yaml.',
    });
  }
  return planShelf(shelfFile, { outputFolder: request.out, settle: await readTyped(request) });
}

interface BuiltBooks {
  /** In the order of the plan. */
  readonly books: readonly JudgedBook[];
  /** What is worth saying of this run and no part of a report. */
  readonly asides: readonly Diagnostic[];
}

/** Builds the books while telling of it. */
async function buildBooks(
  plan: ShelfPlan,
  request: BuildRequest,
  { progress, stop }: { readonly progress: Progress<ShelfEvent>; readonly stop: AbortSignal },
): Promise<BuiltBooks> {
  const keeping = readCacheSettings({ cache: request.cache, size: request['cache-size'] });
  const run = { jobs: readJobs(request.jobs), keeping, stop };
  const removeUnused = await prepareOutputFolder(request.out);
  const judge = (book: BookReport) => judgeBook(book, request.strict);
  const books = new Map<string, JudgedBook>();
  const asides: Diagnostic[] = [];
  if (request.json) for (const diagnostic of plan.diagnostics) publish({ type: 'diagnostic', diagnostic });
  try {
    for await (const event of runShelf(plan, run)) {
      progress.show(event);
      if (request.json) for (const published of publishShelfEvent(event, judge)) publish(published);
      if (event.type === 'bookFinished') books.set(event.book.id, judge(event.book));
      if (event.type === 'cacheFinished') asides.push(...event.diagnostics);
    }
  } finally {
    progress.finish();
    await removeUnused();
  }
  return { books: [...plan.failed, ...plan.jobs].flatMap(({ id }) => books.get(id) ?? []), asides };
}
