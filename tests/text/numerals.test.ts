import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRoman, parseNumber, toRoman } from '../../src/text/numerals.ts';

describe('roman numerals', () => {
  it('are read back as they were written', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3999 }), number => { expect(fromRoman(toRoman(number))).toBe(number); })); // prettier-ignore
  });

  it.each(['', 'IIII', 'VX', 'IM', 'mix-up', 'hello', 'A'])('are not read where there are none: %s', text => {
    expect(fromRoman(text)).toBeNull();
  });
});

describe('parseNumber', () => {
  it.each([
    ['7', 7], ['0012', 12], ['xiv', 14], ['One', 1], ['twelve', 12], ['Twenty-One', 21], ['ninety nine', 99], ['second', 2], ['thirtieth', 30],
    ['forty-third', 43], ['one hundred', 100], ['two hundred and twenty-first', 221], ['a hundred and one', 101], ['XLII', 42], ['１２', 12], ['一', 1], ['十', 10], ['十二', 12], ['二十', 20], ['一百零五', 105], ['四百二十一', 421],
  ])('reads %s as %i', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  }); // prettier-ignore

  it.each([
    '',
    'the',
    'twenty-ten',
    'one two',
    '12345',
    '-1',
    '第一',
    '十百',
    'hundred',
    'nine hundred',
    'two hundred and',
  ])('reads no number in %s', text => {
    expect(parseNumber(text)).toBeNull();
  });
});
