import type { Block, Inline, InlineNote } from './tree.ts';

/** Blocks without the author's asides in them; a paragraph that was nothing else goes with its aside. */
export function withoutInlineNotes(blocks: readonly Block[], onLeftOut: (note: InlineNote) => void): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading': {
        const children = withoutNotes(block.children, onLeftOut);
        if (children === block.children) return [block];
        return children.length === 0 ? [] : [{ ...block, children }];
      }
      case 'blockQuote':
        return [{ ...block, children: withoutInlineNotes(block.children, onLeftOut) }];
      case 'list':
        return [{ ...block, items: block.items.map(item => withoutInlineNotes(item, onLeftOut)) }];
      case 'table': {
        const cell = (inlines: readonly Inline[]) => withoutNotes(inlines, onLeftOut);
        return [{ ...block, header: block.header.map(cell), rows: block.rows.map(row => row.map(cell)) }];
      }
      case 'figure':
        return [{ ...block, caption: withoutNotes(block.caption, onLeftOut) }];
      case 'thematicBreak':
      case 'preformatted':
        return [block];
    }
  });
}

/** The same array when there is no aside in it; a space that stood before one goes with it. */
function withoutNotes(inlines: readonly Inline[], onLeftOut: (note: InlineNote) => void): readonly Inline[] {
  if (!inlines.some(holdsNote)) return inlines;
  const kept: Inline[] = [];
  for (const inline of inlines) {
    if (inline.type === 'inlineNote') {
      onLeftOut(inline);
      const last = kept.at(-1);
      if (last?.type === 'text') kept.splice(-1, 1, { ...last, value: last.value.trimEnd() });
    } else if ('children' in inline) {
      const children = withoutNotes(inline.children, onLeftOut);
      if (children.length > 0) kept.push({ ...inline, children });
    } else kept.push(inline);
  }
  const [first, ...rest] = kept;
  if (first?.type === 'text') kept.splice(0, kept.length, { ...first, value: first.value.trimStart() }, ...rest);
  const isEmpty = kept.every(inline => inline.type === 'hardBreak' || (inline.type === 'text' && inline.value.trim() === '')); // prettier-ignore
  return isEmpty ? [] : kept;
}

function holdsNote(inline: Inline): boolean {
  return inline.type === 'inlineNote' || ('children' in inline && inline.children.some(holdsNote));
}
