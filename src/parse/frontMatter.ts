import { parseYaml } from '../data/parseYaml.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';
import type { ManuscriptField, SettledLines } from './manuscript.ts';

export interface FrontMatter {
  readonly fields: readonly ManuscriptField[];
  readonly settled: readonly SettledLines[];
  /** The number of lines the front matter takes, its fences included; 0 when there is none. */
  readonly endLine: number;
}

const none: FrontMatter = { fields: [], settled: [], endLine: 0 };

/** The longest front matter looked for, in lines. */
const maxLines = 200;

/** Reads the YAML between two `---` at the start of a Markdown file. What is no mapping stays part of the text, and is reported. */
export function readFrontMatter(source: SourceText, report: Report): FrontMatter {
  const start = source.lines.findIndex(line => line.trim() !== '');
  if (source.lines[start]?.trimEnd() !== '---') return none;
  const length = source.lines.slice(start + 1, start + maxLines).findIndex(line => /^(?:---|\.\.\.)\s*$/.test(line));
  if (length < 0) return none;
  const end = start + 1 + length;
  const yaml = parseYaml(source.lines.slice(start + 1, end).join('\n'));
  if (!yaml.ok || typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    reportInvalid(source, report, start, end, yaml.ok ? null : (yaml.problems[0] ?? null));
    return none;
  }
  const fields: ManuscriptField[] = [];
  for (const [key, value] of Object.entries(yaml.value)) {
    const line = source.lines.findIndex((text, index) => index > start && index < end && text.startsWith(`${key}:`));
    const at = line < 0 ? start + 1 : line;
    const span: SourceSpan = { file: source.path, lines: [at + 1, at + 1] };
    const values = fieldValues(value);
    if (values.length > 0) fields.push({ key, values, span });
  }
  return { fields, settled: settledLines(source, start, end), endLine: end + 1 };
}

function fieldValues(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => fieldValues(item));
  return [];
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
    message: `The front matter of ${source.path} is not valid YAML${problem === null ? '' : ` (${problem.message})`}; it was read as text.`,
    hint: 'Mend it, or remove the lines of --- around it.',
    span: { file: source.path, lines: [line, Math.max(line, end + 1)] },
  });
}
