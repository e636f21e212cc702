import { parseYaml } from '../data/parseYaml.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';
import { parseTomlFields } from './tomlFields.ts';
import type { ManuscriptBlock, ManuscriptField, SettledLines } from './manuscript.ts';

export interface FrontMatter {
  readonly fields: readonly ManuscriptField[];
  readonly settled: readonly SettledLines[];
  /** The lines of a front matter that is broken, each as a text of its own. */
  readonly blocks: readonly ManuscriptBlock[];
  /** The number of lines the front matter takes, its fences included; 0 when there is none. */
  readonly endLine: number;
}

const none: FrontMatter = { fields: [], settled: [], blocks: [], endLine: 0 };

/** The longest front matter looked for, in lines. */
const maxLines = 200;

/** Matches `title: x`, `# note`, `{ title: x }`; not `It was dark.` or an empty line, which follow a rule. */
const opensYaml = /^(?:["']?[\p{L}_][\p{L}\p{N}_ -]*["']?\s*:(?:\s|$)|#|\{)/u;

/** Matches `title: The Lamp`, `tags:`; not `He said: no` or `Nell:text`. */
const keyAndValue = /^[a-z_][\w-]{0,30}:(?:\s|$)/i;

/** A front matter as it stands in the file: its first and last line, counted from 0, and what it says. */
interface FoundFrontMatter {
  readonly format: 'yaml' | 'toml' | 'json';
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  readonly problem: { readonly line: number; readonly message: string } | null;
}

/**
 * Reads the front matter of a Markdown file: YAML between two `---`, TOML between two `+++`, or a JSON object. A YAML that
 * is broken is reported, and its lines are read as a plain text's header would be.
 */
export function readFrontMatter(source: SourceText, report: Report): FrontMatter {
  const start = source.lines.findIndex(line => line.trim() !== '');
  const found = findYaml(source.lines, start) ?? findToml(source.lines, start) ?? findJson(source.lines, start);
  if (found === null) {
    reportUnclosed(source, start, report);
    return none;
  }
  const { end, value, problem, format } = found;
  if (!isMap(value)) {
    reportInvalid(source, report, start, end, problem);
    return {
      fields: [],
      settled: fences(source, start, end),
      blocks: linesAsBlocks(source, start, end),
      endLine: end + 1,
    };
  }
  const fields = Object.entries(value).flatMap(([key, item]) => {
    const line = source.lines.findIndex((text, index) => index >= start && index < end && opensKey(text, key));
    const at = (line < 0 ? start + 1 : line) + 1;
    return fieldsOf(key, item, { file: source.path, lines: [at, at] });
  });
  return { fields, settled: settledLines(source, start, end, format), blocks: [], endLine: end + 1 };
}

function opensKey(line: string, key: string): boolean {
  const text = line.trimStart();
  return text.startsWith(`${key}:`) || text.startsWith(`"${key}"`) || (text.startsWith(key) && /^\s*=/.test(text.slice(key.length))); // prettier-ignore
}

function findYaml(lines: readonly string[], start: number): FoundFrontMatter | null {
  if (lines[start]?.trimEnd() !== '---' || !opensYaml.test(lines[start + 1] ?? '')) return null;
  const end = findEnd(lines, start, /^(?:---|\.\.\.)\s*$/);
  if (end === null) return null;
  const yaml = parseYaml(lines.slice(start + 1, end).join('\n'));
  return yaml.ok
    ? { format: 'yaml', start, end, value: yaml.value, problem: null }
    : { format: 'yaml', start, end, value: null, problem: yaml.problems[0] ?? null };
}

/** Tells of a `---` with lines such as `title: The Lamp` under it and no `---` after them; not of a rule above a story. */
function reportUnclosed({ path, lines }: SourceText, start: number, report: Report): void {
  if (lines[start]?.trimEnd() !== '---' || !keyAndValue.test(lines[start + 1] ?? '')) return;
  if (findEnd(lines, start, /^(?:---|\.\.\.)\s*$/) !== null) return;
  const after = lines.slice(start + 1).findIndex(line => !keyAndValue.test(line));
  report({
    code: 'parse/front-matter-invalid',
    severity: 'warning',
    message: `The front matter of ${path} is never closed; its lines were read as plain text.`,
    hint: 'Put a line with --- below its last line.',
    span: { file: path, lines: [start + 1, after < 0 ? lines.length : start + 1 + after] },
  });
}

function findToml(lines: readonly string[], start: number): FoundFrontMatter | null {
  const end = lines[start]?.trimEnd() === '+++' ? findEnd(lines, start, /^\+\+\+\s*$/) : null;
  const value = end === null ? null : parseTomlFields(lines.slice(start + 1, end));
  return end === null || value === null ? null : { format: 'toml', start, end, value, problem: null };
}

function findJson(lines: readonly string[], start: number): FoundFrontMatter | null {
  const isOneLine = /^\{.*\}\s*$/.test(lines[start] ?? '');
  const end = isOneLine ? start : lines[start]?.trimEnd() === '{' ? findEnd(lines, start, /^\}\s*$/) : null;
  if (end === null) return null;
  try {
    const value: unknown = JSON.parse(lines.slice(start, end + 1).join('\n'));
    return isMap(value) ? { format: 'json', start, end, value, problem: null } : null;
  } catch {
    return null;
  }
}

function findEnd(lines: readonly string[], start: number, fence: RegExp): number | null {
  const length = lines.slice(start + 1, start + maxLines).findIndex(line => fence.test(line));
  return length < 0 ? null : start + 1 + length;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key with its words, or its list of them; a map's `name` stands for it, its other keys are fields of their own. */
function fieldsOf(key: string, value: unknown, span: SourceSpan): ManuscriptField[] {
  if (isMap(value)) {
    return Object.entries(value).flatMap(([inner, item]) =>
      fieldsOf(inner === 'name' ? key : `${key} ${inner}`, item, span),
    );
  }
  const items = Array.isArray(value) ? value : [value];
  const values = items.flatMap((item: unknown) => (isMap(item) ? Object.values(item) : [item])).flatMap(scalarText);
  return values.length === 0 ? [] : [{ key, values, span }];
}

function scalarText(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
}

function linesAsBlocks(source: SourceText, start: number, end: number): ManuscriptBlock[] {
  return source.lines.slice(start + 1, end).flatMap((line, index): ManuscriptBlock[] => {
    const text = line.trim();
    const at = start + 2 + index;
    const span: SourceSpan = { file: source.path, lines: [at, at] };
    return text === '' ? [] : [{ kind: 'text', text, inlines: null, indent: 0, span, blankLinesBefore: 0 }];
  });
}

function fences(source: SourceText, start: number, end: number): SettledLines[] {
  return settledLines(source, start, end, 'yaml').filter(({ kind }) => kind === 'separator');
}

function settledLines(
  source: SourceText,
  start: number,
  end: number,
  format: FoundFrontMatter['format'],
): SettledLines[] {
  return source.lines.slice(0, end + 1).flatMap((text, index): SettledLines[] => {
    if (text.trim() === '') return [];
    const isFence = start < end && (index === start || index === end);
    const kind = isFence ? 'separator' : 'field';
    return [
      { kind, text, reason: `${format}-front-matter`, span: { file: source.path, lines: [index + 1, index + 1] } },
    ];
  });
}

function reportInvalid(
  source: SourceText,
  report: Report,
  start: number,
  end: number,
  problem: { readonly line: number; readonly message: string } | null,
): void {
  const line = problem === null ? start + 1 : start + 1 + problem.line;
  report({
    code: 'parse/front-matter-invalid',
    severity: 'warning',
    message: `The front matter of ${source.path} is not valid YAML${problem === null ? '' : ` (${problem.message})`}; its lines were read as plain text.`,
    hint: 'Mend it: put values with a colon or a quotation mark in quotes.',
    span: { file: source.path, lines: [line, Math.max(line, end + 1)] },
  });
}
