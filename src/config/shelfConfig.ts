import * as v from 'valibot';
import { checkData } from '../data/checkData.ts';
import { mapOf } from '../data/mapOf.ts';
import { parseYaml } from '../data/parseYaml.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { parseByteSize } from '../text/byteSize.ts';
import { bookSettings, refuseNoMap, storySettings } from './bookConfig.ts';
import { text } from './values.ts';

/** The fields that a shelf's names may be made of; the first two are known before a story is read. */
export const shelfFields = [
  'folder', 'file', 'title', 'author', 'editor', 'date', 'language', 'series',
] as const; // prettier-ignore

const listedFields = shelfFields.map(field => `{${field}}`).join(', ');

const shelfPattern = v.pipe(
  text,
  v.check(hasKnownFields, `may hold ${listedFields} only`),
  v.check(staysBelow, 'must name a place below "out", such as {folder}/{file}'),
);

const ofOneBook = ['title', 'subtitle', 'description', 'id', 'identifier', 'bind'] as const;

/** What may be said of all books at once. */
const sharedSettings = {
  ...v.omit(v.object(bookSettings), ofOneBook).entries,
  author: storySettings.author,
  encoding: storySettings.encoding,
  output: v.optional(shelfPattern),
};

const entrySettings = {
  ...sharedSettings,
  ...v.pick(v.object(bookSettings), ofOneBook).entries,
  overrides: storySettings.overrides,
};

const noEntry = 'must be a path, or a map with "path" or "files"';
const entryOfPath = mapOf({ path: text, ...entrySettings }, noEntry);
const entryOfFiles = mapOf({
  files: v.pipe(v.array(text, 'must be a list of files'), v.minLength(1, 'must name at least one file')),
  ...entrySettings,
});
const entry = v.lazy(value => (typeof value === 'string' ? text : isOfFiles(value) ? entryOfFiles : entryOfPath));

const cacheSettings = mapOf({
  folder: v.optional(text),
  size: v.optional(
    v.pipe(
      text,
      v.check(size => parseByteSize(size) !== null, 'must be a size such as 2 GB'),
    ),
  ),
});

/** What a `fascicle.yaml` may say. */
export const shelfSchema = v.object({
  ...sharedSettings,
  books: v.pipe(v.array(entry, 'must be a list of books'), v.minLength(1, 'must name at least one book')),
  out: v.optional(text),
  cache: v.optional(
    v.lazy(value => (value === false ? v.literal(false) : isMap(value) ? cacheSettings : v.pipe(v.string('must be a folder, or false; or a map with "folder" and "size"'), text))), // prettier-ignore
  ),
  jobs: v.optional(
    v.pipe(
      v.number('must be a number'),
      v.integer('must be a whole number'),
      v.minValue(1, 'must be at least 1'),
      v.maxValue(256, 'must be at most 256'),
    ),
  ),
});

/** A checked `fascicle.yaml`; paths in it are as written, relative to its folder. */
export type ShelfConfig = v.InferOutput<typeof shelfSchema>;
export type ShelfEntry = ShelfConfig['books'][number];

/**
 * Parses and checks the text of a `fascicle.yaml`; all problems are reported at once.
 * @throws CompileError `config/invalid-yaml` or `config/invalid`.
 */
export function parseShelfConfig(source: string, path: string): ShelfConfig {
  const yaml = parseYaml(source);
  if (!yaml.ok) {
    const problems = yaml.problems.map(problem => `line ${problem.line}: ${problem.message}`);
    throw new CompileError('config/invalid-yaml', `${path} is not valid YAML:\n  ${problems.join('\n  ')}`, {
      hint: 'Put patterns and titles with a colon in quotes, and indent with spaces.',
      path,
    });
  }
  refuseNoMap(yaml.value, path, 'Name the books under "books:"; "fascicle init --shelf" makes a file with every key explained.');
  const checked = checkData(shelfSchema, yaml.value, placeOfKey);
  if (checked.ok) return checked.value;
  const count = checked.problems.length;
  throw new CompileError(
    'config/invalid',
    `${path} has ${count === 1 ? 'a mistake' : `${count} mistakes`}:\n  ${checked.problems.join('\n  ')}`,
    { hint: 'Run "fascicle init --shelf" in an empty folder to see every key explained.', path },
  );
} // prettier-ignore

/** What is said of one book is often written for all, and other words are used for what `books` does. */
function placeOfKey(key: string): string | null {
  if (key === 'stories') return 'it belongs in a book.yaml; a shelf names books';
  if (key === 'include' || key === 'shelves') return 'name the other fascicle.yaml under "books"';
  if (key === 'settings' || key === 'defaults') return 'write what is in it one level further out';
  if (key === 'file') return 'did you mean "path"?';
  return [...ofOneBook, 'overrides'].includes(key) ? 'it belongs beside a book’s "path", under "books"' : null;
}

function isOfFiles(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'files' in value;
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasKnownFields(pattern: string): boolean {
  const fields = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(match => match[1] ?? '');
  return fields.every(field => shelfFields.some(known => known === field));
}

/** Matches `{folder}/{file}` and `zines/{title}`; not `/srv/{file}`, `../{file}` or `C:\books\{file}`. */
function staysBelow(pattern: string): boolean {
  return !/^(?:\/|[a-z]:)|\\/i.test(pattern) && pattern.split('/').every(step => !/^\s*\.*\s*$/.test(step));
}
