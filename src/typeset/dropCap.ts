import { type InkBox, inkBox } from '../fonts/inkBox.ts';
import type { ShaperPool } from '../fonts/shaperPool.ts';
import { roundPt } from './composeLine.ts';
import type { Run, TextStyle } from './pageList.ts';
import type { TextSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/** A large letter at a chapter's head, and how it pushes the lines beside it; lengths from the left edge of the column. */
export interface DropCap {
  /** A quotation mark, if there is one, and the letter: they stand in the paragraph's first line, lowered. */
  readonly runs: readonly Run[];
  /** Whether the letter is a word by itself. */
  readonly isWord: boolean;
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
  const depth = dropCapDepth(setting);
  const plain = { ...setting.style, features: [], trackingPt: 0 };
  const dropPt = (depth - 1) * setting.leadingPt;
  const letter = measureLetter(context.shapers, plain, text.letter, dropPt + text.besidePt);
  const overshootPt = isRoundAtLeft(letter) ? roundOvershoot * (letter.body.right - letter.body.left) : 0;
  const leftPt = -letter.body.left - overshootPt;
  const style = { ...plain, sizePt: letter.sizePt, risePt: roundPt(-dropPt) };
  const run = { text: text.letter, xPt: roundPt(leftPt), widthPt: roundPt(letter.widthPt) };
  return {
    runs: [...markRuns(context, text, plain), { style: context.styles.indexOf(style), ...run }],
    isWord: text.isWord,
    insetsPt: insetsBeside(letter, text.isWord, dropPt, setting).map(insetPt => roundPt(insetPt + leftPt)),
  };
}

interface LargeLetter {
  readonly sizePt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  /** Its ink between the baseline and its height, in points from the pen. */
  readonly body: InkBox;
  /** Its ink between two heights. */
  readonly inkBetween: (fromPt: number, toPt: number) => InkBox | null;
}

function measureLetter(shapers: ShaperPool, style: TextStyle, text: string, heightPt: number): LargeLetter {
  const face = shapers.fonts.face(style.font);
  const shaper = shapers.shaperFor(style);
  const shaped = shaper.shape(text);
  const capHeight = inkBox(face, shaper.shape('H'))?.top ?? face.capHeight;
  const sizePt = roundPt((heightPt * 1000) / capHeight);
  const scale = sizePt / 1000;
  const inkBetween = (fromPt: number, toPt: number): InkBox | null => {
    const box = inkBox(face, shaped, fromPt / scale, toPt / scale);
    if (box === null) return null;
    return { left: box.left * scale, right: box.right * scale, top: box.top * scale, bottom: box.bottom * scale };
  };
  const widthPt = shaped.width * scale;
  const body = inkBetween(0, heightPt) ?? { left: 0, right: widthPt, top: heightPt, bottom: 0 };
  return { sizePt, widthPt, heightPt, body, inkBetween };
}

/** Whether a letter reaches further left half way up than at its foot and its head, as "O" does and neither "H" nor "A" do. */
function isRoundAtLeft({ body, heightPt, inkBetween }: LargeLetter): boolean {
  const reachesLess = (box: InkBox | null): boolean => box !== null && box.left > body.left + heightPt * 0.03;
  return reachesLess(inkBetween(0, heightPt * 0.1)) && reachesLess(inkBetween(heightPt * 0.9, heightPt));
}

/** Where the lines beside a letter begin, from its pen's position. */
function insetsBeside(letter: LargeLetter, isWord: boolean, dropPt: number, setting: TextSetting): number[] {
  const { leadingPt, style } = setting;
  const gapPt = gapEm * style.sizePt;
  const edgePt = letter.body.right + gapPt;
  const atTop = letter.inkBetween(dropPt, letter.heightPt) ?? letter.body;
  const nearestPt = atTop.right + (isWord ? gapPt : wordGapEm * style.sizePt);
  const insetsPt = Array.from({ length: Math.round(dropPt / leadingPt) + 1 }, () => edgePt);
  insetsPt[0] = Math.min(Math.max(nearestPt, edgePt - tuckEm * style.sizePt), edgePt);
  // The tail of a "Q" or a "J" may reach down beside one line more.
  const tail = letter.inkBetween(-Infinity, ascentEm * style.sizePt - leadingPt);
  if (tail !== null) insetsPt.push(Math.max(edgePt, tail.right + gapPt));
  return insetsPt;
}

/** A quotation mark hangs in the margin, in about the size of the text, as high as the letter. */
function markRuns({ shapers, styles }: TypesetContext, { mark, besidePt }: DropCapText, plain: TextStyle): Run[] {
  if (mark === '') return [];
  const sizePt = roundPt(plain.sizePt * markSize);
  const shaped = shapers.shaperFor(plain).shape(mark);
  const top = inkBox(shapers.fonts.face(plain.font), shaped)?.top ?? 0;
  const style = { ...plain, sizePt, risePt: roundPt(besidePt - (top * sizePt) / 1000) };
  const widthPt = (shaped.width * sizePt) / 1000;
  const xPt = roundPt(-widthPt - markGapEm * plain.sizePt);
  return [{ style: styles.indexOf(style), xPt, widthPt: roundPt(widthPt), text: mark }];
}
