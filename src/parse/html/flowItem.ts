import type { Block } from '../../book/tree.ts';
import type { ManuscriptBlock, StatedMark } from '../manuscript.ts';
import type { FormattedRun } from './inlineFormats.ts';
import type { NoteOfPage } from './pageNotes.ts';

/** A stretch of the source that words come from, in characters; the end is exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A run of text, or a `<br>`, with its place; white space alone has none. */
export interface SourceRun extends FormattedRun {
  readonly extent: Extent | null;
}

interface ItemBase {
  readonly extents: readonly Extent[];
  readonly stated: StatedMark | null;
  /** Empty lines between the item and the one before it, as the page shows them. */
  readonly blankLinesBefore: number;
}

/** Lines of text between two empty ones: a paragraph, or several, or verse. */
export interface LinesItem extends ItemBase {
  readonly kind: 'lines';
  readonly lines: readonly (readonly SourceRun[])[];
}

export interface HeadingItem extends ItemBase {
  readonly kind: 'heading';
  readonly depth: number;
  readonly runs: readonly SourceRun[];
}

export interface RuleItem extends ItemBase {
  readonly kind: 'rule';
  readonly text: string;
}

export interface StructureItem extends ItemBase {
  readonly kind: 'structure';
  readonly block: Block;
}

/** Words that were a field, or that no book holds. */
export interface SettledItem extends ItemBase {
  readonly kind: 'settled';
  readonly settled: 'field' | 'removed';
  readonly text: string;
  readonly reason: string;
}

/** Text that a page has as it was typed, lines and all, read by the reader of plain text. */
export interface TypedItem extends ItemBase {
  readonly kind: 'typed';
  readonly block: ManuscriptBlock;
}

/** A footnote, wherever on the page it stands. */
export interface NoteItem extends ItemBase {
  readonly kind: 'note';
  readonly note: NoteOfPage;
  readonly typedLabel: string;
  readonly blocks: readonly Block[];
}

/** What a page holds from top to bottom, before lines are told from paragraphs. */
export type FlowItem = LinesItem | HeadingItem | RuleItem | StructureItem | SettledItem | TypedItem | NoteItem;
