import { CompileError } from '../diagnostics/compileError.ts';
import { gridOf, miniZine, mirrored } from './formes.ts';
import type { ImpositionRequest } from './imposition.ts';
import { lineEnds, slitMarks, wants } from './marks.ts';
import { placePage } from './placePage.ts';
import { layOutSheet } from './sheetLayout.ts';
import type { Fold, Mark, Placement, SheetPlan, Slit } from './sheetPlan.ts';

const zinePages = 8;

/**
 * Eight pages on one side of one sheet: folded lengthwise and slit through the middle two of its four columns, pushed
 * together to a cross and laid flat, it is a book. Nothing is cut off, so that pages stand in the middle of their places.
 * @throws CompileError `impose/too-many-pages`, `impose/page-too-large`
 */
export function planMiniZine(request: ImpositionRequest): SheetPlan {
  const asked = request.pages + request.flyleaves * 4;
  if (asked > zinePages) throw tooMany(request);
  const front = request.direction === 'rtl' ? mirrored(miniZine.front) : miniZine.front;
  const layout = layOutSheet(request, { ...gridOf(miniZine), parts: 1 });
  const [width, height] = layout.slotPt;
  const [paper] = layout.parts;
  const placements = front.flatMap((row, rowIndex) =>
    row.map((place, column): Placement => {
      const page = place - request.flyleaves * 2;
      const box = { left: column * width, top: rowIndex * height, width, height };
      const slot = { box, spine: null, turned: miniZine.turnedRows[rowIndex] ?? false };
      return placePage(page >= 0 && page < request.pages ? page : null, slot, layout, request, 0);
    }),
  );
  const folds = foldsOf(width, height);
  const slit: Slit = { axis: 'horizontal', at: height, from: width, to: width * 3, when: 'flat' };
  const marks: readonly Mark[] = [
    ...(wants(request, 'fold') && paper !== undefined
      ? folds.flatMap(fold => lineEnds('fold', fold, paper, placements))
      : []),
    ...(wants(request, 'cut') ? slitMarks(slit, []) : []),
  ];
  return {
    scheme: request.scheme,
    duplex: request.duplex,
    direction: request.direction,
    sidePt: layout.sidePt,
    leafPt: layout.slotPt,
    sheets: [{ front: { placements, marks }, back: null }],
    signatures: [
      { sheets: [0], half: null, pieces: [{ sheet: 0, part: 0 }], firstPage: 0, lastPage: request.pages - 1 },
    ],
    blanks: zinePages - request.pages,
    scale: layout.scale,
    turn: 'longEdge',
    passes: null,
    cuts: [],
    parts: layout.parts,
    folds,
    slits: [slit],
    creepPt: 0,
    sewing: null,
  };
}

/** Creased both ways before the slit is cut; how they are laid on each other in the end is told by the slit. */
function foldsOf(width: number, height: number): readonly Fold[] {
  return [
    ...[width * 2, width, width * 3].map((at): Fold => ({ axis: 'vertical', at, behind: null })),
    { axis: 'horizontal', at: height, behind: null },
  ];
}

function tooMany({ pages, flyleaves }: ImpositionRequest): CompileError {
  const blanks = flyleaves === 0 ? '' : ` with ${flyleaves * 4} pages of flyleaves`;
  return new CompileError(
    'impose/too-many-pages',
    `A mini-zine holds ${zinePages} pages, and ${pages} were given${blanks}.`,
    {
      hint: `Shorten the text to ${zinePages} pages, or make a booklet, which would take ${Math.ceil((pages + flyleaves * 4) / 4)} sheets.`,
    },
  );
}
