import { describe, expect, it } from 'vitest';
import { keepLatest } from '../../src/compile/keepLatest.ts';

describe('keepLatest', () => {
  it('makes a value once for those who ask in a row, and keeps no other', () => {
    const made: string[] = [];
    const latest = keepLatest((key: string) => {
      made.push(key);
      return { key };
    });
    expect(latest.of('a')).toBe(latest.of('a'));
    latest.of('b');
    latest.of('a');
    expect(made).toEqual(['a', 'b', 'a']);
    latest.forget();
    latest.of('a');
    expect(made).toEqual(['a', 'b', 'a', 'a']);
  });
});
