import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type JudgedBook, reportShelf, type ShelfReport } from './shelfReport.ts';

/** A report and the file that it was read from. */
export interface NamedReport {
  readonly path: string;
  readonly report: ShelfReport;
}

/**
 * Joins the reports of a shelf's parts to that of the whole. Books are ordered by their ids, for the parts do not tell the
 * shelf's own order. Parts that are missing make the whole fail, and are told in it.
 * @throws CompileError `report/not-one-set`, `report/shard-repeated` or `report/book-repeated`
 */
export function mergeReports(named: readonly NamedReport[]): ShelfReport {
  const parts = named.map(part => ({ ...part, shard: part.report.shard ?? { index: 1, of: 1 } }));
  const [first] = parts;
  if (first === undefined) throw new RangeError('there is no report to join');
  for (const { path, shard, report } of parts) {
    if (shard.of !== first.shard.of) {
      throw notOneSet(`${first.path} is of ${first.shard.of} shards and ${path} of ${shard.of}.`);
    }
    if (report.version !== first.report.version) {
      throw notOneSet(`${first.path} is of version ${first.report.version ?? '?'} and ${path} of ${report.version ?? '?'}.`); // prettier-ignore
    }
  }
  refuseRepeated(parts);
  const ordered = parts.toSorted((left, right) => left.shard.index - right.shard.index);
  const { of } = first.shard;
  const present = new Set(parts.map(({ shard }) => shard.index));
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(index => !present.has(index));
  const diagnostics = [
    ...(missing.length === 0 ? [] : [missingShards(missing, of)]),
    ...distinct(ordered.flatMap(({ report }) => report.diagnostics)),
  ];
  const { version } = first.report;
  const books = booksOf(ordered);
  // Each part leaves the books of the others out.
  const booksOfShelf = Math.max(...parts.map(({ report: { totals } }) => totals.books + totals.leftOut));
  const leftOut = Math.max(0, booksOfShelf - books.length);
  const merged = reportShelf(books, { diagnostics, version, isStrict: false, leftOut });
  // A part that a strict build found wanting stays so.
  return { ...merged, ok: merged.ok && parts.every(({ report }) => report.ok) };
}

function refuseRepeated(parts: readonly (NamedReport & { readonly shard: { readonly index: number; readonly of: number } })[]): void {
  const seen = new Map<number, string>();
  for (const { path, shard } of parts) {
    const other = seen.get(shard.index);
    if (other !== undefined) {
      const what = shard.of === 1 ? 'a whole shelf' : `shard ${shard.index} of ${shard.of}`;
      throw new CompileError('report/shard-repeated', `${other} and ${path} are both of ${what}.`, {
        hint: 'Name one of them only: the one that was built last.',
        path,
      });
    }
    seen.set(shard.index, path);
  }
} // prettier-ignore

/** Compared by their code units, so that no machine's language changes the order. */
function booksOf(parts: readonly NamedReport[]): JudgedBook[] {
  const owners = new Map<string, string>();
  for (const { path, report } of parts) {
    for (const { id } of report.books) {
      const other = owners.get(id);
      if (other !== undefined && other !== path) {
        throw new CompileError('report/book-repeated', `${id} is a book of ${other} and of ${path}.`, {
          hint: 'Join the reports of one build of one shelf.',
          path,
        });
      }
      owners.set(id, path);
    }
  }
  return parts
    .flatMap(({ report }) => report.books)
    .toSorted((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
}

function notOneSet(message: string): CompileError {
  return new CompileError('report/not-one-set', message, { hint: 'Join the reports of one build of one shelf.' });
}

function missingShards(missing: readonly number[], of: number): Diagnostic {
  const [one] = missing;
  const numbers = missing.length === 1 ? `shard ${String(one)}` : `shards ${listed(missing)}`;
  return {
    code: 'report/shards-missing',
    severity: 'error',
    message: `The report of ${numbers} of ${of} is missing.`,
    hint: 'Build what is missing with --shard, and join all reports again.',
  };
}

/** `2, 5 and 7` */
function listed(numbers: readonly number[]): string {
  return `${numbers.slice(0, -1).join(', ')} and ${String(numbers.at(-1))}`;
}

/** Every part finds the same about the shelf as a whole. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map(diagnostic => [JSON.stringify(diagnostic), diagnostic])).values()];
}
