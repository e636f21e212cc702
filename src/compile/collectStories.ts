import { basename, resolve } from 'node:path';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareNaturally, findStories } from '../source/findStories.ts';
import type { StoryInput } from './compileOptions.ts';
import { diagnosticOf } from './diagnosticOf.ts';

/** What inputs on disk come to. */
export interface CollectedStories {
  readonly stories: readonly StoryInput[];
  /** The name of the folder, when one folder is all the input. */
  readonly folderName: string | undefined;
  /** Inputs that could not be found, and files that no reader takes. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Collects the stories of files, folders and globs: each file a story, in natural order within each input; a file that
 * is named twice counts once.
 * @throws CompileError when no story is found at all.
 */
export async function collectStories(inputs: readonly string[]): Promise<CollectedStories> {
  const paths = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const folders: string[] = [];
  const failures: CompileError[] = [];
  for (const input of inputs) {
    try {
      const found = await findStories(input);
      for (const path of found.paths) if (!paths.has(resolve(path))) paths.set(resolve(path), path);
      if (found.folder !== null) folders.push(found.folder);
      diagnostics.push(...leftOut(input, found.leftOut));
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      failures.push(error);
      diagnostics.push(diagnosticOf(error));
    }
  }
  if (paths.size === 0) {
    throw nothingFound(failures);
  }
  const [folder] = folders;
  return {
    stories: [...paths.values()].map(path => ({ files: [{ path }] })),
    folderName: inputs.length === 1 && folder !== undefined ? basename(resolve(folder)) : undefined,
    diagnostics,
  };
}

/** Every file the inputs name as one story, in natural order. */
export function asOneStory(stories: readonly StoryInput[]): StoryInput {
  const files = stories.flatMap(story => story.files);
  return { files: files.toSorted((left, right) => compareNaturally(left.path, right.path)) };
}

/** All that went wrong, in one error; the first says what kind it is and what to do. */
function nothingFound([first, ...others]: readonly CompileError[]): CompileError {
  if (first === undefined) {
    return new CompileError('compile/no-stories', 'There is no story to compile.', {
      hint: 'Name a file or a folder.',
    });
  }
  const message = [first, ...others].map(failure => failure.message).join('\n');
  return others.length === 0
    ? first
    : new CompileError(first.code, message, first.hint === undefined ? {} : { hint: first.hint });
}

function leftOut(input: string, paths: readonly string[]): Diagnostic[] {
  if (paths.length === 0) return [];
  const names = paths.slice(0, 4).map(path => basename(path));
  const more = paths.length > names.length ? ` and ${paths.length - names.length} more` : '';
  return [
    {
      code: 'source/unknown-format',
      severity: 'info',
      message: `Not read from ${input}: ${names.join(', ')}${more}.`,
      hint: 'Stories end in .txt or .md.',
    },
  ];
}
