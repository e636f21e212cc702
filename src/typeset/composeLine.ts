import type { BreakTable } from './breakTable.ts';
import { afterWord } from './breakTable.ts';
import type { WordGap, WordSequence } from './inlineWords.ts';
import type { MeasuredWord, WordPiece } from './measuredWord.ts';
import type { LinkTarget, Run } from './pageList.ts';
import type { WordMeasurer } from './wordMeasurer.ts';

/** A line before it has a place on a page; `xPt` of its runs counts from the left edge of its column. */
export interface SetLine {
  readonly runs: readonly Run[];
  readonly wordSpacePt: number;
  readonly endsInSoftHyphen: boolean;
  /** Where the text ends, without what hangs in the margin. */
  readonly endPt: number;
}

export type Alignment = 'justify' | 'left' | 'center' | 'right';

export interface LineSpec {
  readonly measurePt: number;
  readonly indentPt: number;
  readonly alignment: Alignment;
  readonly hangs: boolean;
  /** Whether the line ends the paragraph or stands before a break that the text asks for. */
  readonly isLast: boolean;
  readonly naturalSpacePt: number;
  readonly smallestSpacePt: number;
}

/** Gaps wider than this many natural spaces read as holes: such a line stays ragged. */
const widestGap = 4.5;

/** Puts the words between two breaks of a paragraph on a line. */
export function composeLine(
  sequence: WordSequence,
  table: BreakTable,
  from: number,
  to: number,
  spec: LineSpec,
  measurer: WordMeasurer,
): SetLine {
  const endsInSoftHyphen = table.hyphenated[to] === 1;
  const content = collectPieces(sequence, table, from, to, measurer);
  const first = content[0]?.pieces[0];
  const last = content.at(-1)?.pieces.at(-1);
  const hangLeftPt = spec.hangs && first !== undefined ? measurer.hangLeft(first) : 0;
  const hangRightPt = spec.hangs && last !== undefined ? measurer.hangRight(last) : 0;
  const naturalPt = content.reduce((sum, word) => sum + word.widthPt, 0);
  const gapCount = content.length - 1;
  const roomPt = spec.measurePt - spec.indentPt + hangLeftPt + hangRightPt;
  const wordSpacePt = chooseWordSpace(roomPt - naturalPt, gapCount, spec);
  const widthPt = naturalPt + gapCount * wordSpacePt;
  const startPt = spec.indentPt - hangLeftPt + alignmentShift(spec.alignment, roomPt - widthPt);
  const endsInSpace = table.offset[to] === afterWord;
  return {
    runs: joinRuns(content, startPt, wordSpacePt, endsInSpace),
    wordSpacePt: roundPt(wordSpacePt),
    endsInSoftHyphen,
    endPt: startPt + widthPt - hangRightPt,
  };
}

/** A whole word or a part of one, and the gap after it. */
interface LineWord {
  readonly pieces: readonly WordPiece[];
  readonly widthPt: number;
  readonly gap: WordGap | undefined;
}

function collectPieces(
  sequence: WordSequence,
  table: BreakTable,
  from: number,
  to: number,
  measurer: WordMeasurer,
): LineWord[] {
  const startOffset = from === 0 ? 0 : (table.offset[from] ?? 0);
  const firstWord = (table.word[from] ?? 0) + (startOffset === afterWord ? 1 : 0);
  const lastWord = table.word[to] ?? 0;
  const endOffset = table.offset[to] ?? afterWord;
  const content: LineWord[] = [];
  for (let index = firstWord; index <= lastWord; index++) {
    const word = sequence.words[index];
    if (word === undefined) continue;
    const start = index === firstWord ? Math.max(startOffset, 0) : 0;
    const end = index === lastWord && endOffset !== afterWord ? endOffset : word.text.length;
    content.push(
      lineWord(word, start, end, table.hyphenated[to] === 1 && index === lastWord, sequence.gaps[index], measurer),
    );
  }
  return content;
}

function lineWord(
  word: MeasuredWord,
  start: number,
  end: number,
  hyphen: boolean,
  gap: WordGap | undefined,
  measurer: WordMeasurer,
): LineWord {
  if (start === 0 && end === word.text.length) return { pieces: word.pieces, widthPt: word.widthPt, gap };
  const pieces = measurer.cutPieces(word, start, end, hyphen);
  return { pieces, widthPt: pieces.reduce((sum, piece) => sum + piece.widthPt, 0), gap };
}

function chooseWordSpace(sparePt: number, gapCount: number, spec: LineSpec): number {
  if (gapCount === 0) return spec.naturalSpacePt;
  const justifiedPt = sparePt / gapCount;
  const staysNatural = spec.isLast || spec.alignment !== 'justify' || justifiedPt > widestGap * spec.naturalSpacePt;
  const wishedPt = staysNatural ? Math.min(justifiedPt, spec.naturalSpacePt) : justifiedPt;
  return Math.max(wishedPt, spec.smallestSpacePt);
}

function alignmentShift(alignment: Alignment, sparePt: number): number {
  switch (alignment) {
    case 'justify':
    case 'left':
      return 0;
    case 'center':
      return sparePt / 2;
    case 'right':
      return sparePt;
  }
}

/** A run being put together; joined once, its text is one flat string and not a chain of a word each. */
interface OpenRun {
  readonly style: number;
  readonly target: LinkTarget | null;
  readonly xPt: number;
  widthPt: number;
  readonly texts: string[];
}

/** Joins pieces of one style and target to runs; each space belongs to the style it had in the text. */
function joinRuns(content: readonly LineWord[], startPt: number, wordSpacePt: number, endsInSpace: boolean): Run[] {
  const runs: OpenRun[] = [];
  let x = startPt;
  function append(text: string, widthPt: number, style: number, target: LinkTarget | null): void {
    const last = runs.at(-1);
    if (last?.style === style && last.target === target) {
      last.texts.push(text);
      last.widthPt += widthPt;
    } else {
      runs.push({ style, target, xPt: x, widthPt, texts: [text] });
    }
    x += widthPt;
  }
  content.forEach(({ pieces, gap }, index) => {
    for (const piece of pieces) append(piece.text, piece.widthPt, piece.style, piece.target);
    if (index === content.length - 1 || gap === undefined || gap === 'hardBreak') return;
    append(' ', wordSpacePt, gap.style, gap.target);
  });
  const last = content.at(-1)?.pieces.at(-1);
  if (endsInSpace && last !== undefined) append(' ', 0, last.style, last.target);
  return runs.map(closeRun);
}

function closeRun({ style, target, xPt, widthPt, texts }: OpenRun): Run {
  const run = { style, xPt: roundPt(xPt), widthPt: roundPt(widthPt), text: texts.join('') };
  return target === null ? run : { ...run, target };
}

/** To a hundredth of a point: finer than any printer, and short in the file. */
export function roundPt(lengthPt: number): number {
  return Math.round(lengthPt * 100) / 100;
}
