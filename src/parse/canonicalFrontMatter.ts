import type { PersonName, StoryField } from '../book/tree.ts';
import { parseYaml } from '../data/parseYaml.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';
import { languageTag } from '../text/languageTag.ts';
import type { StatedStory } from './manuscript.ts';

/** The front matter of a file of ours, and the number of lines it takes. */
export interface CanonicalFrontMatter {
  readonly story: StatedStory;
  readonly endLine: number;
}

/** Whether a file is one that we printed: its front matter begins with our mark. */
export function isCanonical(source: SourceText): boolean {
  return source.lines[0]?.trimEnd() === '---' && /^fascicle:[ \t]*["']?story@1["']?[ \t]*$/.test(source.lines[1] ?? '');
}

const nothing: StatedStory = { title: null, authors: [], language: null, date: null, fields: [], isWhole: true };

/** Reads the metadata of a file of ours; what was broken in editing is reported and left out. */
export function readCanonicalFrontMatter(source: SourceText, report: Report): CanonicalFrontMatter {
  const close = source.lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  const end = close < 0 ? 2 : close;
  const yaml = parseYaml(source.lines.slice(1, end).join('\n'));
  const endLine = close < 0 ? end : end + 1;
  if (yaml.ok && isMap(yaml.value) && close > 0) return { story: statedStory(yaml.value), endLine };
  const line = yaml.ok ? 2 : (yaml.problems[0]?.line ?? 1) + 1;
  report({
    code: 'parse/front-matter-invalid',
    severity: 'warning',
    message: `The front matter of ${source.path} ${close < 0 ? 'has no end' : 'is not valid YAML'}; what it says of the story is left out.`,
    hint: close < 0 ? 'Close it with a line "---".' : 'Put values with a colon or a quotation mark in quotes.',
    span: { file: source.path, lines: [line, Math.max(line, end)] },
  });
  return { story: nothing, endLine };
}

function statedStory(map: Readonly<Record<string, unknown>>): StatedStory {
  const authors = Array.isArray(map.authors) ? map.authors : [map.authors ?? map.author];
  return {
    title: text(map.title),
    authors: authors.flatMap((author: unknown) => person(author)),
    language: languageTag(text(map.language) ?? ''),
    date: text(map.date),
    fields: [...storyFields(map.fields), ...Object.entries(map).flatMap(([key, value]) => (ownKeys.has(key) ? [] : namedField(key, value)))], // prettier-ignore
    isWhole: true,
  };
}

function person(value: unknown): PersonName[] {
  const name = isMap(value) ? text(value.name) : text(value);
  const fileAs = isMap(value) ? text(value.fileAs) : null;
  return name === null ? [] : [{ name, ...(fileAs === null ? {} : { fileAs }) }];
}

const ownKeys = new Set(['fascicle', 'title', 'author', 'authors', 'language', 'date', 'fields']);

/** Fields as they are printed, `{key: rating, label: Rating, value: PG}`, and as a person adds them, `rating: PG`. */
function storyFields(value: unknown): StoryField[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => storyFields(item));
  if (!isMap(value)) return [];
  const label = text(value.label);
  if (label === null) return Object.entries(value).flatMap(([key, item]) => namedField(key, item));
  return [{ key: text(value.key) ?? keyOf(label), label, value: text(value.value) ?? '' }];
}

function namedField(key: string, value: unknown): StoryField[] {
  const words = (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => text(item) ?? []).join(', ');
  return words === '' ? [] : [{ key: keyOf(key), label: key.charAt(0).toUpperCase() + key.slice(1), value: words }];
}

function keyOf(label: string): string {
  return label.toLowerCase().replace(/\s+/g, '-');
}

function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
