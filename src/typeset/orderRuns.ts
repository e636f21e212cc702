import type { BidiLevel } from '../fonts/bidiAlgorithm.ts';
import { visualOrder } from '../fonts/visualOrder.ts';
import type { LinkTarget, Run } from './pageList.ts';

/** A stretch of a line in reading order: a piece of a word or a space. */
export interface LineItem {
  readonly text: string;
  readonly widthPt: number;
  readonly style: number;
  readonly target: LinkTarget | null;
  readonly level: BidiLevel;
  readonly spreadPt: number;
}

interface PlacedItem extends LineItem {
  readonly xPt: number;
}

/** Gives the items of a line their places from its left edge on, and joins those of one style, target and level to runs. */
export function orderRuns(items: readonly LineItem[], leftPt: number): Run[] {
  const places = new Float64Array(items.length);
  let x = leftPt;
  for (const index of visualOrder(items.map(item => item.level))) {
    places[index] = x;
    x += items[index]?.widthPt ?? 0;
  }
  const groups: PlacedItem[][] = [];
  items.forEach((item, index) => {
    const placed = { ...item, xPt: places[index] ?? leftPt };
    const group = groups.at(-1);
    const last = group?.at(-1);
    const goesOn =
      last?.style === item.style &&
      last.target === item.target &&
      last.level === item.level &&
      last.spreadPt === item.spreadPt;
    if (goesOn && group !== undefined) group.push(placed);
    else groups.push([placed]);
  });
  return groups.flatMap(closeRun);
}

function closeRun(items: readonly PlacedItem[]): Run[] {
  const [first] = items;
  if (first === undefined) return [];
  return [
    {
      style: first.style,
      xPt: roundHundredth(Math.min(...items.map(item => item.xPt))),
      widthPt: roundHundredth(items.reduce((sum, item) => sum + item.widthPt, 0)),
      text: items.map(item => item.text).join(''),
      ...(first.level % 2 === 1 ? { direction: 'rtl' as const } : {}),
      ...(first.spreadPt === 0 ? {} : { spreadPt: first.spreadPt }),
      ...(first.target === null ? {} : { target: first.target }),
    },
  ];
}

/** As the composer of lines rounds. */
function roundHundredth(lengthPt: number): number {
  return Math.round(lengthPt * 100) / 100;
}
