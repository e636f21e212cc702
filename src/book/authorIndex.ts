import { languageTag } from '../text/languageTag.ts';
import { visibleText } from './titles.ts';
import type { Anthology, PersonName } from './tree.ts';

/** An author of a collection, and which of its stories she wrote or had a part in. */
export interface IndexedAuthor {
  readonly name: string;
  /** Their places in the book, from 0. */
  readonly storyIndexes: readonly number[];
}

/** Fewer authors than this need no list. */
const minAuthors = 2;

/**
 * The authors of a collection by the form they are sorted by, each with the own stories in the order of the book; empty
 * for a book of one story or one author. Who is known by a name alone is sorted by it as it stands: a pen name has no
 * surname.
 */
export function authorIndex({ stories, metadata }: Anthology): readonly IndexedAuthor[] {
  if (!metadata.isCollection) return [];
  const byName = new Map<string, { person: PersonName; storyIndexes: number[] }>();
  stories.forEach((story, index) => {
    for (const { text: person } of story.metadata.authors) {
      const name = visibleText(person.name, '');
      if (name === '') continue;
      const known = byName.get(name);
      if (known === undefined) byName.set(name, { person, storyIndexes: [index] });
      else if (!known.storyIndexes.includes(index)) known.storyIndexes.push(index);
    }
  });
  if (byName.size < minAuthors) return [];
  const { compare } = collatorOf(metadata.language);
  return [...byName]
    .map(([name, { person, storyIndexes }]) => ({ name, sortedBy: person.fileAs ?? name, storyIndexes }))
    .sort((left, right) => compare(left.sortedBy, right.sortedBy) || compareCodes(left.name, right.name))
    .map(({ name, storyIndexes }) => ({ name, storyIndexes }));
}

function collatorOf(language: string): Intl.Collator {
  const tag = languageTag(language);
  const known = Intl.Collator.supportedLocalesOf(tag === null ? [] : [tag]);
  return new Intl.Collator(known[0] ?? 'en', { numeric: true });
}

/** Names that the language takes for equal still have one order. */
function compareCodes(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
