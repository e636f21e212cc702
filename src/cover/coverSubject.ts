import type { Anthology } from '../book/tree.ts';
import type { WordDivider } from '../drawing/divideWords.ts';
import type { Color } from '../drawing/drawing.ts';
import type { CoverTrait } from './coverTrait.ts';
import type { FontLibrary } from '../fonts/fontLibrary.ts';

/** All that a cover knows of its book. */
export interface CoverSubject {
  /** The book's identity, from which everything about the picture follows: the same id, the same picture. */
  readonly id: string;
  readonly title: string;
  /** `false` when the title stands for a missing one, such as the opening words. */
  readonly isTitleGiven: boolean;
  readonly subtitle?: string | null;
  readonly authors: readonly string[];
  /** The authors of some of the stories, where others name none. */
  readonly contributors: readonly string[];
  readonly editors: readonly string[];
  readonly isCollection: boolean;
  /** BCP 47. */
  readonly language: string;
  /** The colours that its maker wishes for: ground, ink, accent, as far as they are said. */
  readonly colors?: readonly Color[] | undefined;
  /** What the picture may go by, as far as it is known (see `findTraits`). */
  readonly traits?: ReadonlySet<CoverTrait> | undefined;
  /** What lettering is set with beyond the program's own fonts. */
  readonly means?: LetteringMeans | undefined;
}

/** Fonts and rules of the book that a cover is for. */
export interface LetteringMeans {
  readonly fonts?: FontLibrary | undefined;
  /** Where long words may be divided, in the language of the book. */
  readonly divideWord?: WordDivider | null | undefined;
}

/** What a book's cover shows, from its metadata alone: the words of its stories never change it. */
export function coverSubjectOf(book: Anthology): CoverSubject {
  const { metadata } = book;
  return {
    id: metadata.id,
    title: metadata.title ?? metadata.displayTitle,
    isTitleGiven: metadata.title !== null,
    subtitle: metadata.subtitle,
    authors: metadata.authors.map(author => author.name),
    contributors: metadata.contributors.map(author => author.name),
    editors: metadata.editors.map(editor => editor.name),
    isCollection: metadata.isCollection,
    language: metadata.language,
  };
}
