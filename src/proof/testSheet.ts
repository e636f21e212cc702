import type { Drawing, Point, Shape } from '../drawing/drawing.ts';
import type { Placement, SheetPlan, SheetSide } from '../impose/sheetPlan.ts';
import { type PageFrame, pageFrame, placeShapes, pointIn } from './frame.ts';
import { inks } from './inks.ts';
import { drawDashed, drawLines, lengthOf, strokeBox, upTriangle } from './lines.ts';
import { setParagraphs } from './paragraphs.ts';
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
}

/**
 * The sides of a test sheet, in points: a plan of one sheet as it is printed, with what shows that the printer did as it was
 * told: numbers and arrows in their places, folds, cuts, a ruler, and a cross on the back that stands in a ring on the front.
 */
export function testSheet(plan: SheetPlan, words: TestSheetWords): Drawing[] {
  const [sheet] = plan.sheets;
  const row = sheet === undefined ? null : readableRow(sheet.front, plan.sidePt);
  if (sheet === undefined || row === null) return [];
  const { front, back } = sheet;
  const frontOnly = [
    ...(back === null ? [] : [...ringsOnFront(plan, row.frame), ...edgeSign(plan, row.frame)]),
    ...notes(row, words.front, true),
  ];
  const drawn = [drawSide(plan, front, sideLines(plan, 'front'), frontOnly, words.altText)];
  const backRow = back === null ? null : readableRow(back, plan.sidePt);
  if (back === null || backRow === null) return drawn;
  const backOnly = [...crossOnBack(plan, row.frame), ...notes(backRow, words.back, false)];
  return [...drawn, drawSide(plan, back, sideLines(plan, 'back'), backOnly, words.altText)];
}

function drawSide(
  { sidePt }: SheetPlan,
  { placements }: SheetSide,
  lines: SideLines,
  more: readonly Shape[],
  altText: string,
): Drawing {
  const pages = placements.flatMap(placement => placeShapes(pageSign(placement), pageFrame(placement)));
  return {
    widthUnits: sidePt[0],
    heightUnits: sidePt[1],
    background: '#ffffff',
    shapes: [
      ...pages,
      ...drawSideLines(
        lines,
        lines.creases.some(({ fold }) => fold > 1),
      ),
      ...more,
    ],
    altText,
  };
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
  const tip = Math.min(0.055 * heightPt, 0.14 * widthPt);
  const [middle, top] = [widthPt / 2, 0.08 * heightPt];
  const words = { voice: 'italic', size: Math.max(6, 0.6 * tip), hold: 'start', fill: inks.ink } as const;
  return [
    upTriangle([middle, top], tip * 1.1, tip, inks.ink),
    ...drawLines([{ from: [middle, top + tip], to: [middle, top + 2 * tip] }], { color: inks.ink, width: tip * 0.22 }),
    ...setWords('top of page', { ...words, at: [middle + 0.8 * tip, top + 1.8 * tip] }),
  ];
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

/** Below the numbers of a row: the ruler across it, and the words, shared out among its pages. */
function notes(row: PageRow, paragraphs: readonly string[], hasRuler: boolean): Shape[] {
  const { frame, pages, stepPt, sheetPt } = row;
  const top = 0.665 * frame.heightPt;
  const bottom = 0.95 * frame.heightPt;
  // Beside the middle, where a fold would go through its figures.
  const middle = (sheetPt[0] + sheetPt[1]) / 2 - rulerShiftPt;
  const ruler = hasRuler ? drawRuler([middle, top], sheetPt[1] - sheetPt[0]) : [];
  const inset = 0.08 * frame.widthPt;
  const below = top + (hasRuler ? rulerHeightPt + 8 : 0);
  const room = { widthPt: frame.widthPt - 2 * inset, heightPt: bottom - below };
  const words = setParagraphs(paragraphs, pages, room).flatMap(({ shapes, column }) =>
    placeShapes(shapes, { origin: [column * stepPt + inset, below], across: [1, 0], down: [0, 1] }),
  );
  return placeShapes([...ruler, ...words], frame);
}
