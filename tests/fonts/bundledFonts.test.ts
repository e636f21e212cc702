import { describe, expect, it } from 'vitest';
import { bundledFamily } from '../../src/fonts/bundledFonts.ts';
import { createFontLibrary } from '../../src/fonts/fontLibrary.ts';

describe('bundled fonts', () => {
  it.each(['EB Garamond', 'Alegreya'])('%s has real small capitals and both kinds of figures in all faces', name => {
    const family = bundledFamily(name);
    expect(family?.faces).toEqual(['regular', 'italic', 'bold', 'boldItalic']);
    for (const face of family?.faces ?? []) {
      for (const feature of ['smcp', 'c2sc', 'onum', 'lnum', 'pnum', 'tnum']) {
        expect(family?.face(face).hasFeature(feature), `${face} ${feature}`).toBe(true);
      }
    }
  });

  const { split } = createFontLibrary();
  const isAssigned = (character: string): boolean => !/\p{Cn}|\p{Cc}/u.test(character);
  const range = (first: number, last: number): string[] =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).filter(isAssigned);

  it.each([
    ['Latin', 0x20, 0x24f],
    ['phonetic letters and modifiers', 0x250, 0x2ff],
    ['Cyrillic', 0x400, 0x52f],
    ['Vietnamese and the rest of Latin', 0x1e00, 0x1eff],
    ['old Greek', 0x1f00, 0x1fff],
    ['punctuation', 0x2010, 0x2027],
    ['currency signs', 0x20a0, 0x20c0],
    ['letterlike signs', 0x2100, 0x214f],
    ['fractions and numerals', 0x2150, 0x218b],
    ['arrows', 0x2190, 0x21ff],
    ['mathematical operators', 0x2200, 0x22ff],
    ['circled letters and figures', 0x2460, 0x24ff],
    ['box drawing and blocks', 0x2500, 0x259f],
    ['shapes and ornaments', 0x25a0, 0x27bf],
    ['mathematical alphabets', 0x1d400, 0x1d7ff],
    ['pictographs and faces', 0x1f300, 0x1f64f],
    ['vehicles', 0x1f680, 0x1f6ff],
  ])('have %s whole', (_, first, last) => {
    expect(range(first, last).filter(character => split(character, 'EB Garamond/regular').some(run => run.missing.length > 0))).toEqual([]);
  });

  it.each(['👩‍👩‍👧‍👦', '👍🏽', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣', '❤️', '😀'])('take %s as a whole from the emoji', cluster => {
    expect(split(`a${cluster}b`, 'EB Garamond/regular')).toEqual([
      { text: 'a', font: null, scale: 1, missing: [] },
      { text: cluster, font: 'Noto Emoji/regular', scale: 1, missing: [] },
      { text: 'b', font: null, scale: 1, missing: [] },
    ]);
  });

  it('set letters that the text’s face lacks as high as its own', () => {
    const [stretch] = split('ᵺat', 'EB Garamond/regular');
    expect(stretch?.font).toBe('Noto Serif/regular');
    expect(stretch?.scale).toBeLessThan(1);
  });
}); // prettier-ignore
