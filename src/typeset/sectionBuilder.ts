import type { BookLabels } from '../book/labels.ts';
import type { ElementNode } from './galley.ts';
import type { TypesetContext } from './typesetContext.ts';

/** What the builders of a book's sections need beside the tree. */
export interface SectionBuilder {
  readonly context: TypesetContext;
  readonly labels: BookLabels;
  /** The root of the logical structure. */
  readonly document: ElementNode;
  /** BCP 47, the book's language. */
  readonly language: string;
  /** What the verso's running head says throughout the book. */
  readonly bookHead: string;
  /** Names of the places of footnotes and their marks that are given out: each is given once. */
  readonly noteNames: Set<string>;
}
