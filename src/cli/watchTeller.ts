import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BookReport } from '../shelf/bookReport.ts';
import type { UnplannedBook } from '../shelf/shelfPlan.ts';
import type { WatchEvent } from '../watch/watchBooks.ts';
import type { BuildRequest } from './buildCommand.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { publish, type PublishedEvent, publishShelfEvent } from './publishedEvent.ts';
import { judgeBook } from './strictness.ts';
import { paletteFor, printable } from './terminal.ts';

/** Tells people or scripts what comes of watching: files on stdout, all else on stderr, or each event as a line of JSON. */
export function createWatchTeller(
  request: Pick<BuildRequest, 'json' | 'quiet' | 'strict'>,
): (event: WatchEvent) => void {
  if (request.json) {
    return event => {
      for (const published of publishedOf(event, request.strict)) publish(published);
    };
  }
  const isQuiet = request.quiet;
  let isFirst = true;
  return event => {
    switch (event.type) {
      case 'bookStarted':
      case 'bookStep':
        return;
      case 'planFailed':
        printDiagnostics(event.diagnostics);
        return;
      case 'planned':
        printDiagnostics(worthSaying([...event.diagnostics, ...event.failed.flatMap(book => book.diagnostics)], isQuiet)); // prettier-ignore
        return;
      case 'bookFinished':
        printDiagnostics(worthSaying(findingsOf(event.book), isQuiet));
        if (isQuiet) return;
        for (const { path } of event.book.files) process.stdout.write(`${printable(path)}\n`);
        process.stderr.write(`${lineFor(event)}\n`);
        return;
      case 'waiting':
        if (isFirst && !isQuiet) process.stderr.write(`Watching ${count(event.files, 'file', 'files')} of ${count(event.books, 'book', 'books')}; Ctrl-C ends.\n`); // prettier-ignore
        isFirst = false;
    }
  };
}

/** The events go by the names that they have in a build; how it came to them is added. */
function publishedOf(event: WatchEvent, isStrict: boolean): PublishedEvent[] {
  const judge = (book: BookReport) => judgeBook(book, isStrict);
  switch (event.type) {
    case 'bookStarted':
    case 'bookStep':
      return publishShelfEvent(event, judge);
    case 'bookFinished': {
      const { changed, elapsedMs } = event;
      return publishShelfEvent(event, judge).map(each => (each.type === 'bookFinished' ? { ...each, changed, elapsedMs } : each)); // prettier-ignore
    }
    case 'planFailed':
      return event.diagnostics.map(diagnostic => ({ type: 'diagnostic', diagnostic }));
    case 'planned':
      return [
        ...event.diagnostics.map(diagnostic => ({ type: 'diagnostic', diagnostic }) as const),
        ...event.failed.map(book => ({ type: 'bookFinished', book: judge(unplannedReport(book)) }) as const),
      ];
    case 'waiting':
      return [event];
  }
}

function unplannedReport({ id, diagnostics }: UnplannedBook): BookReport {
  return { id, status: 'failed', stories: [], failedStories: [], files: [], failedFiles: [], diagnostics };
}

/** `Made smoke.txt anew in 84 ms, for smoke.txt changed: 2 files.` */
function lineFor({ book, changed, elapsedMs }: Extract<WatchEvent, { type: 'bookFinished' }>): string {
  const palette = paletteFor(process.stderr);
  const isFailed = book.status === 'failed';
  const what = `${printable(book.id)}: ${count(book.files.length, 'file', 'files')} in ${elapsedMs} ms`;
  const why = changed.length === 0 ? '' : ` (${changed.slice(0, shownChanges).map(printable).join(', ')}${changed.length > shownChanges ? ', …' : ''} changed)`; // prettier-ignore
  return isFailed ? palette.red(`${what}, not all${why}`) : palette.green(what + why);
}

/** So many changed files are named. */
const shownChanges = 3;

function worthSaying(diagnostics: readonly Diagnostic[], isQuiet: boolean): readonly Diagnostic[] {
  return isQuiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
}

function findingsOf({ diagnostics, stories, failedStories, files, failedFiles }: BookReport): Diagnostic[] {
  return [...diagnostics, ...[stories, failedStories, files, failedFiles].flat().flatMap(item => item.diagnostics)];
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
