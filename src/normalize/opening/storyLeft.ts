import { authorVoice } from '../voice/authorVoice.ts';
import { readFooterLine } from '../edges/footerLine.ts';
import { readLabel } from '../voice/knownLabels.ts';
import { narrativeVoice } from '../voice/narrativeVoice.ts';
import type { Header } from './openingHeader.ts';

/** The story is looked for in so many blocks; after so many there is surely one. */
const storyLookahead = 40;

/**
 * Whether the story can still come below a block: a chapter, or a paragraph that is no label, no footer and no word to
 * readers. A very short story is one paragraph, and what stands under it, `(Word count: 312)`, is its footer.
 */
export function leavesStory(index: number, { blocks, limit }: Header): boolean {
  if (limit < blocks.length || limit > index + storyLookahead) return true;
  return blocks.slice(index + 1, limit).some(({ kind, text }) => {
    if (kind !== 'text') return kind !== 'rule';
    if (readLabel(text) !== null || readFooterLine(text) !== null) return false;
    return narrativeVoice(text) >= authorVoice(text);
  });
}
