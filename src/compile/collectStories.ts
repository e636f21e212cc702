import { basename, resolve } from 'node:path';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareNaturally, type FindSettings, findStories } from '../source/findStories.ts';
import type { FailedStory } from './compileEvent.ts';
import type { StoryInput } from './compileOptions.ts';
import { diagnosticOf } from './diagnosticOf.ts';
import { nothingFound } from './nothingFound.ts';

/** What inputs on disk come to. */
export interface CollectedStories {
  readonly stories: readonly StoryInput[];
  /** The name of the folder, when one folder is all the input. */
  readonly folderName: string | undefined;
  /** Inputs that name no story: what is not there, or no reader takes. */
  readonly failedStories: readonly FailedStory[];
  /** Files of a folder that no reader takes. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Collects the stories of files, folders and globs: each file a story, in natural order within each input; a file that
 * is named twice counts once.
 * @throws CompileError when no story is found at all.
 */
export async function collectStories(
  inputs: readonly string[],
  settings: FindSettings = {},
): Promise<CollectedStories> {
  const paths = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const folders: string[] = [];
  const failures: CompileError[] = [];
  const failedStories: FailedStory[] = [];
  for (const input of inputs) {
    try {
      const found = await findStories(input, settings);
      for (const path of found.paths) if (!paths.has(resolve(path))) paths.set(resolve(path), path);
      if (found.folder !== null) folders.push(found.folder);
      diagnostics.push(...leftOut(input, found.leftOut), ...outputsLeftOut(input, found.outputs));
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      failures.push(error);
      failedStories.push({ files: [input], diagnostics: [diagnosticOf(error)] });
    }
  }
  if (paths.size === 0) throw nothingFound(failures);
  const [folder] = folders;
  return {
    stories: [...paths.values()].map(path => ({ files: [{ path }] })),
    folderName: inputs.length === 1 && folder !== undefined ? basename(resolve(folder)) : undefined,
    failedStories,
    diagnostics,
  };
}

/** Every file the inputs name as one story, in natural order. */
export function asOneStory(stories: readonly StoryInput[]): StoryInput {
  const files = stories.flatMap(story => story.files);
  return { files: files.toSorted((left, right) => compareNaturally(left.path, right.path)) };
}

function outputsLeftOut(input: string, paths: readonly string[]): Diagnostic[] {
  if (paths.length === 0) return [];
  return [
    {
      code: 'source/output-left-out',
      severity: 'info',
      message: `Not read from ${input}, because books are written there: ${namesOf(paths)}.`,
      hint: 'To bind one, name its file; or write the books to another folder with --out.',
    },
  ];
}

function namesOf(paths: readonly string[]): string {
  const names = paths.slice(0, 4).map(path => basename(path));
  return names.join(', ') + (paths.length > names.length ? ` and ${paths.length - names.length} more` : '');
}

function leftOut(input: string, paths: readonly string[]): Diagnostic[] {
  if (paths.length === 0) return [];
  return [
    {
      code: 'source/unknown-format',
      severity: 'info',
      message: `Not read from ${input}: ${namesOf(paths)}.`,
      hint: 'Stories end in .txt, .md, .html or .epub.',
    },
  ];
}
