/** An entry of a book's contents, with those below it. */
export interface ContentsEntry {
  readonly title: string;
  /** The document that it leads to; `null` for one that leads nowhere, or out of the book. */
  readonly path: string | null;
  /** The place in the document; `null` for its start. */
  readonly fragment: string | null;
  readonly children: readonly ContentsEntry[];
}

/** An entry while it is being read. */
export interface DraftEntry extends ContentsEntry {
  title: string;
  path: string | null;
  fragment: string | null;
  readonly children: DraftEntry[];
}

export function draftEntry(): DraftEntry {
  return { title: '', path: null, fragment: null, children: [] };
}
