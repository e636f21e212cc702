import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { severityLabel } from './printDiagnostics.ts';
import type { CheckedFile } from './runCheck.ts';
import { columnsOf, paletteFor, printable } from './terminal.ts';
import { wrapLines } from './wrapLines.ts';

/** Prints the verdict on one EPUB to stdout, and what was found to stderr, by the files of the book. */
export function printCheck({ path, ok, diagnostics }: CheckedFile): void {
  const palette = paletteFor(process.stdout);
  const counts = [
    countOf(diagnostics, 'error', 'error', 'errors'),
    countOf(diagnostics, 'warning', 'warning', 'warnings'),
    countOf(diagnostics, 'info', 'remark', 'remarks'),
  ].filter(count => count !== null);
  const verdict = ok ? [palette.green('sound'), ...counts] : [palette.red(counts[0] ?? ''), ...counts.slice(1)];
  process.stdout.write(`${printable(path)}: ${verdict.join(', ')}\n`);
  const hinted = new Set<string>();
  for (const [file, findings] of byFile(diagnostics)) {
    if (file !== '') process.stderr.write(`  ${paletteFor(process.stderr).bold(printable(file))}\n`);
    for (const group of bySentence(findings)) printFinding(group, hinted);
  }
}

function countOf(diagnostics: readonly Diagnostic[], severity: string, one: string, many: string): string | null {
  const count = diagnostics.filter(diagnostic => diagnostic.severity === severity).length;
  return count === 0 ? null : `${String(count)} ${count === 1 ? one : many}`;
}

function byFile(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  return groupedBy(diagnostics, ({ place }) => place?.path ?? '');
}

/** The same sentence about several lines of a file is said once. */
function bySentence(diagnostics: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
  return [...groupedBy(diagnostics, ({ code, message }) => `${code}\n${message}`).values()];
}

function groupedBy(
  diagnostics: readonly Diagnostic[],
  keyOf: (diagnostic: Diagnostic) => string,
): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
  }
  return groups;
}

/** Prints a finding, and what to do about it where that was not said yet. */
function printFinding(group: readonly Diagnostic[], hinted: Set<string>): void {
  const [first] = group;
  if (first === undefined) return;
  const { code, rule, severity, message, hint, source } = first;
  const palette = paletteFor(process.stderr);
  const names = rule === undefined || code.startsWith('epubcheck/') ? code : `${code}, ${rule}`;
  write(`${severityLabel(severity)} ${linesOf(group)}${printable(message)} ${palette.dim(`[${printable(names)}]`)}`, 4);
  if (hinted.has(code)) return;
  hinted.add(code);
  if (hint !== undefined) write(`${palette.dim('hint:')} ${printable(hint)}`, 6);
  if (source !== undefined) write(palette.dim(`source: ${source.url} (read ${source.readOn})`), 6);
}

/** So many lines are listed before the rest is only counted. */
const maxLines = 6;

/** `line 12: `, `lines 3, 9 and 12: `. */
function linesOf(group: readonly Diagnostic[]): string {
  const lines = group.flatMap(({ place }) => (place?.line === undefined ? [] : [String(place.line)]));
  if (lines.length === 0) return '';
  if (lines.length === 1) return `line ${lines.join('')}: `;
  const more = lines.length - maxLines;
  return more > 0
    ? `lines ${lines.slice(0, maxLines).join(', ')} and ${String(more)} more: `
    : `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1) ?? ''}: `;
}

function write(text: string, indent: number): void {
  for (const line of wrapLines(text, { columns: columnsOf(process.stderr), indent })) process.stderr.write(`${line}\n`);
}
