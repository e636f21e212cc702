import type { Point } from '../drawing/drawing.ts';
import type { Fold, PaperLine, SheetPlan, SideBox } from '../impose/sheetPlan.ts';
import type { Segment } from './lines.ts';
import { throughPaper } from './turn.ts';

/** Where a side is folded and cut, from edge to edge. */
export interface SideLines {
  readonly creases: readonly Crease[];
  readonly cuts: readonly Segment[];
}

/** What a fold leaves in the paper, and by which fold, counted from 1. */
export interface Crease extends Segment {
  readonly fold: number;
}

/** The lines of a plan on the fronts or the backs of its sheets, laid flat. */
export function sideLines(plan: SheetPlan, side: 'front' | 'back'): SideLines {
  const seen = ({ from, to }: Segment): Segment =>
    side === 'front' ? { from, to } : { from: throughPaper(plan, from), to: throughPaper(plan, to) };
  const [width, height] = plan.sidePt;
  const sheet: SideBox = { left: 0, top: 0, width, height };
  const creased = plan.folds.flatMap((fold, index) =>
    creasesOf(fold, plan.folds.slice(0, index)).map(line => ({ line, fold: index + 1 })),
  );
  const slits = plan.slits.filter(({ when }) => when === 'flat');
  return {
    creases: plan.parts.flatMap(part => creased.map(({ line, fold }) => ({ ...seen(across(part, line)), fold }))),
    cuts: [
      ...plan.cuts.map(cut => across(sheet, cut)),
      ...plan.parts.flatMap(part => slits.map(slit => along(part, slit, slit.from, slit.to))),
    ].map(seen),
  };
}

/** A fold goes through all that was folded behind before it, and so leaves a crease there, too, as far from that fold. */
function creasesOf(fold: Fold, before: readonly Fold[]): PaperLine[] {
  const parallel = before.filter(({ axis, behind }) => axis === fold.axis && behind !== null);
  const places = parallel.reduceRight<number[]>(
    (known, { at }) => [...known, ...known.map(place => 2 * at - place)],
    [fold.at],
  );
  return places.map(at => ({ axis: fold.axis, at }));
}

function across(box: SideBox, line: PaperLine): Segment {
  return along(box, line, 0, line.axis === 'vertical' ? box.height : box.width);
}

function along({ left, top }: SideBox, { axis, at }: PaperLine, from: number, to: number): Segment {
  const point = (distance: number): Point => {
    switch (axis) {
      case 'vertical':
        return [left + at, top + distance];
      case 'horizontal':
        return [left + distance, top + at];
    }
  };
  return { from: point(from), to: point(to) };
}
