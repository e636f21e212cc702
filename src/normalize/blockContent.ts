import type { Block, Inline } from '../book/tree.ts';
import type { ManuscriptBlock } from '../parse/manuscript.ts';
import { readTextInlines } from './textInlines.ts';

/** A block of the manuscript as a block of the tree, with its words as they are. */
export function blockOf(block: ManuscriptBlock): Block {
  switch (block.kind) {
    case 'structure':
      return { ...block.block, span: block.span };
    case 'heading':
      return { type: 'heading', depth: block.depth, children: block.inlines, span: block.span };
    case 'text':
      return { type: 'paragraph', children: inlinesOf(block, 0), span: block.span };
    case 'rule':
      return { type: 'thematicBreak', span: block.span };
  }
}

/** The block's content from a character of its text on. */
export function inlinesOf(block: ManuscriptBlock, from: number): readonly Inline[] {
  const own = block.kind === 'text' || block.kind === 'heading' ? block.inlines : null;
  const inlines = own === null ? keepLines(readTextInlines(block.text.slice(from))) : dropCharacters(own, from);
  return trimStart(inlines);
}

/** The lines of verse, which a plain text's block parts with line feeds. */
function keepLines(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type !== 'text' || !inline.value.includes('\n')) return [inline];
    const lines = inline.value.split('\n');
    return lines.flatMap((value, index): Inline[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' } as const]),
      ...(value === '' ? [] : [{ type: 'text', value } as const]),
    ]);
  });
}

function dropCharacters(inlines: readonly Inline[], count: number): readonly Inline[] {
  let left = count;
  const rest: Inline[] = [];
  for (const inline of inlines) {
    const [kept, dropped] = dropFrom(inline, left);
    left -= dropped;
    if (kept !== null) rest.push(kept);
  }
  return rest;
}

function dropFrom(inline: Inline, count: number): readonly [Inline | null, number] {
  if (count === 0) return [inline, 0];
  if (inline.type === 'hardBreak') return [null, 1];
  if (inline.type === 'text' || inline.type === 'inlineCode') {
    const dropped = Math.min(count, inline.value.length);
    return [dropped === inline.value.length ? null : { ...inline, value: inline.value.slice(dropped) }, dropped];
  }
  let dropped = 0;
  const children: Inline[] = [];
  for (const child of inline.children) {
    const [kept, taken] = dropFrom(child, count - dropped);
    dropped += taken;
    if (kept !== null) children.push(kept);
  }
  return [children.length === 0 ? null : { ...inline, children }, dropped];
}

function trimStart(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = inlines;
  if (first?.type !== 'text') return inlines;
  const value = first.value.trimStart();
  return value === '' ? trimStart(rest) : [{ type: 'text', value }, ...rest];
}
