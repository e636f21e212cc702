import { describe, expect, it } from 'vitest';
import { createHyphenator } from '../../src/typeset/hyphenator.ts';

function divide(language: string, word: string): string {
  const offsets = createHyphenator(language)?.(word) ?? [];
  return Array.from(word, (letter, index) => (offsets.includes(index) ? `-${letter}` : letter)).join('');
}

describe('createHyphenator', () => {
  it.each([
    ['en', 'hyphenation', 'hy-phen-ation'],
    ['en-US', '“housekeeper’s”', '“house-keeper’s”'],
    ['de', 'Schifffahrt', 'Schiff-fahrt'],
    ['fr', 'l’administration', 'l’ad-mi-nis-tra-tion'],
    ['es', 'murciélago', 'mur-cié-la-go'],
    ['nl', 'boekenkast', 'boe-ken-kast'],
  ])('divides in %s: %s', (language, word, divided) => {
    expect(divide(language, word)).toBe(divided);
  });

  it.each([
    'NATIONALITIES',
    'https://example.org/nationalities',
    'lamp',
    'self-administration',
    'R2administration4',
    'x'.repeat(500),
  ])('leaves %s whole', word => {
    expect(divide('en', word)).toBe(word);
  });

  it('knows no rules for an unknown language', () => {
    expect(createHyphenator('und')).toBeNull();
  });
});
