import type { Token } from 'marked';

/** What stands between the links of a menu: bars, dots, arrows, brackets. */
const divider = /^[\s|\\/•·»«<>←→↑‹›[\](){}*~_,.:–—-]*$/u;

/**
 * Matches the words of a link that leads on or back: `Previous: Low Water`, `← All stories`, `Next →`, `Table of
 * contents`; not `The Ferry`, `Next of Kin`, `Home Fires`.
 */
const stepWords =
  /^[\s«»‹›<>|[\]]*(?:(?:previous|prev|next|first|last|latest|newer|older)(?: (?:chapter|part|page|post|story|entry))?|index|table of contents|contents|toc|home|archives?|up|top|back(?: to\b.{0,60})?|all (?:stories|chapters|posts|parts|works|fics)|(?:chapter|story|stories) (?:index|list))\s*(?:[:«»‹›<>|[\]–—-].*)?$|^\s*[←→«»‹›↑]|[←→«»‹›↑]\s*$/iu;

/** A menu of links is no longer than this, in characters. */
export const maxMenuLength = 300;

/** Whether the words of a link are those of a menu. */
export function isStep(words: string): boolean {
  return words.length <= maxMenuLength && stepWords.test(words);
}

/**
 * Whether a paragraph of Markdown is a menu, as authors and site generators set one at the head or foot of a file:
 * `[← All stories](/) | [Next: Rope](rope.md)`. Every word has to be a link's and one of the links has to lead on or
 * back; a link in a sentence, and one that only names another story, stay.
 */
export function isLinkMenu(tokens: readonly Token[] | undefined): boolean {
  const links: string[] = [];
  return tokens !== undefined && collectLinks(tokens, links) && links.some(isStep);
}

/** Collects the words of the links; `false` where words stand outside of them. */
function collectLinks(tokens: readonly Token[], links: string[]): boolean {
  return tokens.every(token => {
    if (token.type === 'link' && 'text' in token) return links.push(String(token.text)) > 0;
    const inside = 'tokens' in token ? token.tokens : undefined;
    if ((token.type === 'em' || token.type === 'strong') && inside !== undefined) return collectLinks(inside, links);
    return token.type === 'br' || ('text' in token && divider.test(String(token.text)));
  });
}
