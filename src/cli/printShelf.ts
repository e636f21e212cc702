import type { JudgedBook, ShelfReport, ShelfTotals } from '../shelf/shelfReport.ts';
import { counted, describeSize, describeTime } from './describeNumbers.ts';
import { bookFindings } from '../shelf/bookFindings.ts';
import { printDiagnostics, printSummedUp } from './printDiagnostics.ts';
import { type FindingsWanted, groupFindings } from './shelfFindings.ts';
import { lineOf, setTable, type TableRow } from './shelfTable.ts';
import { columnsOf, type Palette, paletteFor, printable } from './terminal.ts';
import { wrapLines } from './wrapLines.ts';

/** How the build of a shelf is told. */
export interface ShelfPrint extends FindingsWanted {
  /** `null` where it is not known, as of a report that was kept. */
  readonly elapsedMs: number | null;
}

/**
 * Tells people what became of a shelf, on stderr: what was found, a table of books and a line of totals. A quiet build tells
 * no more than what fails it.
 */
export function printShelf(report: ShelfReport, wanted: ShelfPrint): void {
  for (const group of groupFindings(report.books, wanted)) {
    if (group.books === null) printDiagnostics(group.findings);
    else for (const finding of group.findings) printSummedUp(finding, group.books);
  }
  printDiagnostics(report.diagnostics.filter(({ severity }) => !wanted.quiet || severity === 'error'));
  if (wanted.quiet) return;
  const palette = paletteFor(process.stderr);
  const columns = columnsOf(process.stderr);
  const { books, left } = chooseBooks(report.books, wanted.verbose);
  if (books.length > 0) {
    for (const row of setTable(books, columns - 1)) process.stderr.write(`${colored(row, palette)}\n`);
    if (left > 0)
      process.stderr.write(
        `${palette.dim(`… and ${counted(left, 'book', 'books')} with warnings; --verbose shows all.`)}\n`,
      );
    process.stderr.write('\n');
  }
  const color = report.ok ? palette.green : palette.red;
  const text = totalsLine(report.totals, wanted.elapsedMs);
  for (const line of wrapLines(text, { columns: columns - 1, indent: 0 })) process.stderr.write(`${color(line)}\n`);
}

/**
 * The paths of all files of a shelf, one a line, to stdout: those that were there already are files of it, too, so that what
 * reads them gets the whole shelf each time. Somebody at a terminal has the table.
 */
export function printShelfPaths({ books }: ShelfReport): void {
  if (process.stdout.isTTY && process.stderr.isTTY) return;
  const lines = books.flatMap(({ files }) => files).map(({ path }) => `${printable(path)}\n`);
  process.stdout.write(lines.join(''));
}

/** A shelf of so many books is shown whole: a screenful. Of a larger one what is wrong. */
const maxShownWhole = 30;

interface ChosenBooks {
  readonly books: readonly JudgedBook[];
  /** How many with warnings were left out. */
  readonly left: number;
}

function chooseBooks(books: readonly JudgedBook[], isVerbose: boolean): ChosenBooks {
  const isIdle = books.every(({ ok, status }) => ok && status === 'unchanged');
  if (isVerbose) return { books, left: 0 };
  if (isIdle) return { books: [], left: 0 };
  if (books.length <= maxShownWhole) return { books, left: 0 };
  const failed = books.filter(({ ok }) => !ok);
  const warned = books.filter(
    book => book.ok && book.status !== 'unchanged' && bookFindings(book).some(({ severity }) => severity === 'warning'),
  );
  const shown = new Set([...failed, ...warned.slice(0, Math.max(0, maxShownWhole - failed.length))]);
  return { books: books.filter(book => shown.has(book)), left: failed.length + warned.length - shown.size };
}

function colored({ book, cells }: TableRow, palette: Palette): string {
  if (book === null) return palette.bold(lineOf(cells));
  if (!book.ok) return palette.red(lineOf(cells));
  return book.status === 'unchanged' ? palette.dim(lineOf(cells)) : lineOf(cells);
}

/** `12 books: 3 built, 8 unchanged, 1 failed; 24 files, 14.2 MB, 412,003 words; 5 warnings; 41 s.` */
export function totalsLine(totals: ShelfTotals, elapsedMs: number | null): string {
  const { books, built, restored, unchanged, failed, files, bytes, words, warnings, leftOut } = totals;
  const statuses = Object.entries({ built, restored, unchanged, failed }).filter(([, number]) => number > 0);
  const told = statuses.map(([status, number]) => `${number.toLocaleString('en')} ${status}`).join(', ');
  const parts = [
    `${counted(books, 'book', 'books')}${told === '' ? '' : `: ${told}`}`,
    files === 0
      ? 'no file'
      : `${counted(files, 'file', 'files')}, ${describeSize(bytes)}, ${counted(words, 'word', 'words')}`,
    ...(warnings === 0 ? [] : [counted(warnings, 'warning', 'warnings')]),
    ...(leftOut === 0 ? [] : [`${leftOut.toLocaleString('en')} not asked for`]),
    ...(elapsedMs === null ? [] : [describeTime(elapsedMs)]),
  ];
  return `${parts.join('; ')}.`;
}
