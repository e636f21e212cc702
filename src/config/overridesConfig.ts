import * as v from 'valibot';
import { matterRoles } from '../book/matterRoles.ts';
import { checkData } from '../data/checkData.ts';
import { mapOf } from '../data/mapOf.ts';
import { parseYaml, yamlLineOf } from '../data/parseYaml.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { language, people, text, typography, wordsOrNumber } from './values.ts';

/** What lines can be said to be, besides a role of matter. */
const kinds = [
  'story', 'removed', 'title', 'byline', 'field', 'chapter', 'prologue', 'epilogue', 'interlude', 'chapterTitle', 'part', 'break', 'closingLine',
  'contents', 'section', 'slugLine', 'footnote', 'none',
] as const; // prettier-ignore

const isKind = v.picklist([...kinds, ...matterRoles], `must be one of ${[...kinds, ...matterRoles].join(', ')}`);

/** Matches `12`, `12-14`, `12–14`; lines count from 1. */
const lineRange = /^([1-9]\d{0,8})(?:\s*[-–]\s*([1-9]\d{0,8}))?$/;
const lines = v.pipe(
  v.union([v.string(), v.number()], 'must be a line or a range such as 12-14'),
  v.transform(String),
  v.regex(lineRange, 'must be a line or a range such as 12-14'),
  v.transform((range): readonly [number, number] => {
    const [, first = '', last = first] = lineRange.exec(range) ?? [];
    return [Number(first), Number(last)];
  }),
  v.check(([first, last]) => first <= last, 'must go from a line to a later one'),
);

const correctionEntries = mapOf(
  {
    lines: v.optional(lines),
    text: v.optional(wordsOrNumber),
    is: v.optional(isKind),
    before: v.optional(v.picklist(['break', 'chapter', 'none'], 'must be break, chapter or none')),
    number: v.optional(v.pipe(v.number('must be a number'), v.integer('must be a whole number'), v.minValue(0, 'must not be negative'))),
    title: v.optional(wordsOrNumber),
    place: v.optional(v.picklist(['front', 'opening', 'closing', 'back'], 'must be front, opening, closing or back')),
    reason: v.optional(text),
  },
  'must be a map with "lines" or "text", and "is" or "before"',
); // prettier-ignore

const correction = v.pipe(
  correctionEntries,
  v.check(
    ({ lines: given, text: words }) => given !== undefined || words !== undefined,
    'must have "lines" or "text", to say what it is about',
  ),
  v.check(
    ({ is, before }) => is !== undefined || before !== undefined,
    'must have "is" or "before", to say what is right',
  ),
  v.check(
    ({ is, before }) => is === undefined || before === undefined,
    'must not have both "is" and "before"; make two corrections of it',
  ),
);

/** The settings of an overrides file, and of `overrides:` under a story of a `book.yaml`. */
export const overridesEntries = {
  source: v.optional(v.pipe(text, v.regex(/^sha256:[0-9a-f]{64}$/i, 'must be "sha256:" and 64 digits, as "fascicle inspect --propose" writes it'))),
  title: v.optional(wordsOrNumber),
  author: v.optional(people),
  language: v.optional(language),
  encoding: v.optional(text),
  typography: v.optional(typography),
  corrections: v.optional(v.array(correction, 'must be a list of corrections')),
}; // prettier-ignore

/** What an overrides file may say. */
export const overridesSchema = v.object(overridesEntries);

/** What a reader says is right about a story. */
export type OverridesConfig = v.InferOutput<typeof overridesSchema>;

/**
 * Parses and checks an overrides file; all mistakes are reported at once, with their lines.
 * @throws CompileError `config/invalid-yaml` or `config/invalid`.
 */
export function parseOverrides(source: string, path: string): OverridesConfig {
  const yaml = parseYaml(source);
  if (!yaml.ok) {
    const problems = yaml.problems.map(problem => `line ${problem.line}: ${problem.message}`);
    throw new CompileError('config/invalid-yaml', `${path} is not valid YAML:\n  ${problems.join('\n  ')}`, {
      hint: 'Put texts with a colon or a quotation mark in quotes, and indent with spaces.',
      path,
    });
  }
  // A file in which every proposal was refused, or is a comment, corrects nothing.
  if (yaml.value === null) return {};
  if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) {
    throw new CompileError('config/invalid', `${path} is ${Array.isArray(yaml.value) ? 'a list' : 'text'}; a map of settings was expected.`, {
      hint: 'Write the corrections under "corrections:"; "fascicle inspect --propose" makes such a file.',
      path,
    }); // prettier-ignore
  }
  const value = 'corrections' in yaml.value && yaml.value.corrections === null ? { ...yaml.value, corrections: [] } : yaml.value; // prettier-ignore
  const checked = checkData(overridesSchema, value, () => null, yamlLineOf(source));
  if (checked.ok) return checked.value;
  const count = checked.problems.length;
  throw new CompileError(
    'config/invalid',
    `${path} has ${count === 1 ? 'a mistake' : `${count} mistakes`}:\n  ${checked.problems.join('\n  ')}`,
    { hint: 'Run "fascicle inspect --propose" on the story to see how corrections are written.', path },
  );
}
