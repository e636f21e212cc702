import { dirname, resolve } from 'node:path';
import { editionsOf, emptyLayer, layerOf, layOver } from '../compile/bookLayer.ts';
import type { CompileOptions, StoryInput } from '../compile/compileOptions.ts';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { loadBook, type LoadedBook } from '../compile/loadBook.ts';
import { nameBooks } from '../compile/nameBooks.ts';
import { pathFrom } from '../compile/pathFrom.ts';
import type { NameFields } from '../compile/planOutputs.ts';
import { loadShelfConfig } from '../config/loadShelfConfig.ts';
import type { ShelfConfig } from '../config/shelfConfig.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BookJob } from './bookJob.ts';
import { asksForContent, bookStems, defaultShelfPattern } from './bookStems.ts';
import type { ClaimedBook, FoundBook } from './foundBook.ts';
import { gatherBooks } from './gatherBooks.ts';
import { outputsOf, refuseSameNames } from './refuseSameNames.ts';
import { settleClaims } from './settleClaims.ts';
import type { ShelfPlan, ShelfSettings, UnplannedBook } from './shelfPlan.ts';

/** What a plan is made with, besides the shelf's own file. */
export interface PlanSettings {
  /** Where books are written whatever the shelf says; `undefined` leaves it to the shelf. */
  readonly outputFolder?: string | undefined;
  /** Lays what was typed over a book's own settings; it is asked for each book. */
  readonly settle?: ((book: LoadedBook) => LoadedBook) | undefined;
  /** Reads stories for what their books may be named by; one after another unless said otherwise. */
  readonly namer?: Namer;
}

/** What the books of several jobs may be named by, in the order of the jobs; see `nameBooks`. */
export type Namer = (books: readonly CompileOptions[]) => Promise<readonly (readonly (NameFields | null)[])[]>;

/** Where books are written when nobody says it. */
const defaultOutputFolder = 'out';

/**
 * Plans the books of a `fascicle.yaml`.
 * @throws CompileError for a file that is missing or wrong, or what was typed where it fits no book.
 */
export async function planShelf(path: string, settings: PlanSettings = {}): Promise<ShelfPlan> {
  const config = loadShelfConfig(path);
  const root = dirname(path);
  const outputFolder =
    settings.outputFolder ?? (config.out === undefined ? defaultOutputFolder : pathFrom(root, config.out));
  const pattern = { over: undefined, under: undefined };
  // A mistake in what the shelf says of all books is told once.
  editionsOf(layerOf(config, root));
  const gathered = await gatherBooks(path, config, {
    ...{ root, outputFolder, pattern, chain: [] },
    ...{ under: emptyLayer, over: emptyLayer },
  });
  const loading = await loadBooks(gathered.books, settings.settle ?? asItIs);
  const claims = settleClaims(loading.books);
  const named = await nameJobs(claims.books, outputFolder, settings.namer ?? nameInTurn);
  const apart = withoutOutputs(named);
  const { jobs, failed } = refuseSameNames(apart.jobs);
  return {
    jobs,
    failed: eachOnce([...gathered.failed, ...loading.failed, ...claims.failed, ...failed]),
    diagnostics: leftOut(gathered.outputs + apart.outputs, outputFolder),
    leftOut: 0,
    settings: {
      outputFolder,
      ...cacheOf(config.cache, root),
      jobs: config.jobs,
    },
  };
}

const asItIs = (book: LoadedBook) => book;

function cacheOf(said: ShelfConfig['cache'], root: string): Pick<ShelfSettings, 'cache' | 'cacheSize'> {
  if (said === undefined || said === false) return { cache: said, cacheSize: undefined };
  const { folder, size } = typeof said === 'string' ? { folder: said, size: undefined } : said;
  return { cache: folder === undefined ? undefined : pathFrom(root, folder), cacheSize: size };
}

/** @throws CompileError for what was typed where it fits no book. */
async function loadBooks(
  found: readonly FoundBook[],
  settle: (book: LoadedBook) => LoadedBook,
): Promise<{ readonly books: readonly ClaimedBook[]; readonly failed: readonly UnplannedBook[] }> {
  const books: ClaimedBook[] = [];
  const failed: UnplannedBook[] = [];
  const misfits: CompileError[] = [];
  for (const book of found) {
    try {
      const loaded = await loadFound(book);
      try {
        books.push({ ...book, loaded: settle(loaded), ownPattern: loaded.options.output });
      } catch (error) {
        if (error instanceof CompileError) misfits.push(error);
        throw error;
      }
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      failed.push({ id: book.id, diagnostics: [diagnosticOf(error)] });
    }
  }
  const [misfit] = misfits;
  if (misfit !== undefined && misfits.length === found.length) throw misfit;
  return { books, failed };
}

async function loadFound({ made, under, over, place }: FoundBook): Promise<LoadedBook> {
  if (made.type === 'bookFile') return loadBook(made.path, { under, over });
  const layer = layOver(under, over);
  const files = made.files.map(path => ({ path }));
  const stories = made.type === 'story' ? [{ ...layer.story, files }] : storiesApart(made.files, layer.story);
  const folderName = made.type === 'story' ? undefined : place.file;
  return {
    configuredEditions: layer.configuredEditions,
    failedStories: [],
    options: {
      stories,
      book: { ...layer.book, ...(folderName === undefined ? {} : { folderName }) },
      ...layer.look,
      bind: made.type === 'bound' ? made.bind : undefined,
      editions: editionsOf(layer),
    },
  };
}

/** What is said of a book that binds several is no story's own title. */
function storiesApart(files: readonly string[], said: FoundBook['over']['story']): StoryInput[] {
  return files.map(path => ({ ...said, title: undefined, files: [{ path }] }));
}

async function nameJobs(books: readonly ClaimedBook[], outputFolder: string, namer: Namer): Promise<BookJob[]> {
  const asking = books.filter(book => asksForContent(patternOf(book)));
  const fields = asking.length === 0 ? [] : await namer(asking.map(({ loaded }) => loaded.options));
  const fieldsOf = new Map(asking.map((book, index) => [book, fields[index] ?? []]));
  return books.map(book => {
    const { id, place, loaded } = book;
    const stems = bookStems(patternOf(book), place, loaded.options, fieldsOf.get(book));
    const options = { ...loaded.options, output: undefined, stems };
    return { id, options, outputFolder, failedStories: loaded.failedStories, diagnostics: [] };
  });
}

/** A `book.yaml` names its files for itself: they stay in its folder unless it names one. */
function patternOf({ pattern, ownPattern }: ClaimedBook): string {
  if (pattern.over !== undefined) return pattern.over;
  if (ownPattern !== undefined) return ownPattern.includes('/') ? ownPattern : `{folder}/${ownPattern}`;
  return pattern.under ?? defaultShelfPattern;
}

async function nameInTurn(books: readonly CompileOptions[]): Promise<readonly (readonly (NameFields | null)[])[]> {
  const names: (readonly (NameFields | null)[])[] = [];
  for (const options of books) names.push(await nameBooks(options));
  return names;
}

/** Leaves out the stories that another book is written to: where books lie among their sources, a pattern finds both. */
function withoutOutputs(jobs: readonly BookJob[]): { readonly jobs: readonly BookJob[]; readonly outputs: number } {
  const writers = new Map<string, BookJob>();
  for (const job of jobs) for (const path of outputsOf(job)) writers.set(resolve(path), job);
  const kept = jobs.filter(job => {
    const files = job.options.stories.flatMap(story => story.files);
    return !files.some(({ path }) => (writers.get(resolve(path)) ?? job) !== job);
  });
  return { jobs: kept, outputs: jobs.length - kept.length };
}

function leftOut(outputs: number, folder: string): Diagnostic[] {
  if (outputs === 0) return [];
  return [
    {
      code: 'source/output-left-out',
      severity: 'info',
      message: `${outputs === 1 ? 'One file was not read as a story' : `${outputs} files were not read as stories`}, because books are written there: ${folder}.`,
      hint: 'To make a book of one, name its file under "books".',
    },
  ];
}

function eachOnce(failed: readonly UnplannedBook[]): UnplannedBook[] {
  return [...new Map(failed.map(book => [book.id, book])).values()];
}
