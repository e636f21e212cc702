import { mapBlockInlines } from './mapBlockInlines.ts';
import { mapReferences } from './mapReferences.ts';
import { mapStoryInlines } from './mapStoryInlines.ts';
import type { Inline, Story } from './tree.ts';

/** A story whose notes have ids that no other story of its book has: `note-1` of the second story → `story-2-note-1`. */
export function numberNotes(story: Story, storyNumber: number): Story {
  if (story.footnotes.length === 0) return story;
  const own = (noteId: string) => `story-${storyNumber}-${noteId}`;
  const inlines = (children: readonly Inline[]) =>
    mapReferences(children, noteId => ({ type: 'footnoteReference', noteId: own(noteId) }));
  const footnotes = story.footnotes.map(note => ({
    ...note,
    id: own(note.id),
    blocks: mapBlockInlines(note.blocks, inlines),
  }));
  return { ...story, ...mapStoryInlines(story, { inlines }), footnotes };
}
