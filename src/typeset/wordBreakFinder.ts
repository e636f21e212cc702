import type { Hyphenator } from './hyphenator.ts';
import type { MeasuredWord } from './measuredWord.ts';
import { findGraphemeBreaks, findWordBreaks } from './wordBreaks.ts';
import type { WordMeasurer } from './wordMeasurer.ts';

/** A place inside a word where a line may end; widths in points from the word's start. */
export interface WordBreak {
  /** UTF-16 offset inside the word. */
  readonly offset: number;
  /** The width of what stays on the line, hyphen included, what hangs in the margin taken off. */
  readonly endPt: number;
  /** Where the next line takes up. */
  readonly startPt: number;
  readonly penalty: number;
  /** Whether the line gets a hyphen. */
  readonly hyphen: boolean;
}

/** Finds the breaks inside words, each word once per kind. */
export interface WordBreakFinder {
  /** After dashes and the like. */
  readonly plain: (word: MeasuredWord) => readonly WordBreak[];
  /** Those, and where the word may be hyphenated. */
  readonly hyphenated: (word: MeasuredWord) => readonly WordBreak[];
  /** Between any two characters. */
  readonly anywhere: (word: MeasuredWord) => readonly WordBreak[];
}

/** Costs of a line that ends inside a word, in TeX's measure. */
const hyphenPenalty = 50;
const dashPenalty = 20;
/** A name divided is worse than a word divided. */
const capitalizedHyphenPenalty = 200;

const nothing: readonly WordBreak[] = [];

/** @param hyphenatorFor the rules of other languages, whose words stand among those of the finder's own */
export function createWordBreakFinder(
  measurer: WordMeasurer,
  hyphenator: Hyphenator | null,
  hyphenatorFor: (language: string) => Hyphenator | null = () => null,
): WordBreakFinder {
  const plainBreaks = new Map<MeasuredWord, readonly WordBreak[]>();
  const hyphenatedBreaks = new Map<MeasuredWord, readonly WordBreak[]>();
  const anywhereBreaks = new Map<MeasuredWord, readonly WordBreak[]>();

  const plain = (word: MeasuredWord): readonly WordBreak[] => {
    let breaks = plainBreaks.get(word);
    if (breaks === undefined) {
      breaks = measureBreaks(word, findWordBreaks(word.text), [], measurer);
      plainBreaks.set(word, breaks);
    }
    return breaks;
  };

  return {
    plain,
    hyphenated: word => {
      const divide = word.language === undefined ? hyphenator : hyphenatorFor(word.language);
      if (divide === null) return plain(word);
      let breaks = hyphenatedBreaks.get(word);
      if (breaks === undefined) {
        breaks = measureBreaks(word, findWordBreaks(word.text), divide(word.text), measurer);
        hyphenatedBreaks.set(word, breaks);
      }
      return breaks;
    },
    anywhere: word => {
      let breaks = anywhereBreaks.get(word);
      if (breaks === undefined) {
        breaks = measureBreaks(word, findGraphemeBreaks(word.text), [], measurer);
        anywhereBreaks.set(word, breaks);
      }
      return breaks;
    },
  };
}

function measureBreaks(
  word: MeasuredWord,
  plainOffsets: readonly number[],
  hyphenOffsets: readonly number[],
  measurer: WordMeasurer,
): readonly WordBreak[] {
  if (plainOffsets.length === 0 && hyphenOffsets.length === 0) return nothing;
  const widths = measurer.prefixWidths(word);
  const widthAt = (offset: number): number => widths[offset] ?? word.widthPt;
  const [{ style }] = word.pieces;
  const hyphenPiece = { text: '-', style, widthPt: measurer.widthOf('-', style), target: null };
  const hyphenWidthPt = hyphenPiece.widthPt - measurer.hangRight(hyphenPiece);
  const isName = /^\P{L}*\p{Lu}/u.test(word.text);
  const plain = plainOffsets.map(offset => ({
    offset,
    endPt: widthAt(offset),
    startPt: widthAt(offset),
    penalty: dashPenalty,
    hyphen: false,
  }));
  const plainSet = new Set(plainOffsets);
  const hyphenated = hyphenOffsets
    .filter(offset => !plainSet.has(offset))
    .map(offset => ({
      offset,
      endPt: widthAt(offset) + hyphenWidthPt,
      startPt: widthAt(offset),
      penalty: isName ? capitalizedHyphenPenalty : hyphenPenalty,
      hyphen: true,
    }));
  return hyphenated.length === 0 ? plain : [...plain, ...hyphenated].sort((a, b) => a.offset - b.offset);
}
