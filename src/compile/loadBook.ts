import { dirname, join } from 'node:path';
import type { MatterRole } from '../book/tree.ts';
import { backMatterRoles, type BookConfig, frontMatterRoles, type StoryConfig } from '../config/bookConfig.ts';
import { loadBookConfig } from '../config/loadBookConfig.ts';
import { bundledThemes } from '../theme/loadTheme.ts';
import { compareNaturally, findStories } from '../source/findStories.ts';
import type { CompileOptions, MatterInput, SourceFile, StoryInput } from './compileOptions.ts';
import type { Edition } from './edition.ts';
import { resolveEditions } from './edition.ts';

/** The options of a `book.yaml`, and the editions it defines. */
export interface LoadedBook {
  readonly options: CompileOptions;
  readonly configuredEditions: readonly Edition[];
}

/**
 * Loads a `book.yaml`; the paths in it count from its own folder.
 * @throws CompileError for a file that is missing or wrong, or a story path that matches nothing.
 */
export async function loadBook(path: string): Promise<LoadedBook> {
  const config = loadBookConfig(path);
  const folder = dirname(path);
  const stories: StoryInput[] = [];
  for (const story of config.stories) stories.push(...(await storiesOf(story, folder)));
  const configured = (config.editions ?? []).filter(edition => typeof edition !== 'string');
  const configuredEditions = configured.map(edition => ({ ...edition, theme: themePath(edition.theme, folder) }));
  const names = config.editions?.map(edition => (typeof edition === 'string' ? edition : edition.name));
  return {
    configuredEditions,
    options: {
      stories,
      book: bookInput(config, folder),
      bind: config.bind,
      editions: names === undefined ? undefined : resolveEditions(names, configuredEditions),
      theme: themePath(config.theme, folder),
      cover: config.cover === false ? 'none' : config.cover,
      output: config.output,
    },
  };
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
    return file === undefined ? [] : [{ role, file: { path: join(folder, file) } }];
  });
}

async function storiesOf(story: StoryConfig, folder: string): Promise<StoryInput[]> {
  if (typeof story === 'string') {
    const { paths } = await findStories(join(folder, story));
    return paths.map(path => ({ files: [{ path }] }));
  }
  const patterns = 'files' in story ? story.files : [story.file];
  const files: SourceFile[] = [];
  for (const pattern of patterns) {
    const { paths } = await findStories(join(folder, pattern));
    files.push(...paths.toSorted(compareNaturally).map(path => ({ path })));
  }
  const { id, title, author, language } = story;
  return [{ files, id, title, authors: author, language }];
}

/** A bundled theme is named; any other is a folder. */
function themePath(theme: string | undefined, folder: string): string | undefined {
  return theme === undefined || bundledThemes.some(name => name === theme) ? theme : join(folder, theme);
}
