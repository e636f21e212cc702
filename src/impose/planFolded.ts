import { type Forme, backOf, folio, mirrored, pagesOf, quarto } from './formes.ts';
import type { ImpositionRequest } from './imposition.ts';
import { type Slot, placePage } from './placePage.ts';
import { type SheetLayout, layOutSheet } from './sheetLayout.ts';
import type {
  Fold,
  FoldedSheet,
  PaperLine,
  SheetPlan,
  SheetSide,
  Sheet,
  SideBox,
  Signature,
  Slit,
} from './sheetPlan.ts';
import { passesOf, turnBack, turnOf } from './turnBack.ts';

/** A folded sheet: its signature's length in pages, how many sheets are around it, and where its signature begins. */
interface Leaves {
  readonly pages: number;
  readonly depth: number;
  readonly start: number;
  readonly signature: number;
}

/**
 * Sheets that are folded through their middle, laid into each other and bound in the fold.
 * @param lengthsOf how many sheets each signature has, of all
 */
export function planFolded(
  request: ImpositionRequest,
  forme: Forme,
  lengthsOf: (sheets: number) => readonly number[],
): SheetPlan {
  const parts = forme === folio ? request.abreast : 1;
  const front = forme.front;
  const layout = layOutSheet(request, { columns: front[0]?.length ?? 0, rows: front.length, parts });
  const pagesPerSheet = pagesOf(forme);
  const asked = request.pages + request.flyleaves * 4;
  const lengths = lengthsOf(Math.ceil(asked / pagesPerSheet));
  const leaves = leavesOf(lengths, pagesPerSheet);
  const spread = spreadOverParts(lengths, parts);
  const turn = turnOf(request.duplex);
  const drawSide = createDrawer(request, forme, layout);
  const sheets = spread.sheets.map((indexes): Sheet => {
    const drawn = indexes.map(index => (index === null ? null : (leaves[index] ?? null)));
    return { front: drawSide(drawn, 'front'), back: turnBack(drawSide(drawn, 'back'), layout.sidePt, turn) };
  });
  const deepest = Math.max(...leaves.map(each => each.depth)) * (pagesPerSheet / 4) + pagesPerSheet / 4 - 1;
  return {
    scheme: request.scheme,
    duplex: request.duplex,
    direction: request.direction,
    sidePt: layout.sidePt,
    leafPt: layout.leafPt,
    sheets,
    signatures: signaturesOf(request, lengths, pagesPerSheet, spread),
    blanks: leaves.length * pagesPerSheet - request.pages,
    scale: layout.scale,
    turn,
    passes: passesOf(request.duplex, sheets.length, true),
    cuts: parts === 2 ? [{ axis: 'horizontal', at: layout.sidePt[1] / 2 }] : [],
    parts: layout.parts,
    folds: foldsOf(forme, layout, request.direction),
    slits: slitsOf(forme, layout),
    creepPt: deepest * request.caliperPt * request.creepFactor,
    sewing: null,
  };
}

/** Every folded sheet of the book, in the order of reading its first page. */
function leavesOf(lengths: readonly number[], pagesPerSheet: number): readonly Leaves[] {
  let start = 0;
  return lengths.flatMap((length, signature) => {
    const pages = length * pagesPerSheet;
    const first = start;
    start += pages;
    return Array.from({ length }, (_, depth) => ({ pages, depth, start: first, signature }));
  });
}

interface Spread {
  /** For each sheet that is printed, the folded sheets on its parts. */
  readonly sheets: readonly (readonly (number | null)[])[];
  /** Where each folded sheet is. */
  readonly places: readonly FoldedSheet[];
}

/**
 * One folded sheet on each sheet, or two: signatures side by side in pairs, a lone one's outer half above its inner one, so
 * that the halves are cut, folded, and laid into each other.
 */
function spreadOverParts(lengths: readonly number[], parts: number): Spread {
  const sheets: (number | null)[][] = [];
  const places: FoldedSheet[] = [];
  let next = 0;
  const put = (sheet: number, part: number): void => {
    const row = (sheets[sheet] ??= Array.from({ length: parts }, () => null));
    row[part] = next;
    places[next] = { sheet, part };
    next++;
  };
  for (let signature = 0; signature < lengths.length; signature += parts) {
    const base = sheets.length;
    const group = lengths.slice(signature, signature + parts);
    const halves = group.length === 1 && parts === 2 ? halve(group[0] ?? 0) : group;
    halves.forEach((length, part) => {
      for (let depth = 0; depth < length; depth++) put(base + depth, part);
    });
  }
  return { sheets, places };
}

function halve(length: number): readonly number[] {
  return [Math.ceil(length / 2), Math.floor(length / 2)];
}

function signaturesOf(
  request: ImpositionRequest,
  lengths: readonly number[],
  pagesPerSheet: number,
  { places }: Spread,
): readonly Signature[] {
  let next = 0;
  return lengths.map(length => {
    const folded = places.slice(next, next + length);
    const first = pageAt(next * pagesPerSheet, request);
    const last = next * pagesPerSheet + length * pagesPerSheet - 1 - request.flyleaves * 2;
    next += length;
    const parts = new Set(folded.map(each => each.part));
    const isEmpty = last < 0 || (first ?? 0) >= request.pages;
    return {
      sheets: [...new Set(folded.map(each => each.sheet))],
      half: request.abreast === 2 && parts.size === 1 ? (folded[0]?.part === 1 ? 1 : 0) : null,
      folded,
      firstPage: isEmpty ? null : first,
      lastPage: isEmpty ? null : Math.min(last, request.pages - 1),
    };
  });
}

/** The page at a place of the book, flyleaves and blanks counted; `null` for those. */
function pageAt(place: number, { pages, flyleaves }: ImpositionRequest): number | null {
  const page = place - flyleaves * 2;
  return page >= 0 && page < pages ? page : null;
}

type DrawSide = (parts: readonly (Leaves | null)[], which: 'front' | 'back') => SheetSide;

/** Draws a side as it is seen when the sheet is turned like a page. */
function createDrawer(request: ImpositionRequest, forme: Forme, layout: SheetLayout): DrawSide {
  const front = request.direction === 'rtl' ? mirrored(forme.front) : forme.front;
  const rows = { front, back: backOf(front) };
  const pagesPerSheet = pagesOf(forme);
  const step = request.caliperPt * request.creepFactor;
  return (parts, which) => ({
    placements: parts.flatMap((leaves, part) => {
      if (leaves === null) return [];
      return rows[which].flatMap((row, rowIndex) =>
        row.map((page, column) => {
          const place = leaves.start + placeInSignature(page, leaves, pagesPerSheet);
          const slot = slotAt(layout, part, rowIndex, column, {
            turned: forme.turnedRows[rowIndex] ?? false,
            isRecto: page % 2 === 0,
            direction: request.direction,
          });
          const creepPt = step * depthOf(place - leaves.start, leaves.pages);
          return placePage(pageAt(place, request), slot, layout, request, creepPt);
        }),
      );
    }),
    marks: [],
  });
}

/** A sheet's pages are half before and half after those of the sheets laid into it. */
function placeInSignature(page: number, { depth, pages }: Leaves, pagesPerSheet: number): number {
  const half = pagesPerSheet / 2;
  return page < half ? depth * half + page : pages - (depth + 1) * half + page - half;
}

/** How many pairs of leaves are around a page's: what is inside is pushed out by them. */
function depthOf(place: number, pages: number): number {
  return Math.floor(Math.min(place, pages - 1 - place) / 2);
}

function slotAt(
  { parts, slotPt }: SheetLayout,
  part: number,
  row: number,
  column: number,
  page: { readonly turned: boolean; readonly isRecto: boolean; readonly direction: 'ltr' | 'rtl' },
): Slot {
  const [width, height] = slotPt;
  const isLeft = page.isRecto !== page.turned;
  const box: SideBox = { left: column * width, top: (parts[part]?.top ?? 0) + row * height, width, height };
  return { box, spine: isLeft === (page.direction === 'ltr') ? 'left' : 'right', turned: page.turned };
}

/** The fold at the spine comes last; a book from right to left is folded the other way round. */
function foldsOf(forme: Forme, { sidePt, slotPt }: SheetLayout, direction: 'ltr' | 'rtl'): readonly Fold[] {
  const [width] = sidePt;
  const behind = direction === 'ltr' ? 'left' : 'right';
  const middle: Fold = { axis: 'vertical', at: width / 2, behind };
  const head: Fold = { axis: 'horizontal', at: slotPt[1], behind: 'top' };
  if (forme === folio) return [middle];
  if (forme === quarto) return [head, middle];
  return [middle, head, { axis: 'vertical', at: direction === 'ltr' ? width * 0.75 : width * 0.25, behind }];
}

/** Folded heads, and in octavo the fore-edges of the later leaves, are opened before they are read. */
function slitsOf(forme: Forme, { sidePt, slotPt }: SheetLayout): readonly Slit[] {
  if (forme === folio) return [];
  const head: Slit = line({ axis: 'horizontal', at: slotPt[1] }, 0, sidePt[0]);
  if (forme === quarto) return [head];
  return [head, line({ axis: 'vertical', at: sidePt[0] / 2 }, 0, sidePt[1])];
}

function line(where: PaperLine, from: number, to: number): Slit {
  return { ...where, from, to, when: 'folded' };
}
