import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CompileOptions } from '../compile/compileOptions.ts';
import { overridesPaths } from '../config/loadOverrides.ts';
import type { BookJob } from '../shelf/bookJob.ts';

/** The files that a job names, and those that may lie beside them: what it is made of when nothing else is known. */
export function namedFiles({ options }: Pick<BookJob, 'options'>): readonly string[] {
  const { stories, book, theme, cover, fonts } = options;
  const texts = stories
    .flatMap(story => story.files)
    .flatMap(({ path, content }) => (content === undefined ? [path] : []));
  const pages = [...(book?.frontMatter ?? []), ...(book?.backMatter ?? [])].map(({ file }) => file.path);
  const looks = [theme, ...editionThemes(options)].flatMap(folder =>
    folder !== undefined && existsSync(folder) ? [join(folder, 'theme.yaml'), join(folder, 'epub.css')] : [],
  );
  const picture = typeof cover === 'object' ? cover.image : cover;
  const sources = [picture, fonts?.body, fonts?.headings, ...(fonts?.fallbacks ?? [])].filter(isOnDisk);
  return [...new Set([...texts, ...texts.flatMap(path => overridesPaths(path)), ...pages, ...looks, ...sources])];
}

function editionThemes({ editions = [] }: CompileOptions): (string | undefined)[] {
  return editions.map(edition => (typeof edition === 'string' ? undefined : edition.theme));
}

/** A style of cover and a bundled family are named as a file may be. */
function isOnDisk(source: string | undefined): source is string {
  return source !== undefined && existsSync(source);
}
