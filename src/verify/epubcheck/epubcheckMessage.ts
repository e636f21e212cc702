/** One message of EPUBCheck, the original or its port, before it is a finding of ours. */
export interface EpubcheckMessage {
  /** `RSC-005`. */
  readonly id: string;
  readonly severity: 'fatal' | 'error' | 'warning' | 'info';
  readonly message: string;
  /** In the book; `null` for the book as a whole. */
  readonly path: string | null;
  /** 1-based; `null` where it is not known. */
  readonly line: number | null;
}

/** What came of asking a checker: its messages, or why there are none. */
export type EpubcheckOutcome =
  | { readonly kind: 'finished'; readonly messages: readonly EpubcheckMessage[] }
  | { readonly kind: 'unfinished'; readonly reason: string };

const severities = { fatal: 'fatal', error: 'error', warning: 'warning', info: 'info' } as const;

/** The severity that a checker's word stands for, or `null` for what it only counts, such as `usage`. */
export function severityOf(word: unknown): EpubcheckMessage['severity'] | null {
  const name = typeof word === 'string' ? word.toLowerCase() : '';
  return Object.values(severities).find(severity => severity === name) ?? null;
}
