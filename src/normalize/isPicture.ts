import { picturesAlone } from '../book/figureOf.ts';
import type { ManuscriptBlock } from '../parse/manuscript.ts';

/**
 * Whether a block is pictures without a word beside them. Above the story they are passed over, for its header is words:
 * a cover over the title, an ornament under it; they are shown below the first chapter's heading.
 */
export function isPicture(block: ManuscriptBlock): boolean {
  if (block.kind !== 'structure') return false;
  const { block: content } = block;
  return content.type === 'figure' || (content.type === 'paragraph' && picturesAlone(content.children) !== null);
}
