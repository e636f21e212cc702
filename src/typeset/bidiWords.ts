import type { Inline } from '../book/tree.ts';
import { directionOf, hasRightToLeft } from '../text/writingDirection.ts';
import { type BidiLevel, loadBidiAlgorithm } from '../fonts/bidiAlgorithm.ts';
import type { StyledText } from './measuredWord.ts';

/** Whether any words of inlines run from right to left: one test of a pattern a text. */
export function holdRightToLeft(inlines: readonly Inline[]): boolean {
  return inlines.some(inline => {
    switch (inline.type) {
      case 'text':
      case 'inlineCode':
        return hasRightToLeft(inline.value);
      case 'image':
        return hasRightToLeft(inline.alt ?? '');
      case 'hardBreak':
      case 'footnoteReference':
        return false;
      case 'foreign':
      case 'emphasis':
      case 'strong':
      case 'strikethrough':
      case 'superscript':
      case 'subscript':
      case 'inlineNote':
      case 'link':
        return holdRightToLeft(inline.children);
    }
  });
}

/** A word before it is measured, and the character that follows it: a space, a line feed, or none. */
export interface UnmeasuredWord {
  readonly parts: readonly StyledText[];
  readonly separator: ' ' | '\n' | '';
}

export interface LeveledWord {
  readonly parts: readonly StyledText[];
  /** Of the space after the word. */
  readonly gapLevel: BidiLevel;
}

export interface LeveledParagraph {
  readonly words: readonly LeveledWord[];
  readonly baseLevel: 0 | 1;
}

/** Finds the levels of a paragraph by UAX 9, and parts its words where the level changes. */
export function levelWords(words: readonly UnmeasuredWord[], direction: 'ltr' | 'rtl' | 'auto'): LeveledParagraph {
  const text = words.map(({ parts, separator }) => parts.map(part => part.text).join('') + separator).join('');
  const algorithm = loadBidiAlgorithm();
  const baseLevel = (direction === 'auto' ? directionOf(text) : direction) === 'rtl' ? 1 : 0;
  const levels = algorithm.levelsOf(text, baseLevel === 1 ? 'rtl' : 'ltr');
  let start = 0;
  const leveled = words.map(({ parts, separator }) => {
    const parted = parts.flatMap(part => {
      const from = start;
      start += part.text.length;
      return partByLevel(part, levels.subarray(from, start), baseLevel);
    });
    const gapLevel = levels[start] ?? baseLevel;
    start += separator.length;
    return { parts: parted, gapLevel };
  });
  return { words: leveled, baseLevel };
}

/** Splits a text of one style where its level changes. */
function partByLevel(part: StyledText, levels: Uint8Array, baseLevel: 0 | 1): StyledText[] {
  const parts: StyledText[] = [];
  let start = 0;
  for (let end = 1; end <= levels.length; end++) {
    const level = levels[start] ?? baseLevel;
    if (levels[end] === level) continue;
    const text = part.text.slice(start, end);
    parts.push(level === 0 ? { ...part, text } : { ...part, text, level, isInner: level !== baseLevel });
    start = end;
  }
  return parts;
}
