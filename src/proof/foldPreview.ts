import type { Drawing, Point, Shape } from '../drawing/drawing.ts';
import type { SheetPlan } from '../impose/sheetPlan.ts';
import { levelFrame, placeShapes } from './frame.ts';
import { inks } from './inks.ts';
import { fillBox, strokeBox } from './lines.ts';
import { type PreviewGrid, cellCorner, layPreview, previewMargin } from './previewGrid.ts';
import { previewLegend } from './previewLegend.ts';
import { type ShownSheet, shownSheets } from './shownSheets.ts';
import { sideLines } from './sideLines.ts';
import { sidePicture } from './sidePicture.ts';
import { turnAxis } from './turn.ts';
import { turnSign } from './turnSign.ts';
import { setWords, wordsWidth } from './words.ts';

/** What stands over the sheets of a preview. */
export interface PreviewWords {
  readonly title: string;
  /** The scheme, the paper and the edge to turn it over, in a line. */
  readonly summary: string;
  readonly altText: string;
}

/**
 * The sheets of a book as they are printed, front beside back: a picture in pixels. It grows with what is shown, and that is
 * bounded: of a long book the first signatures, and of a thick one its outer sheets and the innermost.
 */
export function foldPreview(plan: SheetPlan, words: PreviewWords): Drawing {
  const { cells, rest } = shownSheets(plan);
  const grid = layPreview(plan, cells);
  const foot = headHeight + grid.rows * grid.rowHeight;
  const legendTop = foot + (rest === null ? 0 : restHeight);
  const restWords = {
    voice: 'italic',
    size: 30,
    at: [previewMargin, foot + 14],
    hold: 'start',
    fill: inks.ink,
  } as const;
  return {
    widthUnits: Math.ceil(Math.max(grid.width, headWidth(words))),
    heightUnits: Math.ceil(legendTop + legendHeight),
    background: inks.desk,
    shapes: [
      ...head(words),
      ...cells.flatMap((cell, index) => drawCell(plan, cell, grid, cellCorner(grid, index, headHeight))),
      ...(rest === null ? [] : setWords(rest, restWords)),
      ...previewLegend([previewMargin, legendTop + 34], sideLines(plan, 'front')),
    ],
    altText: words.altText,
  };
}

const headHeight = 196;
const restHeight = 56;
const legendHeight = 96;
const titleSize = 50;
const summarySize = 28;

function head({ title, summary }: PreviewWords): Shape[] {
  const hold = 'start';
  return [
    ...setWords(title, { voice: 'roman', size: titleSize, at: [previewMargin, 100], hold, fill: inks.ink }),
    ...setWords(summary, { voice: 'italic', size: summarySize, at: [previewMargin, 146], hold, fill: inks.quiet }),
  ];
}

function headWidth({ title, summary }: PreviewWords): number {
  const widest = Math.max(wordsWidth(title, 'roman', titleSize), wordsWidth(summary, 'italic', summarySize));
  return widest + 2 * previewMargin;
}

function drawCell(plan: SheetPlan, cell: ShownSheet, grid: PreviewGrid, [left, top]: Point): Shape[] {
  const [width, height] = grid.side;
  const middle: Point = [left + width + grid.turnGap / 2, top + height / 2];
  if (cell.sheet === null) {
    return setWords(cell.label, { voice: 'italic', size: 30, fill: inks.quiet, hold: 'middle', at: middle });
  }
  const { front, back } = cell.sheet;
  const sides = [
    { side: front, name: 'front' as const },
    ...(back === null ? [] : [{ side: back, name: 'back' as const }]),
  ];
  const label = { voice: 'smallCapitals', size: 23, hold: 'start', fill: inks.quiet } as const;
  const drawn = sides.flatMap(({ side, name }, place) => {
    const corner: Point = [left + place * (width + grid.turnGap), top];
    const look = { pixelPt: 1 / grid.scale, widestNumber: grid.widestNumber };
    return [
      ...paper(corner, width, height),
      ...placeShapes(sidePicture(side, sideLines(plan, name), look), levelFrame(corner, grid.scale)),
      ...setWords(`${cell.label} ${name}`, { ...label, at: [corner[0], top + height + 34] }),
    ];
  });
  return [
    ...setWords(cell.signature ?? '', {
      voice: 'italic',
      size: 27,
      hold: 'start',
      at: [left, top - 18],
      fill: inks.ink,
    }),
    ...drawn,
    ...(back === null ? [] : turnSign(middle, turnAxis(plan))),
  ];
}

/** A sheet that lies on a desk: its shadow is soft, and falls a little downwards. */
function paper([left, top]: Point, width: number, height: number): Shape[] {
  const shadow = Array.from({ length: shadowSteps }, (_, step) => {
    const [reach, fall] = [shadowSteps - step, 3];
    return fillBox(
      { left: left - reach, top: top - reach + fall, right: left + width + reach, bottom: top + height + reach + fall },
      inks.ink,
      0.012,
    );
  });
  const sheet = { left, top, right: left + width, bottom: top + height };
  return [...shadow, fillBox(sheet, inks.paper), strokeBox(sheet, { color: inks.paperEdge, width: 1 })];
}

const shadowSteps = 8;
