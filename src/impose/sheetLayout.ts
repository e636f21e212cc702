import { CompileError } from '../diagnostics/compileError.ts';
import { describeSides } from '../text/sidesPt.ts';
import type { ImpositionRequest } from './imposition.ts';
import { describePaper, smallestPaperFor } from './paperSizes.ts';
import type { SideBox } from './sheetPlan.ts';

/** Into how many parts a sheet is cut from top to bottom before it is folded, and how many places each part has. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly parts: number;
}

/** A sheet turned as its scheme needs it, and divided; lengths in points. */
export interface SheetLayout {
  readonly sidePt: readonly [width: number, height: number];
  readonly parts: readonly SideBox[];
  readonly slotPt: readonly [width: number, height: number];
  readonly scale: number;
  /** The page's trim, scaled. */
  readonly leafPt: readonly [width: number, height: number];
}

/** Halves of named sheets are as large as named pages but for this: an A5 page on half an A4, a quarter of an A5. */
const roundingShare = 0.004;

/**
 * Turns the paper so that pages on it are as large as can be, on its side when both ways are the same.
 * @throws CompileError `impose/page-too-large` when pages keep their size and their places are smaller
 */
export function layOutSheet(request: ImpositionRequest, grid: Grid): SheetLayout {
  const { paperPt, scaling, trimPt } = request;
  const sidePt = turnPaper(request, grid);
  const slotPt = slotOf(sidePt, grid);
  const room = roomIn(slotPt, request);
  if (scaling === 'actual' && room < 1 - roundingShare) throw tooLarge(request, grid, slotPt, describePaper(paperPt));
  const scale = scaling === 'actual' ? Math.min(1, room) : room;
  const partHeight = sidePt[1] / grid.parts;
  return {
    sidePt,
    parts: Array.from({ length: grid.parts }, (_, part) => ({
      left: 0,
      top: part * partHeight,
      width: sidePt[0],
      height: partHeight,
    })),
    slotPt,
    scale,
    leafPt: [trimPt[0] * scale, trimPt[1] * scale],
  };
}

/** How large a page can be in its place, by its own size, the paper turned the better way. */
export function roomFor(request: ImpositionRequest, grid: Grid): number {
  return roomIn(slotOf(turnPaper(request, grid), grid), request);
}

/** Whether pages of their own size have room. */
export function holdsActual(request: ImpositionRequest, grid: Grid): boolean {
  return roomFor(request, grid) >= 1 - roundingShare;
}

function turnPaper(request: ImpositionRequest, grid: Grid): readonly [width: number, height: number] {
  const long = Math.max(...request.paperPt);
  const short = Math.min(...request.paperPt);
  const upright = roomIn(slotOf([short, long], grid), request);
  return upright > roomIn(slotOf([long, short], grid), request) ? [short, long] : [long, short];
}

function slotOf([width, height]: readonly [number, number], grid: Grid): readonly [width: number, height: number] {
  return [width / grid.columns, height / (grid.rows * grid.parts)];
}

function roomIn([width, height]: readonly [number, number], { trimPt }: ImpositionRequest): number {
  return Math.min(width / trimPt[0], height / trimPt[1]);
}

function tooLarge(
  { scheme, trimPt }: ImpositionRequest,
  grid: Grid,
  slotPt: readonly [number, number],
  paper: string,
): CompileError {
  const needed = smallestPaperFor([trimPt[0] * grid.columns, trimPt[1] * grid.rows * grid.parts]);
  return new CompileError(
    'impose/page-too-large',
    `Pages of ${describeSides(trimPt)} were to keep their size in the scheme ${scheme}, and a place on ${paper} holds ${describeSides(slotPt)}.`,
    {
      hint: `Ask for pages of at most ${describeSides(slotPt)}${needed === null ? '' : `, or for paper as large as ${needed}`}, or let pages be scaled to fit.`,
    },
  );
}
