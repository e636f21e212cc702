import type { Anthology } from '../book/tree.ts';
import { chooseCoverStyle } from '../cover/chooseCoverStyle.ts';
import type { Motif } from '../cover/coverDesign.ts';
import { type CoverStyle, isCoverStyle } from '../cover/coverStyles.ts';
import { designMotif } from '../cover/designMotif.ts';
import { frameOrnament } from '../drawing/frameOrnament.ts';
import type { BookOrnaments, Ornament } from '../drawing/ornament.ts';
import { bookTraits } from './bookTraits.ts';

/**
 * The motifs of a book in the style of its cover: its own, and for each story that which the story's cover would have. Where
 * a style has one motif for all books, the stories share it.
 */
export function bookOrnaments(book: Anthology, style: CoverStyle): BookOrnaments {
  const own = designMotif(book.metadata.id, style);
  const framed = new Map<string, Ornament>();
  // What looks the same is one object, so that it is in a file once.
  const frame = (motif: Ornament): Ornament => {
    const ornament = frameOrnament(motif);
    const key = JSON.stringify(ornament);
    const known = framed.get(key) ?? ornament;
    framed.set(key, known);
    return known;
  };
  const { isCollection } = book.metadata;
  const motifOf = (id: string): Motif => (isCollection ? designMotif(id, style) : own);
  return {
    opener: frame(own),
    sceneBreak: frame(own.small ?? own),
    storyOpeners: book.stories.map(story => frame(motifOf(story.id))),
  };
}

/**
 * The style whose motif a book has that has no drawn cover, for its pages are the same whatever is in front of them: what the
 * theme prefers, else what suits the book.
 */
export function styleWithoutCover(book: Anthology, preferred: string): CoverStyle {
  return isCoverStyle(preferred) ? preferred : chooseCoverStyle(book.metadata.id, bookTraits(book)).style;
}
