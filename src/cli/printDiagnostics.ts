import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { paletteFor, printable } from './terminal.ts';

/** Prints a failure and what to do about it to stderr. */
export function printError(message: string, hint: string | undefined): void {
  const palette = paletteFor(process.stderr);
  process.stderr.write(`${palette.red('error:')} ${printable(message)}\n`);
  if (hint !== undefined) process.stderr.write(`  ${palette.dim('hint:')} ${printable(hint)}\n`);
}

/** Prints findings to stderr, those of one code and file as one where the same is to be done about them. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const where = diagnostic.span?.file ?? diagnostic.place?.path ?? diagnostic.message;
    const key = `${diagnostic.code}\n${where}\n${diagnostic.hint ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), diagnostic]);
  }
  for (const group of groups.values()) printGroup(group);
}

/** Prints a finding that stands for the like in so many books. */
export function printSummedUp(finding: Diagnostic, books: number): void {
  const palette = paletteFor(process.stderr);
  const text = `${placeOf(finding, [finding])}${printable(finding.message)}`;
  const more = `(the like in ${(books - 1).toLocaleString('en')} more books; --verbose tells all)`;
  process.stderr.write(`${severityLabel(finding.severity)} ${text} ${more} ${palette.dim(`[${finding.code}]`)}\n`);
  if (finding.hint !== undefined) process.stderr.write(`  ${palette.dim('hint:')} ${printable(finding.hint)}\n`);
}

function printGroup(group: readonly Diagnostic[]): void {
  const [first] = group;
  if (first === undefined) return;
  const palette = paletteFor(process.stderr);
  const place = placeOf(first, group);
  const isOneMessage = group.every(({ message }) => message === first.message);
  const count = isOneMessage ? `${group.length} such places` : `and ${group.length - 1} more like it`;
  // What is said of no place is the same finding, had of several books.
  const isRepeated = isOneMessage && first.span === undefined && first.place === undefined;
  const more = group.length === 1 || isRepeated ? '' : ` (${count})`;
  process.stderr.write(
    `${severityLabel(first.severity)} ${place}${printable(first.message)}${more} ${palette.dim(`[${first.code}]`)}\n`,
  );
  if (first.hint !== undefined) process.stderr.write(`  ${palette.dim('hint:')} ${printable(first.hint)}\n`);
}

/** `story.txt:3, 9: ` for a source, `OEBPS/chapter-1.xhtml:12: ` for a file of a book. */
function placeOf({ span, place }: Diagnostic, group: readonly Diagnostic[]): string {
  if (span === undefined && place === undefined) return '';
  const lines = placesOf(group);
  return `${printable(span?.file ?? place?.path ?? '')}${lines === '' ? '' : `:${lines}`}: `;
}

/** So many places are listed before the rest is only counted. */
const maxPlaces = 6;

function placesOf(group: readonly Diagnostic[]): string {
  const places = group.flatMap(({ span, place }) =>
    span !== undefined ? [lineRange(span.lines)] : place?.line === undefined ? [] : [String(place.line)],
  );
  return places.length <= maxPlaces ? places.join(', ') : `${places.slice(0, maxPlaces).join(', ')}, …`;
}

function lineRange([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** `error:`, `warning:`, `note:`, in its colour. */
export function severityLabel(severity: Severity): string {
  const palette = paletteFor(process.stderr);
  switch (severity) {
    case 'error':
      return palette.red('error:');
    case 'warning':
      return palette.yellow('warning:');
    case 'info':
      return palette.cyan('note:');
  }
}
