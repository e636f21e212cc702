import type { OpenedParagraph } from '../book/findOpening.ts';
import type { BookLabels } from '../book/labels.ts';
import { inlineText } from '../book/plainText.ts';
import type { PrintedPages } from '../book/printedPage.ts';
import type { Block, Inline, List, Paragraph, Table } from '../book/tree.ts';
import { closeHeadingGaps } from './closeHeadingGaps.ts';
import { labelLanguageAttributes, languageAttributes, languageTag } from './language.ts';
import { renderOpening } from './openingParagraph.ts';
import { renderAcrossPages } from './pageBreaks.ts';
import { noImages, renderFigure } from './renderImage.ts';
import { renderInlines } from './renderInlines.ts';
import type { InlineContext } from './renderInlines.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** What blocks need to know of the page they stand on. */
export interface BlockContext extends InlineContext {
  readonly labels: BookLabels;
  /** The level, from 2 to 6, at which a heading of depth 1 stands. */
  readonly headingLevel: number;
  /** Where the pages of the print edition begin, when there is one. */
  readonly printedPages?: PrintedPages | undefined;
  /** The paragraph that the theme opens the chapter with. */
  readonly opened?: OpenedParagraph | null;
}

export function renderBlocks(blocks: readonly Block[], context: BlockContext): Xhtml {
  return lines(closeHeadingGaps(blocks).map(block => renderBlock(block, context)));
}

export function renderBlock(block: Block, context: BlockContext): Xhtml {
  const language = languageAttributes(block.lang, context.language);
  switch (block.type) {
    case 'paragraph':
      return renderParagraph(block, context, language);
    case 'heading':
      return renderHeading(
        context.headingLevel + block.depth - 1,
        renderInlines(block.children, insideOf(block, context)),
        language,
      );
    case 'thematicBreak':
      return renderSceneBreak(context);
    case 'blockQuote':
      return xhtml`<blockquote${language}>\n${renderBlocks(block.children, insideOf(block, context))}\n</blockquote>`;
    case 'list':
      return renderList(block, insideOf(block, context), language);
    case 'figure':
      return renderFigure(
        block,
        context.images ?? noImages,
        language,
        renderInlines(block.caption, insideOf(block, context)),
      );
    case 'preformatted':
      return xhtml`<pre${language}>${block.value}</pre>`;
    case 'table':
      return renderTable(block, insideOf(block, context), language);
  }
}

function renderParagraph(paragraph: Paragraph, context: BlockContext, language: Xhtml): Xhtml {
  const { printedPages, opened } = context;
  const inside = insideOf(paragraph, context);
  const opening = opened?.paragraph === paragraph ? opened.opening : null;
  // A page that began inside of the opening would part it; none does, for a page's first lines hold more words.
  const content = renderAcrossPages(paragraph.children, printedPages?.get(paragraph), (piece, isFirst) =>
    isFirst && opening !== null ? renderOpening(piece, opening, inside) : renderInlines(piece, inside),
  );
  return opening === null ? xhtml`<p${language}>${content}</p>` : xhtml`<p class="first"${language}>${content}</p>`;
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

function renderTable(table: Table, context: InlineContext, language: Xhtml): Xhtml {
  const columnCount = Math.max(table.header.length, ...table.rows.map(row => row.length));
  if (columnCount === 0) return noMarkup;
  const isHeaded = table.header.some(cell => inlineText(cell).trim() !== '');
  const head = isHeaded ? xhtml`<thead>\n${renderRow(table.header, context, columnCount, true)}\n</thead>` : noMarkup;
  const rows = lines(table.rows.map(row => renderRow(row, context, columnCount, false)));
  const body = table.rows.length === 0 ? noMarkup : xhtml`<tbody>\n${rows}\n</tbody>`;
  return xhtml`<table${language}>\n${lines([head, body])}\n</table>`;
}

/** A row with as many cells as the widest: a short one leaves a hole that some readers fill with the next row. */
function renderRow(
  cells: readonly (readonly Inline[])[],
  context: InlineContext,
  columnCount: number,
  isHeader: boolean,
): Xhtml {
  const full = Array.from({ length: columnCount }, (_, index) => cells[index] ?? []);
  const rendered = full.map(cell => {
    const isColumnHeader = isHeader && inlineText(cell).trim() !== '';
    const content = renderInlines(cell, context);
    return isColumnHeader ? xhtml`<th scope="col">${content}</th>` : xhtml`<td>${content}</td>`;
  });
  return xhtml`<tr>${rendered}</tr>`;
}
