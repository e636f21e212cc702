import { inlineText } from '../book/plainText.ts';
import type { Emphasis, Foreign, Inline, Link } from '../book/tree.ts';
import { languageAttributes, languageTag } from './language.ts';
import type { PageFootnotes } from './pageFootnotes.ts';
import { type BookImages, noImages, renderImage } from './renderImage.ts';
import { xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** What inlines need to know of the page they stand on. */
export interface InlineContext {
  /** The language of what surrounds them, BCP 47. */
  readonly language: string;
  readonly footnotes: PageFootnotes;
  /** The pictures that the book holds. */
  readonly images?: BookImages | undefined;
}

/** Inlines as phrasing content. A link within a link, which XHTML does not know, is reduced to its text. */
export function renderInlines(inlines: readonly Inline[], context: InlineContext, isInsideLink = false): Xhtml {
  return xhtml`${inlines.map(inline => renderInline(inline, context, isInsideLink))}`;
}

function renderInline(inline: Inline, context: InlineContext, isInsideLink: boolean): Xhtml {
  switch (inline.type) {
    case 'text':
      return xhtml`${inline.value}`;
    case 'emphasis':
      return (
        renderForeignItalics(inline, context, isInsideLink) ??
        xhtml`<em>${renderInlines(inline.children, context, isInsideLink)}</em>`
      );
    case 'strong':
      return xhtml`<strong>${renderInlines(inline.children, context, isInsideLink)}</strong>`;
    case 'strikethrough':
      return xhtml`<s>${renderInlines(inline.children, context, isInsideLink)}</s>`;
    case 'superscript':
      return xhtml`<sup>${renderInlines(inline.children, context, isInsideLink)}</sup>`;
    case 'subscript':
      return xhtml`<sub>${renderInlines(inline.children, context, isInsideLink)}</sub>`;
    case 'inlineNote':
      return xhtml`<span class="inline-note">${renderInlines(inline.children, context, isInsideLink)}</span>`;
    case 'inlineCode':
      return xhtml`<code>${inline.value}</code>`;
    case 'link':
      return renderLink(inline, context, isInsideLink);
    case 'foreign':
      return renderForeignItalics(inline, context, isInsideLink) ?? renderForeign('span', inline.lang, inline.children, context, isInsideLink); // prettier-ignore
    case 'image':
      return renderImage(inline, context.images ?? noImages);
    case 'footnoteReference':
      return context.footnotes.refer(inline.noteId, isInsideLink);
    case 'hardBreak':
      return xhtml`<br/>\n`;
  }
}

/**
 * Foreign words in italics, whichever of the two is the outer: an `<i>`, as Standard Ebooks has it, for they are not
 * stressed but said in another voice. `null` for all else.
 *
 * @see https://standardebooks.org/manual/latest/8-typography#8.2.9 and https://standardebooks.org/manual/latest/4-semantics
 */
function renderForeignItalics(inline: Emphasis | Foreign, context: InlineContext, isInsideLink: boolean): Xhtml | null {
  const [inner, ...others] = inline.children;
  if (inner === undefined || others.length > 0) return null;
  if (inline.type === 'foreign' && inner.type === 'emphasis') return renderForeign('i', inline.lang, inner.children, context, isInsideLink); // prettier-ignore
  if (inline.type === 'emphasis' && inner.type === 'foreign') return renderForeign('i', inner.lang, inner.children, context, isInsideLink); // prettier-ignore
  return null;
}

function renderForeign(
  element: 'i' | 'span',
  lang: string,
  words: readonly Inline[],
  context: InlineContext,
  isInsideLink: boolean,
): Xhtml {
  const language = languageTag(lang);
  const children = renderInlines(words, { ...context, language }, isInsideLink);
  const said = languageAttributes(language, context.language);
  return element === 'i' ? xhtml`<i${said}>${children}</i>` : xhtml`<span${said}>${children}</span>`;
}

function renderLink(link: Link, context: InlineContext, isInsideLink: boolean): Xhtml {
  const children = renderInlines(link.children, context, true);
  if (isInsideLink || !URL.canParse(link.url)) return children;
  // A link without words cannot be seen or read out.
  const isBlank = inlineText(link.children).trim() === '' && !children.markup.includes('<img');
  return xhtml`<a href="${new URL(link.url).href}">${isBlank ? xhtml`${link.url}` : children}</a>`;
}
