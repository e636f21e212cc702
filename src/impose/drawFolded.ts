import { type Forme, backOf, mirrored, pagesOf } from './formes.ts';
import type { ImpositionRequest } from './imposition.ts';
import { cropMarks, lineEnds, orderMark, sewingMarks, slitMarks, wants } from './marks.ts';
import { type Slot, placePage, round } from './placePage.ts';
import type { SheetLayout } from './sheetLayout.ts';
import type { Mark, Placement, Sheet, SheetPlan, SheetSide } from './sheetPlan.ts';
import { standsOnHead, turnSlot } from './turnBack.ts';

/** A sheet that is folded: its signature's length in pages, how many sheets are around it, where it begins. */
export interface FoldedSheet {
  readonly pages: number;
  readonly depth: number;
  readonly start: number;
  readonly signature: number;
}

/** A place of a side with the page that stands there, counted through one sheet. */
interface Cell {
  readonly page: number;
  readonly slot: Slot;
}

/**
 * No page moves further than this share of its leaf's width: in a pile so thick, its text would be cut off at the fold, and
 * the edge is trimmed into what stands out in any case.
 */
const largestCreepShare = 1 / 8;

/** How far pages move towards the fold that lie in so many sheets, in points. */
export function creepOf(
  { caliperPt, creepFactor }: ImpositionRequest,
  [leafWidthPt]: SheetPlan['leafPt'],
  sheetsAround: number,
): number {
  return Math.min(caliperPt * creepFactor * sheetsAround, leafWidthPt * largestCreepShare);
}

/** For each part of a sheet, or none where it stays empty. */
type Parts = readonly (FoldedSheet | null)[];

type DrawSheet = (parts: Parts) => Sheet;

/** The page at a place of the book, flyleaves and blanks counted; `null` for those. */
function pageAt(place: number, { pages, flyleaves }: ImpositionRequest): number | null {
  const page = place - flyleaves * 2;
  return page >= 0 && page < pages ? page : null;
}

/** Draws the sheets of one plan, whose places are the same on all. */
export function createFoldedDrawer(
  request: ImpositionRequest,
  forme: Forme,
  layout: SheetLayout,
  plan: Omit<SheetPlan, 'sheets'>,
): DrawSheet {
  const front = request.direction === 'rtl' ? mirrored(forme.front) : forme.front;
  const fronts = cellsOf(front, forme, layout, request);
  const seen = cellsOf(backOf(front), forme, layout, request);
  const backs = standsOnHead(layout.sidePt, plan.turn)
    ? seen.map(part => part.map(cell => ({ ...cell, slot: turnSlot(cell.slot, layout.sidePt) })))
    : seen;
  const pagesPerSheet = pagesOf(forme);
  let lines: readonly Mark[] | null = null;
  return parts => {
    const side = drawSide(request, layout, plan, fronts, parts, pagesPerSheet, true);
    // Of the first sheet, which is an outermost one: on no other do pages come nearer to the edges of the paper.
    lines ??= lineMarks(request, plan, fronts, side.placements);
    return {
      front: { placements: side.placements, marks: [...side.marks, ...lines] },
      back: drawSide(request, layout, plan, backs, parts, pagesPerSheet, false),
    };
  };
}

function drawSide(
  request: ImpositionRequest,
  layout: SheetLayout,
  plan: Omit<SheetPlan, 'sheets'>,
  cells: readonly (readonly Cell[])[],
  parts: Parts,
  pagesPerSheet: number,
  isFront: boolean,
): SheetSide {
  const placements: Placement[] = [];
  const marks: Mark[] = [];
  parts.forEach((sheet, part) => {
    if (sheet === null) return;
    for (const { page, slot } of cells[part] ?? []) {
      const place = placeInSignature(page, sheet, pagesPerSheet);
      const creepPt = creepOf(request, plan.leafPt, depthOf(place, sheet.pages));
      const placement = placePage(pageAt(sheet.start + place, request), slot, layout, request, creepPt);
      placements.push(placement);
      if (request.marks.length > 0) marks.push(...marksAt(request, plan, placement, slot, place, sheet, isFront));
    }
  });
  return { placements, marks };
}

/**
 * What belongs to one page: cuts on fronts only, since a leaf is cut once and two sides never meet to a hair; holes in the
 * middle of a signature, where one sews; the step on its outside.
 */
function marksAt(
  request: ImpositionRequest,
  { sewing, signatures, scale }: Omit<SheetPlan, 'sheets'>,
  placement: Placement,
  slot: Slot,
  place: number,
  { pages, signature }: FoldedSheet,
  isFront: boolean,
): readonly Mark[] {
  const marks: Mark[] = [];
  if (isFront && wants(request, 'crop')) marks.push(...cropMarks(placement, slot, request.bleedPt * scale));
  if (place === pages / 2 && sewing !== null && wants(request, 'sewing')) {
    marks.push(...sewingMarks(placement, slot, sewing.stationsPt));
  }
  if (place === 0 && signatures.length > 1 && wants(request, 'order')) {
    marks.push(orderMark(placement, slot, signature, signatures.length));
  }
  return marks;
}

/** What goes across the sheet: where it is cut in two, folded, and slit. */
function lineMarks(
  request: ImpositionRequest,
  { cuts, folds, parts, sidePt, slits }: Omit<SheetPlan, 'sheets'>,
  cells: readonly (readonly Cell[])[],
  placements: readonly Placement[],
): readonly Mark[] {
  const marks: Mark[] = [];
  const paper = { left: 0, top: 0, width: sidePt[0], height: sidePt[1] };
  if (wants(request, 'cut')) {
    marks.push(...cuts.flatMap(cut => lineEnds('cut', cut, paper, placements)));
    const spines = new Set(cells.flat().map(({ slot }) => spineOf(slot)));
    for (const slit of slits) {
      const heads = slits.filter(other => other.axis === 'horizontal').map(other => other.at);
      marks.push(...slitMarks(slit, slit.axis === 'horizontal' ? [...spines] : heads));
    }
  }
  if (wants(request, 'fold')) {
    for (const part of parts) {
      const own = placements.filter(({ box }) => box.top >= part.top && box.top < part.top + part.height);
      marks.push(...folds.flatMap(fold => lineEnds('fold', fold, part, own)));
    }
  }
  return marks;
}

function spineOf({ box, spine }: Slot): number {
  return round(spine === 'right' ? box.left + box.width : box.left);
}

/** A sheet's pages are half before and half after those of the sheets laid into it. */
function placeInSignature(page: number, { depth, pages }: FoldedSheet, pagesPerSheet: number): number {
  const half = pagesPerSheet / 2;
  return page < half ? depth * half + page : pages - (depth + 1) * half + page - half;
}

/** How many leaves are around a page's on either side: by their thickness it is pushed out. */
function depthOf(place: number, pages: number): number {
  return Math.floor(Math.min(place, pages - 1 - place) / 2);
}

/** For each part of a sheet, its places row by row. */
function cellsOf(
  rows: Forme['front'],
  { turnedRows }: Forme,
  { parts, slotPt: [width, height] }: SheetLayout,
  { direction }: ImpositionRequest,
): readonly (readonly Cell[])[] {
  return parts.map(({ top }) =>
    rows.flatMap((row, rowIndex) => {
      const turned = turnedRows[rowIndex] ?? false;
      return row.map((page, column): Cell => {
        // A recto has its spine where its lines begin; one that stands on its head, on the other side.
        const isAtStart = (page % 2 === 0) !== turned;
        const spine = isAtStart === (direction === 'ltr') ? 'left' : 'right';
        const box = { left: column * width, top: top + rowIndex * height, width, height };
        return { page, slot: { box, spine, turned } };
      });
    }),
  );
}
