import { mapBlockInlines } from '../book/mapBlockInlines.ts';
import { mapReferences } from '../book/mapReferences.ts';
import { mapStoryInlines } from '../book/mapStoryInlines.ts';
import type { Anthology, Block, Footnote, Inline, Story } from '../book/tree.ts';

/** A book in which each note's id is its own, and the marks that they show. */
export interface NumberedNotes {
  readonly book: Anthology;
  readonly labels: ReadonlyMap<string, string>;
}

/** Gives notes ids that no other story of the book has: `note-1` of the second story → `story-2-note-1`. */
export function numberNotes(book: Anthology): NumberedNotes {
  const labels = new Map<string, string>();
  const renamed = (story: Story, index: number): Story => {
    if (story.footnotes.length === 0) return story;
    const own = (noteId: string) => `story-${index + 1}-${noteId}`;
    const inlines = (children: readonly Inline[]) =>
      mapReferences(children, noteId => ({ type: 'footnoteReference', noteId: own(noteId) }));
    const footnotes = story.footnotes.map(note => ({
      ...note,
      id: own(note.id),
      blocks: mapBlockInlines(note.blocks, inlines),
    }));
    for (const { id, label } of footnotes) labels.set(id, label);
    return { ...story, ...mapStoryInlines(story, { inlines }), footnotes };
  };
  const [first, ...others] = book.stories;
  return { book: { ...book, stories: [renamed(first, 0), ...others.map((story, index) => renamed(story, index + 1))] }, labels }; // prettier-ignore
}

/** What the marks of notes may stand in. */
export interface NotedText {
  readonly inlines?: readonly (readonly Inline[] | null)[];
  readonly blocks?: readonly (readonly Block[])[];
}

/** The notes that a text leads to, in the order of their first marks, and those that these lead to. */
export function notesIn(text: readonly NotedText[], { footnotes }: Story): readonly Footnote[] {
  if (footnotes.length === 0) return [];
  const byId = new Map(footnotes.map(note => [note.id, note]));
  const found = new Set<Footnote>();
  const collect = (children: readonly Inline[]): readonly Inline[] => {
    mapReferences(children, noteId => {
      const note = byId.get(noteId);
      if (note !== undefined) found.add(note);
      return { type: 'footnoteReference', noteId };
    });
    return children;
  };
  for (const { inlines = [], blocks = [] } of text) {
    for (const line of inlines) collect(line ?? []);
    for (const own of blocks) mapBlockInlines(own, collect);
  }
  // A set gives what is added while it is gone through, too.
  for (const note of found) mapBlockInlines(note.blocks, collect);
  return [...found];
}
