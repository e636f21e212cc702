import type { Block, Image, Inline } from '../book/tree.ts';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Manuscript, ManuscriptBlock } from '../parse/manuscript.ts';
import { type EmphasisConventions, learnEmphasis } from './typography/emphasisMarks.ts';
import { readInlineNotes } from './typography/inlineNotes.ts';
import type { RepairTally } from './typography/repairTally.ts';
import { readTextInlines } from './typography/textInlines.ts';

/** What the content of blocks is read by, learned from the whole manuscript. */
export interface ContentReader {
  readonly conventions: EmphasisConventions;
  /** Files without markup of their own, whose words still hold the marks that were typed. */
  readonly plainTexts: ReadonlySet<string>;
  readonly tally: RepairTally;
}

/** Learns how a manuscript's words are marked. */
export function createContentReader({ sources, blocks }: Manuscript, tally: RepairTally): ContentReader {
  const plainTexts = new Set(sources.filter(({ format }) => format === 'plainText').map(({ path }) => path));
  const texts = blocks.flatMap(block => (plainTexts.has(block.span.file) ? [block.text] : []));
  return { conventions: learnEmphasis(texts), plainTexts, tally };
}

/** A block of the manuscript as a block of the tree, with its words as they are. */
export function blockOf(block: ManuscriptBlock, reader: ContentReader): Block {
  switch (block.kind) {
    case 'structure':
      return { ...readStructure(block.block, block.span, reader), span: block.span };
    case 'heading':
      return { type: 'heading', depth: block.depth, children: block.inlines, span: block.span };
    case 'text':
      return { type: 'paragraph', children: readInlineNotes(inlinesOf(block, 0, reader)), span: block.span };
    case 'rule':
      return { type: 'thematicBreak', span: block.span };
  }
}

/** The block's content from a character of its text on. */
export function inlinesOf(block: ManuscriptBlock, from: number, reader: ContentReader): readonly Inline[] {
  const own = block.kind === 'text' || block.kind === 'heading' ? block.inlines : null;
  if (own === null) return trimStart(readTyped(block.text.slice(from), block.span, reader));
  const kept = trimStart(dropCharacters(own, from));
  const typed = reader.plainTexts.has(block.span.file) ? typedText(kept) : null;
  return typed === null ? kept : readTyped(typed, block.span, reader);
}

function readTyped(text: string, span: SourceSpan, { conventions, tally }: ContentReader): readonly Inline[] {
  const read = { emphasis: 0, tags: 0 };
  const inlines = readTextInlines(text, conventions, read);
  for (let count = 0; count < read.emphasis; count++) {
    tally.add({ kind: 'emphasis-marks', before: '*x* _x_', after: 'x' }, span);
  }
  for (let count = 0; count < read.tags; count++) {
    tally.add({ kind: 'leaked-tags', before: '<i>x</i>', after: 'x' }, span);
  }
  return inlines;
}

/** The words of inlines that hold nothing but words and line breaks, newlines for these; `null` where there is markup. */
function typedText(inlines: readonly Inline[]): string | null {
  let text = '';
  for (const inline of inlines) {
    if (inline.type === 'text') text += inline.value;
    else if (inline.type === 'hardBreak') text += '\n';
    else return null;
  }
  return text;
}

/** The paragraphs of a quotation or list; those of a plain text with the emphasis that was typed. */
function readStructure(block: Block, span: SourceSpan, reader: ContentReader): Block {
  switch (block.type) {
    case 'paragraph': {
      const typed = reader.plainTexts.has(span.file) ? typedText(block.children) : null;
      const children = typed === null ? block.children : readTyped(typed, block.span ?? span, reader);
      return { ...block, children: readInlineNotes(children) };
    }
    case 'blockQuote':
      return { ...block, children: block.children.map(child => readStructure(child, span, reader)) };
    case 'list':
      return { ...block, items: block.items.map(item => item.map(child => readStructure(child, span, reader))) };
    case 'heading':
    case 'thematicBreak':
    case 'preformatted':
    case 'table':
    case 'figure':
      return block;
  }
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
  if (inline.type === 'footnoteReference') return [inline, 0];
  if (inline.type === 'image') return dropFromImage(inline, count);
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

/** A picture whose description is part of a label is gone with it; of one that is only begun, the words that are left are kept. */
function dropFromImage(image: Image, count: number): readonly [Inline | null, number] {
  const alt = image.alt ?? '';
  if (alt === '') return [image, 0];
  const left = alt.slice(count);
  return [left === '' ? null : { type: 'text', value: left }, alt.length - left.length];
}

function trimStart(inlines: readonly Inline[]): readonly Inline[] {
  let index = 0;
  for (; index < inlines.length; index++) {
    const inline = inlines[index];
    if (inline?.type !== 'text') break;
    const value = inline.value.trimStart();
    if (value !== '') return value === inline.value ? inlines.slice(index) : [{ ...inline, value }, ...inlines.slice(index + 1)]; // prettier-ignore
  }
  return inlines.slice(index);
}
