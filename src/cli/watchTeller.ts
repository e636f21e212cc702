import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BookReport } from '../shelf/bookReport.ts';
import type { WatchEvent } from '../watch/watchBooks.ts';
import type { BuildRequest } from './buildCommand.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { paletteFor, printable } from './terminal.ts';

/** Tells people or scripts what comes of watching: files on stdout, all else on stderr, or each event as a line of JSON. */
export function createWatchTeller(request: Pick<BuildRequest, 'json' | 'quiet'>): (event: WatchEvent) => void {
  if (request.json) return event => void process.stdout.write(`${JSON.stringify(publish(event))}\n`);
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

/** What a finished file is made of is not for scripts: steps go by the names that a build gives them. */
function publish(event: WatchEvent): unknown {
  if (event.type !== 'bookStep') return event;
  const { type, ...step } = event.step;
  return { id: event.id, type, ...step };
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
