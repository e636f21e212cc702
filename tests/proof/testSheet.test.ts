import { describe, expect, it } from 'vitest';
import type { Drawing, Point, StrokeShape } from '../../src/drawing/drawing.ts';
import { outlineBox } from '../../src/drawing/outline.ts';
import type { ImpositionRequest } from '../../src/impose/imposition.ts';
import { planSheets } from '../../src/impose/planSheets.ts';
import { testSheet } from '../../src/proof/testSheet.ts';
import { drawnPages, drawnWords, middleOf } from './drawnPages.ts';
import { directions, edges, requestOf } from './requests.ts';

const words = {
  front: ['Print this first.', 'Fold along the dashes.'],
  back: ['The back.'],
  altText: 'A test sheet.',
  backAltText: 'Its back.',
};

function drawingsOf(request: ImpositionRequest): Drawing[] {
  return testSheet(planSheets(request), words).map(({ drawing }) => drawing);
}

const requests: readonly ImpositionRequest[] = [
  requestOf('booklet', { pages: 4 }),
  requestOf('signatures', { pages: 8, abreast: 2, trimPt: [306, 396] }),
  requestOf('quarto', { pages: 8 }),
  requestOf('octavo', { pages: 16 }),
].flatMap(request => edges.flatMap(duplex => directions.map(direction => ({ ...request, duplex, direction }))));

function nameOf({ scheme, duplex, direction }: ImpositionRequest): string {
  return `${scheme}, ${duplex}, ${direction}`;
}

/** A printer's sheet, turned over the edge that the request names: a point of the back, as seen through the front. */
function seenFromFront({ duplex }: ImpositionRequest, { widthUnits, heightUnits }: Drawing, [x, y]: Point): Point {
  const edge = duplex === 'shortEdge' ? Math.min(widthUnits, heightUnits) : Math.max(widthUnits, heightUnits);
  // The edge that it is turned over stays where it is; the sheet is mirrored along the other one.
  return edge === heightUnits ? [widthUnits - x, y] : [x, heightUnits - y];
}

describe.each(requests.map(request => [nameOf(request), request] as const))('testSheet for %s', (_, request) => {
  const [front, back] = drawingsOf(request) as [Drawing, Drawing];

  it('has each page behind its leaf’s other one, heads at the same end', () => {
    const fronts = drawnPages(front.shapes, 40);
    const backs = drawnPages(back.shapes, 40);
    expect([...fronts, ...backs].map(({ number }) => number).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: request.pages }, (__, page) => page + 1),
    );
    for (const page of fronts) {
      const other = page.number % 2 === 1 ? page.number + 1 : page.number - 1;
      const behind = backs.find(({ number }) => number === other);
      expect(behind).toBeDefined();
      if (behind === undefined) return;
      const [x, y] = seenFromFront(request, back, behind.middle);
      expect(Math.abs(x - page.middle[0])).toBeLessThan(20);
      expect(Math.abs(y - page.middle[1])).toBeLessThan(20);
      const tip = seenFromFront(request, back, [behind.middle[0] + behind.up[0], behind.middle[1] + behind.up[1]]);
      expect([Math.round(tip[0] - x) + 0, Math.round(tip[1] - y) + 0]).toEqual([...page.up]);
    }
  });

  it('has the cross behind the ring with the tick, and over the wrong edge behind the other', () => {
    const [right, wrong] = ringsOf(front);
    const cross = crossOf(back);
    const seen = seenFromFront(request, back, cross);
    expect(seen[0]).toBeCloseTo(right[0], 3);
    expect(seen[1]).toBeCloseTo(right[1], 3);
    const other = request.duplex === 'shortEdge' ? 'longEdge' : 'shortEdge';
    const mistaken = seenFromFront({ ...request, duplex: other }, back, cross);
    expect(mistaken[0]).toBeCloseTo(wrong[0], 3);
    expect(mistaken[1]).toBeCloseTo(wrong[1], 3);
  });

  it('has a ruler of 100 mm and 4 inches', () => {
    const ruler = front.shapes.find(
      (shape): shape is StrokeShape => shape.type === 'stroke' && shape.steps.length > 200,
    );
    const box = outlineBox(ruler?.steps ?? []);
    expect(box === null ? 0 : box.right - box.left).toBeCloseTo(4 * 72, 3);
    const [zero, hundred] = ['0', '100 mm'].map(text => drawnWords(front).indexOf(text));
    expect(zero).toBeGreaterThan(-1);
    expect(hundred).toBeGreaterThan(-1);
    // The 101st tick of the upper scale, and the spine behind the last.
    const ticks = ruler?.steps.filter(({ type }) => type === 'M').map(({ values }) => values[0] ?? 0) ?? [];
    expect(Math.abs((ticks[100] ?? 0) - (ticks[0] ?? 0))).toBeCloseTo(283.465, 2);
    expect(box?.left).toBeGreaterThan(18);
    expect(box?.right).toBeLessThan(front.widthUnits - 18);
  });
});

describe('testSheet', () => {
  it('of a zine has one side, without rings', () => {
    const sides = drawingsOf(requestOf('mini-zine'));
    expect(sides).toHaveLength(1);
    expect(sides.flatMap(ringShapes)).toEqual([]);
    expect(sides.flatMap(drawnWords).filter(text => text === 'top of page')).toHaveLength(1);
  });

  it('keeps its words inside the pages and shortens its ruler where paper is small', () => {
    const request = requestOf('quarto', { paperPt: [298, 420], trimPt: [149, 210], pages: 8 });
    const [front] = drawingsOf(request);
    expect(front).toBeDefined();
    if (front === undefined) return;
    expect(drawnWords(front)).toContain('50 mm');
    expect(drawnWords(front)).toContain('2 in');
    for (const shape of front.shapes) {
      if (shape.type !== 'lettering') continue;
      expect(shape.box.left).toBeGreaterThan(0);
      expect(shape.box.right).toBeLessThan(front.widthUnits);
    }
  });

  it('numbers the folds where there are several', () => {
    const folds = (request: ImpositionRequest) =>
      drawingsOf(request)[0]?.shapes.filter(({ type }) => type === 'circle').length;
    expect(folds(requestOf('booklet', { pages: 4 }))).toBe(0);
    expect(folds(requestOf('octavo', { pages: 16 }))).toBe(4);
  });
});

function ringShapes({ shapes }: Drawing): StrokeShape[] {
  return shapes.filter(
    (shape): shape is StrokeShape =>
      shape.type === 'stroke' && shape.steps.some(({ type }) => type === 'C') && isRound(shape),
  );
}

function isRound({ steps }: StrokeShape): boolean {
  const box = outlineBox(steps);
  return box !== null && steps.length === 6 && Math.abs(box.right - box.left - (box.bottom - box.top)) < 1e-6;
}

function ringsOf(drawing: Drawing): [Point, Point] {
  const rings = ringShapes(drawing);
  expect(rings).toHaveLength(2);
  const middle = (ring: StrokeShape | undefined): Point =>
    middleOf(outlineBox(ring?.steps ?? []) ?? { left: 0, top: 0, right: 0, bottom: 0 });
  const isWrong = (ring: StrokeShape | undefined) => ring?.stroke === '#b8432b';
  expect(rings.map(isWrong)).toEqual([false, true]);
  return [middle(rings[0]), middle(rings[1])];
}

function crossOf({ shapes }: Drawing): Point {
  const crosses = shapes.filter(
    shape => shape.type === 'stroke' && shape.steps.length === 4 && shape.widthUnits === 1.4,
  );
  expect(crosses).toHaveLength(1);
  const [cross] = crosses;
  return middleOf(outlineBox(cross?.type === 'stroke' ? cross.steps : []) ?? { left: 0, top: 0, right: 0, bottom: 0 });
}
