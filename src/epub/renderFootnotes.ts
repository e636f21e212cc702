import type { Block, Paragraph } from '../book/tree.ts';
import type { ReferredNote } from './pageFootnotes.ts';
import { renderBlocks } from './renderBlocks.ts';
import type { BlockContext } from './renderBlocks.ts';
import { renderInlines } from './renderInlines.ts';
import { languageAttributes } from './language.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/**
 * The notes that a page has referred to so far, for its end: each begins with its mark, which leads back to the text, as
 * Kindle wants it of a note that it shows over the page. Nothing where there are none. A note may refer to others.
 *
 * @see https://www.w3.org/TR/epub-ssv-11/#footnote
 */
export function renderFootnotes(context: BlockContext): Xhtml {
  const { referred } = context.footnotes;
  const notes: Xhtml[] = [];
  // A note that is rendered may refer to another, which then stands behind it in the same list.
  for (const note of referred) notes.push(renderFootnote(note, context));
  return notes.length === 0 ? noMarkup : xhtml`<div class="footnotes">\n${lines(notes)}\n</div>`;
}

function renderFootnote({ note, id, referenceId }: ReferredNote, context: BlockContext): Xhtml {
  const back = attributes({ 'epub:type': 'backlink', role: 'doc-backlink', href: `#${referenceId}` });
  const label = xhtml`<a${back}>${note.label}</a>`;
  const [first, ...others] = note.blocks;
  const isLed = first?.type === 'paragraph';
  const words = isLed ? leadParagraph(first, label, context) : xhtml`<p>${label}</p>`;
  const rest: readonly Block[] = isLed ? others : note.blocks;
  return xhtml`<aside id="${id}" epub:type="footnote" role="doc-footnote">\n${lines([words, renderBlocks(rest, context)])}\n</aside>`;
}

function leadParagraph({ children, lang }: Paragraph, label: Xhtml, context: BlockContext): Xhtml {
  const language = languageAttributes(lang, context.language);
  return xhtml`<p${language}>${label} ${renderInlines(children, { ...context, language: lang ?? context.language })}</p>`;
}
