import type { Block, Inline } from './tree.ts';

/** The words of inlines without markup; a hard break counts as a space, a picture as its description. */
export function inlineText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
      case 'inlineCode':
        text += inline.value;
        break;
      case 'hardBreak':
        text += ' ';
        break;
      case 'image':
        text += inline.alt ?? '';
        break;
      case 'footnoteReference':
        break;
      case 'emphasis':
      case 'strong':
      case 'strikethrough':
      case 'superscript':
      case 'subscript':
      case 'link':
      case 'inlineNote':
      case 'foreign':
        text += inlineText(inline.children);
        break;
    }
  }
  return text;
}

/** The words of blocks, a newline between blocks; scene breaks count as nothing. */
export function blockText(blocks: readonly Block[]): string {
  return blocks
    .map(block => oneBlockText(block))
    .filter(text => text !== '')
    .join('\n');
}

function oneBlockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children);
    case 'thematicBreak':
      return '';
    case 'blockQuote':
      return blockText(block.children);
    case 'list':
      return block.items.map(item => blockText(item)).join('\n');
    case 'figure':
      return [block.image.alt ?? '', inlineText(block.caption)].filter(text => text !== '').join('\n');
    case 'preformatted':
      return block.value;
    case 'table':
      return [block.header, ...block.rows].map(row => row.map(cell => inlineText(cell)).join(' ')).join('\n');
  }
}
