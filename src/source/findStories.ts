import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { CompileError } from '../diagnostics/compileError.ts';
import { readFailure } from './readSource.ts';
import { isEpubName, isStoryName, storyExtensions } from './sourceText.ts';

/** What an input names: story files in reading order, and files of a folder that no reader takes. */
export interface FoundStories {
  readonly paths: readonly string[];
  readonly leftOut: readonly string[];
  /** EPUBs in the folder where books are written. */
  readonly outputs: readonly string[];
  /** The folder that was named, when the input is one. */
  readonly folder: string | null;
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorts as a person would, `ch2` before `ch10`; the same on every machine. */
export function compareNaturally(left: string, right: string): number {
  return natural.compare(left, right) || (left < right ? -1 : left > right ? 1 : 0);
}

/** What is known besides the input itself. */
export interface FindSettings {
  /** Where books are written: an EPUB in it is one of them, and no story unless it is named itself. */
  readonly outputFolder?: string | undefined;
}

/**
 * Resolves a file, a folder (its stories, not those of folders inside) or a glob.
 * @throws CompileError `source/missing-path`, `source/no-stories-in-folder`, `source/no-match` or `source/unknown-format`.
 */
export async function findStories(input: string, settings: FindSettings = {}): Promise<FoundStories> {
  const kind = await kindOf(input);
  const isOutput = (path: string) => isOutputOf(path, settings);
  if (kind === 'folder') return findInFolder(input, isOutput);
  if (kind === 'file') {
    if (!isStoryName(input)) throw unknownFormat(input);
    return { paths: [input], leftOut: [], outputs: [], folder: null };
  }
  if (!isDynamicPattern(input)) throw readFailure(input, Object.assign(new Error('not found'), { code: 'ENOENT' }));
  const all = await glob(input, { onlyFiles: true, dot: false, absolute: isAbsolute(input) });
  const matches = all.filter(path => !isOutput(path)).sort(compareNaturally);
  const paths = matches.filter(path => isStoryName(path));
  if (paths.length === 0) throw noMatch(input, matches.length);
  const outputs = all.filter(isOutput).sort(compareNaturally);
  return { paths, leftOut: matches.filter(path => !isStoryName(path)), outputs, folder: null };
}

/** Whether a file is an EPUB where books are written, so that a second build would take it for a story. */
function isOutputOf(path: string, { outputFolder }: FindSettings): boolean {
  return outputFolder !== undefined && isEpubName(path) && resolve(dirname(path)) === resolve(outputFolder);
}

async function kindOf(input: string): Promise<'file' | 'folder' | 'absent'> {
  try {
    return (await stat(input)).isDirectory() ? 'folder' : 'file';
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR'))
      return 'absent';
    throw readFailure(input, cause);
  }
}

async function findInFolder(folder: string, isOutput: (path: string) => boolean): Promise<FoundStories> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw readFailure(folder, cause);
  });
  const names = entries
    .filter(entry => !entry.name.startsWith('.') && !isAboutTheFolder(entry.name))
    .filter(entry => entry.isFile() || entry.isSymbolicLink() || isStoryName(entry.name))
    .map(entry => entry.name)
    .sort(compareNaturally);
  const outputs = names.map(name => join(folder, name)).filter(isOutput);
  const paths = names.filter(name => isStoryName(name)).map(name => join(folder, name)).filter(path => !isOutput(path)); // prettier-ignore
  if (paths.length === 0) {
    throw new CompileError(
      'source/no-stories-in-folder',
      `The folder ${folder} holds no story: ${describeEntries(names)}.`,
      {
        hint: `Put stories in it that end in ${describeExtensions()}.`,
        path: folder,
      },
    );
  }
  const leftOut = names.filter(name => !isStoryName(name)).map(name => join(folder, name));
  return { paths, leftOut, outputs, folder };
}

/** Files that speak about a folder or a story, and are none: `README.md`, `LICENSE.txt`, `book.yaml`, `fascicle.yaml`, `smoke.fascicle.yaml`. */
export function isAboutTheFolder(name: string): boolean {
  return (
    /^(?:readme|licen[cs]e|copying|changelog|book\.ya?ml|fascicle\.ya?ml)(?:\.\w+)?$/i.test(basename(name)) ||
    /\.fascicle\.ya?ml$/i.test(name)
  );
}

function describeEntries(names: readonly string[]): string {
  if (names.length === 0) return 'it is empty';
  return `it has ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and more' : ''}`;
}

function describeExtensions(): string {
  return storyExtensions.map(extension => `.${extension}`).join(', ');
}

function noMatch(pattern: string, otherFiles: number): CompileError {
  const found =
    otherFiles === 0
      ? 'matches no file'
      : `matches ${otherFiles === 1 ? 'one file that is' : `${otherFiles} files, but`} no story`;
  return new CompileError('source/no-match', `The pattern ${pattern} ${found}.`, {
    hint: `Stories end in ${describeExtensions()}.`,
    path: pattern,
  });
}

function unknownFormat(path: string): CompileError {
  return new CompileError('source/unknown-format', `${path} is not in a format that is read.`, {
    hint: `Stories end in ${describeExtensions()}; save it as plain text or Markdown first.`,
    path,
  });
}
