import type { BookMetadata } from '../../book/tree.ts';
import type { BackWords } from './setBack.ts';

/** What the back of a book says: its description, and who wrote the stories of a collection; nothing that nobody wrote. */
export function wrapWords({ description, authors, contributors, isCollection }: BookMetadata): BackWords {
  const paragraphs = (description ?? '').split(/\n+/).map(paragraph => paragraph.trim());
  return {
    description: paragraphs.filter(paragraph => paragraph !== ''),
    names: isCollection ? [...authors, ...contributors].map(person => person.name) : [],
  };
}
