import type { SheetPlan } from '../../impose/sheetPlan.ts';

/** What is left of the paper around a leaf when it is folded and cut apart: what there is to cut off. */
export interface LeafMargins {
  /** At head and at foot, each. */
  readonly headPt: number;
  /** At the fore-edge; of single leaves at the spine, too. */
  readonly foreEdgePt: number;
}

/** Less than this is how halves of A4 and A5 differ, and no knife cuts it. */
const leastCutPt = 2.5;

/** How a part of a sheet is divided into places for pages, by their number. */
const columnsOf: Readonly<Record<number, number>> = { 1: 1, 2: 2, 4: 2, 8: 4 };

export function leafMargins({ sheets, parts, leafPt, folds, scheme }: SheetPlan): LeafMargins {
  const places = (sheets[0]?.front.placements.length ?? 0) / parts.length;
  const [part] = parts;
  const columns = columnsOf[places];
  if (part === undefined || columns === undefined || scheme === 'mini-zine') return { headPt: 0, foreEdgePt: 0 };
  const beside = part.width / columns - leafPt[0];
  const above = (part.height * columns) / places - leafPt[1];
  const isFolded = folds.length > 0;
  return { headPt: orNothing(above / 2), foreEdgePt: orNothing(isFolded ? beside : beside / 2) };
}

function orNothing(lengthPt: number): number {
  return lengthPt < leastCutPt ? 0 : lengthPt;
}
