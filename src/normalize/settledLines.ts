import type { Manuscript } from '../parse/manuscript.ts';
import type { LedgerEntry } from './normalizedStory.ts';

type Columns = readonly [first: number, last: number];

/** What is settled of a line: all of it, or columns. */
type SettledParts = (Columns | null)[];

/**
 * The ledger of a manuscript's blocks with the lines that were settled before them: where page furniture stands inside a
 * paragraph, or a count is glued to its end, the block's entry is parted around it, so that no line is counted twice.
 */
export function withSettledLines(ledger: readonly LedgerEntry[], manuscript: Manuscript): LedgerEntry[] {
  const settled = manuscript.settled.flatMap(({ kind, span, places = [span] }) =>
    places.map((place): LedgerEntry => ({ kind, span: place })),
  );
  if (settled.length === 0) return [...ledger];
  const linesOf = new Map(manuscript.sources.map(({ path, lines }) => [path, lines]));
  const partsOf = new Map<string, Map<number, SettledParts>>();
  for (const { span } of settled) {
    const ofFile = partsOf.get(span.file) ?? new Map<number, SettledParts>();
    partsOf.set(span.file, ofFile);
    for (let line = span.lines[0]; line <= span.lines[1]; line++) {
      const parts = ofFile.get(line) ?? [];
      ofFile.set(line, parts);
      parts.push(span.columns ?? null);
    }
  }
  const parted = ledger.flatMap(entry =>
    partEntry(
      entry,
      partsOf.get(entry.span.file) ?? new Map<number, SettledParts>(),
      linesOf.get(entry.span.file) ?? [],
    ),
  );
  return [...settled, ...parted];
}

/** A block's entry without the settled parts of its lines: runs of whole lines, and columns of those that are shared. */
function partEntry(
  entry: LedgerEntry,
  settled: ReadonlyMap<number, SettledParts>,
  lines: readonly string[],
): LedgerEntry[] {
  const [first, last] = entry.span.lines;
  const entries: LedgerEntry[] = [];
  let wholeFrom = first;
  const addWhole = (to: number) => {
    if (to >= wholeFrom) entries.push({ ...entry, span: { ...entry.span, lines: [wholeFrom, to] } });
  };
  for (let line = first; line <= last; line++) {
    const parts = settled.get(line);
    if (parts === undefined) continue;
    addWhole(line - 1);
    wholeFrom = line + 1;
    const whole: Columns = entry.span.columns ?? [1, [...(lines[line - 1] ?? '').trimEnd()].length];
    for (const columns of parts.reduce<Columns[]>((left, part) => left.flatMap(own => without(own, part)), [whole])) {
      entries.push({ ...entry, span: { ...entry.span, lines: [line, line], columns } });
    }
  }
  addWhole(last);
  return entries;
}

/** Columns without those of a part: none, one or two runs. */
function without([first, last]: Columns, part: Columns | null): Columns[] {
  if (part === null) return [];
  const runs: Columns[] = [
    [first, Math.min(last, part[0] - 1)],
    [Math.max(first, part[1] + 1), last],
  ];
  return runs.filter(([from, to]) => from <= to);
}
