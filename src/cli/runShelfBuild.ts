import type { CacheSettings } from '../cache/cacheSettings.ts';
import { readCacheSettings } from '../cache/readCacheSettings.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { prepareOutputFolder } from '../output/outputFolder.ts';
import type { BookReport } from '../shelf/bookReport.ts';
import { openDiskCache } from '../cache/diskCache.ts';
import { planShelf } from '../shelf/planShelf.ts';
import type { ShelfPlan } from '../shelf/shelfPlan.ts';
import { readShard, type Shard, takeOnly, takeShard } from '../shelf/selectBooks.ts';
import { takeChanged } from '../shelf/takeChanged.ts';
import { runShelf } from '../shelf/runShelf.ts';
import type { BuildRequest } from './buildCommand.ts';
import { exitCodes } from './exitCodes.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { readTyped } from './runBuild.ts';
import { printable } from './terminal.ts';

/** Runs `fascicle build` on a shelf and returns the exit code. */
export async function runShelfBuild(request: BuildRequest, shelfFile: string): Promise<number> {
  refuseOfOneBook(request, shelfFile);
  const shard = request.shard === undefined ? null : readShard(request.shard);
  const whole = await planShelf(shelfFile, { outputFolder: request.typedOut, settle: await readTyped(request) });
  const keeping = keepingOf(request, whole);
  const plan = await select(whole, request, shard, keeping);
  if (request['dry-run'] === true) return (await import('./runDryRun.ts')).runDryRun(plan, request, keeping);
  if (plan.jobs.length + plan.failed.length === 0) {
    if (!request.quiet) process.stderr.write(`${nothingToBuild(request, whole)}\n`);
    return exitCodes.done;
  }
  const removeUnused = await prepareOutputFolder(plan.settings.outputFolder);
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
  printDiagnostics([...plan.diagnostics, ...books.flatMap(findingsOf), ...ofCache]);
  for (const file of books.flatMap(book => book.files)) process.stdout.write(`${printable(file.path)}\n`);
  const isOk = books.every(book => book.status !== 'failed');
  return isOk ? exitCodes.done : exitCodes.failed;
}

/** The books that are asked for. */
async function select(
  whole: ShelfPlan,
  { only, changed }: BuildRequest,
  shard: Shard | null,
  keeping: CacheSettings | null,
): Promise<ShelfPlan> {
  const asked = only === undefined ? whole : takeOnly(whole, only);
  const plan = shard === null ? asked : takeShard(asked, shard);
  if (changed !== true) return plan;
  return takeChanged(plan, keeping === null ? null : await openDiskCache(keeping));
}

/** A shard may well be empty, and a shelf may be as it is to be: both are fine. */
function nothingToBuild({ shard, changed }: BuildRequest, { jobs }: ShelfPlan): string {
  const of = jobs.length === 1 ? 'the one book' : `the ${jobs.length} books`;
  if (changed === true) return `None of ${of} has changed; nothing is to be built.`;
  return shard === undefined
    ? 'There is no book to build.'
    : `None of ${of} falls to shard ${shard}; nothing is to be built.`;
}

/** Where books are kept for later builds: as it was typed, else as the shelf says. */
function keepingOf(request: BuildRequest, { settings }: ShelfPlan): CacheSettings | null {
  return readCacheSettings({ cache: request.cache ?? settings.cache, size: request['cache-size'] });
}

/** What is typed holds for every book of a shelf. */
function refuseOfOneBook(request: BuildRequest, shelfFile: string): void {
  const ofOne = (['title', 'author', 'editor', 'bind'] as const).find(name => request[name] !== undefined);
  const option = ofOne ?? (request['one-story'] ? 'one-story' : undefined);
  if (option === undefined) return;
  throw new CompileError('config/usage', `--${option} is for one book, and ${shelfFile} is a shelf.`, {
    hint: 'Say it under "books", or in a book.yaml; or name the stories instead of the shelf.',
  });
}

function findingsOf({ diagnostics, stories, failedStories, files, failedFiles }: BookReport): Diagnostic[] {
  return [...diagnostics, ...[stories, failedStories, files, failedFiles].flat().flatMap(item => item.diagnostics)];
}
