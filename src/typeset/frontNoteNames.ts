import type { Anthology } from '../book/tree.ts';
import { notesIn } from './bookNotes.ts';
import type { NoteMark } from './noteMarks.ts';

/** The names that the notes of a single story's front matter give out: they stand before the text, but are set after it. */
export function frontNoteNames(
  { metadata, stories: [story] }: Anthology,
  marks: ReadonlyMap<string, NoteMark>,
): Set<string> {
  if (metadata.isCollection) return new Set();
  const matter = story.chapters.length === 0 ? [...story.frontMatter, ...story.backMatter] : story.frontMatter;
  const own = new Set(
    notesIn(
      matter.map(({ title, blocks }) => ({ inlines: [title], blocks: [blocks] })),
      story,
    ),
  );
  const ids = new Set([...own].map(note => note.id));
  return new Set([...marks.values()].flatMap(mark => (ids.has(mark.noteId) ? [mark.ownName] : [])));
}
