import * as v from 'valibot';
import { checkData } from '../data/checkData.ts';
import { mapOf } from '../data/mapOf.ts';
import { parseYaml } from '../data/parseYaml.ts';
import { isIsoDate } from '../text/isoDate.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { schemeNames } from '../impose/imposition.ts';
import { printProfileNames } from '../theme/printProfile.ts';
import { printSettingsEntries, printSettingsSchema } from '../theme/themeSchema.ts';
import { coverConfig } from './coverConfig.ts';
import { fontsConfig } from './fontsConfig.ts';
import { impositionConfig, settledImposition } from './impositionConfig.ts';
import { notesPolicy } from './notesConfig.ts';
import { overridesEntries } from './overridesConfig.ts';
import { identifier, language, people, series, text, typography, wordsOrNumber } from './values.ts';

/** What a book's own pages can be, before and after the stories, in the order they are bound. */
export const frontMatterRoles = ['dedication', 'epigraph', 'acknowledgments', 'permissions', 'introduction'] as const;
export const backMatterRoles = ['afterword', 'acknowledgments', 'permissions', 'endNotes'] as const;

/** How several stories are bound. */
export const bindings = ['anthology', 'separate', 'both'] as const;
export type Binding = (typeof bindings)[number];

const date = v.pipe(wordsOrNumber, v.check(isIsoDate, 'must be a date such as 2024-10-31, 2024-10 or 2024'));

const storySettings = {
  id: v.optional(text),
  title: v.optional(wordsOrNumber),
  author: v.optional(people),
  language: v.optional(language),
  series: v.optional(series),
  source: v.optional(text),
  rights: v.optional(text),
  encoding: v.optional(text),
  typography: v.optional(typography),
  notes: v.optional(notesPolicy),
  overrides: v.optional(mapOf(overridesEntries)),
};

const storyOfOneFile = mapOf({ file: text, ...storySettings }, 'must be a path, or a map with "file" or "files"');
const storyOfFiles = mapOf({
  files: v.pipe(v.array(text, 'must be a list of files'), v.minLength(1, 'must name at least one file')),
  ...storySettings,
});
const story = v.lazy(value =>
  typeof value === 'string' ? text : hasKey(value, 'files') ? storyOfFiles : storyOfOneFile,
);

const editionEntries = {
  name: v.pipe(text, v.regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens')),
  format: v.picklist(['epub', 'kepub', 'pdf'], 'must be epub, kepub or pdf'),
  theme: v.optional(text),
};
const configuredEdition = mapOf(editionEntries, 'must be the name of an edition, or a map with "name" and "format"');
const printedEdition = v.pipe(
  mapOf({
    ...editionEntries,
    profile: v.optional(v.picklist(printProfileNames, `must be one of ${printProfileNames.join(', ')}`)),
    imposition: v.optional(impositionConfig),
    ...printSettingsEntries,
  }),
  v.check(
    ({ name, imposition }) => imposition === undefined || settledImposition(name, imposition) !== null,
    `must say "scheme" in its imposition: one of ${schemeNames.join(', ')}`,
  ),
  v.check(
    ({ name, profile, imposition }) =>
      profile === undefined || profile === 'print' || settledImposition(name, imposition) === null,
    'must leave "profile" out, or have it as print, where its pages lie on sheets',
  ),
);
const edition = v.lazy(value =>
  typeof value === 'string' ? text : isPrinted(value) ? printedEdition : configuredEdition,
);

function isPrinted(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'pdf';
}

/** Their names tell editions apart, on the command line and in the names of their files. */
const editions = v.pipe(
  v.array(edition, 'must be a list of editions'),
  v.check(found => {
    const names = found.flatMap(each => (typeof each === 'string' ? [] : [each.name]));
    return new Set(names).size === names.length;
  }, 'must give each edition a name of its own'),
);

const outputPattern = v.pipe(
  text,
  v.check(isOutputPattern, `may hold {title}, {author}, {editor}, {date} and {language} only`),
);

const matterFiles = (roles: readonly string[]) =>
  mapOf(Object.fromEntries(roles.map(role => [role, v.optional(text)])), 'must be a map of pages and their files');

const bookEntries = {
  id: v.optional(text),
  title: v.optional(wordsOrNumber),
  subtitle: v.optional(wordsOrNumber),
  editor: v.optional(people),
  language: v.optional(language),
  date: v.optional(date),
  description: v.optional(text),
  series: v.optional(series),
  publisher: v.optional(wordsOrNumber),
  source: v.optional(text),
  rights: v.optional(text),
  identifier: v.optional(identifier),
  frontMatter: v.optional(matterFiles(frontMatterRoles)),
  backMatter: v.optional(matterFiles(backMatterRoles)),
  stories: v.pipe(v.array(story, 'must be a list of stories'), v.minLength(1, 'must name at least one story')),
  bind: v.optional(v.picklist(bindings, 'must be anthology, separate or both')),
  editions: v.optional(editions),
  output: v.optional(outputPattern),
  typography: v.optional(typography),
  notes: v.optional(notesPolicy),
  theme: v.optional(text),
  print: v.optional(printSettingsSchema),
  fonts: v.optional(fontsConfig),
  cover: v.optional(coverConfig),
};
/** What a `book.yaml` may say. */
export const bookSchema = v.object(bookEntries);

/** A checked `book.yaml`; paths in it are as written, relative to its folder. */
export type BookConfig = v.InferOutput<typeof bookSchema>;
export type StoryConfig = BookConfig['stories'][number];

/**
 * Parses and checks the text of a `book.yaml`; all problems are reported at once.
 * @throws CompileError `config/invalid-yaml` or `config/invalid`.
 */
export function parseBookConfig(source: string, path: string): BookConfig {
  const yaml = parseYaml(source);
  if (!yaml.ok) {
    const problems = yaml.problems.map(problem => `line ${problem.line}: ${problem.message}`);
    throw new CompileError('config/invalid-yaml', `${path} is not valid YAML:\n  ${problems.join('\n  ')}`, {
      hint: 'Put titles with a colon in quotes, and indent with spaces.',
      path,
    });
  }
  refuseNoMap(yaml.value, path);
  const checked = checkData(bookSchema, yaml.value, placeOfKey);
  if (checked.ok) return checked.value;
  const count = checked.problems.length;
  throw new CompileError(
    'config/invalid',
    `${path} has ${count === 1 ? 'a mistake' : `${count} mistakes`}:\n  ${checked.problems.join('\n  ')}`,
    {
      hint: 'Run "fascicle init" in an empty folder to see every key explained.',
      path,
    },
  );
}

/** A file that holds no settings at all gets one sentence, not one for every key. */
function refuseNoMap(value: unknown, path: string): void {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isMap) return;
  const kind = Array.isArray(value) ? 'a list' : typeof value === 'number' ? 'a number' : 'text';
  const found = value === null || value === undefined ? 'is empty' : `is ${kind}`;
  throw new CompileError('config/invalid', `${path} ${found}; a map of settings was expected.`, {
    hint: 'Write settings such as "title: My Book", and the stories under "stories:".',
    path,
  });
}

/** The book's own pages, and what concerns print, are often written in the wrong place. */
function placeOfKey(key: string): string | null {
  if (key === 'profile' || key === 'imposition') return 'it belongs in an edition of format pdf';
  if (key in printSettingsEntries) return 'it belongs under "print", or in an edition of format pdf';
  const places = [
    ...(frontMatterRoles.some(role => role === key) ? ['"frontMatter"'] : []),
    ...(backMatterRoles.some(role => role === key) ? ['"backMatter"'] : []),
  ];
  return places.length === 0 ? null : `it belongs under ${places.join(' or ')}`;
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}

/** The fields an output name may be made of. */
export const outputFields = ['title', 'author', 'editor', 'date', 'language'] as const;

function isOutputPattern(pattern: string): boolean {
  const fields = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(match => match[1] ?? '');
  return fields.every(field => outputFields.some(known => known === field));
}
