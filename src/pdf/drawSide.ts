import type { Placement, SheetSide, SideBox } from '../impose/sheetPlan.ts';
import { drawMarks } from './drawMarks.ts';
import { formatNumber } from './pdfSyntax.ts';

/** A page that can be placed: its form in content streams, `P12`, upright, with the bottom left of its bleed at 0, 0. */
export interface PlacedForm {
  readonly name: string;
  /** What is cut out of it, in points; on every side of it there is {@link PlacedForm.bleedPt} more. */
  readonly trimPt: readonly [width: number, height: number];
  readonly bleedPt: number;
}

/** The boxes of a page by their names: left, bottom, right and top, in points. */
export type SideBoxes = Readonly<Record<string, readonly number[]>>;

/** What a side shows. */
export interface DrawnSide {
  readonly content: string;
  /** The pages on it, by index, each once. */
  readonly pages: readonly number[];
  /** Its marks, which are drawn over the pages: those of many sides are the same. */
  readonly marks: string;
  /** What is left when the sheet is cut, and what is printed beyond it, as the boxes of a PDF (ISO 32000-1, 14.11.2). */
  readonly boxes: SideBoxes;
}

/**
 * Draws a side of a sheet: its pages as forms, and apart from them its marks.
 *
 * @param formOf the form of a page; `null` for a blank one
 */
export function drawSide(
  side: SheetSide,
  sidePt: readonly [width: number, height: number],
  formOf: (page: number) => PlacedForm | null,
): DrawnSide {
  const pages = new Set<number>();
  const operators: string[] = [];
  for (const placement of side.placements) {
    const form = placement.page === null ? null : formOf(placement.page);
    if (form === null || placement.page === null) continue;
    pages.add(placement.page);
    operators.push(placeForm(placement, form, sidePt[1]));
  }
  const marks = side.marks.length === 0 ? '' : drawMarks(side.marks, sidePt);
  return { content: operators.join('\n'), pages: [...pages], marks, boxes: sideBoxes(side.placements, sidePt) };
}

/** Cosine and sine of the angles by which a page is turned clockwise. */
const turns = { 0: [1, 0], 90: [0, -1], 180: [-1, 0], 270: [0, 1] } as const;

/** The middle of the page's trim comes to the middle of its place. */
function placeForm({ box, clip, rotation, scale }: Placement, form: PlacedForm, heightPt: number): string {
  const [cosine, sine] = turns[rotation];
  const [a, b] = [scale * cosine, scale * sine];
  const middleX = form.bleedPt + form.trimPt[0] / 2;
  const middleY = form.bleedPt + form.trimPt[1] / 2;
  const x = box.left + box.width / 2 - (a * middleX - b * middleY);
  const y = heightPt - (box.top + box.height / 2) - (b * middleX + a * middleY);
  const matrix = [a, b, -b, a].map(number => formatNumber(number, 5)).join(' ');
  return `q ${rectangle(clip, heightPt)} re W n ${matrix} ${place(x)} ${place(y)} cm/${form.name} Do Q`;
}

/** A box of a side, counted from the top, as PDF has it: left, bottom, width and height. */
export function rectangle({ left, top, width, height }: SideBox, heightPt: number): string {
  return [left, heightPt - top - height, width, height].map(place).join(' ');
}

/** Thousandths of a point: creep is a few hundredths a sheet. */
export function place(lengthPt: number): string {
  return formatNumber(lengthPt, 3);
}

/** Where pages stand is what the trim is; blanks are pages, too. A side without places is a sheet as it is. */
function sideBoxes(placements: readonly Placement[], [widthPt, heightPt]: readonly [number, number]): SideBoxes {
  const MediaBox = [0, 0, widthPt, heightPt].map(round);
  const trim = around(placements.map(({ box }) => box));
  const bleed = around(placements.flatMap(({ box, clip }) => [box, clip]));
  if (trim === null || bleed === null) return { MediaBox };
  const within = ({ left, top, right, bottom }: Bounds): number[] =>
    [
      Math.max(left, 0),
      Math.max(heightPt - bottom, 0),
      Math.min(right, widthPt),
      Math.min(heightPt - top, heightPt),
    ].map(round);
  const [BleedBox, TrimBox] = [within(bleed), within(trim)];
  return String(BleedBox) === String(TrimBox) ? { MediaBox, TrimBox } : { MediaBox, BleedBox, TrimBox };
}

function round(lengthPt: number): number {
  return Number(place(lengthPt));
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function around(boxes: readonly SideBox[]): Bounds | null {
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map(box => box.left)),
    top: Math.min(...boxes.map(box => box.top)),
    right: Math.max(...boxes.map(box => box.left + box.width)),
    bottom: Math.max(...boxes.map(box => box.top + box.height)),
  };
}
