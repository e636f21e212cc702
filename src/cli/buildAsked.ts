import { diagnosticOf } from '../compile/diagnosticOf.ts';
import type { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { prepareOutputFolder } from '../output/outputFolder.ts';
import type { BookReport } from '../shelf/bookReport.ts';
import { runShelf } from '../shelf/runShelf.ts';
import type { ShelfEvent } from '../shelf/shelfEvent.ts';
import { type JudgedBook, reportShelf, type ShelfReport } from '../shelf/shelfReport.ts';
import { readJobs } from '../shelf/workerShare.ts';
import { type AskedBooks, nothingToBuild } from './takeAsked.ts';
import type { BuildRequest } from './buildCommand.ts';
import { exitCodes } from './exitCodes.ts';
import { finishingFiles } from './interruption.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { printShelf, printShelfPaths } from './printShelf.ts';
import { programVersion } from './programVersion.ts';
import { createShelfProgress, type Progress } from './progress.ts';
import { publish, publishShelfEvent } from './publishedEvent.ts';
import { judgeBook } from './strictness.ts';
import { tellReport } from './tellReport.ts';

/** The report of a shelf that was not begun. */
export function reportShelfRefusal(error: CompileError, { strict: isStrict }: BuildRequest): ShelfReport {
  return reportShelf([], { version: programVersion(), isStrict, diagnostics: [diagnosticOf(error)] });
}

/**
 * Builds what is asked of a plan, or tells what would be built, and returns the exit code.
 * @param startMs when the run began, by `performance.now()`
 */
export async function buildAsked(asked: AskedBooks, request: BuildRequest, startMs: number): Promise<number> {
  const { plan, keeping, shard } = asked;
  const facts = { version: programVersion(), isStrict: request.strict, shard, leftOut: plan.leftOut };
  if (request['dry-run'] === true) return (await import('./runDryRun.ts')).runDryRun(plan, request, keeping);
  const progress = createShelfProgress({ isQuiet: request.quiet || request.json });
  return finishingFiles({ isQuiet: request.quiet, beforeSaying: progress.finish }, async stop => {
    const { books, asides } = await buildBooks(asked, request, { progress, stop });
    const made = reportShelf(books, { ...facts, diagnostics: plan.diagnostics });
    // Books that were not begun are missing in it.
    const report = { ...made, ok: made.ok && !stop.aborted };
    const nothing = nothingToBuild(request, asked);
    if (!request.json && nothing !== null) {
      if (!request.quiet) process.stderr.write(`${nothing}\n`);
    } else if (!request.json) {
      printShelf(report, { ...request, verbose: request.verbose ?? false, elapsedMs: performance.now() - startMs });
      if (!request.quiet) printDiagnostics(asides);
      if (!request.quiet) printShelfPaths(report);
    }
    await tellReport(report, request);
    return report.ok ? exitCodes.done : exitCodes.failed;
  });
}

interface BuiltBooks {
  /** In the order of the plan. */
  readonly books: readonly JudgedBook[];
  /** What is worth saying of this run and no part of a report. */
  readonly asides: readonly Diagnostic[];
}

/** Builds the books while telling of it. */
async function buildBooks(
  { plan, keeping }: AskedBooks,
  request: BuildRequest,
  { progress, stop }: { readonly progress: Progress<ShelfEvent>; readonly stop: AbortSignal },
): Promise<BuiltBooks> {
  const run = {
    jobs: plan.settings.jobs !== undefined && request.jobs === undefined ? plan.settings.jobs : readJobs(request.jobs),
    keeping,
    stop,
  };
  const removeUnused = await prepareOutputFolder(plan.settings.outputFolder);
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
