import { wordGap } from '../text/wordGap.ts';
import { inlineText } from './plainText.ts';
import type { Block, Chapter, Inline, MatterSection, Story } from './tree.ts';

/** Where a page of the print edition begins in the text. */
export interface PrintedPage {
  /** Its number as the page shows it: "iv", "12". */
  readonly label: string;
  /** What it begins with or in. */
  readonly at: PageAnchor;
  /** The first whole word on the page, counted from 0 in the words of a paragraph; 0 for anything else. */
  readonly word: number;
}

/** What a page can begin with: compared as the very node of the tree, which both editions share. */
export type PageAnchor = Block | Chapter | MatterSection | Story;

/** The pages that begin in each node, in order. */
export type PrintedPages = ReadonlyMap<PageAnchor, readonly PrintedPage[]>;

/** Gathers pages by where they begin. */
export function groupPrintedPages(pages: readonly PrintedPage[]): PrintedPages {
  const byAnchor = new Map<PageAnchor, PrintedPage[]>();
  for (const page of pages) {
    const there = byAnchor.get(page.at);
    if (there === undefined) byAnchor.set(page.at, [page]);
    else there.push(page);
  }
  return byAnchor;
}

const wordGaps = new RegExp(wordGap, 'gu');

/** The character at which a word begins in a paragraph's text, as `inlineText` gives it; its length when it has fewer words. */
export function offsetOfWord(inlines: readonly Inline[], word: number): number {
  const text = inlineText(inlines);
  let before = text.trimStart() === text ? 0 : -1;
  if (before === word) return 0;
  for (const gap of text.matchAll(wordGaps)) {
    before++;
    if (before === word) return gap.index + gap[0].length;
  }
  return text.length;
}
