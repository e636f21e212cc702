import type { Block } from '../book/tree.ts';

/**
 * Blocks whose headings leave out no level: those who hear a book find their way by them. Depths 1, 3, 6 → 1, 2, 3.
 */
export function closeHeadingGaps(blocks: readonly Block[]): readonly Block[] {
  const depths = new Set(blocks.flatMap(block => (block.type === 'heading' ? [block.depth] : [])));
  if (depths.size === 0) return blocks;
  const ranked = [...depths].sort((a, b) => a - b);
  return blocks.map(block => (block.type === 'heading' ? { ...block, depth: ranked.indexOf(block.depth) + 1 } : block));
}
