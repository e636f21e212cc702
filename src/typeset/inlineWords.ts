import type { Inline } from '../book/tree.ts';
import { wordGap } from '../text/wordGap.ts';
import type { MeasuredWord, StyledText } from './measuredWord.ts';
import type { NoteMark } from './noteMarks.ts';
import type { LinkTarget } from './pageList.ts';
import type { StyleTable } from './styleTable.ts';
import { deriveStyle } from './textStyle.ts';
import type { WordMeasurer } from './wordMeasurer.ts';

/** The words of a paragraph and what stands between them. */
export interface WordSequence {
  readonly words: readonly MeasuredWord[];
  /** A character each: what follows the word of the same index; a space's style, or {@link hardBreakMark}. */
  readonly gaps: readonly WordGap[];
}

/** The style of the space after a word and the link it stands in, or a break that the text asks for. */
export type WordGap = { readonly style: number; readonly target: LinkTarget | null } | 'hardBreak';

/** Inlines in a style that they do not say themselves. */
export interface StyledInlines {
  readonly inlines: readonly Inline[];
  readonly style: number;
}

/** Soft hyphens of the source: ours are better known to the line breaker. */
const softHyphens = /\u00ad/g;

/**
 * Splits inlines into measured words.
 * `a *b*c` becomes two words, the second of two pieces. What stands in `opening` comes before the others.
 */
export function splitInlines(
  inlines: readonly Inline[],
  baseStyle: number,
  styles: StyleTable,
  measurer: WordMeasurer,
  noteMarks: ReadonlyMap<string, NoteMark>,
  opening: StyledInlines | null = null,
): WordSequence {
  const words: MeasuredWord[] = [];
  const gaps: WordGap[] = [];
  let open: StyledText[] = [];

  function closeWord(gap: WordGap): void {
    const [first, ...others] = open;
    if (first === undefined) {
      if (gap === 'hardBreak' && words.length > 0) gaps[words.length - 1] = gap;
      return;
    }
    const isPlain = others.length === 0 && first.target === null;
    words.push(isPlain ? measurer.word(first.text, first.style) : measurer.joinedWord([first, ...others]));
    gaps.push(gap);
    open = [];
  }

  function addText(value: string, style: number, target: LinkTarget | null): void {
    const space: WordGap = { style, target };
    value
      .replace(softHyphens, '')
      .split(wordGap)
      .forEach((text, index) => {
        if (index > 0) closeWord(space);
        if (text !== '') open.push({ text, style, target });
      });
  }

  function addInlines(children: readonly Inline[], style: number, target: LinkTarget | null): void {
    for (const inline of children) {
      switch (inline.type) {
        case 'text':
          addText(inline.value, style, target);
          break;
        case 'inlineCode':
          addText(inline.value, styles.indexOf(deriveStyle(styles.at(style), inline.type)), target);
          break;
        case 'hardBreak':
          closeWord('hardBreak');
          break;
        case 'link':
          addInlines(inline.children, style, { type: 'url', url: inline.url });
          break;
        case 'image':
          addText(inline.alt ?? '', style, target);
          break;
        case 'footnoteReference': {
          const mark = noteMarks.get(inline.noteId);
          if (mark !== undefined) addText(mark.label, measurer.markStyle(mark.label, style), mark.target);
          break;
        }
        case 'foreign':
          addInlines(inline.children, styles.indexOf({ ...styles.at(style), language: inline.lang }), target);
          break;
        case 'emphasis':
        case 'strong':
        case 'strikethrough':
        case 'superscript':
        case 'subscript':
        case 'inlineNote':
          addInlines(inline.children, styles.indexOf(deriveStyle(styles.at(style), inline.type)), target);
          break;
      }
    }
  }

  if (opening !== null) addInlines(opening.inlines, opening.style, null);
  addInlines(inlines, baseStyle, null);
  closeWord({ style: baseStyle, target: null });
  return { words, gaps };
}
