import { inlineText } from './plainText.ts';
import type { Block, Paragraph } from './tree.ts';

/** Matches the source below a motto, "— Anna Tinsel"; a longer line is speech. */
const attribution = /^[—–―]\s?\S/u;
const longestAttribution = 60;

/** Whether a paragraph names the source of the words above it. */
export function isAttribution({ children }: Paragraph): boolean {
  const text = inlineText(children);
  return attribution.test(text) && text.length <= longestAttribution;
}

/** Whether a block is words of another with their source below them, as stand over a chapter. */
export function isMotto(block: Block): boolean {
  if (block.type !== 'blockQuote' || block.children.length < 2) return false;
  const last = block.children.at(-1);
  return last?.type === 'paragraph' && isAttribution(last);
}
