import { plainWords } from '../book/linkWords.ts';
import type { Inline } from '../book/tree.ts';
import type { TextDirection } from '../fonts/shape.ts';
import { wordGap } from '../text/wordGap.ts';
import type { BidiLevel } from '../fonts/bidiAlgorithm.ts';
import { holdRightToLeft, levelWords } from './bidiWords.ts';
import { hasIdeographs } from './ideographs.ts';
import { jointBetween, splitAtJoints } from './joints.ts';
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
  /** 1 in a paragraph that is read from right to left; absent where all is read from left to right. */
  readonly baseLevel?: 0 | 1;
  /** Whether any gaps are joints. */
  readonly hasJoints?: boolean;
}

/** The style of the space after a word and the link it stands in, or a break that the text asks for. */
export type WordGap = StyledGap | 'hardBreak';

interface StyledGap {
  readonly style: number;
  readonly target: LinkTarget | null;
  readonly level?: BidiLevel;
  /**
   * Where no space follows, but another ideograph, before which the line may end: how much further apart the two stand than
   * by themselves, in points; negative where marks share a square.
   */
  readonly jointPt?: number;
}

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
 * @param direction of the paragraph; `auto`: that of its first strong character
 */
export function splitInlines(
  inlines: readonly Inline[],
  baseStyle: number,
  styles: StyleTable,
  measurer: WordMeasurer,
  noteMarks: ReadonlyMap<string, NoteMark>,
  opening: StyledInlines | null = null,
  direction: TextDirection | 'auto' = 'auto',
): WordSequence {
  const isTurned =
    direction === 'rtl' || holdRightToLeft(inlines) || (opening !== null && holdRightToLeft(opening.inlines));
  const words: MeasuredWord[] = [];
  /** Words whose levels are found when all are there. */
  const unmeasured: StyledText[][] = [];
  const gaps: WordGap[] = [];
  let open: StyledText[] = [];
  /** Whether any text so far holds ideographs: one test a text. */
  let hasSquares = false;
  let jointCount = 0;

  function closeWord(gap: WordGap): void {
    if (open.length === 0) {
      if (gap === 'hardBreak' && gaps.length > 0) gaps[gaps.length - 1] = gap;
      return;
    }
    if (hasSquares && open.some(part => hasIdeographs(part.text))) addUnits(gap);
    else addWord(open, gap);
    open = [];
  }

  function addWord(parts: StyledText[], gap: WordGap): void {
    if (isTurned) unmeasured.push(parts);
    else words.push(measure(parts, measurer));
    gaps.push(gap);
  }

  /** Adds the parts of a word with ideographs, joints between them. */
  function addUnits(gap: WordGap): void {
    const units = splitAtJoints(open.flatMap(measurer.facesOf));
    units.forEach((unit, index) => {
      const next = units[index + 1];
      addWord(unit, next === undefined ? gap : jointBetween(unit, next, measurer));
    });
    jointCount += units.length - 1;
  }

  function addText(value: string, style: number, target: LinkTarget | null): void {
    hasSquares ||= hasIdeographs(value);
    const space: WordGap = { style, target };
    const texts = value.replace(softHyphens, '').split(wordGap);
    const last = texts.length - 1;
    const isPlain = !isTurned && !hasSquares && target === null;
    texts.forEach((text, index) => {
      if (isPlain && index > 0 && index < last && text !== '') {
        // Nearly every word of a book: a gap before it, a gap behind it, and nothing to join it to.
        if (index === 1) closeWord(space);
        words.push(measurer.plainWord(text, style));
        gaps.push(space);
        return;
      }
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
          addInlines(plainWords(inline), style, { type: 'url', url: inline.url });
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
  const sequence = isTurned ? levelSequence(unmeasured, gaps, direction, measurer) : { words, gaps };
  return jointCount > 0 ? { ...sequence, hasJoints: true } : sequence;
}

function measure(parts: readonly StyledText[], measurer: WordMeasurer): MeasuredWord {
  const [first] = parts;
  if (first === undefined) throw new RangeError('a word has at least one part');
  return parts.length === 1 && first.target === null ? measurer.word(first) : measurer.joinedWord(parts);
}

/** Measures the words of a paragraph in which something is read from right to left, each piece in its own direction. */
function levelSequence(
  unmeasured: readonly (readonly StyledText[])[],
  gaps: readonly WordGap[],
  direction: TextDirection | 'auto',
  measurer: WordMeasurer,
): WordSequence {
  const separated = unmeasured.map((parts, index) => ({ parts, separator: separatorOf(gaps[index]) }));
  const { words, baseLevel } = levelWords(separated, direction);
  return {
    words: words.map(({ parts }) => measure(parts, measurer)),
    gaps: gaps.map((gap, index) =>
      gap === 'hardBreak' ? gap : { ...gap, level: words[index]?.gapLevel ?? baseLevel },
    ),
    baseLevel,
  };
}

function separatorOf(gap: WordGap | undefined): ' ' | '\n' | '' {
  if (gap === 'hardBreak') return '\n';
  return gap?.jointPt === undefined ? ' ' : '';
}
