import { parseYaml } from '../data/parseYaml.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';
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

/**
 * Reads the YAML between two `---` at the start of a Markdown file. One that is broken is reported, and its lines are
 * read as a plain text's header would be.
 */
export function readFrontMatter(source: SourceText, report: Report): FrontMatter {
  const start = source.lines.findIndex(line => line.trim() !== '');
  if (source.lines[start]?.trimEnd() !== '---' || !opensYaml.test(source.lines[start + 1] ?? '')) return none;
  const length = source.lines.slice(start + 1, start + maxLines).findIndex(line => /^(?:---|\.\.\.)\s*$/.test(line));
  if (length < 0) return none;
  const end = start + 1 + length;
  const yaml = parseYaml(source.lines.slice(start + 1, end).join('\n'));
  if (!yaml.ok || !isMap(yaml.value)) {
    reportInvalid(source, report, start, end, yaml.ok ? null : (yaml.problems[0] ?? null));
    return {
      fields: [],
      settled: fences(source, start, end),
      blocks: linesAsBlocks(source, start, end),
      endLine: end + 1,
    };
  }
  const fields = Object.entries(yaml.value).flatMap(([key, value]) => {
    const line = source.lines.findIndex((text, index) => index > start && index < end && text.startsWith(`${key}:`));
    const at = (line < 0 ? start + 1 : line) + 1;
    return fieldsOf(key, value, { file: source.path, lines: [at, at] });
  });
  return { fields, settled: settledLines(source, start, end), blocks: [], endLine: end + 1 };
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
  return settledLines(source, start, end).filter(({ kind }) => kind === 'separator');
}

function settledLines(source: SourceText, start: number, end: number): SettledLines[] {
  return source.lines.slice(0, end + 1).flatMap((text, index): SettledLines[] => {
    if (text.trim() === '') return [];
    const kind = index === start || index === end ? 'separator' : 'field';
    return [{ kind, text, reason: 'yaml-front-matter', span: { file: source.path, lines: [index + 1, index + 1] } }];
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
