import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Repair } from '../../parse/manuscript.ts';

/** The kinds of changes that are counted, in the order in which they are listed. */
const kinds = [
  'leaked-tags', 'emphasis-marks', 'typographic-quotes', 'typographic-primes', 'typographic-dashes', 'typographic-hyphens',
  'typographic-ellipses', 'typographic-spaces', 'footnote-marks',
] as const; // prettier-ignore

/** A kind of change that is made many times over, and listed once with its count and the lines it was first made in. */
export interface CountedRepair {
  readonly kind: (typeof kinds)[number];
  readonly before: string;
  readonly after: string;
}

/** Counts repairs while a story is put together. */
export interface RepairTally {
  readonly add: (repair: CountedRepair, span: SourceSpan | undefined) => void;
  /** The repairs counted so far. */
  readonly list: () => readonly Repair[];
}

/** Starts a tally; `fallback` is the place of changes whose own is not known. */
export function createRepairTally(fallback: SourceSpan): RepairTally {
  const entries = new Map<CountedRepair['kind'], Repair & { count: number }>();
  return {
    add: ({ kind, before, after }, span) => {
      const entry = entries.get(kind);
      if (entry === undefined) entries.set(kind, { kind, before, after, count: 1, span: span ?? fallback });
      else entry.count++;
    },
    list: () => kinds.flatMap(kind => entries.get(kind) ?? []),
  };
}
