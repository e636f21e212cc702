import type { Point } from '../drawing/drawing.ts';
import type { SheetPlan } from '../impose/sheetPlan.ts';
import type { ShownSheet } from './shownSheets.ts';

/** Where the sheets of a preview stand, in pixels. */
export interface PreviewGrid {
  readonly columns: number;
  readonly rows: number;
  /** The whole picture's, margins included. */
  readonly width: number;
  readonly cellWidth: number;
  readonly rowHeight: number;
  /** What stands over a sheet. */
  readonly overHeight: number;
  /** A side as it is drawn, and pixels for a point of it. */
  readonly side: readonly [width: number, height: number];
  readonly scale: number;
  /** Between a front and its back, for the sign of the turn. */
  readonly turnGap: number;
  /** Of as many digits as the last page's number has: zeros are wide. */
  readonly widestNumber: string;
}

export const previewMargin = 72;

/** As wide as a screen shows without scaling it. */
const widestPicture = 1600;
const cellGap = 96;
const turnGap = 80;
const signatureHeight = 44;
const captionHeight = 44;
const rowGap = 44;

/** No side is drawn higher or wider: a single sheet would fill the picture. */
const highestSide = 620;
const widestSide = 860;

/** Level sheets stand two pairs a row, upright ones three. */
export function layPreview({ sidePt, sheets, signatures }: SheetPlan, cells: readonly ShownSheet[]): PreviewGrid {
  const [width, height] = sidePt;
  const columns = Math.min(cells.length, width > height ? 2 : 3);
  const room = (widestPicture - 2 * previewMargin - (columns - 1) * cellGap) / columns;
  const sides = sheets.some(({ back }) => back !== null) ? 2 : 1;
  const sideRoom = Math.min((room - (sides - 1) * turnGap) / sides, widestSide);
  const scale = Math.min(sideRoom / width, highestSide / height);
  const cellWidth = sides * width * scale + (sides - 1) * turnGap;
  const overHeight = cells.some(({ signature }) => signature !== null) ? signatureHeight : 0;
  const last = signatures.reduce((greatest, { lastPage }) => Math.max(greatest, lastPage ?? 0), 0);
  return {
    columns,
    rows: Math.ceil(cells.length / columns),
    width: columns * cellWidth + (columns - 1) * cellGap + 2 * previewMargin,
    cellWidth,
    rowHeight: overHeight + height * scale + captionHeight + rowGap,
    overHeight,
    side: [width * scale, height * scale],
    scale,
    turnGap,
    widestNumber: '0'.repeat(String(last + 1).length),
  };
}

/** The top left corner of a cell's front. */
export function cellCorner(
  { columns, cellWidth, rowHeight, overHeight }: PreviewGrid,
  index: number,
  top: number,
): Point {
  const [column, row] = [index % columns, Math.floor(index / columns)];
  return [previewMargin + column * (cellWidth + cellGap), top + overHeight + row * rowHeight];
}
