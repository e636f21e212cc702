import type { PageAnchor } from '../book/printedPage.ts';
import type { SetRun } from './composeLine.ts';
import type { ElementNode } from './galley.ts';
import type { Destination, Folio, Line, PageOrnament, Picture, Rule } from './pageList.ts';
import type { OutlineLevel } from './section.ts';

/** A finished page but for its structure, whose nodes are numbered once all pages are there. */
export interface DraftPage {
  readonly side: 'recto' | 'verso';
  readonly folio: Folio;
  readonly frames: readonly DraftFrame[];
  readonly rules: readonly Rule[];
  readonly pictures: readonly DraftPicture[];
  readonly ornaments: readonly PageOrnament[];
  readonly destinations: readonly Destination[];
  /** The outline entries that lead here, in order. */
  readonly outline: readonly { readonly title: string; readonly level: OutlineLevel }[];
  /** Where in the tree the page begins; `null` where it shows nothing of it. */
  readonly start: { readonly at: PageAnchor; readonly word: number } | null;
}

export interface DraftPicture extends Omit<Picture, 'element'> {
  readonly element: ElementNode | null;
}

/** A line whose runs may name what they are of. */
export interface DraftLine extends Line {
  readonly runs: readonly SetRun[];
}

export interface DraftFrame {
  readonly element: ElementNode | null;
  readonly artifact?: 'head' | 'foot';
  readonly lines: readonly DraftLine[];
}
