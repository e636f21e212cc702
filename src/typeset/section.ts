import type { ElementNode, GalleyLine } from './galley.ts';

/** A part of the book that starts on a page of its own. */
export interface Section {
  readonly lines: readonly GalleyLine[];
  /** The notes at the feet of its pages, if it has any. */
  readonly footnotes?: SectionFootnotes | null;
  readonly startsOn: 'recto' | 'verso' | 'next';
  readonly numbering: 'roman' | 'arabic';
  /** What its first page shows beside the text: nothing, or the folio at the foot. */
  readonly opening: 'bare' | 'dropFolio';
  readonly heads: RunningHeads;
  /** What the outline calls it; `null` when the outline leaves it out. */
  readonly outline: SectionOutline | null;
}

/** The notes that stand at the feet of a section's pages. */
export interface SectionFootnotes {
  /** One note below the other, in the order of their marks. */
  readonly lines: readonly GalleyLine[];
  /** The first line of each note. */
  readonly starts: readonly number[];
  /** How many lines are of marks above each line of the section; the last entry counts all. */
  readonly lineCounts: Int32Array;
}

/** What stands over the text, from its fullest form to its shortest; nothing where there is none. */
export interface RunningHeads {
  readonly verso: readonly string[];
  readonly recto: readonly string[];
}

export type OutlineLevel = 1 | 2 | 3;

export interface SectionOutline {
  readonly title: string;
  /** 1 for stories and the like, 2 for what belongs to the section before, 3 for what belongs to that. */
  readonly level: OutlineLevel;
}

/** The root of the book's logical structure. */
export function createDocumentElement(): ElementNode {
  return { role: 'Document', parent: null };
}
