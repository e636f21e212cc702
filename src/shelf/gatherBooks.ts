import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type BookLayer, layerOf, layOver } from '../compile/bookLayer.ts';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { loadShelfConfig } from '../config/loadShelfConfig.ts';
import type { ShelfConfig, ShelfEntry } from '../config/shelfConfig.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { findOnShelf, type ShelfFindings } from '../source/findOnShelf.ts';
import { compareNaturally, findStories } from '../source/findStories.ts';
import { isGlobPattern } from '../text/globPattern.ts';
import { placeOfPath, placeOfPattern } from './bookStems.ts';
import { type BookMaking, type FoundBook, namedCloseness } from './foundBook.ts';
import type { UnplannedBook } from './shelfPlan.ts';

/** What a shelf and those inside of it name. */
export interface Gathered {
  readonly books: readonly FoundBook[];
  readonly failed: readonly UnplannedBook[];
  /** How many files were left out because books are written there. */
  readonly outputs: number;
}

/** A shelf's place among others. */
export interface ShelfSetting {
  /** The folder of the outermost shelf, from which ids count. */
  readonly root: string;
  readonly outputFolder: string;
  readonly under: BookLayer;
  readonly over: BookLayer;
  readonly pattern: FoundBook['pattern'];
  /** The files of the shelves that this one is inside of. */
  readonly chain: readonly string[];
}

/**
 * Gathers the books of a shelf, and of the shelves that it names; an entry that names nothing costs no other.
 * @throws CompileError for a file that is missing or wrong, `config/cyclic-shelf` where shelves name each other in a circle.
 */
export async function gatherBooks(path: string, config: ShelfConfig, setting: ShelfSetting): Promise<Gathered> {
  refuseCircle(path, setting.chain);
  const folder = dirname(path);
  const { output, author, encoding } = config;
  const under = layOver(
    setting.under,
    layerOf({ ...config, output: undefined }, folder, { authors: author, encoding }),
  );
  const inner = { ...setting, under, pattern: { ...setting.pattern, under: output ?? setting.pattern.under } };
  const books: FoundBook[] = [];
  const failed: UnplannedBook[] = [];
  let outputs = 0;
  for (const [index, entry] of config.books.entries()) {
    try {
      const found = await gatherEntry(entry, { path, folder, place: placeOf(index, path, setting) }, inner);
      books.push(...found.books);
      failed.push(...found.failed);
      outputs += found.outputs;
    } catch (error) {
      if (!(error instanceof CompileError) || error.code === 'config/cyclic-shelf') throw error;
      failed.push({ id: wordsOf(entry), diagnostics: [diagnosticOf(error)] });
    }
  }
  return { books, failed, outputs };
}

/** @throws CompileError `config/cyclic-shelf`. */
function refuseCircle(path: string, chain: readonly string[]): void {
  const start = chain.findIndex(other => realpathSync(other) === realpathSync(path));
  if (start === -1) return;
  const circle = [...chain.slice(start), path].join(' → ');
  throw new CompileError('config/cyclic-shelf', `Shelves name each other in a circle: ${circle}.`, {
    hint: `Take one of them out of the "books" of another.`,
    path,
  });
}

interface EntryPlace {
  /** The shelf's file and its folder. */
  readonly path: string;
  readonly folder: string;
  /** The entry, for people. */
  readonly place: string;
}

async function gatherEntry(entry: ShelfEntry, at: EntryPlace, setting: ShelfSetting): Promise<Gathered> {
  const said = typeof entry === 'string' ? { path: entry } : entry;
  const over = layOver(entryLayer(said, at), setting.over);
  const pattern = { ...setting.pattern, over: setting.pattern.over ?? ('output' in said ? said.output : undefined) };
  const inner = { ...setting, over, pattern };
  const told = { under: setting.under, over, pattern, entry: at.place, hasSettings: Object.keys(said).length > 1 };
  if ('files' in said) {
    const files = await filesOfStory(said.files, at.folder);
    const book = { ...told, ...identified({ type: 'story', files }, files[0] ?? '', 'name', setting), closeness: namedCloseness };
    return { books: [book], failed: [], outputs: 0 };
  }
  const found = await findOnShelf(said.path, { folder: at.folder, outputFolder: setting.outputFolder });
  const bind = 'bind' in said ? said.bind : undefined;
  const makings = makingsOf(found, bind);
  refuseOneOfMany(said, makings.length + found.shelfFiles.length, said.path);
  const closeness = closenessOf(found, said.path);
  const books = makings.map(made => ({ ...told, ...identified(made, nameOf(made, said.path, at), found.by, setting), closeness }));
  const failed: UnplannedBook[] = [];
  let { outputs } = found;
  for (const path of found.shelfFiles) {
    const inside = await gatherInside(path, at, inner, failed);
    books.push(...inside.books);
    failed.push(...inside.failed);
    outputs += inside.outputs;
  }
  return { books, failed, outputs };
} // prettier-ignore

/** A shelf inside of a shelf; one with a mistake costs its own books only. */
async function gatherInside(path: string, at: EntryPlace, setting: ShelfSetting, failed: UnplannedBook[]): Promise<Gathered> {
  try {
    return await gatherBooks(path, loadShelfConfig(path), { ...setting, chain: [...setting.chain, at.path] });
  } catch (error) {
    if (!(error instanceof CompileError) || error.code === 'config/cyclic-shelf') throw error;
    failed.push({ id: idOf(path, setting), diagnostics: [diagnosticOf(error)] });
    return { books: [], failed: [], outputs: 0 };
  }
} // prettier-ignore

type SaidOfEntry = Exclude<ShelfEntry, string>;

function entryLayer(said: SaidOfEntry, { folder, path }: EntryPlace): BookLayer {
  const { author, encoding, overrides, ...settings } = said;
  return layerOf({ ...settings, output: undefined }, folder, {
    title: settings.title,
    authors: author,
    language: settings.language,
    encoding,
    overrides: overrides === undefined ? undefined : { origin: path, config: overrides },
  });
}

async function filesOfStory(files: readonly string[], folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const file of files) {
    const found = await findStories(isAbsolute(file) ? file : join(folder, file));
    paths.push(...found.paths.toSorted(compareNaturally));
  }
  return [...new Set(paths)];
}

function makingsOf({ by, stories, bookFiles }: ShelfFindings, bind: SaidOfEntry['bind']): BookMaking[] {
  const ofFiles = bookFiles.map((path): BookMaking => ({ type: 'bookFile', path }));
  if (by !== 'name' && stories.length > 0 && (bind === 'anthology' || bind === 'both')) {
    return [...ofFiles, { type: 'bound', files: stories, bind }];
  }
  return [...ofFiles, ...stories.map((path): BookMaking => ({ type: 'story', files: [path] }))];
}

/** @throws CompileError `config/invalid` where what can be true of one book is said of several. */
function refuseOneOfMany(said: SaidOfEntry, count: number, path: string): void {
  const ofOne = (['title', 'subtitle', 'id', 'identifier', 'overrides'] as const).find(key => said[key] !== undefined);
  if (ofOne === undefined || count <= 1) return;
  throw new CompileError('config/invalid', `"${ofOne}" is for one book, and ${path} names ${count}.`, {
    hint: 'Give that book an entry of its own under "books", or bind them with "bind: anthology".',
  });
}

/** What is named itself is meant more than what a folder holds, and that more than what a pattern matches. */
function closenessOf({ by }: ShelfFindings, path: string): number {
  if (by === 'name') return namedCloseness;
  const steps = path.split('/');
  const firstPattern = steps.findIndex(step => isGlobPattern(step));
  return by === 'folder' ? namedCloseness / 2 + steps.length : firstPattern;
}

/** What a book is named by: its file, or the folder or pattern that its stories are bound from. */
function nameOf(made: BookMaking, entry: string, { folder }: EntryPlace): string {
  if (made.type === 'bound') return isAbsolute(entry) ? entry : join(folder, entry);
  return made.type === 'bookFile' ? made.path : (made.files[0] ?? entry);
}

function identified(
  made: BookMaking,
  path: string,
  by: ShelfFindings['by'],
  setting: ShelfSetting,
): Pick<FoundBook, 'id' | 'made' | 'place'> {
  const id = idOf(path, setting);
  return { id, made, place: made.type === 'bound' && by === 'pattern' ? placeOfPattern(id) : placeOfPath(id) };
}

function idOf(path: string, { root }: ShelfSetting): string {
  return relative(resolve(root), resolve(path)).split(sep).join('/') || '.';
}

function placeOf(index: number, path: string, { chain }: ShelfSetting): string {
  return chain.length === 0 ? `books[${index + 1}]` : `books[${index + 1}] of ${join(basename(dirname(path)), basename(path))}`;
} // prettier-ignore

function wordsOf(entry: ShelfEntry): string {
  if (typeof entry === 'string') return entry;
  return 'path' in entry ? entry.path : entry.files.join(', ');
}
