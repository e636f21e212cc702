import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BookJob } from './bookJob.ts';
import type { BookReport } from './bookReport.ts';

/** The report of a book of which nothing is known but why it failed. */
export function failedBook(job: BookJob, finding: Diagnostic): BookReport {
  const { id, failedStories, diagnostics } = job;
  return {
    id,
    status: 'failed',
    stories: [],
    failedStories,
    files: [],
    failedFiles: [],
    diagnostics: [...diagnostics, finding],
  };
}

/** That not all files of a book were made, for somebody asked to stop. */
export function interruptedBook(id: string): Diagnostic {
  return {
    code: 'output/interrupted',
    severity: 'error',
    message: `${id} is not finished: the build was interrupted.`,
    hint: 'Build again.',
  };
}

/**
 * That the process died that built a book.
 * @param how `signal SIGKILL` or `exit code 3`
 */
export function diedOf(id: string, how: string): Diagnostic {
  return {
    code: 'shelf/worker-died',
    severity: 'error',
    message: `${id} was not finished: the process that built it ended twice, the second time with ${how}.`,
    hint: 'Build it alone or with --jobs 1, which leaves it all the memory there is.',
  };
}

/** That the program itself failed at a book. */
export function bugIn(id: string, error: unknown): Diagnostic {
  return {
    code: 'shelf/bug',
    severity: 'error',
    message: `${id} was not finished, by a bug in fascicle and not in your files.`,
    hint: askToReport(error),
  };
}

/** That the program itself failed at what an earlier build kept of a book, which was therefore made anew. */
export function unusableKept(id: string, error: unknown): Diagnostic {
  return {
    code: 'shelf/bug',
    severity: 'warning',
    message: `${id} was made anew, for what was kept of it could not be used, by a bug in fascicle.`,
    hint: askToReport(error),
  };
}

function askToReport(error: unknown): string {
  return `Please report it with this: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
