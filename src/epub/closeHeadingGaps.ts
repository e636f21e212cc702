import { visibleInlines } from '../book/titles.ts';
import type { Block } from '../book/tree.ts';

/**
 * Blocks whose headings leave out no level: those who hear a book find their way by them. A heading stands one level below
 * the last one that is higher: depths 1, 3, 6, 3 → 1, 2, 3, 2; depths 2, 1 → 1, 1. One without words is left out: nobody finds it.
 */
export function closeHeadingGaps(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(block => block.type === 'heading')) return blocks;
  const above: number[] = [];
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'heading') return [block];
    if (visibleInlines(block.children) === null) return [];
    while ((above.at(-1) ?? -Infinity) >= block.depth) above.pop();
    return [{ ...block, depth: above.push(block.depth) }];
  });
}
