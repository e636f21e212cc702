import { describe, expect, it } from 'vitest';
import { createFontLibrary } from '../../src/fonts/fontLibrary.ts';
import { shownFamilies } from '../../src/typeset/shownFamilies.ts';
import { book, chapter, paragraph, story, textOf, typeset } from './books.ts';

/** Letters that the text family lacks, and a bundled fallback has. */
const strange = 'ꭓꙮꭓꙮ ꭓꭓꙮ ꙮꙮꭓ';

const bookOf = (...words: string[]) => book([story('ꭓꙮ', [chapter(words.map(paragraph))])]);
const shown = (...words: string[]): readonly string[] =>
  shownFamilies(createFontLibrary(), bookOf(...words), 'EB Garamond');

describe('shownFamilies', () => {
  it('is the text family of what it has letters for, a few strange words or no words at all', () => {
    expect(shown('The hat lay on the stair, as hats do.')).toEqual(['EB Garamond']);
    expect(shown('The hat that she had bought lay on the stair, and on it was written ꭓꙮ.')).toEqual(['EB Garamond']);
    expect(shown('* * *', '1920')).toEqual(['EB Garamond']);
  });

  it('is another where the text family lacks the letters, and both where each has many', () => {
    expect(shown(strange)).toEqual(['Noto Serif']);
    expect(shown(`the hat on the stair ${strange}`)).toEqual(['EB Garamond', 'Noto Serif']);
  });

  it('is what the imprint names', () => {
    const { pages } = typeset(bookOf(strange));
    expect(textOf(pages.pages)).toContain('Set in Noto Serif. Made with fascicle.');
  });
});
