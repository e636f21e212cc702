import { mapBlockInlines } from '../book/mapBlockInlines.ts';
import { mapReferences } from '../book/mapReferences.ts';
import type { Block, Footnote, Inline, Story } from '../book/tree.ts';

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
