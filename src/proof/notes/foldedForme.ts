import type { Fold, SheetPlan, SheetSide, SideBox } from '../../impose/sheetPlan.ts';
import { throughPaper } from '../turn.ts';

/** What of a sheet's front is still seen after some of its folds, for all that goes behind is out of sight. */
export function frontLeft(part: SideBox, folds: readonly Fold[]): SideBox {
  return folds.reduce((left, { at, behind }) => withoutBehind(part, left, at, behind), part);
}

function withoutBehind(part: SideBox, left: SideBox, at: number, behind: Fold['behind']): SideBox {
  const [x, y] = [part.left + at, part.top + at];
  switch (behind) {
    case 'left':
      return { ...left, left: x, width: left.left + left.width - x };
    case 'right':
      return { ...left, width: x - left.left };
    case 'top':
      return { ...left, top: y, height: left.top + left.height - y };
    case 'bottom':
      return { ...left, height: y - left.top };
    case null:
      return left;
  }
}

/** A box of a sheet's front as it lies on the back, right through the paper. */
export function boxBehind(plan: SheetPlan, { left, top, width, height }: SideBox): SideBox {
  const [one, other] = [throughPaper(plan, [left, top]), throughPaper(plan, [left + width, top + height])];
  return { left: Math.min(one[0], other[0]), top: Math.min(one[1], other[1]), width, height };
}

/** The pages whose middles stand in a box of a side, counted from 1, from the top and from the left; `null` for blanks. */
export function pagesIn({ placements }: SheetSide, box: SideBox): (number | null)[] {
  const isIn = ({ left, top, width, height }: SideBox): boolean => {
    const [x, y] = [left + width / 2, top + height / 2];
    return x > box.left && x < box.left + box.width && y > box.top && y < box.top + box.height;
  };
  return placements
    .filter(placement => isIn(placement.box))
    .toSorted((one, other) => one.box.top - other.box.top || one.box.left - other.box.left)
    .map(({ page }) => (page === null ? null : page + 1));
}

/** A part of a sheet by where it lies: `upper half`; `null` where the sheet is in one. */
export function partName({ parts, sidePt }: Pick<SheetPlan, 'parts' | 'sidePt'>, index: number): string | null {
  const part = parts[index];
  if (part === undefined || parts.length === 1) return null;
  const row = half(part.top, part.height, sidePt[1], 'upper', 'lower');
  const column = half(part.left, part.width, sidePt[0], 'left', 'right');
  if (parts.length === 2) return `${row}${column} half`;
  return row !== '' && column !== '' && parts.length === 4 ? `${row} ${column} quarter` : `part ${index + 1}`;
}

/** The same of several sheets: `upper halves`. */
export function partNames(plan: Pick<SheetPlan, 'parts' | 'sidePt'>, index: number): string | null {
  return partName(plan, index)?.replace(/half$/, 'halve').concat('s') ?? null;
}

/** How a sheet lies before someone who reads its front. */
export function lyingWords({ sidePt }: Pick<SheetPlan, 'sidePt'>): string {
  return sidePt[0] > sidePt[1] ? 'a long side towards you' : 'a short side towards you';
}

/** Nothing where the part is as long as the sheet. */
function half(start: number, length: number, whole: number, first: string, second: string): string {
  if (length > whole * 0.9) return '';
  return start + length / 2 < whole / 2 ? first : second;
}
