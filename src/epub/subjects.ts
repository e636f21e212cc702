import type { Anthology } from '../book/tree.ts';
import { visibleText } from '../book/titles.ts';

/** Fields whose value is one subject, commas and all: "The Good, the Bad and the Ugly". */
const wholeSubjects: ReadonlySet<string> = new Set(['fandom', 'subject']);

/** Fields whose value lists subjects. */
const listedSubjects: ReadonlySet<string> = new Set(['genre', 'genres', 'category', 'categories', 'tags', 'keywords']);

/** What the stories say they are about, once each, in the order of the sources. */
export function subjectsOf(book: Anthology): readonly string[] {
  const subjects = new Set<string>();
  for (const story of book.stories) {
    for (const { key, value } of story.metadata.fields) {
      const found = wholeSubjects.has(key) ? [value] : listedSubjects.has(key) ? value.split(/[,;]/) : [];
      for (const subject of found) subjects.add(visibleText(subject, ''));
    }
  }
  subjects.delete('');
  return [...subjects];
}
