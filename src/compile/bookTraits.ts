import { blockText } from '../book/plainText.ts';
import type { Anthology } from '../book/tree.ts';
import type { FoundTrait, TraitSources } from '../cover/findTraits.ts';
import { findTraits } from '../cover/findTraits.ts';
import { subjectsOf } from '../epub/subjects.ts';

/** What a book's fields, title and summaries tell of it, and what its text tells often. */
export function bookTraits(book: Anthology): readonly FoundTrait[] {
  return findTraits(traitSources(book));
}

function traitSources(book: Anthology): TraitSources {
  const { title, subtitle, description, isCollection } = book.metadata;
  const titles = isCollection ? book.stories.map(story => story.metadata.title?.text ?? '') : [];
  return {
    title,
    subtitle,
    subjects: subjectsOf(book),
    descriptions: [...(description === null ? [] : [description]), ...titles, ...summariesOf(book)],
    text: beginningOf(book),
    isCollection,
  };
}

function summariesOf({ stories }: Anthology): string[] {
  return stories.flatMap(({ frontMatter }) =>
    frontMatter.filter(({ role }) => role === 'summary').map(({ blocks }) => blockText(blocks)),
  );
}

/** So much of each story, in characters: what a book is about shows in its first chapters, and more would cost time. */
const readPerBook = 60_000;

function beginningOf({ stories }: Anthology): string {
  const share = readPerBook / stories.length;
  return stories
    .map(({ chapters }) => {
      let text = '';
      for (const block of chapters.flatMap(({ body }) => body)) {
        if (text.length >= share) break;
        text += `${blockText([block])}\n`;
      }
      return text.slice(0, share);
    })
    .join('\n');
}
