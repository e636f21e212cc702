import { inlineText } from '../book/plainText.ts';
import type { Inline, Link } from '../book/tree.ts';
import { noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** Inlines as phrasing content. A link within a link, which XHTML does not know, is reduced to its text. */
export function renderInlines(inlines: readonly Inline[], isInsideLink = false): Xhtml {
  return xhtml`${inlines.map(inline => renderInline(inline, isInsideLink))}`;
}

function renderInline(inline: Inline, isInsideLink: boolean): Xhtml {
  switch (inline.type) {
    case 'text':
      return xhtml`${inline.value}`;
    case 'emphasis':
      return xhtml`<em>${renderInlines(inline.children, isInsideLink)}</em>`;
    case 'strong':
      return xhtml`<strong>${renderInlines(inline.children, isInsideLink)}</strong>`;
    case 'strikethrough':
      return xhtml`<s>${renderInlines(inline.children, isInsideLink)}</s>`;
    case 'superscript':
      return xhtml`<sup>${renderInlines(inline.children, isInsideLink)}</sup>`;
    case 'subscript':
      return xhtml`<sub>${renderInlines(inline.children, isInsideLink)}</sub>`;
    case 'inlineNote':
      return xhtml`<span class="inline-note">${renderInlines(inline.children, isInsideLink)}</span>`;
    case 'inlineCode':
      return xhtml`<code>${inline.value}</code>`;
    case 'link':
      return renderLink(inline, isInsideLink);
    case 'foreign':
      return renderInlines(inline.children, isInsideLink);
    case 'image':
      return xhtml`${inline.alt ?? ''}`;
    case 'footnoteReference':
      return noMarkup;
    case 'hardBreak':
      return xhtml`<br/>\n`;
  }
}

function renderLink(link: Link, isInsideLink: boolean): Xhtml {
  const children = renderInlines(link.children, true);
  if (isInsideLink || !URL.canParse(link.url)) return children;
  // A link without words cannot be seen or read out.
  const isBlank = inlineText(link.children).trim() === '';
  return xhtml`<a href="${new URL(link.url).href}">${isBlank ? xhtml`${link.url}` : children}</a>`;
}
