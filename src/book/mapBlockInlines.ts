import type { Block, Inline } from './tree.ts';

type InlineMap = (inlines: readonly Inline[]) => readonly Inline[];

/** Blocks with each run of inlines in them changed: a paragraph's, a heading's, a cell's, a caption's; in reading order. */
export function mapBlockInlines(blocks: readonly Block[], change: InlineMap): readonly Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return { ...block, children: change(block.children) };
      case 'blockQuote':
        return { ...block, children: mapBlockInlines(block.children, change) };
      case 'list':
        return { ...block, items: block.items.map(item => mapBlockInlines(item, change)) };
      case 'table':
        return { ...block, header: block.header.map(change), rows: block.rows.map(row => row.map(change)) };
      case 'figure':
        return { ...block, caption: change(block.caption) };
      case 'thematicBreak':
      case 'preformatted':
        return block;
    }
  });
}
