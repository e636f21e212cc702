import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakPages, placeBelow } from '../../src/typeset/breakPages.ts';
import type { SetLine } from '../../src/typeset/composeLine.ts';
import { type GalleyLine, createGalley } from '../../src/typeset/galley.ts';

const spec = { heightPt: 140, gridPt: 14 };
const line: SetLine = { runs: [], wordSpacePt: 0, endsInSoftHyphen: false, endPt: 0 };

/** A galley of paragraphs of these numbers of lines. */
function galleyOf(lengths: readonly number[]): GalleyLine[] {
  const galley = createGalley();
  for (const length of lengths) {
    const lines = Array.from({ length }, () => line);
    galley.addBlock({ lines, leftPt: 0, heightPt: 14, snapsToGrid: true, element: null });
  }
  return galley.lines;
}

const lengths = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 60 });

describe('breakPages', () => {
  it('gives every line one place, in order, inside the text block', () => {
    fc.assert(
      fc.property(lengths, counts => {
        const lines = galleyOf(counts);
        let next = 0;
        for (const { start, end } of breakPages(lines, spec)) {
          expect(start).toBe(next);
          expect(end - start).toBeLessThanOrEqual(10);
          next = end;
        }
        expect(next).toBe(lines.length);
      }),
    );
  });

  it('leaves no widow and no orphan', () => {
    fc.assert(
      fc.property(lengths, counts => {
        const lines = galleyOf(counts);
        for (const { end } of breakPages(lines, spec).slice(0, -1)) {
          const before = lines[end - 1];
          const after = lines[end];
          if (after === undefined || after.indexInBlock === 0) continue;
          expect(before?.indexInBlock).toBeGreaterThan(0);
          expect(after.indexInBlock).toBeLessThan(after.blockLength - 1);
        }
      }),
    );
  });

  it('keeps a heading with what follows it', () => {
    const galley = createGalley();
    galley.addBlock({ lines: Array.from({ length: 8 }, () => line), leftPt: 0, heightPt: 14, element: null });
    galley.addBlock({ lines: [line], leftPt: 0, heightPt: 14, element: null, keepsWithNext: true });
    galley.addBlock({ lines: Array.from({ length: 6 }, () => line), leftPt: 0, heightPt: 14, element: null });
    for (const { end } of breakPages(galley.lines, spec)) expect(end).not.toBe(9);
  });

  it('gives a line taller than the page a page of its own', () => {
    const galley = createGalley();
    galley.addBlock({ lines: [line, line], leftPt: 0, heightPt: 500, element: null });
    expect(breakPages(galley.lines, spec)).toMatchObject([
      { start: 0, end: 1 },
      { start: 1, end: 2 },
    ]);
  });
});

describe('placeBelow', () => {
  const [first] = galleyOf([1]);

  it('drops blank space at the top of a page and snaps to the grid below it', () => {
    if (first === undefined) throw new Error('the galley has a line');
    const spaced = { ...first, spaceBeforePt: 9 };
    expect(placeBelow(0, spaced, true, 14)).toBe(0);
    expect(placeBelow(14, spaced, false, 14)).toBe(28);
    expect(placeBelow(0, { ...spaced, keepsSpaceAtTop: true }, true, 14)).toBe(14);
  });
});
