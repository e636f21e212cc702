import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BookReport } from './bookReport.ts';
import { bookFindings } from './bookFindings.ts';

/** Which part of a shelf was built, where it is built in parts: the third of sixteen is `{ index: 3, of: 16 }`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** What a book came to, judged. */
export interface JudgedBook extends BookReport {
  /** Whether nothing failed, and with `--strict` nothing was found wrong. */
  readonly ok: boolean;
}

/** What a shelf came to, in numbers. Each book counts as one of built, restored, unchanged and failed. */
export interface ShelfTotals {
  readonly books: number;
  readonly built: number;
  readonly restored: number;
  readonly unchanged: number;
  /** Books that are not `ok`. */
  readonly failed: number;
  readonly files: number;
  readonly bytes: number;
  /** Of the stories that were read; a story that is bound twice counts once. */
  readonly words: number;
  readonly warnings: number;
  /** Books of the shelf that were not asked for: by `--only`, `--changed` or another shard. */
  readonly leftOut: number;
}

/** What the build of a shelf came to; the same for the same books, but for their `status`. */
export interface ShelfReport {
  readonly schema: 'fascicle/shelf@1';
  readonly ok: boolean;
  /** The program's version. */
  readonly version?: string;
  readonly shard?: Shard;
  readonly totals: ShelfTotals;
  readonly books: readonly JudgedBook[];
  /** What concerns the shelf as a whole. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is said of a shelf besides its books. */
export interface ShelfFacts {
  readonly diagnostics: readonly Diagnostic[];
  readonly version?: string | undefined;
  readonly shard?: Shard | undefined;
  readonly isStrict: boolean;
  readonly leftOut?: number | undefined;
}

/** Puts the report of a shelf together from those of its books, in their order. */
export function reportShelf(
  books: readonly JudgedBook[],
  { diagnostics, version, shard, isStrict, leftOut = 0 }: ShelfFacts,
): ShelfReport {
  const fails = ({ severity }: Diagnostic) => severity === 'error' || (isStrict && severity === 'warning');
  return {
    schema: 'fascicle/shelf@1',
    ok: books.every(book => book.ok) && !diagnostics.some(fails),
    ...(version === undefined ? {} : { version }),
    ...(shard === undefined ? {} : { shard }),
    totals: { ...countTotals(books, diagnostics), leftOut },
    books,
    diagnostics,
  };
}

function countTotals(books: readonly JudgedBook[], diagnostics: readonly Diagnostic[]): Omit<ShelfTotals, 'leftOut'> {
  const withStatus = (status: BookReport['status']) => books.filter(book => book.ok && book.status === status).length;
  const files = books.flatMap(book => book.files);
  const findings = [...diagnostics, ...books.flatMap(bookFindings)];
  return {
    books: books.length,
    built: withStatus('built'),
    restored: withStatus('restored'),
    unchanged: withStatus('unchanged'),
    failed: books.filter(book => !book.ok).length,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    words: books.flatMap(book => book.stories).reduce((sum, { words }) => sum + words, 0),
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}
