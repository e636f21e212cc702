import type { Block, Figure, Heading, Inline, List, Paragraph, Table } from '../book/tree.ts';
import { opensBlock, printImage, printInlines } from './printInlines.ts';

/** Blocks as canonical Markdown, a blank line between them; no blank line at the end. */
export function printBlocks(blocks: readonly Block[]): string {
  let lastList: List | null = null;
  let isOther = false;
  const printed = blocks.map(block => {
    // Lists that follow each other stay apart by their marks.
    isOther = block.type === 'list' && lastList?.ordered === block.ordered && !isOther;
    lastList = block.type === 'list' ? block : null;
    return printBlock(block, isOther);
  });
  return printed.join('\n\n');
}

function printBlock(block: Block, isOther: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return printParagraph(withLanguage(block));
    case 'heading':
      return `${'#'.repeat(block.depth + 1)} ${printInlines(withLanguage(block), false)}`;
    case 'thematicBreak':
      return '* * *';
    case 'blockQuote':
      return prefixLines(printBlocks(block.children), '> ', '> ');
    case 'list':
      return printList(block, isOther);
    case 'figure':
      return printFigure(block);
    case 'preformatted':
      return printCode(block.value);
    case 'table':
      return printTable(block);
  }
}

/** A paragraph in another language is one of nothing but foreign words. */
function withLanguage({ lang, children }: Paragraph | Heading): readonly Inline[] {
  return lang === undefined ? children : [{ type: 'foreign', lang, children }];
}

/** A paragraph on a line of its own; its hard breaks end lines. */
export function printParagraph(children: readonly Inline[]): string {
  const text = printInlines(children, true);
  const opening = opensBlock.exec(text)?.[0];
  if (opening === undefined) return text;
  return /^\d/.test(opening) ? `${opening}\\${text.slice(opening.length)}` : `\\${text}`;
}

function printList({ ordered, start, items }: List, isOther: boolean): string {
  const isTight = items.every(item => item.length <= 1);
  const printed = items.map((item, index) => {
    const mark = ordered ? `${start + index}${isOther ? ')' : '.'} ` : isOther ? '+ ' : '- ';
    return prefixLines(printBlocks(item), mark, ' '.repeat(mark.length));
  });
  return printed.join(isTight ? '\n' : '\n\n');
}

function prefixLines(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => (line === '' ? (index === 0 ? first : others).trimEnd() : (index === 0 ? first : others) + line))
    .join('\n');
} // prettier-ignore

function printFigure({ image, caption }: Figure): string {
  return caption.length === 0 ? printImage(image) : `${printImage(image, true)} ${printInlines(caption, true)}`;
}

function printCode(value: string): string {
  const longest = Math.max(2, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${value}\n${fence}`;
}

function printTable({ header, rows }: Table): string {
  const row = (cells: readonly (readonly Inline[])[]) => cells.length === 0 ? '|' : `| ${cells.map(cell => printInlines(cell, false)).join(' | ')} |`; // prettier-ignore
  return [row(header), `|${header.map(() => ' --- |').join('')}`, ...rows.map(row)].join('\n');
}
