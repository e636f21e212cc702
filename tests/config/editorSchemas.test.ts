import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { bookSchema } from '../../src/config/bookConfig.ts';
import { overridesSchema } from '../../src/config/overridesConfig.ts';
import { shelfSchema } from '../../src/config/shelfConfig.ts';
import { checkData } from '../../src/data/checkData.ts';
import { parseYaml } from '../../src/data/parseYaml.ts';
import { extendingThemeSchema, wholeThemeSchema } from '../../src/theme/themeSchema.ts';
import { expectGolden } from '../support/golden.ts';
import { editorSchemaOf } from './editorSchema.ts';

const described = {
  book: { title: 'A book.yaml of fascicle', schema: editorSchemaOf(bookSchema) },
  shelf: { title: 'A fascicle.yaml', schema: editorSchemaOf(shelfSchema) },
  overrides: { title: 'Corrections of a story, STORY.fascicle.yaml', schema: editorSchemaOf(overridesSchema) },
  theme: {
    title: 'A theme.yaml of fascicle',
    schema: {
      type: 'object',
      if: { required: ['extends'] },
      then: editorSchemaOf(extendingThemeSchema),
      else: editorSchemaOf(wholeThemeSchema),
    },
  },
} as const;

const books = [
  'title: 1984\neditor: [Nell, { name: Ann Lee, fileAs: "Lee, Ann" }]\nstories: [a.txt, { file: b.txt, series: { name: Lamps, position: 2 } }, { files: [c.txt], notes: { disclaimer: end } }]\n',
  'stories: [a]\nbind: both\nprint: { trim: a5, margins: 18mm, bleed: 0.125in, headings: { title: { size: 2 } } }\neditions: [epub, { name: kobo, format: kepub }, { name: large, format: pdf, profile: print, trim: [6in, 648], margins: { inner: 1in } }]\n',
  'stories: [a]\ncover: false\nfonts: { body: EB Garamond, fallbacks: [x] }\neditions: [{ name: zine, format: pdf, imposition: { scheme: booklet, paper: letter, duplex: long, marks: none, pages: 3-18 } }]\n',
  'stories: [a]\ncover: { style: deco, colors: ["#1b3a4b"] }\nidentifier: 9780306406157\nlanguage: French\ndate: 2024-10\nfrontMatter: { dedication: d.md }\noutput: "{title}"\n',
  'stories: [{ file: a, overrides: { title: 1984, corrections: [{ lines: 12-14, is: title }] } }]\nseries: Lamps\n',
];
const overrides = ['title: A\nauthor: Wren\ncorrections: [{ lines: 12, is: chapter, number: 2 }, { text: x, before: break, reason: so }]\n', 'typography: off\n']; // prettier-ignore

const valueOf = (text: string): unknown => {
  const yaml = parseYaml(text);
  if (!yaml.ok) throw new Error(`not YAML: ${text}`);
  return yaml.value;
};
const read = (path: string) => readFileSync(path, 'utf8');

/** What no JSON Schema can say: it is seen when the book is built. */
const seenLater =
  /must not be empty|must be a date|must be a language|must be an ISBN|must be one of A7|must be one of .*two sides|must be a length|must be between|must be \d+ to \d+ points|must be at most|must not be negative|must be a sheet|must be pages|must be (?:long|a line or a range)|must go from|must have "lines"|must have "is"|must not have both|must give each edition|must say "scheme"|must leave "profile"|may hold|must be a cover style|must be the thickness/;

const validators = new Map<string, ValidateFunction>();
const validate = (name: keyof typeof described, value: unknown): boolean => {
  const known = validators.get(name) ?? new Ajv2020({ strict: false }).compile(described[name].schema);
  validators.set(name, known);
  return known(value);
};

/** A value with one thing in it changed, somewhere. */
function mutate(value: unknown, seed: number, by: unknown): unknown {
  const isWhole = typeof value !== 'object' || value === null || seed % 4 === 0;
  if (isWhole) return by;
  const keys = Object.keys(value);
  const key = keys[Math.floor(seed / 4) % Math.max(keys.length, 1)] ?? 'title';
  const changed = mutate((value as Record<string, unknown>)[key], Math.floor(seed / 16), by);
  return Array.isArray(value) ? value.map((item: unknown, index) => (String(index) === key ? changed : item)) : { ...value, [key]: changed }; // prettier-ignore
}

describe('the JSON Schemas for editors', () => {
  it.each(Object.entries(described))('has that of the %s in docs', async (name, { title, schema }) => {
    const whole = { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...schema };
    const options = JSON.parse(read('.prettierrc.json')) as object;
    expectGolden(`docs/${name}.schema.json`, await format(JSON.stringify(whole), { ...options, parser: 'json' }));
  });

  it.each(['templates/starter/book.yaml', 'stories/book.yaml'])('takes %s', path => {
    expect(validate('book', valueOf(read(path)))).toBe(true);
  });

  it.each(['plain', 'classic', 'zine'])('takes the theme %s', name => {
    expect(validate('theme', valueOf(read(`templates/${name}/theme.yaml`)))).toBe(true);
  });

  it.each([
    ['book', bookSchema, books],
    ['overrides', overridesSchema, overrides],
    ['shelf', shelfSchema, ['books: [a.txt, "b/*.txt"]\n']],
  ] as const)('agrees with the check of a %s, whatever is changed in one', (name, schema, texts) => {
    const values = texts.map(valueOf);
    for (const value of values) expect([validate(name, value), checkData(schema, value).ok], JSON.stringify(value)).toEqual([true, true]); // prettier-ignore
    const by = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('', ' ', 'epub', 'none', 0, -1, 3.5, [], {}, { file: 'x' }, { files: [] }, { name: 'x', format: 'pdf' }, { nmae: 1 })); // prettier-ignore
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.nat(), by, (value, seed, replacement) => {
        const changed = mutate(value, seed, replacement);
        // A file that is no map is refused before its keys are looked at.
        fc.pre(!Array.isArray(changed));
        const checked = checkData(schema, changed);
        const isTaken = validate(name, changed);
        if (checked.ok) expect(isTaken, JSON.stringify(changed)).toBe(true);
        else if (isTaken) expect(checked.problems.filter(problem => !seenLater.test(problem)), JSON.stringify(changed)).toEqual([]); // prettier-ignore
      }),
      { numRuns: 3000 },
    );
  });
});
