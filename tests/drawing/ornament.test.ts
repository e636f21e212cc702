import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOutline } from '../../src/drawing/lines.ts';
import { frameOrnament } from '../../src/drawing/frameOrnament.ts';
import type { Ornament } from '../../src/drawing/ornament.ts';
import { ornamentToSvg } from '../../src/drawing/ornamentToSvg.ts';
import { outlineBox } from '../../src/drawing/outline.ts';
import { ruledOrnament } from '../../src/drawing/ruledOrnament.ts';

const boxed = (width: number, height: number, left = 0, top = 0): Ornament => ({
  widthUnits: 1,
  heightUnits: 1,
  steps: boxOutline({ left, top, right: left + width, bottom: top + height }),
});

const inkOf = (ornament: Ornament) => outlineBox(ornament.steps) ?? { left: 0, top: 0, right: 0, bottom: 0 };

describe('frameOrnament', () => {
  it('frames every outline in whole units, its ink inside of one height and in the middle of it', () => {
    const length = fc.double({ min: 0.5, max: 5000, noNaN: true });
    const place = fc.double({ min: -900, max: 900, noNaN: true });
    fc.assert(
      fc.property(length, length, place, place, (width, height, left, top) => {
        const framed = frameOrnament(boxed(width, height, left, top));
        const ink = inkOf(framed);
        expect(framed.heightUnits).toBe(1100);
        expect(framed.widthUnits).toBeLessThanOrEqual(2200);
        expect(framed.steps.flatMap(({ values }) => values).every(value => Number.isInteger(value))).toBe(true);
        expect([ink.left, Math.min(ink.top, 0)]).toEqual([0, 0]);
        expect(ink.right).toBeLessThanOrEqual(framed.widthUnits);
        expect(Math.abs(ink.top - (1100 - ink.bottom))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives a broad and a square ornament as much room, and a slim one the whole height', () => {
    const area = (ornament: Ornament): number => {
      const { left, top, right, bottom } = inkOf(ornament);
      return (right - left) * (bottom - top);
    };
    const [square, broad] = [frameOrnament(boxed(40, 40)), frameOrnament(boxed(60, 20))];
    expect(area(broad) / area(square)).toBeCloseTo(1, 2);
    expect(inkOf(frameOrnament(boxed(10, 60))).bottom).toBe(1100);
  });
});

describe('ornamentToSvg', () => {
  it('draws one path in one colour, with a box of whole numbers and a modest size of its own', () => {
    const svg = ornamentToSvg(frameOrnament(boxed(40, 40)), '#777777', 22);
    expect(svg).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1100" width="20" height="22">\n' +
        '<path fill="#777777" d="M0 50L1000 50L1000 1050L0 1050Z"/>\n</svg>\n',
    );
  });
});

describe('ruledOrnament', () => {
  it('has a stroke on either side, as far from the ink and as long', () => {
    const plain = frameOrnament(boxed(40, 40));
    const ruled = ruledOrnament(plain);
    const { left, right } = inkOf(ruled);
    expect([left, right, ruled.heightUnits]).toEqual([0, ruled.widthUnits, plain.heightUnits]);
    expect(ruled.steps).toHaveLength(plain.steps.length + 8);
    const xs = ruled.steps.slice(0, plain.steps.length).flatMap(({ values }) => values.filter((_, index) => index % 2 === 0));
    expect(Math.min(...xs)).toBe(ruled.widthUnits - Math.max(...xs));
  }); // prettier-ignore
});
