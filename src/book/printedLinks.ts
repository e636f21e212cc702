import { type LinkNotes, createLinkNotes } from './linkNotes.ts';
import { type LinkWords, inBrackets, plainWords } from './linkWords.ts';
import type { PageAnchor } from './printedPage.ts';
import type { Anthology, Block, Chapter, Footnote, Inline, MatterSection, NonEmpty, Story } from './tree.ts';

/** Whether links are followed, are words like others, or have their addresses told in notes. */
export type LinkPolicy = 'live' | 'plain' | 'notes';

/** A book as print shows its links. */
export interface PrintedLinks {
  readonly book: Anthology;
  /** The node of the book before, for one that has another in it now; else the node itself. */
  readonly originalOf: (node: PageAnchor) => PageAnchor;
}

/**
 * Links for paper, which cannot be followed: `notes` tells the address behind words in a footnote, numbered with the others
 * of its chapter; in a note and in the book's own matter, which have none, in brackets: `the house` → `the house
 * (https://example.org/house)`. A heading has no room for either. An address that is its own text stays as it is. What has
 * no link in it is the very same object.
 */
export function printLinks(book: Anthology, policy: LinkPolicy): PrintedLinks {
  if (policy === 'live') return { book, originalOf: node => node };
  const originals = new Map<PageAnchor, PageAnchor>();
  const renew = <Node extends PageAnchor>(node: Node, changed: Node): Node => {
    originals.set(changed, node);
    return changed;
  };
  const bracketed: LinkWords = policy === 'notes' ? inBrackets : plainWords;
  const section = (words: LinkWords) => (own: MatterSection) => {
    const title = mapLinks(own.title, plainWords);
    const blocks = mapBlocks(own.blocks, words, renew);
    return title === own.title && blocks === own.blocks ? own : renew(own, { ...own, title, blocks });
  };
  const stories = mapSame(book.stories, (story, index) => {
    const notes = policy === 'notes' ? createLinkNotes(index + 1) : null;
    const changed = mapStory(story, notes, { section, bracketed, renew });
    return changed === story ? story : renew(story, changed);
  });
  const [first, ...others] = stories;
  const frontMatter = mapSame(book.frontMatter, section(bracketed));
  const backMatter = mapSame(book.backMatter, section(bracketed));
  const isSame = stories === book.stories && frontMatter === book.frontMatter && backMatter === book.backMatter;
  if (isSame || first === undefined) return { book, originalOf: node => node };
  const own: NonEmpty<Story> = [first, ...others];
  return {
    book: { ...book, stories: own, frontMatter, backMatter },
    originalOf: node => originals.get(node) ?? node,
  };
}

type Renew = <Node extends PageAnchor>(node: Node, changed: Node) => Node;

interface StoryMapping {
  readonly section: (words: LinkWords) => (own: MatterSection) => MatterSection;
  readonly bracketed: LinkWords;
  readonly renew: Renew;
}

function mapStory(story: Story, notes: LinkNotes | null, { section, bracketed, renew }: StoryMapping): Story {
  const words = notes?.words ?? plainWords;
  const frontMatter = mapSame(story.frontMatter, section(words));
  const chapters = mapSame(story.chapters, (chapter: Chapter): Chapter => {
    notes?.startChapter();
    const title = chapter.title === null ? null : mapLinks(chapter.title, plainWords);
    const openingNotes = mapSame(chapter.openingNotes, section(words));
    const body = mapBlocks(chapter.body, words, renew);
    const closingLine = chapter.closingLine === null ? null : mapLinks(chapter.closingLine, plainWords);
    const closingNotes = mapSame(chapter.closingNotes, section(words));
    const changed = { ...chapter, title, openingNotes, body, closingLine, closingNotes };
    return isAlike(chapter, changed) ? chapter : renew(chapter, changed);
  });
  const backMatter = mapSame(story.backMatter, section(words));
  const ownNotes = mapSame(story.footnotes, (note: Footnote): Footnote => {
    const blocks = mapBlocks(note.blocks, bracketed, renew);
    return blocks === note.blocks ? note : { ...note, blocks };
  });
  const changed = { ...story, frontMatter, chapters, backMatter, footnotes: ownNotes };
  if (isAlike(story, changed)) return story;
  return notes === null ? changed : { ...changed, footnotes: notes.amongst(changed) };
}

function isAlike<Node extends object>(one: Node, other: Node): boolean {
  const values = Object.values(one);
  return Object.values(other).every((value, index) => value === values[index]);
}

function mapBlocks(blocks: readonly Block[], words: LinkWords, renew: Renew): readonly Block[] {
  return mapSame(blocks, (block): Block => {
    const changed = mapBlock(block, words, renew);
    return changed === block ? block : renew(block, changed);
  });
}

function mapBlock(block: Block, words: LinkWords, renew: Renew): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const children = mapLinks(block.children, block.type === 'heading' ? plainWords : words);
      return children === block.children ? block : { ...block, children };
    }
    case 'blockQuote': {
      const children = mapBlocks(block.children, words, renew);
      return children === block.children ? block : { ...block, children };
    }
    case 'list': {
      const items = mapSame(block.items, item => mapBlocks(item, words, renew));
      return items === block.items ? block : { ...block, items };
    }
    case 'table': {
      const cells = (row: Cells) => mapSame(row, cell => mapLinks(cell, words));
      const header = cells(block.header);
      const rows = mapSame(block.rows, cells);
      return header === block.header && rows === block.rows ? block : { ...block, header, rows };
    }
    case 'figure': {
      const caption = mapLinks(block.caption, words);
      return caption === block.caption ? block : { ...block, caption };
    }
    case 'thematicBreak':
    case 'preformatted':
      return block;
  }
}

type Cells = readonly (readonly Inline[])[];

/** Inlines with each link as other words; the same array where there is none. */
function mapLinks(inlines: readonly Inline[], words: LinkWords): readonly Inline[] {
  if (!inlines.some(holdsLink)) return inlines;
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type === 'link') return words({ ...inline, children: mapLinks(inline.children, plainWords) });
    return 'children' in inline ? [{ ...inline, children: mapLinks(inline.children, words) }] : [inline];
  });
}

function holdsLink(inline: Inline): boolean {
  return inline.type === 'link' || ('children' in inline && inline.children.some(holdsLink));
}

/** As `map`; the list itself where nothing in it changes. */
function mapSame<Item>(items: readonly Item[], change: (item: Item, index: number) => Item): readonly Item[] {
  const changed = items.map((item, index) => change(item, index));
  return changed.some((item, index) => item !== items[index]) ? changed : items;
}
