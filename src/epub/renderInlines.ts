import { inlineText } from '../book/plainText.ts';
import type { Inline, Link } from '../book/tree.ts';
import { type BookImages, noImages, renderImage } from './renderImage.ts';
import { noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** Inlines as phrasing content. A link within a link, which XHTML does not know, is reduced to its text. */
export function renderInlines(inlines: readonly Inline[], isInsideLink = false, images = noImages): Xhtml {
  return xhtml`${inlines.map(inline => renderInline(inline, isInsideLink, images))}`;
}

function renderInline(inline: Inline, isInsideLink: boolean, images: BookImages): Xhtml {
  switch (inline.type) {
    case 'text':
      return xhtml`${inline.value}`;
    case 'emphasis':
      return xhtml`<em>${renderInlines(inline.children, isInsideLink, images)}</em>`;
    case 'strong':
      return xhtml`<strong>${renderInlines(inline.children, isInsideLink, images)}</strong>`;
    case 'strikethrough':
      return xhtml`<s>${renderInlines(inline.children, isInsideLink, images)}</s>`;
    case 'superscript':
      return xhtml`<sup>${renderInlines(inline.children, isInsideLink, images)}</sup>`;
    case 'subscript':
      return xhtml`<sub>${renderInlines(inline.children, isInsideLink, images)}</sub>`;
    case 'inlineNote':
      return xhtml`<span class="inline-note">${renderInlines(inline.children, isInsideLink, images)}</span>`;
    case 'inlineCode':
      return xhtml`<code>${inline.value}</code>`;
    case 'link':
      return renderLink(inline, isInsideLink, images);
    case 'foreign':
      return renderInlines(inline.children, isInsideLink, images);
    case 'image':
      return renderImage(inline, images);
    case 'footnoteReference':
      return noMarkup;
    case 'hardBreak':
      return xhtml`<br/>\n`;
  }
}

function renderLink(link: Link, isInsideLink: boolean, images: BookImages): Xhtml {
  const children = renderInlines(link.children, true, images);
  if (isInsideLink || !URL.canParse(link.url)) return children;
  // A link without words cannot be seen or read out.
  const isBlank = inlineText(link.children).trim() === '' && !children.markup.includes('<img');
  return xhtml`<a href="${new URL(link.url).href}">${isBlank ? xhtml`${link.url}` : children}</a>`;
}
