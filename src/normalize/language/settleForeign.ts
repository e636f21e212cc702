import { mapBlockInlines } from '../../book/mapBlockInlines.ts';
import { mapStoryInlines, type WordedParts } from '../../book/mapStoryInlines.ts';
import { mergeTexts } from '../../book/mergeTexts.ts';
import { inlineText } from '../../book/plainText.ts';
import type { Block, Footnote, Inline } from '../../book/tree.ts';
import { primaryLanguage } from '../../parse/foreignLanguage.ts';

/**
 * A language that covers so much of a story's letters is none of a few foreign passages: word processors write the one
 * that was set when the file was made, `lang="EN-US"` around all of a Russian text.
 */
const mostLetters = 0.5;

/** A story's parts and notes, in which passages say their languages. */
export interface LanguageParts {
  readonly parts: WordedParts;
  readonly footnotes: readonly Footnote[];
}

/**
 * Keeps foreign passages where their language differs from what surrounds them; a paragraph that is nothing else is in
 * that language as a whole. `isStated` says that every passage was put there on purpose, as in a file of our own.
 */
export function settleForeign(told: LanguageParts, language: string, isStated: boolean): LanguageParts {
  const shares = foreignShares(told);
  if (shares.size === 0) return told;
  const isForeign = (lang: string, around: string) =>
    isStated || ((shares.get(lang) ?? 0) <= mostLetters && primaryLanguage(lang) !== primaryLanguage(around));
  const inlines = (own: readonly Inline[]) => keepForeign(own, language, isForeign);
  const blocks = (own: readonly Block[]) => own.map(block => settleBlock(block, inlines));
  return {
    parts: mapStoryInlines(told.parts, { inlines, blocks }),
    footnotes: told.footnotes.map(note => ({ ...note, blocks: blocks(note.blocks) })),
  };
}

/** The share of all letters that passages of each language have; empty where there are none. */
function foreignShares({ parts, footnotes }: LanguageParts): ReadonlyMap<string, number> {
  const letters = new Map<string, number>();
  let all = 0;
  const inlines = (own: readonly Inline[]) => {
    all += inlineText(own).length;
    countForeign(own, letters);
    return own;
  };
  mapStoryInlines(parts, { inlines });
  for (const note of footnotes) mapBlockInlines(note.blocks, inlines);
  return new Map([...letters].map(([lang, count]) => [lang, count / Math.max(1, all)]));
}

function countForeign(inlines: readonly Inline[], letters: Map<string, number>): void {
  for (const inline of inlines) {
    if (inline.type === 'foreign') {
      letters.set(inline.lang, (letters.get(inline.lang) ?? 0) + inlineText(inline.children).length);
    }
    if ('children' in inline) countForeign(inline.children, letters);
  }
}

function keepForeign(
  inlines: readonly Inline[],
  around: string,
  isForeign: (lang: string, around: string) => boolean,
): readonly Inline[] {
  if (!inlines.some(inline => 'children' in inline)) return inlines;
  return mergeTexts(
    inlines.flatMap((inline): readonly Inline[] => {
      if (!('children' in inline)) return [inline];
      if (inline.type !== 'foreign') return [{ ...inline, children: keepForeign(inline.children, around, isForeign) }];
      const isKept = isForeign(inline.lang, around);
      const children = keepForeign(inline.children, isKept ? inline.lang : around, isForeign);
      return isKept ? [{ ...inline, children }] : children;
    }),
  );
}

/** A paragraph or heading of which every word is in another language has that language itself. */
function settleBlock(block: Block, change: (inlines: readonly Inline[]) => readonly Inline[]): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const children = change(block.children);
      const [only, ...others] = children.filter(inline => inline.type !== 'text' || inline.value !== '');
      if (only?.type !== 'foreign' || others.length > 0) return { ...block, children };
      return { ...block, lang: only.lang, children: only.children };
    }
    case 'blockQuote':
      return { ...block, children: block.children.map(child => settleBlock(child, change)) };
    case 'list':
      return { ...block, items: block.items.map(item => item.map(child => settleBlock(child, change))) };
    case 'table':
    case 'figure':
    case 'thematicBreak':
    case 'preformatted': {
      const [changed = block] = mapBlockInlines([block], change);
      return changed;
    }
  }
}
