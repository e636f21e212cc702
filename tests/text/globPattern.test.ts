import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatcher, isGlobPattern } from '../../src/text/globPattern.ts';

describe('globMatcher', () => {
  it.each([
    ['*.txt', 'a.txt', true],
    ['*.txt', 'lamps/a.txt', false],
    ['**/*.txt', 'a.txt', true],
    ['**/*.txt', 'lamps/old/a.txt', true],
    ['lamps/**', 'lamps/old/a.txt', true],
    ['lamps/*', 'lamps/old/a.txt', false],
    ['ch?.txt', 'ch1.txt', true],
    ['ch?.txt', 'ch10.txt', false],
    ['{a,b}.txt', 'b.txt', true],
    ['{a,b}.txt', 'c.txt', false],
    ['[a-c].txt', 'b.txt', true],
    ['[!a-c].txt', 'b.txt', false],
    ['A*.TXT', 'apple.txt', true],
    ['a.txt', 'abtxt', false],
    ['a{b', 'a{b', true],
    ['a[b', 'a[b', true],
    ['?.txt', '🙂.txt', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(globMatcher(pattern)(path)).toBe(expected);
  });

  it('takes any text for a pattern, and a text without signs for itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), text => {
        expect(() => globMatcher(text)(text)).not.toThrow();
        if (!isGlobPattern(text)) expect(globMatcher(text)(text)).toBe(true);
      }),
    );
  });
});
