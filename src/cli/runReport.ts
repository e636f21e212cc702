import { readFile } from 'node:fs/promises';
import { CompileError } from '../diagnostics/compileError.ts';
import { mergeReports, type NamedReport } from '../shelf/mergeReports.ts';
import { parseReport } from '../shelf/parseReport.ts';
import type { ShelfReport } from '../shelf/shelfReport.ts';
import { exitCodes } from './exitCodes.ts';
import { printShelf } from './printShelf.ts';
import type { ReportArguments } from './reportCommand.ts';
import { checkReportPlace, writeReport } from './reportFile.ts';

/**
 * Runs `fascicle report` and returns the exit code.
 * @throws CompileError for files that are no reports, or not of one shelf
 */
export async function runReport(args: ReportArguments): Promise<number> {
  const isMerge = args.action === 'merge';
  if (!isMerge && args.out !== undefined) {
    throw new CompileError('config/usage', '--out is for "fascicle report merge"; nothing is written here.', {
      hint: 'Leave it out.',
    });
  }
  await checkReportPlace(args.out);
  const named = await Promise.all((args.files ?? []).map(path => readReport(path)));
  const reports = isMerge ? [mergeReports(named)] : named.map(({ report }) => report);
  for (const report of reports) tell(report, args);
  if (isMerge) for (const report of reports) await putOut(report, args.out);
  return reports.every(({ ok }) => ok) ? exitCodes.done : exitCodes.failed;
}

async function readReport(path: string): Promise<NamedReport> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const why = isMissing ? 'there is no such file' : 'it cannot be read';
    throw new CompileError('report/unreadable', `${path} cannot be used: ${why}.`, {
      hint: 'Name files that "fascicle build" wrote for a shelf, with --report or --json.',
      path,
      cause,
    });
  }
  return { path, report: parseReport(text, path) };
}

/** What a build told, but for the time that it took; a book that was unchanged then is no less of interest now. */
function tell(report: ShelfReport, { quiet, verbose }: ReportArguments): void {
  printShelf(report, { quiet, verbose, strict: false, elapsedMs: null });
}

async function putOut(report: ShelfReport, path: string | undefined): Promise<void> {
  if (path === undefined) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else await writeReport(path, report);
}
