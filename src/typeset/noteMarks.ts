import type { Footnote, Inline } from '../book/tree.ts';
import type { LinkTarget } from './pageList.ts';

/** A mark of a footnote: one in a text, which leads to the note, or the one before the note, which leads back. */
export interface NoteMark {
  readonly label: string;
  /** Every run of the mark holds this very object. */
  readonly target: LinkTarget;
  readonly noteId: string;
  readonly standsIn: 'text' | 'note';
  /** What the place of the mark is called, so that its counterpart can lead to it. */
  readonly ownName: string;
}

/** The marks of notes by the ids of their references: those of a text by the note's id, the note's own by {@link backReference}. */
export function createNoteMarks(footnotes: readonly Pick<Footnote, 'id' | 'label'>[]): ReadonlyMap<string, NoteMark> {
  const marks = new Map<string, NoteMark>();
  for (const { id, label } of footnotes) {
    const inText = `${id}-mark`;
    marks.set(id, { label, target: leadTo(id), noteId: id, standsIn: 'text', ownName: inText });
    marks.set(backId(id), { label, target: leadTo(inText), noteId: id, standsIn: 'note', ownName: id });
  }
  return marks;
}

/** The mark that stands before a note. */
export function backReference(noteId: string): Inline {
  return { type: 'footnoteReference', noteId: backId(noteId) };
}

/** No note has a blank in its id. */
function backId(noteId: string): string {
  return `back to ${noteId}`;
}

function leadTo(name: string): LinkTarget {
  return { type: 'destination', name };
}
