import { basename, dirname, join } from 'node:path';
import { prepareOutputFolder } from '../output/outputFolder.ts';
import { loadBookConfig } from '../config/loadBookConfig.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { buildBook } from '../shelf/buildBook.ts';
import { planShelf } from '../shelf/planShelf.ts';
import { folderOfPattern } from '../source/folderOfPattern.ts';
import type { WatchedFolder } from '../watch/followFolders.ts';
import { watchBooks, type WatchPlan } from '../watch/watchBooks.ts';
import type { BuildRequest } from './buildCommand.ts';
import { planBuild, readTyped } from './runBuild.ts';
import { createWatchTeller } from './watchTeller.ts';

/** Runs `fascicle build --watch`: ends when it is interrupted. */
export async function runWatch(request: BuildRequest): Promise<never> {
  const { bookFile, shelfFile, out } = request;
  // What was typed wrong is no matter of waiting.
  const settle = await readTyped(request);
  await prepareOutputFolder(out);
  const plan = async (): Promise<WatchPlan> => {
    if (shelfFile !== null) return planShelf(shelfFile, { outputFolder: out, settle });
    const { options, diagnostics, failedStories } = await planBuild(request);
    const job = { id: nameOf(request), options, outputFolder: out, failedStories, diagnostics: [] };
    return { jobs: [job], failed: [], diagnostics };
  };
  return watchBooks(
    {
      plan,
      planFiles: [bookFile, shelfFile].filter(path => path !== null),
      folders: foldersOf(request),
      outputFolders: [out],
      build: buildBook,
    },
    createWatchTeller(request),
  );
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
