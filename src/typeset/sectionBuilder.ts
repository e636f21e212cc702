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
  /** Names of the places of footnotes and their marks that are given out: each is given once. */
  readonly noteNames: Set<string>;
  /** What the running heads say where no story or chapter speaks: the book's name. */
  readonly bookHeads: readonly string[];
}
