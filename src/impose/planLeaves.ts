import type { ImpositionRequest } from './imposition.ts';
import { leafGrid } from './leafGrid.ts';
import { cropMarks, lineEnds, sewingMarks, wants } from './marks.ts';
import { type Slot, placePage } from './placePage.ts';
import { sewingOf } from './sewingStations.ts';
import { type Grid, type SheetLayout, layOutSheet } from './sheetLayout.ts';
import type { Mark, PaperLine, Piece, Placement, Sewing, Sheet, SheetPlan, SideBox, Turn } from './sheetPlan.ts';
import { passesOf, standsOnHead, turnOf, turnSlot } from './turnBack.ts';

/**
 * Single leaves: the whole pile is printed, cut into as many piles as there are places, and these are laid on each other.
 * So the leaves of one pile follow each other from sheet to sheet, and nothing needs sorting.
 * @throws CompileError `impose/page-too-large`
 */
export function planLeaves(request: ImpositionRequest): SheetPlan {
  const grid = leafGrid(request);
  const layout = layOutSheet(request, grid);
  const parts = partsOf(layout.slotPt, grid, request.direction);
  const leaves = Math.ceil(request.pages / 2) + request.flyleaves * 2;
  const count = Math.ceil(leaves / parts.length);
  const turn = turnOf(request.duplex);
  const sewing = sewingOf(request, layout.leafPt);
  const cuts = cutsOf(layout.slotPt, grid);
  const fronts = parts.map((box): Slot => ({ box, spine: null, turned: false }));
  const backs = fronts.map(slot => behind(slot, layout.sidePt, turn));
  const draw = (sheet: number, slots: readonly Slot[], face: 0 | 1): readonly Placement[] =>
    slots.map((slot, part) => {
      const page = (part * count + sheet - request.flyleaves) * 2 + face;
      return placePage(page >= 0 && page < request.pages ? page : null, slot, layout, request, 0);
    });
  // Pages stand in the same places on all sheets, and so do lines.
  const first = draw(0, fronts, 0);
  const marks = marksOf(request, first, fronts, cuts, layout);
  const holes = holesOf(request, first[0], sewing);
  const sheets = Array.from({ length: count }, (_, sheet): Sheet => ({
    front: { placements: draw(sheet, fronts, 0), marks: sheet === 0 ? [...marks, ...holes] : marks },
    back: { placements: draw(sheet, backs, 1), marks: [] },
  }));
  return {
    scheme: request.scheme,
    duplex: request.duplex,
    direction: request.direction,
    sidePt: layout.sidePt,
    leafPt: layout.leafPt,
    sheets,
    signatures: [
      {
        sheets: sheets.map((_, sheet) => sheet),
        half: null,
        pieces: parts.flatMap((_, part) => sheets.map((__, sheet): Piece => ({ sheet, part }))),
        firstPage: 0,
        lastPage: request.pages - 1,
      },
    ],
    blanks: count * parts.length * 2 - request.pages,
    scale: layout.scale,
    turn,
    passes: passesOf(request.duplex, count),
    cuts,
    parts,
    folds: [],
    slits: [],
    creepPt: 0,
    sewing,
  };
}

/** Row after row, from the side at which a line of text begins. */
function partsOf(
  [width, height]: readonly [number, number],
  { columns, rows }: Grid,
  direction: 'ltr' | 'rtl',
): readonly SideBox[] {
  return Array.from({ length: rows * columns }, (_, index) => {
    const column = direction === 'ltr' ? index % columns : columns - 1 - (index % columns);
    return { left: column * width, top: Math.floor(index / columns) * height, width, height };
  });
}

function cutsOf([width, height]: readonly [number, number], { columns, rows }: Grid): readonly PaperLine[] {
  return [
    ...Array.from({ length: rows - 1 }, (_, row): PaperLine => ({ axis: 'horizontal', at: (row + 1) * height })),
    ...Array.from({ length: columns - 1 }, (_, column): PaperLine => ({ axis: 'vertical', at: (column + 1) * width })),
  ];
}

/** Where a place is on the back: behind itself, seen when the sheet is turned like a page, or turned about for the printer. */
function behind(slot: Slot, sidePt: readonly [number, number], turn: Turn): Slot {
  const { box } = slot;
  const seen: Slot = { ...slot, box: { ...box, left: sidePt[0] - box.left - box.width } };
  return standsOnHead(sidePt, turn) ? turnSlot(seen, sidePt) : seen;
}

/** On fronts only: a leaf is cut once, and two sides never meet to a hair. */
function marksOf(
  request: ImpositionRequest,
  placements: readonly Placement[],
  slots: readonly Slot[],
  cuts: readonly PaperLine[],
  { sidePt, scale }: SheetLayout,
): readonly Mark[] {
  const paper: SideBox = { left: 0, top: 0, width: sidePt[0], height: sidePt[1] };
  return [
    ...(wants(request, 'cut') ? cuts.flatMap(cut => lineEnds('cut', cut, paper, placements)) : []),
    ...(wants(request, 'crop')
      ? slots.flatMap((slot, at) => {
          const placement = placements[at];
          return placement === undefined ? [] : cropMarks(placement, slot, request.bleedPt * scale);
        })
      : []),
  ];
}

/** At the spine's edge of the leaf that lies on top, whence the holes are as far inwards as the plan says. */
function holesOf(request: ImpositionRequest, placement: Placement | undefined, sewing: Sewing | null): readonly Mark[] {
  if (placement === undefined || sewing === null || !wants(request, 'sewing')) return [];
  const spine = request.direction === 'ltr' ? 'left' : 'right';
  return sewingMarks(placement, { box: placement.box, spine, turned: false }, sewing.stationsPt);
}
