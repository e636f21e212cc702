import type { Drawing, Point, Shape } from '../drawing/drawing.ts';
import type { Placement, SheetPlan, SheetSide } from '../impose/sheetPlan.ts';
import { type PageFrame, pageFrame, placeShapes, pointIn } from './frame.ts';
import { inks } from './inks.ts';
import { drawDashed, drawLines, lengthOf, strokeBox, upTriangle } from './lines.ts';
import { type TextLine, setParagraphs } from './paragraphs.ts';
import { type PageRow, readableRow } from './pageRow.ts';
import { drawRuler, rulerHeightPt } from './ruler.ts';
import { type Crease, type SideLines, sideLines } from './sideLines.ts';
import { crossOnBack, ringsOnFront } from './throughLight.ts';
import { turnAxis } from './turn.ts';
import { turnedSheetSign } from './turnSign.ts';
import { figureHeight, setWords, wordsWidth } from './words.ts';

/** What a test sheet says, each in a paragraph of its own. */
export interface TestSheetWords {
  readonly front: readonly string[];
  readonly back: readonly string[];
  readonly altText: string;
  readonly backAltText: string;
}

/** A side of a test sheet in points: what is drawn, and over it the words that stand upright, to be set as text. */
export interface TestSide {
  readonly drawing: Drawing;
  readonly lines: readonly TextLine[];
}

/**
 * A plan of one sheet as it is printed, with what shows that the printer did as it was told: numbers and arrows in their
 * places, folds, cuts, a ruler, and a cross on the back that stands in a ring on the front.
 */
export function testSheet(plan: SheetPlan, words: TestSheetWords): TestSide[] {
  const [sheet] = plan.sheets;
  const row = sheet === undefined ? null : readableRow(sheet.front, plan.sidePt);
  if (sheet === undefined || row === null) return [];
  const { front, back } = sheet;
  const ruler = placeShapes(rulerOf(row), row.frame);
  const turning = back === null ? [] : [...ringsOnFront(plan, row.frame), ...edgeSign(plan, row.frame)];
  const frontLines = sideLines(plan, 'front');
  const drawn = drawSide(plan, front, frontLines, { row, signs: [...turning, ...ruler], hasRuler: true }, words.front);
  const backRow = back === null ? null : readableRow(back, plan.sidePt);
  if (back === null || backRow === null) return [drawn(words.altText)];
  const signs = crossOnBack(plan, row.frame);
  const behind = drawSide(plan, back, sideLines(plan, 'back'), { row: backRow, signs, hasRuler: false }, words.back);
  return [drawn(words.altText), behind(words.backAltText)];
}

interface SideSigns {
  readonly row: PageRow;
  readonly signs: readonly Shape[];
  readonly hasRuler: boolean;
}

function drawSide(
  { sidePt, folds }: SheetPlan,
  { placements }: SheetSide,
  lines: SideLines,
  { row, signs, hasRuler }: SideSigns,
  paragraphs: readonly string[],
): (altText: string) => TestSide {
  const set = notes(row, paragraphs, hasRuler);
  const isUpright = row.frame.across[0] === 1;
  const hasOrder = folds.length > 1 && folds.some(({ behind }) => behind !== null);
  const shapes = [
    ...placements.flatMap(placement => placeShapes(pageSign(placement), pageFrame(placement))),
    ...placeShapes(arrowWords(row.frame), row.frame),
    ...drawSideLines(lines, hasOrder),
    ...signs,
    // Text that stands on its head cannot be set as such.
    ...(isUpright ? [] : placeShapes(set.flatMap(outlinesOf), row.frame)),
  ];
  const text = isUpright ? set.map(line => ({ ...line, at: pointIn(row.frame, line.at) })) : [];
  return altText => ({
    drawing: { widthUnits: sidePt[0], heightUnits: sidePt[1], background: '#ffffff', shapes, altText },
    lines: text,
  });
}

function outlinesOf({ text, size, at }: TextLine): Shape[] {
  return setWords(text, { voice: 'roman', size, at, hold: 'start', fill: inks.ink });
}

/** A page in its own frame, by shares of its height: an arrow to its head, its number, and below them room for words. */
function pageSign(placement: Placement): Shape[] {
  const frame = pageFrame(placement);
  const { widthPt, heightPt } = frame;
  const edge = { left: 0, top: 0, right: widthPt, bottom: heightPt };
  return [
    strokeBox(edge, { color: inks.hairline, width: 0.5 }),
    ...headArrow(frame),
    ...(placement.page === null ? [] : bigNumber(String(placement.page + 1), frame)),
  ];
}

/** Over which edge the sheet is turned, beside the arrow of a page. */
function edgeSign(plan: SheetPlan, frame: PageFrame): Shape[] {
  const { widthPt, heightPt } = frame;
  const at = pointIn(frame, [widthPt * 0.2, heightPt * 0.13]);
  return turnedSheetSign(at, turnAxis(plan), plan.sidePt, Math.min(0.24 * widthPt, 0.16 * heightPt));
}

function headArrow({ widthPt, heightPt }: PageFrame): Shape[] {
  const tip = arrowTip({ widthPt, heightPt });
  const [middle, top] = [widthPt / 2, arrowTop * heightPt];
  return [
    upTriangle([middle, top], tip * 1.1, tip, inks.ink),
    ...drawLines([{ from: [middle, top + tip], to: [middle, top + 2 * tip] }], { color: inks.ink, width: tip * 0.22 }),
  ];
}

const arrowTop = 0.08;

function arrowTip({ widthPt, heightPt }: Pick<PageFrame, 'widthPt' | 'heightPt'>): number {
  return Math.min(0.055 * heightPt, 0.14 * widthPt);
}

/** What the arrows mean, beside one of them. */
function arrowWords(frame: PageFrame): Shape[] {
  const tip = arrowTip(frame);
  const at: Point = [frame.widthPt / 2 + 0.8 * tip, arrowTop * frame.heightPt + 1.8 * tip];
  return setWords('top of page', { voice: 'italic', size: Math.max(6, 0.6 * tip), at, hold: 'start', fill: inks.ink });
}

function bigNumber(number: string, { widthPt, heightPt }: PageFrame): Shape[] {
  const height = 0.24 * heightPt;
  const size = Math.min(
    (1000 * height) / figureHeight('numeral', 1000),
    (0.46 * widthPt) / wordsWidth('00', 'numeral', 1),
  );
  const baseline = 0.44 * heightPt + figureHeight('numeral', size) / 2;
  const half = Math.max(wordsWidth(number, 'numeral', size) / 2, 0.1 * widthPt);
  const rule = baseline + 0.12 * size;
  return [
    ...setWords(number, { voice: 'numeral', size, at: [widthPt / 2, baseline], hold: 'middle', fill: inks.ink }),
    ...drawLines([{ from: [widthPt / 2 - half, rule], to: [widthPt / 2 + half, rule] }], {
      color: inks.ink,
      width: 0.024 * size,
    }),
  ];
}

function drawSideLines({ creases, cuts }: SideLines, hasOrder: boolean): Shape[] {
  return [
    ...creases.flatMap(crease => drawDashed(crease, { color: inks.fold, width: 0.8 }, 6)),
    ...drawLines(cuts, { color: inks.cut, width: 1.2 }),
    ...(hasOrder ? creases.flatMap(foldNumber) : []),
  ];
}

/** Which fold a line is, in a ring on it, as far from the edge as printers leave it white. */
function foldNumber({ from, to, fold }: Crease): Shape[] {
  const share = 26 / lengthOf({ from, to });
  const [x, y]: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  const size = 10;
  const at: Point = [x, y + figureHeight('numeral', size) / 2];
  return [
    { type: 'circle', center: [x, y], radius: 7, fill: inks.fold, opacity: 1 },
    ...setWords(String(fold), { voice: 'numeral', size, at, hold: 'middle', fill: '#ffffff' }),
  ];
}

const rulerShiftPt = 14;

/** Below the numbers of a row, as a share of the height of its pages, there is room for the ruler and for words. */
const notesTop = 0.665;
const notesBottom = 0.95;

function rulerOf({ frame, sheetPt }: PageRow): Shape[] {
  // Beside the middle, where a fold would go through its figures.
  const middle = (sheetPt[0] + sheetPt[1]) / 2 - rulerShiftPt;
  return drawRuler([middle, notesTop * frame.heightPt], sheetPt[1] - sheetPt[0]);
}

/** The words of a side in its row's frame, shared out among the pages of the row. */
function notes({ frame, pages, stepPt }: PageRow, paragraphs: readonly string[], hasRuler: boolean): TextLine[] {
  const inset = 0.08 * frame.widthPt;
  const top = notesTop * frame.heightPt + (hasRuler ? rulerHeightPt + 8 : 0);
  const room = { width: frame.widthPt - 2 * inset, height: notesBottom * frame.heightPt - top };
  const lines = setParagraphs(paragraphs, { ...room, columns: pages, step: stepPt });
  return lines.map(line => ({ ...line, at: [line.at[0] + inset, line.at[1] + top] as const }));
}
