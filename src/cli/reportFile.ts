import { open, stat } from 'node:fs/promises';
import { CompileError } from '../diagnostics/compileError.ts';
import { writeOutput } from '../output/writeOutput.ts';
import type { ShelfReport } from '../shelf/shelfReport.ts';
import type { BuildReport } from './buildReport.ts';

/**
 * Refuses a place for a report where something else lies, such as a story: before any work is done.
 * @throws CompileError `config/usage`
 */
export async function checkReportPlace(path: string | undefined): Promise<void> {
  if (path === undefined) return;
  if (path.trim() === '') {
    throw new CompileError('config/usage', '--report is empty.', { hint: 'Leave it out, or name a file.' });
  }
  if ((await stat(path).catch(() => null))?.isDirectory() === true) {
    throw new CompileError('config/usage', `--report is ${path}, which is a folder.`, {
      hint: 'Name a file in it, such as report.json.',
      path,
    });
  }
  const start = await readStart(path);
  if (start === null || start === '' || reportStart.test(start)) return;
  throw new CompileError('config/usage', `${path} is no report, and --report would overwrite it.`, {
    hint: 'Name another file for the report.',
    path,
  });
}

/** How a report's file begins: `{ "schema": "fascicle/shelf@1"`. */
const reportStart = /^\s*\{\s*"schema":\s*"fascicle\/(?:report|shelf)@/;

async function readStart(path: string): Promise<string | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    // What cannot be read is told of when it is written.
    return null;
  }
}

/**
 * Writes a report as a file, whole or not at all.
 * @throws CompileError `output/not-writable` or `output/disk-full`
 */
export async function writeReport(path: string | undefined, report: BuildReport | ShelfReport): Promise<void> {
  if (path === undefined) return;
  const text = `${JSON.stringify(report, null, 2)}\n`;
  await writeOutput(path, [Buffer.from(text)]);
}
