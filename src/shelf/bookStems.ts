import { posix } from 'node:path';
import type { CompileOptions } from '../compile/compileOptions.ts';
import { bindingOf, distinctStems, fillPattern, type NameFields } from '../compile/planOutputs.ts';
import { digestOf } from '../reads/trackReads.ts';
import { isStoryName } from '../source/sourceText.ts';
import { isGlobPattern } from '../text/globPattern.ts';
import { markLength, safeName } from '../text/safeName.ts';
import { slugify } from '../text/slug.ts';

/** The pattern of a shelf's names when nobody gives one: the books lie as their sources do. */
export const defaultShelfPattern = '{folder}/{file}';

/** Where a book's sources lie: what `{folder}` and `{file}` stand for, with `/` between folders. */
export interface BookPlace {
  readonly folder: string;
  readonly file: string;
}

/** Whether a story has to be read for what a pattern asks: `{title}` and the like; not `{folder}/{file}`. */
export function asksForContent(pattern: string): boolean {
  return /\{(?!folder\}|file\})\w+\}/.test(pattern);
}

/** The place of what is made from a path: `lamps/ned.txt` is `ned` in `lamps`, `lamps/book.yaml` and the folder `lamps` are `lamps`. */
export function placeOfPath(path: string): BookPlace {
  const named = path.replace(/(?:^|\/)book\.ya?ml$/i, '');
  const { dir, base, ext } = posix.parse(named);
  const file = isStoryName(base) || /\.ya?ml$/i.test(base) ? base.slice(0, -ext.length) : base;
  return /^\.*$/.test(base) ? { folder: '', file: 'book' } : { folder: dir, file };
}

/** The place of a book bound from what a pattern matches: the folder that it starts in, `zines/2024/*.txt` → `2024` in `zines`. */
export function placeOfPattern(pattern: string): BookPlace {
  const steps = pattern.split('/');
  return placeOfPath(
    steps
      .slice(
        0,
        steps.findIndex(step => isGlobPattern(step)),
      )
      .join('/'),
  );
}

/**
 * The stems of a job's books, each its own: of the book that binds all stories, where there is one, then of each story's own.
 *
 * @param fields what the books are named by, in that order; empty where the pattern does not ask for it
 */
export function bookStems(
  pattern: string,
  place: BookPlace,
  options: CompileOptions,
  fields: readonly (NameFields | null)[] = [],
): string[] {
  const bind = bindingOf(options);
  if (options.stories.length === 1) return [stemOf(pattern, place, fields[0] ?? null)];
  const inside = posix.join(place.folder, place.file);
  const places = options.stories.map(({ files }) => ({ folder: inside, file: fileStem(files[0]?.path ?? '') }));
  const all = [...(bind === 'separate' ? [] : [place]), ...(bind === 'anthology' ? [] : places)];
  return distinctStems(all.map((each, index) => stemOf(pattern, each, fields[index] ?? null)));
}

function fileStem(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  return isStoryName(name) ? name.slice(0, name.lastIndexOf('.')) : name;
}

/** `{folder}/{author} - {title}` → `lamps/ned-hollow-the-lamp`; a name that asks for words is made as names of files are elsewhere. */
function stemOf(pattern: string, { folder, file }: BookPlace, fields: NameFields | null): string {
  const steps = pattern.split('/').flatMap(step => {
    if (step === '{folder}') return folder.split('/').filter(name => !/^\.*$/.test(name)).map(name => safeName(name, markOf));
    const filled = fillPattern(step, { ...fields, folder: folder.replaceAll('/', '-'), file });
    if (asksForContent(step)) return [contentName(filled) || safeName(file, markOf)];
    return filled.trim() === '' ? [] : [safeName(filled, markOf)];
  });
  return steps.join('/') || safeName(file, markOf);
} // prettier-ignore

/** A name that had to be cut gets a mark, so that two long titles do not fall together. */
function contentName(words: string): string {
  const name = slugify(words);
  return name === slugify(words, Infinity) ? name : `${name}-${markOf(words)}`;
}

function markOf(text: string): string {
  return digestOf(new TextEncoder().encode(text)).slice(0, markLength);
}
