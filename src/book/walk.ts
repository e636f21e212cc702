import type { Block, Chapter, Story } from './tree.ts';

/** Every matter section and chapter body of a story, in reading order, and its footnotes after them. */
export function* storyBlocks(story: Story): Generator<readonly Block[]> {
  for (const section of story.frontMatter) yield section.blocks;
  for (const chapter of story.chapters) yield* chapterBlocks(chapter);
  for (const section of story.backMatter) yield section.blocks;
  for (const note of story.footnotes) yield note.blocks;
}

function* chapterBlocks(chapter: Chapter): Generator<readonly Block[]> {
  for (const section of chapter.openingNotes) yield section.blocks;
  yield chapter.body;
  for (const section of chapter.closingNotes) yield section.blocks;
}
