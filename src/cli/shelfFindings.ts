import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { bookFindings } from '../shelf/bookFindings.ts';
import type { JudgedBook } from '../shelf/shelfReport.ts';
import { failsBuild } from './strictness.ts';

/** How much is told of what was found. */
export interface FindingsWanted {
  readonly quiet: boolean;
  readonly strict: boolean;
  readonly verbose: boolean;
}

/** Findings of one kind: each of them, or one of them for all, where too many books have the like. */
export interface FindingGroup {
  readonly findings: readonly Diagnostic[];
  /** How many books the one finding stands for; `null` where all are told. */
  readonly books: number | null;
}

/** Findings of one code are told one by one for so many books. */
const maxToldApart = { error: 10, warning: 3, info: 3 } as const;

/**
 * What was found in the books of a shelf, the gravest first. Of one that is unchanged nothing is told that was told when it
 * was built, unless it fails the build.
 */
export function groupFindings(books: readonly JudgedBook[], wanted: FindingsWanted): FindingGroup[] {
  const groups = new Map<string, { finding: Diagnostic; book: JudgedBook }[]>();
  for (const book of books) {
    for (const finding of bookFindings(book).filter(each => isTold(each, book, wanted))) {
      const key = `${finding.severity} ${finding.code}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ finding, book }]);
      else group.push({ finding, book });
    }
  }
  return [...groups.values()]
    .map(group => summedUp(group, wanted))
    .toSorted((left, right) => rankOf(left) - rankOf(right));
}

function isTold(finding: Diagnostic, book: JudgedBook, { quiet, strict, verbose }: FindingsWanted): boolean {
  if (failsBuild(finding, strict)) return true;
  return !quiet && (verbose || book.status !== 'unchanged');
}

function summedUp(
  group: readonly { readonly finding: Diagnostic; readonly book: JudgedBook }[],
  { verbose }: FindingsWanted,
): FindingGroup {
  const findings = group.map(({ finding }) => finding);
  const books = new Set(group.map(({ book }) => book.id)).size;
  const [first] = findings;
  if (first === undefined || verbose || books <= maxToldApart[first.severity]) return { findings, books: null };
  return { findings: [first], books };
}

const ranks = { error: 0, warning: 1, info: 2 } as const;

function rankOf({ findings: [first] }: FindingGroup): number {
  return ranks[first?.severity ?? 'info'];
}
