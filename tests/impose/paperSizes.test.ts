import { describe, expect, it } from 'vitest';
import {
  describePaper,
  isUsablePaper,
  nearestPaper,
  paperNames,
  parsePaper,
  smallestPaperFor,
} from '../../src/impose/paperSizes.ts';

describe('parsePaper', () => {
  it.each([
    ['A4', [595.28, 841.89]],
    ['a4', [595.28, 841.89]],
    ['letter', [612, 792]],
    ['US Letter', [612, 792]],
    ['8.5x11', [612, 792]],
    ['legal', [612, 1008]],
    ['tabloid', [792, 1224]],
    ['ledger', [792, 1224]],
    ['11x17in', [792, 1224]],
    ['A3', [841.89, 1190.55]],
    ['210x297mm', [595.28, 841.89]],
    ['21 × 29.7 cm', [595.28, 841.89]],
  ])('reads %s', (typed, paperPt) => {
    expect(parsePaper(typed)).toEqual(paperPt);
  });

  it.each(['', 'A9', 'x', 'papyrus', '-210x297mm', '1e9x1e9'])('takes %j for no paper', typed => {
    expect(parsePaper(typed)).toBeNull();
  });

  it('knows the sheets that have a name, each by that name, whichever way it lies', () => {
    for (const name of paperNames) {
      const paperPt = parsePaper(name);
      expect(paperPt).not.toBeNull();
      if (paperPt === null) continue;
      expect(isUsablePaper(paperPt)).toBe(true);
      expect(describePaper(paperPt)).toBe(name);
      expect(describePaper([paperPt[1], paperPt[0]])).toBe(name);
    }
    expect(describePaper([566.93, 850.39])).toBe('200 × 300 mm');
  });

  it('finds what a mistyped name was meant to be', () => {
    expect(nearestPaper('leter')).toBe('letter');
    expect(nearestPaper('ledgre')).toBe('ledger');
    expect(nearestPaper('papyrus scroll')).toBeNull();
  });

  it('names the smallest sheet that is large enough', () => {
    expect(smallestPaperFor([396 * 2, 612])).toBe('letter');
    expect(smallestPaperFor([590, 800])).toBe('A4');
    expect(smallestPaperFor([2000, 3000])).toBeNull();
  });

  it('has no use for stamps and walls', () => {
    expect(isUsablePaper([20, 600])).toBe(false);
    expect(isUsablePaper([28_000, 28_000])).toBe(false);
    expect(isUsablePaper([NaN, 600])).toBe(false);
  });
});
