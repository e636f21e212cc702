import type { ImpositionRequest } from '../../src/impose/imposition.ts';
import type { SheetPlan, SheetSide } from '../../src/impose/sheetPlan.ts';
import { sidePicture } from '../../src/proof/sidePicture.ts';
import { drawnPages } from './drawnPages.ts';

/** One face of a panel of paper: the number on it, and whether it stands on its head. */
interface Face {
  readonly number: number;
  readonly isTurned: boolean;
}

/** A panel as it lies: what is seen from above, and what is below. */
interface Panel {
  readonly above: Face;
  readonly below: Face;
}

/** Paper that is one layer thick, as rows of panels. */
type Flat = readonly (readonly Panel[])[];

/**
 * Does with printed sheets what their notes say, sentence by sentence, and reads what comes out as a book. It knows the
 * sheets by their ink and paper by its own rules: of the plan it takes nothing but what is printed.
 */
export function readBook(request: ImpositionRequest, { sheets, sidePt }: SheetPlan, notes: string): number[] {
  const printed = sheets.map(sheet => panelsOf(request, sheet.front, sheet.back, sidePt));
  const said = notes.replace(/\s+/g, ' ');
  const piles = cutPiles(printed, said);
  const stacked = /Lay the piles on each other, from the top: (.*?)\. Page 1/.exec(said)?.[1];
  if (stacked !== undefined) return stacked.split(/, | and /).flatMap(name => readPile(piles.get(name)));
  if (!said.includes('Fold')) return readPile(piles.get('sheet'));
  const isBackwards = /(\w+) of it: that is the spine/.exec(said)?.[1] === 'right';
  if (said.includes('back behind')) {
    const folds = [...said.matchAll(/Fold the (left|right|upper|lower) half back behind/g)].map(([, side]) => side);
    return printed.flatMap(sheet =>
      readPile(folds.reduce<readonly Flat[]>((paper, side) => foldBehind(paper, side), [sheet])),
    );
  }
  return signaturesIn(said, piles).flatMap(signature => readNested(signature, isBackwards));
}

/** The sheets of each signature, outermost first. */
function signaturesIn(said: string, piles: ReadonlyMap<string, readonly Flat[]>): (readonly Flat[])[] {
  const gathered = [...said.matchAll(/\d+: (?:(upper|lower) half of )?sheets? (\d+)(?: to (\d+))?, /g)];
  if (gathered.length > 0) {
    return gathered.map(([, half, first, last = first]) =>
      (piles.get(half === undefined ? 'sheet' : `${half} half`) ?? []).slice(Number(first) - 1, Number(last)),
    );
  }
  const halves = /Lay the (upper|lower) halves .* on them the (upper|lower) halves/.exec(said);
  if (halves !== null) return [halves.slice(1).flatMap(half => piles.get(`${half} half`) ?? [])];
  const whole = piles.get('sheet') ?? [];
  return said.includes('Fold each sheet in half') ? whole.map(sheet => [sheet]) : [whole];
}

/** Cuts the pile as a whole, and names its parts as they lie. */
function cutPiles(sheets: readonly Flat[], said: string): Map<string, readonly Flat[]> {
  const isCutAcross = said.includes('Cut from side to side');
  const isCutDown = said.includes('Cut from top to bottom');
  if (!isCutAcross && !isCutDown) return new Map([['sheet', sheets]]);
  const rows = isCutAcross ? ['upper', 'lower'] : [''];
  const columns = isCutDown ? ['left', 'right'] : [''];
  const end = isCutAcross && isCutDown ? 'quarter' : 'half';
  return new Map(
    rows.flatMap((row, top) =>
      columns.map((column, left) => [
        [row, column, end].filter(word => word !== '').join(' '),
        sheets
          .map(sheet => part(sheet, top, rows.length).map(panels => part(panels, left, columns.length)))
          .filter(flat => flat.flat().length > 0),
      ]),
    ),
  );
}

function part<Item>(items: readonly Item[], index: number, parts: number): readonly Item[] {
  const size = items.length / parts;
  return items.slice(index * size, (index + 1) * size);
}

/** Leaves from the top, each read from its upper face to its lower one. */
function readPile(leaves: readonly Flat[] = []): number[] {
  return leaves.flatMap(leaf => {
    const panels = leaf.flat();
    const [panel] = panels;
    if (panel === undefined || panels.length !== 1) throw new Error('this is no leaf');
    return [uprightNumber(panel.above), uprightNumber(panel.below)];
  });
}

/** Sheets in each other, folded with the first page outside. */
function readNested(sheets: readonly Flat[], isBackwards: boolean): number[] {
  const halves = sheets.map(([row]) => (isBackwards ? row : row?.toReversed()) ?? []);
  const before = halves.flatMap(([first]) => (first === undefined ? [] : [first.above, first.below]));
  const after = halves.toReversed().flatMap(([, second]) => (second === undefined ? [] : [second.below, second.above]));
  return [...before, ...after].map(uprightNumber);
}

function uprightNumber({ number, isTurned }: Face): number {
  if (isTurned) throw new Error(`page ${number} is on its head`);
  return number;
}

/** A sheet as it lies with its front up: behind each number of the front, the one of the back. */
function panelsOf(
  { duplex }: ImpositionRequest,
  front: SheetSide,
  back: SheetSide | null,
  [width, height]: readonly [number, number],
): Flat {
  // Turned over an edge that stands upright, the back is mirrored from left to right; over a level one, from top to bottom.
  const isMirroredAcross = (duplex !== 'shortEdge') === height > width;
  const backs = (back === null ? [] : inkOf(back)).map(({ number, middle: [x, y], up }) => ({
    number,
    at: isMirroredAcross ? [width - x, y] : [x, height - y],
    isTurned: (isMirroredAcross ? up[1] : -up[1]) > 0,
  }));
  const rows: { readonly y: number; readonly panels: { readonly x: number; readonly panel: Panel }[] }[] = [];
  for (const { number, middle, up } of inkOf(front)) {
    const [x, y] = middle;
    const below = backs.toSorted((one, other) => away(one.at, middle) - away(other.at, middle))[0];
    if (below === undefined) throw new Error(`nothing is behind page ${number}`);
    const found = rows.find(each => Math.abs(each.y - y) < height / 8);
    const row = found ?? { y, panels: [] };
    if (found === undefined) rows.push(row);
    row.panels.push({ x, panel: { above: { number, isTurned: up[1] > 0 }, below } });
  }
  return rows
    .toSorted((one, other) => one.y - other.y)
    .map(({ panels }) => panels.toSorted((one, other) => one.x - other.x).map(({ panel }) => panel));
}

function inkOf(side: SheetSide) {
  return drawnPages(sidePicture(side, { creases: [], cuts: [] }, { pixelPt: 1, widestNumber: '000' }), 10);
}

function away([x = 0, y = 0]: readonly number[], [otherX, otherY]: readonly [number, number]): number {
  return Math.hypot(x - otherX, y - otherY);
}

/** One half goes behind the other: its layers come below, in the other order, each with its other face up. */
function foldBehind(paper: readonly Flat[], side: string | undefined): readonly Flat[] {
  const isLevel = side === 'upper' || side === 'lower';
  const halves = paper.map(layer => {
    const lines = isLevel ? layer : transposed(layer);
    const [first, second] = [part(lines, 0, 2), part(lines, 1, 2)];
    return side === 'left' || side === 'upper' ? { behind: first, stays: second } : { behind: second, stays: first };
  });
  const flat = (lines: Flat): Flat => (isLevel ? lines : transposed(lines));
  const below = halves
    .toReversed()
    .map(({ behind }) => flat(behind.toReversed()).map(row => row.map(panel => turned(panel, isLevel))));
  return [...halves.map(({ stays }) => flat(stays)), ...below];
}

function transposed(lines: Flat): Flat {
  return (lines[0] ?? []).map((_, index) => lines.flatMap(line => line[index] ?? []));
}

/** Turned over a level line, what is printed stands on its head; over an upright one it does not. */
function turned({ above, below }: Panel, isLevel: boolean): Panel {
  const turn = (face: Face): Face => ({ ...face, isTurned: face.isTurned !== isLevel });
  return { above: turn(below), below: turn(above) };
}
