import { createFoldedDrawer, creepOf, type FoldedSheet } from './drawFolded.ts';
import { type Forme, folio, gridOf, pagesOf, quarto } from './formes.ts';
import type { ImpositionRequest } from './imposition.ts';
import { sewingOf } from './sewingStations.ts';
import { type SheetLayout, layOutSheet } from './sheetLayout.ts';
import type { Fold, Piece, PaperLine, SheetPlan, Signature, Slit } from './sheetPlan.ts';
import { passesOf, turnOf } from './turnBack.ts';

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
  const layout = layOutSheet(request, { ...gridOf(forme), parts });
  const pagesPerSheet = pagesOf(forme);
  const asked = request.pages + request.flyleaves * 4;
  const lengths = lengthsOf(Math.ceil(asked / pagesPerSheet));
  const foldedSheets = foldedSheetsOf(lengths, pagesPerSheet);
  const spread = spreadOverParts(lengths, parts);
  const frame = {
    scheme: request.scheme,
    duplex: request.duplex,
    direction: request.direction,
    sidePt: layout.sidePt,
    leafPt: layout.leafPt,
    signatures: signaturesOf(request, lengths, pagesPerSheet, spread),
    blanks: foldedSheets.length * pagesPerSheet - request.pages,
    scale: layout.scale,
    turn: turnOf(request.duplex),
    passes: passesOf(request.duplex, spread.sheets.length),
    cuts: parts === 2 ? [{ axis: 'horizontal', at: layout.sidePt[1] / 2 } as const] : [],
    parts: layout.parts,
    folds: foldsOf(forme, layout, request.direction),
    slits: slitsOf(forme, layout),
    creepPt: creepOf(request, layout.leafPt, (lengths[0] ?? 1) * (pagesPerSheet / 4) - 1),
    sewing: sewingOf(request, layout.leafPt),
  };
  const drawSheet = createFoldedDrawer(request, forme, layout, frame);
  return {
    ...frame,
    sheets: spread.sheets.map(indexes =>
      drawSheet(indexes.map(index => (index === null ? null : (foldedSheets[index] ?? null)))),
    ),
  };
}

/** Every folded sheet of the book, in the order of reading its first page. */
function foldedSheetsOf(lengths: readonly number[], pagesPerSheet: number): readonly FoldedSheet[] {
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
  readonly places: readonly Piece[];
}

/**
 * One folded sheet on each sheet, or two: signatures side by side in pairs, a lone one's outer half above its inner one, so
 * that the halves are cut, folded, and laid into each other.
 */
function spreadOverParts(lengths: readonly number[], parts: number): Spread {
  const sheets: (number | null)[][] = [];
  const places: Piece[] = [];
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
    const pieces = places.slice(next, next + length);
    const first = next * pagesPerSheet - request.flyleaves * 2;
    const last = first + length * pagesPerSheet - 1;
    next += length;
    const parts = new Set(pieces.map(each => each.part));
    const isEmpty = last < 0 || first >= request.pages;
    return {
      sheets: [...new Set(pieces.map(each => each.sheet))],
      half: request.abreast === 2 && parts.size === 1 ? (pieces[0]?.part === 1 ? 1 : 0) : null,
      pieces,
      firstPage: isEmpty ? null : Math.max(0, first),
      lastPage: isEmpty ? null : Math.min(last, request.pages - 1),
    };
  });
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
