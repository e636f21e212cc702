import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { CompileError } from '../diagnostics/compileError.ts';
import { compareNaturally, isAboutTheFolder } from './findStories.ts';
import { readFailure } from './readSource.ts';
import { isStoryName, storyExtensions } from './sourceText.ts';

/** What an entry of a shelf names, each in natural order; paths count from the folder of the process. */
export interface ShelfFindings {
  /** How it was named: the file itself, its folder, or a pattern. */
  readonly by: 'name' | 'folder' | 'pattern';
  readonly stories: readonly string[];
  /** Files such as `book.yaml`. */
  readonly bookFiles: readonly string[];
  /** Files called `fascicle.yaml`. */
  readonly shelfFiles: readonly string[];
  /** How many files were left out because books are written there. */
  readonly outputs: number;
}

/** Where an entry stands, and what is not to be found. */
export interface ShelfPlace {
  /** The shelf's folder. */
  readonly folder: string;
  /** Where books are written: what lies there is no story, unless it is named itself. */
  readonly outputFolder: string;
}

const shelfFileName = /^fascicle\.ya?ml$/i;
const bookFileName = /^book\.ya?ml$/i;
const anyYaml = /\.ya?ml$/i;

/**
 * Finds what an entry of a shelf names: a story, a `book.yaml`, another shelf's file, a folder with one of these or with
 * stories, or a pattern of any of them. A pattern that ends in `/` takes folders of stories, too.
 * @throws CompileError `source/missing-path`, `source/no-match`, `source/no-stories-in-folder` or `source/unknown-format`.
 */
export async function findOnShelf(entry: string, place: ShelfPlace): Promise<ShelfFindings> {
  const path = isAbsolute(entry) ? entry : join(place.folder, entry);
  const kind = await kindOf(path);
  if (kind === 'file') return sortOut('name', [named(path)], 0);
  if (kind === 'folder') return findInFolder(path, place);
  if (!isDynamicPattern(entry)) throw readFailure(path, Object.assign(new Error('not found'), { code: 'ENOENT' }));
  return findByPattern(entry, place);
}

async function findInFolder(path: string, place: ShelfPlace): Promise<ShelfFindings> {
  const entries = await readdir(path, { withFileTypes: true }).catch((cause: unknown) => {
    throw readFailure(path, cause);
  });
  const names = entries.filter(found => !found.isDirectory()).map(found => found.name);
  const isHere = resolve(path) === resolve(place.folder);
  const file = isHere ? undefined : (names.find(name => shelfFileName.test(name)) ?? names.find(name => bookFileName.test(name)));
  if (file !== undefined) return sortOut('name', [join(path, file)], 0);
  const stories = names.filter(name => isStoryOfFolder(name)).map(name => join(path, name));
  const kept = stories.filter(story => !isOutput(story, place));
  if (kept.length > 0) return sortOut('folder', kept, stories.length - kept.length);
  throw new CompileError('source/no-stories-in-folder', `The folder ${path} holds no book.yaml and no story.`, {
    hint: `Put stories in it that end in ${describeExtensions()}; those of folders inside are named by a pattern, ${entryName(path, place)}/**/*.txt.`,
    path,
  });
} // prettier-ignore

async function findByPattern(entry: string, place: ShelfPlace): Promise<ShelfFindings> {
  const takesFolders = entry.endsWith('/');
  const matches = await glob(entry, { cwd: resolve(place.folder), dot: false, onlyFiles: false, expandDirectories: false, absolute: true }); // prettier-ignore
  const own = resolve(place.folder);
  const comesRound = findingCircles(own);
  const files: string[] = [];
  let outputs = 0;
  for (const match of matches) {
    if (await comesRound(match.endsWith('/') ? match : dirname(match))) continue;
    const path = fromProcess(match, place);
    if (isOutput(path, place)) {
      outputs++;
      continue;
    }
    if (!match.endsWith('/')) {
      const isOwn = resolve(dirname(path)) === own && shelfFileName.test(basename(path));
      if (!isOwn && (isStoryOfFolder(path) || bookFileName.test(basename(path)) || shelfFileName.test(basename(path)))) files.push(path); // prettier-ignore
      continue;
    }
    if (resolve(path) === own) continue;
    const inside = await findInFolder(path, place).catch((error: unknown) => {
      if (error instanceof CompileError) return null;
      throw error;
    });
    if (inside === null || (inside.by === 'folder' && !takesFolders)) continue;
    files.push(...inside.stories, ...inside.bookFiles, ...inside.shelfFiles);
  }
  if (files.length > 0) return sortOut('pattern', files, outputs);
  const found = outputs > 0 ? 'matches only what was written there by a build' : matches.length === 0 ? 'matches nothing' : 'matches no story and no book.yaml'; // prettier-ignore
  throw new CompileError('source/no-match', `The pattern ${entry} ${found}.`, {
    hint: `Stories end in ${describeExtensions()}; ** stands for any folders.`,
    path: entry,
  });
}

/** Tells whether a folder is reached through a link to a folder that the link is in: what is in it was found before. */
function findingCircles(shelf: string): (folder: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  const look = async (folder: string): Promise<boolean> => {
    const above = dirname(folder);
    if (folder === shelf || above === folder) return false;
    if (await comesRound(above)) return true;
    const [target, holder] = await Promise.all([realpath(folder), realpath(above)]);
    return isBelow(holder, target);
  };
  const comesRound = (folder: string): Promise<boolean> => {
    const path = resolve(folder);
    const found = known.get(path) ?? look(path).catch(() => false);
    known.set(path, found);
    return found;
  };
  return comesRound;
}

/** As the others of the shelf: from the folder of the process. */
function fromProcess(match: string, { folder }: ShelfPlace): string {
  return join(folder, relative(resolve(folder), match));
}

function sortOut(by: ShelfFindings['by'], paths: readonly string[], outputs: number): ShelfFindings {
  const sorted = [...new Set(paths)].sort(compareNaturally);
  const shelfFiles = sorted.filter(path => shelfFileName.test(basename(path)));
  const bookFiles = sorted.filter(path => anyYaml.test(path) && !shelfFiles.includes(path));
  return { by, shelfFiles, bookFiles, stories: sorted.filter(path => !anyYaml.test(path)), outputs };
}

function isStoryOfFolder(path: string): boolean {
  const name = basename(path);
  return !name.startsWith('.') && isStoryName(name) && !isAboutTheFolder(name);
}

/** Everything below the folder of books, unless the shelf lies in it itself. */
function isOutput(path: string, { folder, outputFolder }: ShelfPlace): boolean {
  return !isBelow(folder, outputFolder) && isBelow(path, outputFolder);
}

function isBelow(inner: string, outer: string): boolean {
  const start = resolve(outer);
  return `${resolve(inner)}${sep}`.startsWith(start.endsWith(sep) ? start : `${start}${sep}`);
}

/** @throws CompileError for a file that is named and is none to read. */
function named(path: string): string {
  if (/\.fascicle\.ya?ml$/i.test(path)) {
    throw new CompileError('source/unknown-format', `${path} corrects a story and is none.`, {
      hint: 'Name the story; what lies beside it is read with it.',
      path,
    });
  }
  if (isStoryName(path) || anyYaml.test(path)) return path;
  throw new CompileError('source/unknown-format', `${path} is not in a format that is read.`, {
    hint: `Stories end in ${describeExtensions()}; books in .yaml.`,
    path,
  });
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'absent'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return 'absent';
    throw readFailure(path, cause);
  }
}

function entryName(path: string, { folder }: ShelfPlace): string {
  return relative(resolve(folder), resolve(path)).split(sep).join('/') || '.';
}

function describeExtensions(): string {
  return storyExtensions.map(extension => `.${extension}`).join(', ');
}
