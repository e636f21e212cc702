import { type BreakTable, addBreak, afterWord, forcedBreak } from './breakTable.ts';
import type { WordSequence } from './inlineWords.ts';
import type { MeasuredWord } from './measuredWord.ts';
import type { WordBreak } from './wordBreakFinder.ts';

/** The space between two words and how far it gives. */
export interface SpaceSpec {
  readonly widthPt: number;
  readonly stretchPt: number;
  readonly shrinkPt: number;
}

export interface FillSpec {
  /** Added before the first line; negative for a hanging first line. */
  readonly firstIndentPt: number;
  readonly space: SpaceSpec;
  /** Whether small marks at the edges stand out into the margins. */
  readonly hangs: boolean;
  readonly breaksOf: (word: MeasuredWord) => readonly WordBreak[];
}

/** Stretch of the blank that fills up a paragraph's last line. */
const fillStretchPt = 1e5;

/** Writes every place where a line of the paragraph may end into the table, from its first entry on. */
export function fillBreakTable(table: BreakTable, sequence: WordSequence, spec: FillSpec): void {
  const { words, gaps } = sequence;
  const { space } = spec;
  const hangLeft = (word: MeasuredWord | undefined): number => (spec.hangs ? (word?.hangLeftPt ?? 0) : 0);
  let x = 0;
  let stretch = 0;
  let shrink = 0;

  function add(endPt: number, startPt: number, penalty: number, word: number, offset: number): number {
    const index = addBreak(table);
    table.endWidth[index] = endPt;
    table.startWidth[index] = startPt;
    table.endStretch[index] = stretch;
    table.endShrink[index] = shrink;
    table.startStretch[index] = stretch;
    table.startShrink[index] = shrink;
    table.penalty[index] = penalty;
    table.hyphenated[index] = 0;
    table.word[index] = word;
    table.offset[index] = offset;
    return index;
  }

  table.count = 0;
  add(0, hangLeft(words[0]) - spec.firstIndentPt, 0, 0, 0);
  words.forEach((word, index) => {
    for (const wordBreak of spec.breaksOf(word)) {
      const entry = add(x + wordBreak.endPt, x + wordBreak.startPt, wordBreak.penalty, index, wordBreak.offset);
      table.hyphenated[entry] = wordBreak.hyphen ? 1 : 0;
    }
    x += word.widthPt;
    const endPt = x - (spec.hangs ? word.hangRightPt : 0);
    if (gaps[index] === 'hardBreak' || index === words.length - 1) {
      const entry = add(endPt, x + hangLeft(words[index + 1]), forcedBreak, index, afterWord);
      table.endStretch[entry] = stretch + fillStretchPt;
      return;
    }
    const startPt = x + space.widthPt + hangLeft(words[index + 1]);
    const entry = add(endPt, startPt, 0, index, afterWord);
    x += space.widthPt;
    stretch += space.stretchPt;
    shrink += space.shrinkPt;
    table.startStretch[entry] = stretch;
    table.startShrink[entry] = shrink;
  });
}
