import { type BreakTable, addBreak, afterWord, forcedBreak } from './breakTable.ts';
import type { WordGap, WordSequence } from './inlineWords.ts';
import type { MeasuredWord, WordBreak } from './measuredWord.ts';

/** The space between two words and how far it gives. */
export interface SpaceSpec {
  readonly widthPt: number;
  readonly stretchPt: number;
  readonly shrinkPt: number;
  /** How much further apart two ideographs may stand. */
  readonly jointStretchPt: number;
}

export interface FillSpec {
  /** Added before the first line; negative for a hanging first line. */
  readonly firstIndentPt: number;
  readonly space: SpaceSpec;
  /** How far glyphs may be drawn wider or narrower, as a share of their width. */
  readonly expansion: number;
  /** Whether small marks at the edges stand out into the margins. */
  readonly hangs: boolean;
  readonly breaksOf: (word: MeasuredWord) => readonly WordBreak[];
}

/** Stretch of the blank that fills up a paragraph's last line. */
const fillStretchPt = 1e5;

/** Writes every place where a line of the paragraph may end into the table, from its first entry on. */
export function fillBreakTable(table: BreakTable, sequence: WordSequence, spec: FillSpec): void {
  const { words, gaps } = sequence;
  const { space, hangs, expansion, breaksOf } = spec;
  const hasJoints = sequence.hasJoints === true;
  const lastIndex = words.length - 1;
  let word = words[0];
  let x = 0;
  let stretch = 0;
  let shrink = 0;
  table.count = 0;
  put(table, 0, hangLeft(word, hangs) - spec.firstIndentPt, 0, 0, 0, 0, 0);
  for (let index = 0; word !== undefined; index++) {
    for (const inside of breaksOf(word)) {
      const given = expansion * inside.startPt;
      const { endPt, startPt, penalty, offset } = inside;
      const entry = put(table, x + endPt, x + startPt, stretch + given, shrink + given, penalty, index, offset);
      if (inside.hyphen) table.hyphenated[entry] = 1;
    }
    x += word.widthPt;
    stretch += expansion * word.widthPt;
    shrink += expansion * word.widthPt;
    if (hasJoints && word.joints !== undefined) stretch += word.joints * space.jointStretchPt;
    const endPt = x - (hangs ? word.hangRightPt : 0);
    word = words[index + 1];
    if (index === lastIndex || gaps[index] === 'hardBreak') {
      const entry = put(table, endPt, x + hangLeft(word, hangs), stretch, shrink, forcedBreak, index, afterWord);
      table.endStretch[entry] = stretch + fillStretchPt;
    } else if (hasJoints && jointOf(gaps[index]) !== undefined) {
      x += jointOf(gaps[index]) ?? 0;
      const entry = put(table, endPt, x + hangLeft(word, hangs), stretch, shrink, 0, index, afterWord);
      table.startStretch[entry] = stretch += space.jointStretchPt;
    } else {
      x += space.widthPt;
      const entry = put(table, endPt, x + hangLeft(word, hangs), stretch, shrink, 0, index, afterWord);
      table.startStretch[entry] = stretch += space.stretchPt;
      table.startShrink[entry] = shrink += space.shrinkPt;
    }
  }
}

function jointOf(gap: WordGap | undefined): number | undefined {
  return gap === undefined || gap === 'hardBreak' ? undefined : gap.jointPt;
}

function hangLeft(word: MeasuredWord | undefined, hangs: boolean): number {
  return hangs && word !== undefined ? word.hangLeftPt : 0;
}

/** Adds an entry whose line gives as much where it ends as where the next one begins. */
function put(
  table: BreakTable,
  endPt: number,
  startPt: number,
  stretchPt: number,
  shrinkPt: number,
  penalty: number,
  word: number,
  offset: number,
): number {
  const entry = addBreak(table);
  table.endWidth[entry] = endPt;
  table.startWidth[entry] = startPt;
  table.endStretch[entry] = stretchPt;
  table.endShrink[entry] = shrinkPt;
  table.startStretch[entry] = stretchPt;
  table.startShrink[entry] = shrinkPt;
  table.penalty[entry] = penalty;
  table.hyphenated[entry] = 0;
  table.word[entry] = word;
  table.offset[entry] = offset;
  return entry;
}
