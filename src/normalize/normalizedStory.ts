import type { StoryParts } from '../book/assembleBook.ts';
import type { Diagnostic, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Repair } from '../parse/manuscript.ts';
import type { Override } from './corrections/override.ts';
import type { SourceText } from '../source/sourceText.ts';

/** A story as the text has it, before a book gives it an id and a title to show. */
export interface NormalizedStory extends Omit<StoryParts, 'fileName'> {
  readonly sources: readonly SourceText[];
  readonly evidence: Evidence;
}

/** What became of every line, and why. */
export interface Evidence {
  /** Every non-blank line of the sources, once; several entries with columns where a line holds several things. */
  readonly ledger: readonly LedgerEntry[];
  readonly removed: readonly Removal[];
  readonly repairs: readonly Repair[];
  readonly decisions: readonly Decision[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface LedgerEntry {
  readonly kind: LedgerKind;
  readonly span: SourceSpan;
}

export type LedgerKind =
  | 'title'
  | 'byline'
  | 'field'
  | 'label'
  | 'heading'
  | 'matter'
  | 'body'
  | 'break'
  | 'separator'
  | 'contents'
  | 'markup'
  | 'removed';

/** A line left out of the book. */
export interface Removal {
  readonly text: string;
  readonly reason: string;
  readonly rule: string;
  readonly confidence: number;
  readonly span: SourceSpan;
}

/** The part of an override that says what is right, without where. */
export type AcceptingOverride = Pick<Override, 'is' | 'before' | 'number' | 'title' | 'place' | 'reason'>;

export interface Decision {
  readonly kind: string;
  /** The first words it is about, as they are read. */
  readonly text: string;
  /** What a correction says that keeps the decision and settles it. */
  readonly accept: AcceptingOverride;
  readonly rule: string;
  readonly confidence: number;
  readonly why: string;
  readonly span: SourceSpan;
}
