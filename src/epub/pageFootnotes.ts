import type { Footnote, Story } from '../book/tree.ts';
import { attributes, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** A note that a page refers to, and the ids by which page and note find each other. */
export interface ReferredNote {
  readonly note: Footnote;
  readonly id: string;
  /** Of the first reference, to which the note leads back. */
  readonly referenceId: string;
}

/**
 * The footnotes that one file of a book refers to, gathered while it is rendered: reading systems show a note over the
 * page only where it stands in the same file, so that each file has its own. Ids are unique in the book.
 */
export interface PageFootnotes {
  /** Renders the mark of a note; a link within a link is none. */
  readonly refer: (noteId: string, isInsideLink: boolean) => Xhtml;
  /** The notes so far, in order of their first references. */
  readonly referred: readonly ReferredNote[];
}

/** A story's footnotes by their ids. */
export type FootnotesById = ReadonlyMap<string, Footnote>;

export function footnotesOf({ footnotes }: Pick<Story, 'footnotes'>): FootnotesById {
  return new Map(footnotes.map(note => [note.id, note]));
}

/** A page that refers to no note. */
export const noFootnotes: FootnotesById = new Map();

/** Starts the notes of a page, whose ids begin with its own: `chapter-2-note-1`, `chapter-2-noteref-1`. */
export function startFootnotes(footnotes: FootnotesById, pageId: string): PageFootnotes {
  const referred: ReferredNote[] = [];
  const numbers = new Map<string, number>();
  const counts = new Map<string, number>();
  return {
    referred,
    refer: (noteId, isInsideLink) => {
      const note = footnotes.get(noteId);
      if (note === undefined) throw new TypeError(`The story has no footnote ${noteId}`);
      const number = numbers.get(noteId) ?? referred.length + 1;
      const count = (counts.get(noteId) ?? 0) + 1;
      numbers.set(noteId, number);
      counts.set(noteId, count);
      const id = `${pageId}-note-${String(number)}`;
      const firstId = `${pageId}-noteref-${String(number)}`;
      if (count === 1) referred.push({ note, id, referenceId: firstId });
      const ownId = count === 1 ? firstId : `${firstId}-${String(count)}`;
      return renderReference(note, { id: ownId, target: id, isInsideLink });
    },
  };
}

function renderReference(
  { label }: Footnote,
  { id, target, isInsideLink }: { readonly id: string; readonly target: string; readonly isInsideLink: boolean },
): Xhtml {
  if (isInsideLink) return xhtml`<span id="${id}" class="noteref">${label}</span>`;
  const semantics = attributes({
    id,
    class: 'noteref',
    'epub:type': 'noteref',
    role: 'doc-noteref',
    href: `#${target}`,
  });
  return xhtml`<a${semantics}>${label}</a>`;
}
