import { mapBlockInlines } from './mapBlockInlines.ts';
import type { Block, Chapter, Inline, MatterSection } from './tree.ts';

/** The parts of a story that hold words. */
export interface WordedParts {
  readonly frontMatter: readonly MatterSection[];
  readonly chapters: readonly Chapter[];
  readonly backMatter: readonly MatterSection[];
}

/** What is done to the inlines of a story, and to the blocks that stand beside each other. */
export interface StoryChange {
  readonly inlines: (inlines: readonly Inline[]) => readonly Inline[];
  /** Done to the blocks of a section or a body in place of `inlines`, where there is more to change in them. */
  readonly blocks?: (blocks: readonly Block[]) => readonly Block[];
}

/** A story's parts with the inlines in them changed, in reading order: headings before what stands under them. */
export function mapStoryInlines({ frontMatter, chapters, backMatter }: WordedParts, change: StoryChange): WordedParts {
  const { inlines, blocks = (own: readonly Block[]) => mapBlockInlines(own, inlines) } = change;
  const line = (own: readonly Inline[] | null) => (own === null ? null : inlines(own));
  const sections = (own: readonly MatterSection[]) =>
    own.map(section => ({ ...section, title: inlines(section.title), blocks: blocks(section.blocks) }));
  return {
    frontMatter: sections(frontMatter),
    chapters: chapters.map(chapter => ({
      ...chapter,
      ...(chapter.part === undefined ? {} : { part: { ...chapter.part, title: line(chapter.part.title) } }),
      title: line(chapter.title),
      openingNotes: sections(chapter.openingNotes),
      body: blocks(chapter.body),
      closingLine: line(chapter.closingLine),
      closingNotes: sections(chapter.closingNotes),
    })),
    backMatter: sections(backMatter),
  };
}
