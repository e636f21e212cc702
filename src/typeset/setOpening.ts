import type { OpenedParagraph } from '../book/findOpening.ts';
import { inlineText } from '../book/plainText.ts';
import { splitInlines } from '../book/splitInlines.ts';
import type { Inline } from '../book/tree.ts';
import { fontOf } from '../fonts/fontLibrary.ts';
import { inkBox } from '../fonts/inkBox.ts';
import { isRightToLeft } from '../text/writingDirection.ts';
import { type SetLine, roundPt } from './composeLine.ts';
import { type DropCap, createDropCap } from './dropCap.ts';
import type { WordSequence } from './inlineWords.ts';
import type { MeasuredWord } from './measuredWord.ts';
import type { Run, TextStyle } from './pageList.ts';
import { type ParagraphSpec, measureInlines, setMeasured, setParagraph } from './setParagraph.ts';
import { type TextSetting, firstIndent } from './textSetting.ts';
import { createSmallCapsStyle } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

/** The lines of a paragraph that a chapter opens with. */
export interface OpenedLines {
  readonly lines: readonly SetLine[];
  /** So many of them stand beside a large letter, and so on one page. */
  readonly keptLines: number;
}

/** Sets a chapter's first paragraph with its first words in small capitals and, where it has room, a large first letter. */
export function setOpening(context: TypesetContext, opened: OpenedParagraph, setting: TextSetting): OpenedLines {
  const { paragraph, opening } = opened;
  const [first, after] = splitInlines(paragraph.children, opening.wordsLength);
  if (isRightToLeft(setting.language) || !/[\p{Lu}\p{Ll}]/u.test(inlineText(first))) {
    // Scripts without capitals open a chapter as any paragraph.
    const { style, measurePt, alignment, language } = setting;
    const firstIndentPt = firstIndent(setting, true);
    const spec = { style, measurePt, alignment, firstIndentPt, hyphenationLanguage: language };
    return { lines: setParagraph(context, paragraph.children, spec), keptLines: 0 };
  }
  const [letter, words] = splitInlines(first, opening.dropCapLength);
  if (opening.dropCapLength > 0) {
    const lines = setBesideCap(context, inlineText(letter), words, after, setting);
    if (lines !== null) return lines;
  }
  const sequenceSpec = openingSpec(context, first, setting);
  return { lines: setMeasured(context, ...measured(context, first, after, sequenceSpec)), keptLines: 0 };
}

/** The spec of the paragraph, whose first words are in small capitals if the face has them. */
function openingSpec(context: TypesetContext, words: readonly Inline[], setting: TextSetting): ParagraphSpec {
  const { style } = setting;
  const spec = {
    style,
    measurePt: setting.measurePt,
    alignment: setting.alignment,
    firstIndentPt: 0,
    hyphenationLanguage: setting.language,
  };
  const small = createSmallCapsStyle(fontOf(style.font).family, style.sizePt, inlineText(words));
  return smallCapsHeight(context, small) === null ? spec : { ...spec, openingWords: { inlines: words, style: small } };
}

function measured(
  context: TypesetContext,
  words: readonly Inline[],
  after: readonly Inline[],
  spec: ParagraphSpec,
): [WordSequence, ParagraphSpec] {
  return [measureInlines(context, spec.openingWords === undefined ? [...words, ...after] : after, spec), spec];
}

/** How high small capitals stand, in points; `null` for a face that has none. */
function smallCapsHeight({ shapers }: TypesetContext, style: TextStyle): number | null {
  const small = shapers.shaperFor(style).shape('x');
  if (small.glyphIds[0] === shapers.shaperFor({ ...style, features: [] }).shape('x').glyphIds[0]) return null;
  const top = inkBox(shapers.fonts.face(style.font), small)?.top;
  return top === undefined ? null : (top * style.sizePt) / 1000;
}

/** The paragraph beside a large letter; `null` where it would end before the letter does. */
function setBesideCap(
  context: TypesetContext,
  capText: string,
  words: readonly Inline[],
  after: readonly Inline[],
  setting: TextSetting,
): OpenedLines | null {
  // Matches the mark of "“I" and of "«L"; nothing in "I".
  const mark = /^\P{L}*/u.exec(capText)?.[0] ?? '';
  const plain = openingSpec(context, words, setting);
  const smallPt = plain.openingWords === undefined ? null : smallCapsHeight(context, plain.openingWords.style);
  const face = context.shapers.fonts.face(setting.style.font);
  const cap = createDropCap(
    context,
    {
      mark,
      letter: capText.slice(mark.length),
      // Matches " lamp"; not "nce".
      isWord: /^\s/u.test(inlineText([...words, ...after])),
      besidePt: smallPt ?? (face.capHeight * setting.style.sizePt) / 1000,
    },
    setting,
  );
  const [sequence, spec] = measured(context, words, after, { ...plain, firstInsetsPt: cap.insetsPt });
  if (!reachesFoot(sequence, cap, setting)) return null;
  const [first, ...others] = setMeasured(context, sequence, spec);
  if (first === undefined || others.length + 1 < cap.insetsPt.length) return null;
  return { lines: [joinToCap(context, first, cap, sequence.words[0]), ...others], keptLines: cap.insetsPt.length };
}

/** Lines shrink by no more than this; what is longer, even so, than the lines above the letter's last one reaches it. */
const tightest = 0.93;

function reachesFoot({ words }: WordSequence, { insetsPt }: DropCap, { measurePt, style }: TextSetting): boolean {
  const widthPt = words.reduce((sum, word) => sum + word.widthPt + spaceEm * style.sizePt, 0);
  const abovePt = insetsPt.slice(1).reduce((sum, insetPt) => sum + measurePt - insetPt, 0);
  return widthPt * tightest > abovePt + fewestOnLastLineEm * style.sizePt;
}
const spaceEm = 0.2;
/** A paragraph that just reaches the letter's last line should have some words on it. */
const fewestOnLastLineEm = 3;

/** The line with the letter's runs before its own, and the word that they begin named on all its runs. */
function joinToCap(context: TypesetContext, line: SetLine, cap: DropCap, word: MeasuredWord | undefined): SetLine {
  const [start, rest] =
    cap.isWord || word === undefined ? [[], addSpaceBefore(line)] : splitRuns(context, line, word.text.length);
  const joined = [...cap.runs, ...start];
  const wholeWord = joined.map(run => run.text).join('');
  return { ...line, runs: [...joined.map(run => ({ ...run, wholeWord })), ...rest] };
}

/** The space after a letter that is a word stands in the text's size: in the letter's it would be as wide as a word. */
function addSpaceBefore({ runs, wordSpacePt }: SetLine): Run[] {
  const [first, ...others] = runs;
  if (first === undefined) return [];
  const xPt = roundPt(first.xPt - wordSpacePt);
  return [{ ...first, text: ` ${first.text}`, xPt, widthPt: roundPt(first.widthPt + wordSpacePt) }, ...others];
}

/** Runs parted behind so many UTF-16 units of their text, between two words. */
function splitRuns(
  { measurer }: TypesetContext,
  { runs, expansion = 1 }: SetLine,
  length: number,
): readonly [start: Run[], rest: Run[]] {
  const start: Run[] = [];
  let left = length;
  for (const [index, run] of runs.entries()) {
    if (run.text.length > left) {
      const text = run.text.slice(0, left);
      const widthPt = left === 0 ? 0 : measurer.widthOf(text, run.style) * expansion;
      const rest = {
        ...run,
        text: run.text.slice(left),
        xPt: roundPt(run.xPt + widthPt),
        widthPt: roundPt(run.widthPt - widthPt),
      };
      if (left > 0) start.push({ ...run, text, widthPt: roundPt(widthPt) });
      return [start, [rest, ...runs.slice(index + 1)]];
    }
    start.push(run);
    left -= run.text.length;
  }
  return [start, []];
}
