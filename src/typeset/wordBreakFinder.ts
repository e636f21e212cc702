import type { Hyphenator } from './hyphenator.ts';
import type { FoundBreaks, MeasuredWord, WordBreak } from './measuredWord.ts';
import { findGraphemeBreaks, findWordBreaks } from './wordBreaks.ts';
import type { WordMeasurer } from './wordMeasurer.ts';

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
  /** What this finder has found in the word so far. */
  function breaksIn({ breaks }: MeasuredWord): FoundBreaks {
    if (breaks.finder !== finder) {
      breaks.finder = finder;
      breaks.plain = breaks.hyphenated = breaks.anywhere = null;
    }
    return breaks;
  }

  function findHyphenated(word: MeasuredWord): readonly WordBreak[] {
    const divide = word.language === undefined ? hyphenator : hyphenatorFor(word.language);
    return divide === null
      ? finder.plain(word)
      : measureBreaks(word, findWordBreaks(word.text), divide(word.text), measurer);
  }

  const finder: WordBreakFinder = {
    plain: word => (breaksIn(word).plain ??= measureBreaks(word, findWordBreaks(word.text), [], measurer)),
    hyphenated: word => (breaksIn(word).hyphenated ??= findHyphenated(word)),
    anywhere: word => (breaksIn(word).anywhere ??= measureBreaks(word, findGraphemeBreaks(word.text), [], measurer)),
  };
  return finder;
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
