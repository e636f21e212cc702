import { execFile } from 'node:child_process';
import type { EpubcheckOutcome } from '../verify/epubcheck/epubcheckMessage.ts';
import { readEpubcheckReport } from '../verify/epubcheck/readEpubcheckReport.ts';
import type { EpubcheckProgram } from './findEpubcheck.ts';

/** A small book takes five seconds, one of a million words some thirty. */
const timeoutMs = 300_000;

const maxReportBytes = 256 * 1024 ** 2;

/** Checks a book with EPUBCheck itself. */
export function runEpubcheck({ command, args }: EpubcheckProgram, path: string): Promise<EpubcheckOutcome> {
  return new Promise(resolve => {
    const options = { timeout: timeoutMs, maxBuffer: maxReportBytes };
    // It ends with 1 when the book has errors; what counts is whether there is a report.
    execFile(command, [...args, path, '--json', '-', '--quiet'], options, (_, stdout) => {
      const messages = readEpubcheckReport(stdout);
      resolve(
        messages === null
          ? { kind: 'unfinished', reason: 'EPUBCheck itself gave no report' }
          : { kind: 'finished', messages },
      );
    });
  });
}
