import type { ImpositionRequest } from './imposition.ts';
import { leafGrid } from './leafGrid.ts';
import { placePage } from './placePage.ts';
import { layOutSheet } from './sheetLayout.ts';
import type { Grid } from './sheetLayout.ts';
import type { PaperLine, Piece, SheetPlan, SheetSide, SideBox } from './sheetPlan.ts';
import { passesOf, turnBack, turnOf } from './turnBack.ts';

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
  const backParts = parts.map(part => ({ ...part, left: layout.sidePt[0] - part.left - part.width }));
  const draw = (sheet: number, places: readonly SideBox[], face: 0 | 1): SheetSide => ({
    placements: places.map((box, part) => {
      const page = (part * count + sheet - request.flyleaves) * 2 + face;
      const slot = { box, spine: null, turned: false };
      return placePage(page >= 0 && page < request.pages ? page : null, slot, layout, request, 0);
    }),
    marks: [],
  });
  const sheets = Array.from({ length: count }, (_, sheet) => ({
    front: draw(sheet, parts, 0),
    back: turnBack(draw(sheet, backParts, 1), layout.sidePt, turn),
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
    passes: passesOf(request.duplex, count, true),
    cuts: cutsOf(layout.slotPt, grid),
    parts,
    folds: [],
    slits: [],
    creepPt: 0,
    sewing: null,
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
