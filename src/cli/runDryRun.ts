import type { CacheSettings } from '../cache/cacheSettings.ts';
import { openDiskCache } from '../cache/diskCache.ts';
import { describePlan, type PlannedReport, type PlanReport } from '../shelf/describePlan.ts';
import type { ShelfPlan } from '../shelf/shelfPlan.ts';
import type { BuildRequest } from './buildCommand.ts';
import { exitCodes } from './exitCodes.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { printable } from './terminal.ts';

/** Tells what a build of a plan would write and why, writes nothing, and returns the exit code. */
export async function runDryRun(
  plan: ShelfPlan,
  request: Pick<BuildRequest, 'json' | 'quiet'>,
  keeping: CacheSettings | null,
): Promise<number> {
  const report = await describePlan(plan, keeping === null ? null : await openDiskCache(keeping));
  if (request.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else printPlan(report, request.quiet);
  return report.ok ? exitCodes.done : exitCodes.failed;
}

/** Findings and the sum to stderr; each file that would be written on a line of stdout, by tabs from why and of what. */
function printPlan(report: PlanReport, isQuiet: boolean): void {
  printDiagnostics([...(isQuiet ? [] : report.diagnostics), ...report.books.flatMap(book => book.diagnostics)]);
  if (isQuiet) return;
  for (const book of report.books) process.stdout.write(`${describeBook(book).join('\n')}\n`);
  process.stderr.write(`${summaryOf(report)}\n`);
}

const standingWords: Readonly<Record<PlannedReport['standing'], string>> = {
  new: 'new',
  changed: 'changed',
  missing: 'missing',
  unchanged: 'unchanged',
  failed: 'cannot be built',
};

/** Reasons and files shown of a book; all of them are in the JSON. */
const mostShown = 6;

function describeBook({ id, standing, because, files, editions, dependsOn }: PlannedReport): string[] {
  const heading = `${standingWords[standing]}: ${printable(id)}`;
  if (standing === 'failed') return [heading];
  if (standing === 'unchanged') return [`${heading} (${files.length === 1 ? 'one file' : `${files.length} files`})`];
  const { stories, pages, theme, fonts, cover } = dependsOn;
  const parts = [...stories, ...pages, ...(theme === null ? [] : [`theme ${theme}`]), ...fonts, ...(cover === null ? [] : [cover])];
  return [
    heading,
    ...shown(because).map(reason => `  because ${printable(reason)}`),
    ...shown(files).map(path => `  writes ${printable(path)}`),
    `  as ${editions.join(', ')}, of ${shown(parts).map(part => printable(part)).join(', ')}`,
  ]; 
} // prettier-ignore

function shown(lines: readonly string[]): string[] {
  return lines.length <= mostShown ? [...lines] : [...lines.slice(0, mostShown - 1), `… and ${lines.length - mostShown + 1} more`];
} // prettier-ignore

function summaryOf({ books, totals }: PlanReport): string {
  const parts = [
    [totals.new, 'new'],
    [totals.changed, 'changed'],
    [totals.missing, 'missing'],
    [totals.unchanged, 'unchanged'],
    [totals.failed, 'that cannot be built'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  const leftOut = totals.leftOut === 0 ? '' : `; ${totals.leftOut} not asked for`;
  return `${books.length === 1 ? '1 book' : `${books.length} books`}${told.length === 0 ? '' : `: ${told.join(', ')}`}${leftOut}. Nothing was written.`;
}
