import type { Token } from 'marked';
import type { Block, Inline } from '../book/tree.ts';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { ManuscriptNote } from './manuscript.ts';
import type { StoryTokenizer } from './storyTokenizer.ts';

/** Matches a label that is a mark to be shown: `1`, `a`, `iv`, `*`, `††`; not `smith-2004`, which only names its note. */
const shownLabel = /^(?:\d{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§¶#‖]{1,3})$/i;

type DraftNote = Omit<ManuscriptNote, 'label'> & { readonly label: string | null };

/** The notes of one Markdown file while it is read, and the marks that lead to them. */
export class MarkdownNotes {
  readonly #tokenizer: StoryTokenizer;
  readonly #file: string;
  readonly #idsByLabel = new Map<string, string[]>();
  readonly #idOf = new Map<Token, string>();
  /** How many notes with a label the reading has come past: a label may return, chapter by chapter. */
  readonly #passed = new Map<string, number>();
  readonly #drafts = new Map<string, DraftNote>();
  /** What each note leads to, and what the text does, by `null`. */
  readonly #leadsTo = new Map<string | null, Set<string>>();
  readonly #marks = new Map<string, string>();
  #from: string | null = null;
  #inlineCount = 0;

  constructor(tokenizer: StoryTokenizer, file: string) {
    this.#tokenizer = tokenizer;
    this.#file = file;
    for (const [token, { label }] of tokenizer.definitions) {
      const ids = this.#idsByLabel.get(label) ?? [];
      this.#idsByLabel.set(label, ids);
      const id = `${file}#${label}#${ids.length + 1}`;
      ids.push(id);
      this.#idOf.set(token, id);
    }
  }

  /** The reference that a token is; `null` where it is none. `read` reads the words of a note that stands in the text. */
  referenceOf(token: Token, span: SourceSpan, read: (tokens: readonly Token[]) => Inline[]): Inline | null {
    const label = this.#tokenizer.noteMarks.get(token);
    const words = this.#tokenizer.inlineNotes.get(token);
    if (label !== undefined) return this.#referTo(this.#nearest(label), token.raw);
    if (words === undefined) return null;
    const id = `${this.#file}#^${++this.#inlineCount}`;
    const reference = this.#referTo(id, token.raw);
    const children = this.#reading(id, () => read(this.#tokenizer.lexInlines(words)));
    const blocks: Block[] = [{ type: 'paragraph', children, span }];
    // Its lines are those of the paragraph around it.
    this.#drafts.set(id, { id, label: null, typedLabel: '', blocks, span, places: [] });
    return reference;
  }

  /** Takes a note; `read` reads its blocks. */
  define(token: Token, span: SourceSpan, read: (tokens: readonly Token[]) => readonly Block[]): void {
    const { label, text } = this.#tokenizer.definitions.get(token) ?? { label: '', text: '' };
    const id = this.#idOf.get(token) ?? '';
    const blocks = this.#reading(id, () => read(this.#tokenizer.lexNote(text)));
    this.#drafts.set(id, { id, label, typedLabel: `[^${label}]: `, blocks, span });
    this.#passed.set(label, (this.#passed.get(label) ?? 0) + 1);
  }

  /** The notes that the text leads to; what is left of those that are defined is words. */
  finish(): { readonly notes: readonly ManuscriptNote[]; readonly marks: ReadonlyMap<string, string>; readonly isNote: (token: Token) => boolean } {
    const reached = new Set<string>();
    for (const open: (string | null)[] = [null]; open.length > 0; ) {
      for (const id of this.#leadsTo.get(open.pop() ?? null) ?? []) {
        if (!reached.has(id)) open.push(id);
        reached.add(id);
      }
    }
    const drafts = [...reached].flatMap(id => this.#drafts.get(id) ?? []);
    const areShown = drafts.every(({ label }) => label !== null && shownLabel.test(label));
    const notes = drafts.map((draft, index) => ({ ...draft, label: areShown ? (draft.label ?? '') : String(index + 1) }));
    return { notes, marks: this.#marks, isNote: token => reached.has(this.#idOf.get(token) ?? '') };
  } // prettier-ignore

  /** The next note with a label in the file, else the last one: a story of many chapters may count them afresh. */
  #nearest(label: string): string {
    const ids = this.#idsByLabel.get(label) ?? [];
    return ids[Math.min(this.#passed.get(label) ?? 0, ids.length - 1)] ?? '';
  }

  #referTo(id: string, typed: string): Inline {
    const targets = this.#leadsTo.get(this.#from) ?? new Set<string>();
    this.#leadsTo.set(this.#from, targets.add(id));
    this.#marks.set(id, typed);
    return { type: 'footnoteReference', noteId: id };
  }

  #reading<Read>(id: string, read: () => Read): Read {
    const around = this.#from;
    this.#from = id;
    const own = read();
    this.#from = around;
    return own;
  }
}
