import type { Shape } from '../drawing/drawing.ts';
import type { Placement, SheetSide } from '../impose/sheetPlan.ts';
import { type PageFrame, pageFrame, placeShapes } from './frame.ts';
import { inks } from './inks.ts';
import { drawDashed, drawLines, strokeBox, upTriangle } from './lines.ts';
import type { SideLines } from './sideLines.ts';
import { figureHeight, setWords, wordsWidth } from './words.ts';

/** What is alike on all sides of one picture. */
export interface PictureLook {
  /** How large a pixel of the finished picture is on the sheet, so that lines are of one thickness. */
  readonly pixelPt: number;
  /** The number that takes the most room: all are of its size. */
  readonly widestNumber: string;
}

/**
 * A side of a sheet as it is printed, in points: where each page stands and which way it is turned, and where the sheet is
 * folded and cut.
 */
export function sidePicture(side: SheetSide, lines: SideLines, look: PictureLook): Shape[] {
  const { pixelPt } = look;
  return [
    ...side.placements.flatMap(placement => placeShapes(pagePicture(placement, look), pageFrame(placement))),
    ...drawSideLines(lines, pixelPt),
  ];
}

/** A page in its own frame: its edge, a tip at its head, its number over a rule, which tells a 6 from a 9. */
function pagePicture(placement: Placement, { pixelPt, widestNumber }: PictureLook): Shape[] {
  const frame = pageFrame(placement);
  const { widthPt, heightPt } = frame;
  const edge = { left: 0, top: 0, right: widthPt, bottom: heightPt };
  const tip = headTipShare * Math.min(widthPt, heightPt);
  return [
    strokeBox(edge, { color: inks.hairline, width: pixelPt }),
    upTriangle([widthPt / 2, heightPt * 0.07], tip, tip * 0.72, placement.page === null ? inks.hairline : inks.cut),
    ...(placement.page === null ? blankWord(frame) : pageNumber(String(placement.page + 1), widestNumber, frame)),
  ];
}

const headTipShare = 0.085;

function pageNumber(number: string, widest: string, { widthPt, heightPt }: PageFrame): Shape[] {
  const size = Math.min(
    (0.26 * heightPt) / figureHeight('numeral', 1),
    (0.64 * widthPt) / wordsWidth(widest, 'numeral', 1),
  );
  const baseline = (heightPt + figureHeight('numeral', size)) / 2;
  const ruleHalf = Math.max(0.1 * widthPt, wordsWidth(number, 'numeral', size) / 2);
  const ruleY = baseline + 0.14 * size;
  const width = 0.022 * size;
  return [
    ...setWords(number, { voice: 'numeral', size, at: [widthPt / 2, baseline], hold: 'middle', fill: inks.ink }),
    ...drawLines([{ from: [widthPt / 2 - ruleHalf, ruleY], to: [widthPt / 2 + ruleHalf, ruleY] }], {
      color: inks.ink,
      width,
    }),
  ];
}

function blankWord({ widthPt, heightPt }: PageFrame): Shape[] {
  const size = 0.13 * Math.min(widthPt, heightPt);
  return setWords('blank', {
    voice: 'italic',
    size,
    at: [widthPt / 2, heightPt * 0.53],
    hold: 'middle',
    fill: inks.quiet,
  });
}

function drawSideLines({ creases, cuts }: SideLines, pixelPt: number): Shape[] {
  return [
    ...creases.flatMap(crease => drawDashed(crease, { color: inks.fold, width: 2 * pixelPt }, 9 * pixelPt)),
    ...drawLines(cuts, { color: inks.cut, width: 2.5 * pixelPt }),
  ];
}
