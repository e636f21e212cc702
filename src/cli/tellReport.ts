import { CompileError } from '../diagnostics/compileError.ts';
import type { ShelfReport } from '../shelf/shelfReport.ts';
import type { BuildReport } from './buildReport.ts';
import { exitCodeOf } from './exitCodes.ts';
import { publish } from './publishedEvent.ts';
import { checkReportPlace, writeReport } from './reportFile.ts';

/** How scripts are told of a build. */
export interface ReportRequest {
  readonly json: boolean;
  /** The file for the report. */
  readonly report?: string | undefined;
}

/**
 * Does some work, and tells scripts of a failure before it, too: as a report.
 * @param refused the report of work that was not begun
 * @returns the exit code
 * @throws CompileError for a failure that no report tells of on stdout
 */
export async function reportingRefusals(
  request: ReportRequest,
  refused: (error: CompileError) => BuildReport | ShelfReport | Promise<BuildReport | ShelfReport>,
  work: () => Promise<number>,
): Promise<number> {
  let place: string | undefined;
  try {
    await checkReportPlace(request.report);
    place = request.report;
    return await work();
  } catch (error) {
    if (!(error instanceof CompileError) || error instanceof ReportNotWritten) throw error;
    const report = await refused(error);
    if (request.json) publish({ type: 'report', report });
    await writeReport(place, report);
    if (!request.json) throw error;
    return exitCodeOf(error);
  }
}

/** A report that cannot be written is told of on stderr: the last line of stdout is printed by then. */
class ReportNotWritten extends CompileError {}

/** Prints the report as the last line, where lines of JSON are asked for, and writes its file. */
export async function tellReport(report: BuildReport | ShelfReport, request: ReportRequest): Promise<void> {
  if (request.json) publish({ type: 'report', report });
  try {
    await writeReport(request.report, report);
  } catch (cause) {
    if (!(cause instanceof CompileError)) throw cause;
    const { code, message, path } = cause;
    const hint = 'Name another file with --report; the books are where they belong.';
    throw new ReportNotWritten(code, message, { hint, cause, ...(path === undefined ? {} : { path }) });
  }
}
