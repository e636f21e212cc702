import { inlineText } from './plainText.ts';
import type { Inline, Link } from './tree.ts';

/** What stands in a link's place. */
export type LinkWords = (link: Link) => readonly Inline[];

/** The words alone, or the address where there are none. */
export function plainWords(link: Link): readonly Inline[] {
  return inlineText(link.children).trim() === '' ? [{ type: 'text', value: shownAddress(link.url) }] : link.children;
}

/** The words, and the address after them in brackets. */
export function inBrackets(link: Link): readonly Inline[] {
  if (isOwnText(link)) return plainWords(link);
  return [...link.children, { type: 'text', value: ` (${shownAddress(link.url)})` }];
}

/** Whether a link's words are its address, or nothing. */
export function isOwnText({ url, children }: Link): boolean {
  const text = inlineText(children).trim();
  return text === '' || bareAddress(text) === bareAddress(url);
}

/** "https://www.example.org/" → `example.org`. */
function bareAddress(url: string): string {
  return url
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:)/, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}

/** An address as print shows it: `mailto:clerk@example.org` → `clerk@example.org`. */
export function shownAddress(url: string): string {
  return url.replace(/^mailto:/i, '');
}
