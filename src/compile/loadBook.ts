import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { MatterRole } from '../book/tree.ts';
import { backMatterRoles, type BookConfig, frontMatterRoles, type StoryConfig } from '../config/bookConfig.ts';
import { settledImposition } from '../config/impositionConfig.ts';
import { loadBookConfig } from '../config/loadBookConfig.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { isBundledFamily } from '../fonts/bundledFamilies.ts';
import { bundledThemes } from '../theme/loadTheme.ts';
import { compareNaturally, findStories } from '../source/findStories.ts';
import type { FailedStory } from './compileEvent.ts';
import type { CompileOptions, FontChoices, MatterInput, StoryInput } from './compileOptions.ts';
import { coverChoice } from './coverPlan.ts';
import { diagnosticOf } from './diagnosticOf.ts';
import type { Edition } from './edition.ts';
import { resolveEditions } from './edition.ts';
import { nothingFound } from './nothingFound.ts';

/** The options of a `book.yaml`, the editions it defines, and the stories it names that cannot be found. */
export interface LoadedBook {
  readonly options: CompileOptions;
  readonly configuredEditions: readonly Edition[];
  readonly failedStories: readonly FailedStory[];
}

/**
 * Loads a `book.yaml`; the paths in it count from its own folder. A story that cannot be found costs no other.
 * @throws CompileError for a file that is missing or wrong, or when no story is found at all.
 */
export async function loadBook(path: string): Promise<LoadedBook> {
  const config = loadBookConfig(path);
  const folder = dirname(path);
  const found: FoundEntry[] = [];
  for (const story of config.stories) found.push(await findEntry(story, folder, path));
  const stories = eachFileOnce(found);
  if (stories.length === 0) throw nothingFound(found.flatMap(entry => entry.failures));
  const configured = (config.editions ?? []).filter(edition => typeof edition !== 'string');
  const configuredEditions = configured.map(edition => configuredEdition(edition, folder));
  const names = config.editions?.map(edition => (typeof edition === 'string' ? edition : edition.name));
  return {
    configuredEditions,
    failedStories: found.flatMap(({ files, failures }) =>
      failures.length === 0 ? [] : [{ files, diagnostics: failures.map(failure => diagnosticOf(failure)) }],
    ),
    options: {
      stories,
      book: bookInput(config, folder),
      bind: config.bind,
      editions: names === undefined ? undefined : resolveEditions(names, configuredEditions),
      theme: themePath(config.theme, folder),
      print: config.print,
      fonts: fontChoices(config.fonts, folder),
      cover: coverOf(config.cover, folder),
      output: config.output,
      notes: config.notes,
      typography: config.typography,
      imageRoot: folder,
    },
  };
}

type EditionConfig = Exclude<NonNullable<BookConfig['editions']>[number], string>;

/** An edition's settings of print stand beside its name. */
function configuredEdition({ name, format, theme, ...others }: EditionConfig, folder: string): Edition {
  const edition = { name, format, theme: themePath(theme, folder) };
  if (format !== 'pdf') return edition;
  const { profile, imposition, ...print } = { profile: undefined, imposition: undefined, ...others };
  return { ...edition, profile, print, imposition: settledImposition(name, imposition) ?? undefined };
}

function bookInput(config: BookConfig, folder: string): CompileOptions['book'] {
  return {
    id: config.id,
    title: config.title,
    subtitle: config.subtitle,
    editors: config.editor,
    language: config.language,
    date: config.date,
    description: config.description,
    series: config.series,
    publisher: config.publisher,
    source: config.source,
    rights: config.rights,
    identifier: config.identifier,
    frontMatter: matterInputs(frontMatterRoles, config.frontMatter, folder),
    backMatter: matterInputs(backMatterRoles, config.backMatter, folder),
  };
}

function matterInputs(
  roles: readonly MatterRole[],
  files: Readonly<Record<string, string | undefined>> | undefined,
  folder: string,
): MatterInput[] {
  return roles.flatMap(role => {
    const file = files?.[role];
    return file === undefined ? [] : [{ role, file: { path: pathFrom(folder, file) } }];
  });
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

/** A bundled theme is named; any other is a folder. */
function themePath(theme: string | undefined, folder: string): string | undefined {
  return theme === undefined || bundledThemes.some(name => name === theme) ? theme : pathFrom(folder, theme);
}

/** A bundled family is named; any other font is a file or a folder. */
function fontChoices(fonts: BookConfig['fonts'], folder: string): FontChoices {
  const sourceOf = (font: string): string => (isBundledFamily(font) ? font : pathFrom(folder, font));
  return {
    body: fonts?.body === undefined ? undefined : sourceOf(fonts.body),
    headings: fonts?.headings === undefined ? undefined : sourceOf(fonts.headings),
    fallbacks: fonts?.fallbacks?.map(sourceOf),
    packageFolders: [folder],
  };
}

/** A picture's path counts from the folder of the book. */
function coverOf(cover: BookConfig['cover'], folder: string): CompileOptions['cover'] {
  if (cover === undefined) return undefined;
  if (cover === false) return 'none';
  const choice = coverChoice(cover);
  return choice.image === undefined ? choice : { ...choice, image: pathFrom(folder, choice.image) };
}

function pathFrom(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}
