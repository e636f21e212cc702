import { type LinkWords, isOwnText, plainWords, shownAddress } from './linkWords.ts';
import { mapReferences } from './mapReferences.ts';
import { mapStoryInlines } from './mapStoryInlines.ts';
import type { Footnote, Inline, Story } from './tree.ts';

/** The notes that a story's links become. */
export interface LinkNotes {
  readonly words: LinkWords;
  /** What was told in the chapter before is told again. */
  readonly startChapter: () => void;
  /** The notes of the story and of its links in the order of their marks, numbered together; its own where no link has one. */
  readonly amongst: (story: Story) => readonly Footnote[];
}

/** Collects the addresses of a story's links, one note for each in a chapter. */
export function createLinkNotes(storyNumber: number): LinkNotes {
  const made: Footnote[] = [];
  let known = new Map<string, string>();
  const noteFor = (url: string): string => {
    let id = known.get(url);
    if (id === undefined) {
      id = `story-${storyNumber}-link-${made.length + 1}`;
      const address: Inline = { type: 'text', value: shownAddress(url) };
      made.push({ id, label: '', blocks: [{ type: 'paragraph', children: [address] }] });
      known.set(url, id);
    }
    return id;
  };
  return {
    words: link => {
      if (isOwnText(link)) return plainWords(link);
      return [...link.children, { type: 'footnoteReference', noteId: noteFor(link.url) }];
    },
    startChapter: () => {
      known = new Map();
    },
    amongst: story => (made.length === 0 ? story.footnotes : numberTogether(story, made)),
  };
}

/**
 * Notes with numbers of their own go on being numbered, those of links among them: through the story, or from 1 in every
 * chapter where the story's do so or has none. Other marks, "*" or "a", stay, and links have the numbers.
 */
function numberTogether(story: Story, made: readonly Footnote[]): readonly Footnote[] {
  const own = story.footnotes.map(({ label }) => label);
  const isNumbered = own.every(label => /^\d+$/.test(label));
  const startsAfresh = own.length === 0 || new Set(own).size < own.length;
  const waiting = new Map([...story.footnotes, ...made].map(note => [note.id, note]));
  const links = new Set(made.map(({ id }) => id));
  const numbered: Footnote[] = [];
  let number = 0;
  const add = (note: Footnote): void => {
    waiting.delete(note.id);
    const keepsLabel = !isNumbered && !links.has(note.id);
    numbered.push(keepsLabel ? note : { ...note, label: String(++number) });
  };
  for (const marks of marksByChapter(story)) {
    if (startsAfresh) number = 0;
    for (const id of marks) {
      const note = waiting.get(id);
      if (note !== undefined) add(note);
    }
  }
  // Those whose marks stand in other notes.
  for (const note of [...waiting.values()]) add(note);
  return numbered;
}

/** The ids that the marks of a story lead to, in reading order: before the chapters, in each of them, behind them. */
function marksByChapter({ frontMatter, chapters, backMatter }: Story): readonly (readonly string[])[] {
  const none = { frontMatter: [], chapters: [], backMatter: [] };
  const parts = [{ ...none, frontMatter }, ...chapters.map(chapter => ({ ...none, chapters: [chapter] })), { ...none, backMatter }];
  return parts.map(part => {
    const ids: string[] = [];
    const inlines = (children: readonly Inline[]): readonly Inline[] =>
      mapReferences(children, noteId => {
        ids.push(noteId);
        return { type: 'footnoteReference', noteId };
      });
    mapStoryInlines(part, { inlines });
    return ids;
  });
} // prettier-ignore
