import { readCacheSettings } from '../cache/readCacheSettings.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { prepareOutputFolder } from '../output/outputFolder.ts';
import type { BookReport } from '../shelf/bookReport.ts';
import { planShelf } from '../shelf/planShelf.ts';
import { runShelf } from '../shelf/runShelf.ts';
import type { BuildRequest } from './buildCommand.ts';
import { exitCodes } from './exitCodes.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { readTyped } from './runBuild.ts';
import { printable } from './terminal.ts';

/** Runs `fascicle build` on a shelf and returns the exit code. */
export async function runShelfBuild(request: BuildRequest, shelfFile: string): Promise<number> {
  if (request.author !== undefined) {
    throw new CompileError('config/usage', '--author is for a single story, and this is a shelf.', {
      hint: 'Give each story its author in a book.yaml.',
    });
  }
  const plan = await planShelf(shelfFile, { outputFolder: request.out, settle: await readTyped(request) });
  const keeping = readCacheSettings({ cache: request.cache, size: request['cache-size'] });
  const removeUnused = await prepareOutputFolder(request.out);
  const books: BookReport[] = [];
  const ofCache: Diagnostic[] = [];
  try {
    for await (const event of runShelf(plan, keeping)) {
      if (event.type === 'bookFinished') books.push(event.book);
      if (event.type === 'cacheFinished') ofCache.push(...event.diagnostics);
    }
  } finally {
    await removeUnused();
  }
  printDiagnostics([...books.flatMap(findingsOf), ...ofCache]);
  for (const file of books.flatMap(book => book.files)) process.stdout.write(`${printable(file.path)}\n`);
  const isOk = books.every(book => book.status !== 'failed');
  return isOk ? exitCodes.done : exitCodes.failed;
}

function findingsOf({ diagnostics, stories, failedStories, files, failedFiles }: BookReport): Diagnostic[] {
  return [...diagnostics, ...[stories, failedStories, files, failedFiles].flat().flatMap(item => item.diagnostics)];
}
