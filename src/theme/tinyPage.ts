import { runningRoom } from './runningRoom.ts';
import type { PrintSettings } from './themeSchema.ts';
import type { TrimPt } from './trimSizes.ts';

/** A page lower than this has no line to spare for a running head, nor for a heading that sinks: less than A6, in points. */
const tinyHeightPt = 400;

export function isTiny([, heightPt]: TrimPt): boolean {
  return heightPt < tinyHeightPt;
}

/** What a printer at home reaches, and a little more at the sides, where folds and cuts are never exact; points. */
const topPt = 22;
const sidePt = 20;
const safePt = 18;

/** The smallest text of a page that is held in one hand, and the largest that leaves it lines to read; points. */
export const tinySizesPt = { smallest: 7.5, usual: 8.5, largest: 9.5 } as const;

/**
 * A page of a zine, such as an eighth of a sheet: as much text as there is room for between margins that any printer keeps,
 * alike on both sides, for it is folded and not bound; the number of the page at its foot and nothing at its head.
 */
export function tinyPage([, heightPt]: TrimPt, bodySizePt: number, leadingPt: number): PrintSettings {
  const belowPt = runningRoom(bodySizePt, leadingPt).belowPt + safePt;
  const lines = Math.floor((heightPt - topPt - belowPt) / leadingPt);
  const bottom = Math.round((heightPt - topPt - lines * leadingPt) * 100) / 100;
  return {
    bodySize: bodySizePt,
    leading: leadingPt,
    paragraphIndent: Math.round(bodySizePt),
    margins: { top: topPt, bottom, inner: sidePt, outer: sidePt },
    headings: { sink: 1, space: 1 },
    titlePage: { sink: 4 },
    runningHeads: { verso: 'none', recto: 'none', folio: 'foot' },
  };
}
