import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Findings of the book as a whole first, then by file and line, the worst first in a line. */
export function inReadingOrder(findings: readonly Diagnostic[]): Diagnostic[] {
  return [...findings].sort(
    (one, other) =>
      compare(one.place?.path ?? '', other.place?.path ?? '') ||
      (one.place?.line ?? 0) - (other.place?.line ?? 0) ||
      ranks[one.severity] - ranks[other.severity] ||
      compare(one.code, other.code),
  );
}

/** By code units, the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
