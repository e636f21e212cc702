import type { Drawing } from '../../src/drawing/drawing.ts';
import type { ImpositionRequest } from '../../src/impose/imposition.ts';
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

/** Layers from the top, each as rows of panels. */
type Paper = readonly (readonly (readonly Panel[])[])[];

/**
 * Does with a printed sheet what the notes say, sentence by sentence, and reads what comes out as a book. It knows the sheet
 * by its ink, and paper by its own rules; the plan is not asked.
 */
export function readBook(request: ImpositionRequest, [front, back]: readonly Drawing[], notes: string): number[] {
  if (front === undefined || back === undefined) throw new Error('a sheet has two sides');
  const sentences = notes.replace(/\s+/g, ' ');
  let paper: Paper = [panelsOf(request, front, back)];
  if (sentences.includes('Fold the sheet in half with page 1 outside')) {
    paper = foldBehind(paper, request.direction === 'rtl' ? 'right' : 'left');
  }
  for (const [, side] of sentences.matchAll(/Fold the (left|right|upper|lower) half back behind/g)) {
    paper = foldBehind(paper, side as Side);
  }
  return paper.flatMap(layer => {
    expectOne(layer);
    return layer.flat().flatMap(({ above, below }) => {
      if (above.isTurned || below.isTurned) throw new Error(`page ${above.number} or ${below.number} is on its head`);
      return [above.number, below.number];
    });
  });
}

function expectOne(layer: readonly (readonly Panel[])[]): void {
  if (layer.flat().length !== 1) throw new Error('the sheet is not folded to a page');
}

type Side = 'left' | 'right' | 'upper' | 'lower';

/** The sheet as it lies with its front up: behind each number of the front, the one of the back. */
function panelsOf(request: ImpositionRequest, front: Drawing, back: Drawing): Panel[][] {
  const { widthUnits: width, heightUnits: height } = front;
  const turnsOverLong = request.duplex !== 'shortEdge';
  const isUpright = height > width;
  // Turned over an edge that stands upright, the back is mirrored from left to right; over a level one, from top to bottom.
  const isMirroredAcross = turnsOverLong === isUpright;
  const backs = drawnPages(back.shapes, 40).map(({ number, middle: [x, y], up }) => ({
    number,
    at: isMirroredAcross ? [width - x, y] : [x, height - y],
    isTurned: (isMirroredAcross ? up[1] : -up[1]) > 0,
  }));
  const rows: { y: number; panels: { x: number; panel: Panel }[] }[] = [];
  for (const { number, middle, up } of drawnPages(front.shapes, 40)) {
    const [x, y] = middle;
    const below = backs.toSorted((one, other) => away(one.at, middle) - away(other.at, middle))[0];
    if (below === undefined) throw new Error(`nothing is behind page ${number}`);
    const row = rows.find(each => Math.abs(each.y - y) < height / 8) ?? { y, panels: [] };
    if (row.panels.length === 0) rows.push(row);
    row.panels.push({ x, panel: { above: { number, isTurned: up[1] > 0 }, below } });
  }
  return rows
    .toSorted((one, other) => one.y - other.y)
    .map(({ panels }) => panels.toSorted((one, other) => one.x - other.x).map(({ panel }) => panel));
}

function away([x = 0, y = 0]: readonly number[], [otherX, otherY]: readonly [number, number]): number {
  return Math.hypot(x - otherX, y - otherY);
}

/** One half goes behind the other: its layers come below, in the other order, each with its other face up. */
function foldBehind(paper: Paper, side: Side): Paper {
  const isLevel = side === 'upper' || side === 'lower';
  const halves = paper.map(layer => {
    const lines = isLevel ? layer : (layer[0] ?? []).map((_, column) => layer.flatMap(row => row[column] ?? []));
    const [first, second] = [lines.slice(0, lines.length / 2), lines.slice(lines.length / 2)];
    const [behind, stays] = side === 'left' || side === 'upper' ? [first, second] : [second, first];
    return { stays, behind };
  });
  const upright = (lines: readonly (readonly Panel[])[]) =>
    isLevel ? lines : (lines[0] ?? []).map((_, row) => lines.flatMap(line => line[row] ?? []));
  const below = halves
    .toReversed()
    .map(({ behind }) => upright(behind.toReversed()).map(row => row.map(panel => turned(panel, isLevel))));
  return [...halves.map(({ stays }) => upright(stays)), ...below];
}

/** Turned over a level line, what is printed stands on its head; over an upright one it does not. */
function turned({ above, below }: Panel, isLevel: boolean): Panel {
  const turn = (face: Face): Face => ({ ...face, isTurned: face.isTurned !== isLevel });
  return { above: turn(below), below: turn(above) };
}
