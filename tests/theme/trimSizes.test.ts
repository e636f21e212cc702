import { describe, expect, it } from 'vitest';
import { parseLengthPt } from '../../src/text/lengthPt.ts';
import { describeTrim, isUsableTrim, nearestTrim, parseTrim, trimNames } from '../../src/theme/trimSizes.ts';

describe('parseTrim', () => {
  it.each([
    ['A5', [419.53, 595.28]],
    ['a5', [419.53, 595.28]],
    ['half-letter', [396, 612]],
    ['Half Letter', [396, 612]],
    ['5.5x8.5', [396, 612]],
    ['digest', [396, 612]],
    ['6x9', [432, 648]],
    ['6x9in', [432, 648]],
    ['6 × 9 in', [432, 648]],
    ['6"x9"', [432, 648]],
    ['6in x 9', [432, 648]],
    ['148x210mm', [419.53, 595.28]],
    ['14.8 x 21 cm', [419.53, 595.28]],
    ['396x612', [396, 612]],
    ['396x612pt', [396, 612]],
    ['7.5x9.25', [540, 666]],
  ])('reads %s', (typed, trimPt) => {
    expect(parseTrim(typed)).toEqual(trimPt);
  });

  it.each(['', 'A9', 'x', '6x', 'x9', '-6x9in', '6x9x3', '6x9 px', 'NaNxNaN', '1e9x1e9', '1..5x2', 'Infinityx5'])(
    'takes %j for no page',
    typed => {
      expect(parseTrim(typed)).toBeNull();
    },
  );

  it('knows the pages that have a name, each by that name', () => {
    for (const name of trimNames) {
      const trimPt = parseTrim(name);
      expect(trimPt).not.toBeNull();
      if (trimPt === null) continue;
      expect(isUsableTrim(trimPt)).toBe(true);
      expect(describeTrim(trimPt)).toBe(name);
    }
    expect(describeTrim([340, 540])).toBe('119.9 × 190.5 mm');
  });

  it('finds what a mistyped name was meant to be', () => {
    expect(nearestTrim('leter')).toBe('letter');
    expect(nearestTrim('halfletter')).toBe('half-letter');
    expect(nearestTrim('something else')).toBeNull();
  });

  it('has no use for stamps and walls', () => {
    expect(isUsableTrim([20, 30])).toBe(false);
    expect(isUsableTrim([28_000, 28_000])).toBe(false);
    expect(isUsableTrim([NaN, 500])).toBe(false);
  });
});

describe('parseLengthPt', () => {
  it('reads lengths with and without a unit', () => {
    expect([parseLengthPt('12'), parseLengthPt('0.5in'), parseLengthPt('2.54 cm'), parseLengthPt('25.4mm')]).toEqual([
      12, 36, 72, 72,
    ]);
    for (const none of ['', '-1', '1e3', 'NaN', '1 px', '12345678', 'mm']) expect(parseLengthPt(none)).toBeNull();
  });
});
