import { basename, dirname, join } from 'node:path';
import { prepareOutputFolder } from '../output/outputFolder.ts';
import { loadBookConfig } from '../config/loadBookConfig.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CacheSettings } from '../cache/cacheSettings.ts';
import { type DiskCache, openDiskCache } from '../cache/diskCache.ts';
import { buildBook } from '../shelf/buildBook.ts';
import { findKept } from '../shelf/findKept.ts';
import { folderOfPattern } from '../source/folderOfPattern.ts';
import type { WatchedFolder } from '../watch/followFolders.ts';
import { watchBooks, type WatchEvent, type WatchPlan, type WatchRequest } from '../watch/watchBooks.ts';
import type { BuildRequest } from './buildCommand.ts';
import { exitCodes } from './exitCodes.ts';
import { finishingFiles } from './interruption.ts';
import { planAsked } from './planAsked.ts';
import { planBuild, readTyped } from './runBuild.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { createWatchTeller } from './watchTeller.ts';

/**
 * Runs `fascicle build --watch` and returns the exit code: it ends when it is interrupted. Books of a shelf are kept for later
 * builds, and taken from earlier ones, as without it; a single book is not.
 */
export async function runWatch(request: BuildRequest): Promise<number> {
  const { bookFile, shelfFile } = request;
  refuseToLook(request);
  // What was typed wrong is no matter of waiting.
  await readTyped(request);
  const caches = createCaches();
  const plan = async (): Promise<WatchPlan> => {
    const made = shelfFile === null ? await planStories(request) : await planBooks(request, shelfFile, caches);
    await prepareOutputFolder(made.outputFolder);
    return made;
  };
  if (shelfFile === null) await prepareOutputFolder(request.out);
  let isIdle = false;
  const tell = createWatchTeller(request);
  const onEvent = (event: WatchEvent) => {
    isIdle = event.type === 'waiting';
    tell(event);
  };
  return finishingFiles({ isQuiet: request.quiet || request.json, isIdle: () => isIdle }, async stop => {
    const build: WatchRequest['build'] = async (job, onStep) => {
      const cache = caches.open();
      return (cache === null ? null : await findKept(job, cache)) ?? buildBook(job, onStep, stop, cache);
    };
    const planFiles = [bookFile, shelfFile].filter(path => path !== null);
    await watchBooks({ plan, planFiles, folders: foldersOf(request), build }, onEvent, stop);
    printDiagnostics(await caches.finish());
    return exitCodes.done;
  });
}

function refuseToLook(request: BuildRequest): void {
  const other = (['dry-run', 'changed', 'report'] as const).find(name => request[name] !== undefined && request[name] !== false); // prettier-ignore
  if (other === undefined) return;
  throw new CompileError('config/usage', `--${other} does not go with --watch, which builds again and again.`, {
    hint: 'Leave one of them out.',
  });
}

async function planStories(request: BuildRequest): Promise<WatchPlan> {
  const { options, diagnostics, failedStories } = await planBuild(request);
  const job = { id: nameOf(request), options, outputFolder: request.out, failedStories, diagnostics: [] };
  return { jobs: [job], failed: [], diagnostics, outputFolder: request.out };
}

async function planBooks(request: BuildRequest, shelfFile: string, caches: Caches): Promise<WatchPlan> {
  const { plan, keeping } = await planAsked(request, shelfFile);
  await caches.use(keeping);
  return { ...plan, outputFolder: plan.settings.outputFolder };
}

/** The cache that the shelf names now; it may come to name another. */
interface Caches {
  readonly use: (keeping: CacheSettings | null) => Promise<void>;
  readonly open: () => DiskCache | null;
  readonly finish: () => Promise<readonly Diagnostic[]>;
}

function createCaches(): Caches {
  const opened = new Map<string, DiskCache>();
  let current: DiskCache | null = null;
  return {
    use: async keeping => {
      current = keeping === null ? null : (opened.get(keeping.folder) ?? (await openDiskCache(keeping)));
      if (keeping !== null && current !== null) opened.set(keeping.folder, current);
    },
    open: () => current,
    finish: async () => (await Promise.all([...opened.values()].map(cache => cache.finish()))).flat(),
  };
}

function nameOf({ bookFile, inputs = [] }: BuildRequest): string {
  return bookFile ?? (inputs.length === 1 ? basename(inputs[0] ?? '') : 'the stories');
}

/** Where stories and books may come and go. */
function foldersOf({ bookFile, shelfFile, inputs = [] }: BuildRequest): WatchedFolder[] {
  if (shelfFile !== null) return [{ path: dirname(shelfFile), isDeep: true }];
  return (bookFile === null ? inputs : storyEntries(bookFile)).flatMap(input => folderOfPattern(input) ?? []);
}

/** The paths and patterns of a book's stories, from the folder of the process; none of a book file that is wrong. */
function storyEntries(bookFile: string): string[] {
  try {
    const { stories } = loadBookConfig(bookFile);
    const written = stories.flatMap(story => (typeof story === 'string' ? [story] : 'files' in story ? story.files : [story.file])); // prettier-ignore
    return written.map(path => join(dirname(bookFile), path));
  } catch (error) {
    if (error instanceof CompileError) return [];
    throw error;
  }
}
