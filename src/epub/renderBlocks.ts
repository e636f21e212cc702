import type { BookLabels } from '../book/labels.ts';
import { inlineText } from '../book/plainText.ts';
import type { Block, Inline, List, Table } from '../book/tree.ts';
import { closeHeadingGaps } from './closeHeadingGaps.ts';
import { labelLanguageAttributes, languageAttributes, languageTag } from './language.ts';
import { type BookImages, noImages, renderFigure } from './renderImage.ts';
import { renderInlines } from './renderInlines.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** What blocks need to know of the page they stand on. */
export interface BlockContext {
  readonly labels: BookLabels;
  /** The language of the page, BCP 47. */
  readonly language: string;
  /** The level, from 2 to 6, at which a heading of depth 1 stands. */
  readonly headingLevel: number;
  /** The pictures that the book holds. */
  readonly images?: BookImages | undefined;
}

export function renderBlocks(blocks: readonly Block[], context: BlockContext): Xhtml {
  return lines(closeHeadingGaps(blocks).map(block => renderBlock(block, context)));
}

export function renderBlock(block: Block, context: BlockContext): Xhtml {
  const language = languageAttributes(block.lang, context.language);
  switch (block.type) {
    case 'paragraph':
      return xhtml`<p${language}>${renderInlines(block.children, false, context.images)}</p>`;
    case 'heading':
      return renderHeading(context.headingLevel + block.depth - 1, renderInlines(block.children), language);
    case 'thematicBreak':
      return renderSceneBreak(context);
    case 'blockQuote':
      return xhtml`<blockquote${language}>\n${renderBlocks(block.children, insideOf(block, context))}\n</blockquote>`;
    case 'list':
      return renderList(block, insideOf(block, context), language);
    case 'figure':
      return renderFigure(block, context.images ?? noImages, language, renderInlines(block.caption));
    case 'preformatted':
      return xhtml`<pre${language}>${block.value}</pre>`;
    case 'table':
      return renderTable(block, language, context.images);
  }
}

function insideOf(block: Block, context: BlockContext): BlockContext {
  return block.lang === undefined ? context : { ...context, language: languageTag(block.lang) };
}

/** A heading at a level of the whole book; deeper than 6 there is none. */
export function renderHeading(level: number, content: Xhtml, headingAttributes: Xhtml = noMarkup): Xhtml {
  const rank = Math.min(level, 6);
  return xhtml`<h${rank}${headingAttributes}>${content}</h${rank}>`;
}

function renderSceneBreak({ labels, language }: BlockContext): Xhtml {
  const label = attributes({ 'aria-label': labels.sceneBreak });
  return xhtml`<hr${labelLanguageAttributes(labels, language)}${label}/>`;
}

function renderList(list: List, context: BlockContext, language: Xhtml): Xhtml {
  if (list.items.length === 0) return noMarkup;
  const items = lines(list.items.map(item => xhtml`<li>${renderBlocks(item, context)}</li>`));
  if (!list.ordered) return xhtml`<ul${language}>\n${items}\n</ul>`;
  const start = attributes({ start: list.start === 1 ? undefined : String(list.start) });
  return xhtml`<ol${start}${language}>\n${items}\n</ol>`;
}

function renderTable(table: Table, language: Xhtml, images: BookImages | undefined): Xhtml {
  const columnCount = Math.max(table.header.length, ...table.rows.map(row => row.length));
  if (columnCount === 0) return noMarkup;
  const isHeaded = table.header.some(cell => inlineText(cell).trim() !== '');
  const head = isHeaded ? xhtml`<thead>\n${renderRow(table.header, columnCount, true, images)}\n</thead>` : noMarkup;
  const rows = lines(table.rows.map(row => renderRow(row, columnCount, false, images)));
  const body = table.rows.length === 0 ? noMarkup : xhtml`<tbody>\n${rows}\n</tbody>`;
  return xhtml`<table${language}>\n${lines([head, body])}\n</table>`;
}

/** A row with as many cells as the widest: a short one leaves a hole that some readers fill with the next row. */
function renderRow(
  cells: readonly (readonly Inline[])[],
  columnCount: number,
  isHeader: boolean,
  images: BookImages | undefined,
): Xhtml {
  const full = Array.from({ length: columnCount }, (_, index) => cells[index] ?? []);
  const rendered = full.map(cell => {
    const isColumnHeader = isHeader && inlineText(cell).trim() !== '';
    const content = renderInlines(cell, false, images);
    return isColumnHeader ? xhtml`<th scope="col">${content}</th>` : xhtml`<td>${content}</td>`;
  });
  return xhtml`<tr>${rendered}</tr>`;
}
