import { blockText } from '../book/plainText.ts';
import type { Story } from '../book/tree.ts';
import { storyBlocks } from '../book/walk.ts';
import { countWords } from '../text/words.ts';

/** The words of a story as a book has them, its notes included. */
export function storyWords(story: Story): number {
  let words = 0;
  for (const blocks of storyBlocks(story)) words += countWords(blockText(blocks));
  return words;
}
