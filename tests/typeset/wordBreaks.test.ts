import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGraphemeBreaks, findWordBreaks } from '../../src/typeset/wordBreaks.ts';

function cut(word: string): string {
  const offsets = findWordBreaks(word);
  return [0, ...offsets].map((start, index) => word.slice(start, offsets[index])).join('|');
}

describe('findWordBreaks', () => {
  it.each([
    ['sea—and', 'sea—|and'],
    ['sea—”', 'sea—”'],
    ['well-known', 'well-|known'],
    ['-5', '-5'],
    ['so…“what', 'so…|“what'],
    ['wait...what', 'wait...|what'],
    ['plain', 'plain'],
    ['https://example.org/stories/one', 'https://|example.|org/|stories/|one'],
    ['日月。', '日|月。'],
    ['「天地」', '「天|地」'],
  ])('breaks %s as %s', (word, expected) => {
    expect(cut(word)).toBe(expected);
  });
});

describe('findGraphemeBreaks', () => {
  it('agrees with the segmenter however long the word', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const units = fc.constantFrom('a', 'e\u0301', '👩‍👩‍👧', '🇫🇷', '字', '\u0301\u0301', 'न्');
    fc.assert(
      fc.property(fc.array(units, { minLength: 1, maxLength: 900 }), parts => {
        const word = parts.join('');
        const expected = Array.from(segmenter.segment(word), ({ index }) => index).filter(index => index > 0);
        expect(findGraphemeBreaks(word)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
