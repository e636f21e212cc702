import type { BookPlace, RuleSource, Severity } from '../../diagnostics/diagnostic.ts';
import type { DeviceCode } from '../../diagnostics/deviceCodes.ts';
import type { DeviceFacts } from './deviceFacts.ts';

/** The makers whose rules are known. */
export const devices = ['kindle', 'kobo', 'apple', 'google'] as const;

export type Device = (typeof devices)[number];

/** One rule of a maker, with where it is said. */
export interface DeviceRule {
  readonly code: DeviceCode;
  /** An error is refused, a warning shows badly, an info is worth knowing. */
  readonly severity: Severity;
  /** What the maker says, or what is seen of its devices, in a sentence of ours without its full stop. */
  readonly says: string;
  /** The page that says so; `null` for what is known by hearsay only. */
  readonly source: RuleSource | null;
  /** `maker` where the page is the maker's own or a copy of it; `reports` where others tell what they saw. */
  readonly basis: 'maker' | 'reports';
  readonly hint: string;
  /** What of a book the rule speaks against. */
  readonly find: (facts: DeviceFacts) => readonly DeviceFinding[];
}

export interface DeviceFinding {
  /** What was found, a sentence without its full stop; what the maker says follows it after a colon. */
  readonly found: string;
  readonly place?: BookPlace;
}
