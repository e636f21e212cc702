import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemeClusters } from '../../src/text/graphemeClusters.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

describe('graphemeClusters', () => {
  it('gives the characters of a text of any length, as if it were looked at whole', () => {
    const piece = fc.constantFrom('a', 'e\u0301', '👩‍👩‍👧', '灯', ' ', '🇫🇷', 'o\u0301\u0323', '\u0301'.repeat(600));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), pieces => {
        const text = pieces.join('');
        expect([...graphemeClusters(text)]).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
