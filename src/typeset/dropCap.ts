import { inkBox } from '../fonts/inkBox.ts';
import { roundPt } from './composeLine.ts';
import type { Run, TextStyle } from './pageList.ts';
import type { TextSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/** A large letter at a chapter's head, and how it pushes the lines beside it; lengths from the left edge of the column. */
export interface DropCap {
  /** A quotation mark, if there is one, and the letter: they stand in the paragraph's first line, lowered. */
  readonly runs: readonly Run[];
  /** How far in each line beside it begins. */
  readonly insetsPt: readonly number[];
}

/** What a drop cap shows, and how the text goes on. */
export interface DropCapText {
  /** The quotation mark before the letter; often empty. */
  readonly mark: string;
  readonly letter: string;
  /** Whether the letter is a word by itself: "A", "I". */
  readonly isWord: boolean;
  /** How high the letters beside it stand in the first line, which it is to be level with. */
  readonly besidePt: number;
}

/** So many lines deep, as most books have it; two where the measure is narrow, for the letter would take a quarter of it. */
export function dropCapDepth(setting: TextSetting): number {
  return setting.measurePt < narrowMeasureEm * setting.style.sizePt ? 2 : 3;
}
const narrowMeasureEm = 18;

/** Between the letter and the lines beside it, in ems of the text; the rest of its own word stands closer. */
const gapEm = 0.24;
const wordGapEm = 0.1;
/** How much further a first line may reach to a letter that leaves room at its top, an "A" or an "L". */
const tuckEm = 0.55;
/** How high the letters of a line reach, in ems of the text. */
const ascentEm = 0.7;
/** Round letters stand out of the margin by this share of their width, so that they look as far left as straight ones. */
const roundOvershoot = 0.03;
/** The quotation mark is set in this size of the text, hanging in the margin, and so far from the letter. */
const markSize = 1.45;
const markGapEm = 0.06;

/** Places a large letter so that it stands on the baseline of its last line and is as high as the letters of the first. */
export function createDropCap(context: TypesetContext, text: DropCapText, setting: TextSetting): DropCap {
  const { style, leadingPt } = setting;
  const depth = dropCapDepth(setting);
  const heightPt = (depth - 1) * leadingPt + text.besidePt;
  const face = context.shapers.fonts.face(style.font);
  const plain = { ...style, features: [], trackingPt: 0 };
  const shapeOf = (value: string): ReturnType<ReturnType<typeof context.shapers.shaperFor>['shape']> =>
    context.shapers.shaperFor(style.font, plain.features).shape(value);
  const letter = shapeOf(text.letter);
  const capHeight = inkBox(face, shapeOf('H'))?.top ?? face.capHeight;
  const sizePt = roundPt((heightPt * 1000) / capHeight);
  const toPt = (thousandths: number): number => (thousandths * sizePt) / 1000;
  const whole = inkBox(face, letter, 0, capHeight) ?? { left: 0, right: letter.width, top: capHeight, bottom: 0 };
  const beside = inkBox(face, letter, ((depth - 1) * leadingPt * 1000) / sizePt, capHeight) ?? whole;
  const isRound = isRoundAtLeft(face, letter, whole, capHeight);
  const leftPt = -toPt(whole.left + (isRound ? roundOvershoot * (whole.right - whole.left) : 0));
  const edgePt = leftPt + toPt(whole.right) + gapEm * style.sizePt;
  const firstGapPt = (text.isWord ? gapEm : wordGapEm) * style.sizePt;
  const firstPt = Math.max(leftPt + toPt(beside.right) + firstGapPt, edgePt - tuckEm * style.sizePt);
  const run = {
    text: text.isWord ? `${text.letter} ` : text.letter,
    xPt: roundPt(leftPt),
    widthPt: roundPt(toPt(letter.width)),
  };
  const capStyle = { ...plain, sizePt, risePt: roundPt(-(depth - 1) * leadingPt) };
  const insetsPt = Array.from({ length: depth }, (_, line) => (line === 0 ? Math.min(firstPt, edgePt) : edgePt));
  // The tail of a "Q" or a "J" may reach down beside one line more.
  const tail = inkBox(face, letter, -Infinity, (-(leadingPt - ascentEm * style.sizePt) * 1000) / sizePt);
  if (tail !== null) insetsPt.push(Math.max(edgePt, leftPt + toPt(tail.right) + gapEm * style.sizePt));
  return {
    runs: [...markRuns(context, text, plain), { style: context.styles.indexOf(capStyle), ...run }],
    insetsPt: insetsPt.map(roundPt),
  };
}

/** Whether a letter reaches further left half way up than at its foot and its head, as "O" does and neither "H" nor "A" do. */
function isRoundAtLeft(
  face: Parameters<typeof inkBox>[0],
  letter: Parameters<typeof inkBox>[1],
  whole: { readonly left: number },
  capHeight: number,
): boolean {
  const foot = inkBox(face, letter, 0, capHeight * 0.1);
  const head = inkBox(face, letter, capHeight * 0.9, capHeight);
  const isFurther = (box: typeof foot): boolean => box !== null && box.left > whole.left + capHeight * 0.03;
  return isFurther(foot) && isFurther(head);
}

/** A quotation mark hangs in the margin, in about the size of the text, as high as the letter. */
function markRuns(context: TypesetContext, { mark, besidePt }: DropCapText, plain: TextStyle): Run[] {
  if (mark === '') return [];
  const sizePt = roundPt(plain.sizePt * markSize);
  const shaped = context.shapers.shaperFor(plain.font, plain.features).shape(mark);
  const top = inkBox(context.shapers.fonts.face(plain.font), shaped)?.top ?? 0;
  const style = { ...plain, sizePt, risePt: roundPt(besidePt - (top * sizePt) / 1000) };
  const widthPt = (shaped.width * sizePt) / 1000;
  const xPt = roundPt(-widthPt - markGapEm * plain.sizePt);
  return [{ style: context.styles.indexOf(style), xPt, widthPt: roundPt(widthPt), text: mark }];
}
