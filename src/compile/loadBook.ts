import { dirname, resolve } from 'node:path';
import type { StoryConfig } from '../config/bookConfig.ts';
import { loadBookConfig } from '../config/loadBookConfig.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { compareNaturally, findStories } from '../source/findStories.ts';
import { type BookLayer, editionsOf, emptyLayer, layerOf, layOver, withSaid } from './bookLayer.ts';
import type { FailedStory } from './compileEvent.ts';
import type { CompileOptions, StoryInput } from './compileOptions.ts';
import { diagnosticOf } from './diagnosticOf.ts';
import type { Edition } from './edition.ts';
import { nothingFound } from './nothingFound.ts';
import { pathFrom } from './pathFrom.ts';

/** The options of a `book.yaml`, the editions it defines, and the stories it names that cannot be found. */
export interface LoadedBook {
  readonly options: CompileOptions;
  readonly configuredEditions: readonly Edition[];
  readonly failedStories: readonly FailedStory[];
}

/** What is said of a book elsewhere than in its file. */
export interface LayersAround {
  /** What holds where the file says nothing. */
  readonly under?: BookLayer;
  /** What holds whatever the file says. */
  readonly over?: BookLayer;
}

/**
 * Loads a `book.yaml`; the paths in it count from its own folder. A story that cannot be found costs no other.
 * @throws CompileError for a file that is missing or wrong, or when no story is found at all.
 */
export async function loadBook(
  path: string,
  { under = emptyLayer, over = emptyLayer }: LayersAround = {},
): Promise<LoadedBook> {
  const config = loadBookConfig(path);
  const folder = dirname(path);
  const found: FoundEntry[] = [];
  for (const story of config.stories) found.push(await findEntry(story, folder, path));
  const stories = eachFileOnce(found);
  if (stories.length === 0) throw nothingFound(found.flatMap(entry => entry.failures));
  const layer = layOver(layOver(under, layerOf(config, folder)), over);
  const failedStories = found.flatMap(({ files, failures }) =>
    failures.length === 0 ? [] : [{ files, diagnostics: failures.map(failure => diagnosticOf(failure)) }],
  );
  return {
    configuredEditions: layer.configuredEditions,
    failedStories,
    options: {
      stories: stories.map(story =>
        withSaid<StoryInput>(withSaid<StoryInput>({ files: [], ...under.story }, story), {
          files: story.files,
          ...over.story,
        }),
      ),
      book: layer.book,
      ...layer.look,
      editions: editionsOf(layer),
      imageRoot: folder,
    },
  };
}

/** What an entry of `stories` comes to. */
interface FoundEntry {
  /** The files or patterns of the entry, from the folder of the process. */
  readonly files: readonly string[];
  readonly stories: readonly StoryInput[];
  /** What could not be found; then there are no stories. */
  readonly failures: readonly CompileError[];
  /** Whether the entry is a bare path, and says nothing of the story. */
  readonly isBare: boolean;
}

async function findEntry(story: StoryConfig, folder: string, origin: string): Promise<FoundEntry> {
  const isBare = typeof story === 'string';
  const written = isBare ? [story] : 'files' in story ? story.files : [story.file];
  const files = written.map(path => pathFrom(folder, path));
  const paths: string[] = [];
  const failures: CompileError[] = [];
  for (const file of files) {
    try {
      paths.push(...(await findStories(file)).paths.toSorted(compareNaturally));
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) return { files, stories: [], failures, isBare };
  if (isBare) return { files, stories: paths.map(path => ({ files: [{ path }] })), failures, isBare };
  const { id, title, author, language, series, source, rights, encoding, typography, notes, overrides } = story;
  const whole = {
    files: paths.map(path => ({ path })),
    id,
    title,
    authors: author,
    language,
    series,
    source,
    rights,
    encoding,
    typography,
    notes,
    overrides: overrides === undefined ? undefined : { origin, config: overrides },
  };
  return { files, stories: [whole], failures, isBare };
}

/** A file that is named twice counts once: where something is said of it, else where it is named first. */
function eachFileOnce(entries: readonly FoundEntry[]): StoryInput[] {
  const described = entries.filter(entry => !entry.isBare).flatMap(entry => entry.stories);
  const isDescribed = new Set(described.flatMap(story => story.files.map(file => resolve(file.path))));
  const taken = new Set<string>();
  const isFirst = (path: string) => !taken.has(path) && taken.add(path).has(path);
  return entries.flatMap(({ stories, isBare }) =>
    stories
      .map(story => ({
        ...story,
        files: story.files.filter(({ path }) => !(isBare && isDescribed.has(resolve(path))) && isFirst(resolve(path))),
      }))
      .filter(story => story.files.length > 0),
  );
}
