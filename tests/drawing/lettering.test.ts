import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, type Piece } from '../../src/drawing/breakLines.ts';
import { fitLettering, wordPieces } from '../../src/drawing/fitLettering.ts';
import { drawableText, measureText, missingGraphemes, setLine, type TypeStyle } from '../../src/drawing/lettering.ts';
import { blockHeight, layLettering } from '../../src/drawing/letteringBlock.ts';
import { bundledFont } from '../../src/fonts/bundledFonts.ts';

const roman: TypeStyle = {
  faces: [bundledFont('regular'), bundledFont('emoji')],
  features: [],
  tracking: 0,
  leadingEm: 1,
};

function piecesOf(words: readonly string[]): Piece[] {
  return words.map(text => ({ text, width: text.length, joint: ' ', jointWidth: 1 }));
}

describe('breakLines', () => {
  it('makes lines even', () => {
    expect(breakLines(piecesOf(['Smoke', 'Signals', 'Before', 'Morning']), 2).lines).toEqual([
      'Smoke Signals',
      'Before Morning',
    ]);
  });

  it('ends no line in a small word when it can be helped', () => {
    expect(breakLines(piecesOf(['House', 'of', 'Smoke']), 2).lines).toEqual(['House', 'of Smoke']);
  });

  it('parts no number from what it counts when it can be helped', () => {
    expect(breakLines(piecesOf(['Letters', '(Part', '2)', 'After']), 2).lines).toEqual(['Letters', '(Part 2) After']);
  });

  it('keeps every piece, in order, and no line empty', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 25 }), (texts, lineCount) => {
        const { lines, widestLine } = breakLines(piecesOf(texts), lineCount);
        expect(lines.join(' ')).toBe(texts.join(' '));
        expect(lines).toHaveLength(Math.min(lineCount, texts.length));
        expect(widestLine).toBe(Math.max(...lines.map(line => line.length)));
      }),
    );
  });
});

describe('wordPieces', () => {
  it('parts words at spaces and behind hyphens', () => {
    expect(wordPieces('A well-known fact')).toEqual([
      { text: 'A', joint: ' ' },
      { text: 'well-', joint: '' },
      { text: 'known', joint: ' ' },
      { text: 'fact', joint: ' ' },
    ]);
  });

  it('leaves a lone dash and a closing one alone', () => {
    expect(wordPieces('Now — “never—”').map(piece => piece.text)).toEqual(['Now', '—', '“never—”']);
  });
});

describe('fitLettering', () => {
  const bounds = { maxWidth: 800, maxHeight: 400, maxSize: 200, minSize: 40 };

  it('grows to its limit and no further', () => {
    expect(fitLettering(wordPieces('Ox'), roman, bounds).sizeUnits).toBe(200);
  });

  it('shrinks a long word to the measure', () => {
    const fitted = fitLettering(wordPieces('Incomprehensibilities'), roman, bounds);
    expect((measureText('Incomprehensibilities', roman) * fitted.sizeUnits) / 1000).toBeCloseTo(800, 5);
    expect(fitted.isShortened).toBe(false);
  });

  it('cuts only what does not fit at the smallest size, with an ellipsis', () => {
    const fitted = fitLettering(wordPieces('m'.repeat(300)), roman, bounds);
    expect(fitted.isShortened).toBe(true);
    expect(fitted.lines[0]).toMatch(/^m+…$/);
    expect((measureText(fitted.lines[0] ?? '', roman) * 40) / 1000).toBeLessThanOrEqual(800);
  });

  it('has nothing to say about no words', () => {
    expect(fitLettering([], roman, bounds).lines).toEqual([]);
  });
});

describe('lettering', () => {
  it('draws letters and emoji as outlines', () => {
    expect(setLine('Ox', roman).steps.length).toBeGreaterThan(20);
    expect(setLine('🌙', roman).steps.length).toBeGreaterThan(5);
  });

  it('leaves out what has no glyph rather than draw a box', () => {
    expect(drawableText('東京  Nights\u0000', roman)).toBe('Nights');
    expect(missingGraphemes('東京 Nights', roman)).toEqual(['東', '京']);
    expect(setLine(drawableText('東京', roman), roman).steps).toEqual([]);
  });

  it('spaces letters without space after the last', () => {
    const wide = setLine('OOO', { ...roman, tracking: 100 });
    expect(wide.advance - setLine('OOO', roman).advance).toBeCloseTo(200, 5);
  });

  it('centres the ink and lets quotation marks hang', () => {
    const lay = (text: string) =>
      layLettering({ lines: [text], sizeUnits: 100, isShortened: false }, roman, {
        axisX: 500,
        top: 0,
        alignment: 'center',
        fill: '#000000',
      }).shapes[0]?.box;
    const plain = lay('HOH');
    expect(((plain?.left ?? 0) + (plain?.right ?? 0)) / 2).toBeCloseTo(500, 5);
    const quoted = lay('“HOH');
    expect(((quoted?.left ?? 0) + (quoted?.right ?? 0)) / 2).toBeLessThan(495);
  });

  it('moves lines apart whose ink would touch, and only those', () => {
    const height = (lines: string[]) =>
      blockHeight({ lines, sizeUnits: 1000, isShortened: false }, { ...roman, leadingEm: 0.9 });
    expect(height(['xx', 'xx']) - height(['xx'])).toBeCloseTo(900, 5);
    expect(height(['gg', 'll']) - height(['gg'])).toBeGreaterThan(930);
  });
});

describe('lettering that is read from right to left', () => {
  // Boxes stand for the letters, of which no bundled font has any; where they stand does not depend on what they look like.
  const split: NonNullable<TypeStyle['split']> = text =>
    (text.match(/\S+|\s+/g) ?? []).map(part => ({ text: part, face: bundledFont('regular'), scale: 1, missing: [] }));
  const boxed: TypeStyle = { ...roman, split };
  const latin = setLine('Port', boxed);

  it('places runs by the Unicode Bidirectional Algorithm, whatever faces they are in', () => {
    const line = setLine('שלום Port', boxed);
    expect(line.steps.slice(0, latin.steps.length)).toEqual(latin.steps);
  });

  it('takes the direction of the whole for a line that begins with words of the other one', () => {
    const line = setLine('Port שלום', boxed, 'rtl');
    expect(line.steps.slice(-latin.steps.length)).not.toEqual(latin.steps);
    expect(line.inkRight).toBeCloseTo(latin.inkRight + line.advance - latin.advance, 5);
    expect(setLine('Port שלום', boxed).steps.slice(0, latin.steps.length)).toEqual(latin.steps);
  });

  it('turns brackets round', () => {
    const line = setLine('(שלום)', boxed, 'rtl');
    const open = setLine('(', boxed);
    expect(line.steps.slice(0, open.steps.length)).toEqual(open.steps);
  });

  it('tells the direction of a title with its lines', () => {
    const bounds = { maxWidth: 400, maxHeight: 800, maxSize: 120, minSize: 20 };
    expect(fitLettering(wordPieces('שלום Port Said'), boxed, bounds).direction).toBe('rtl');
    expect(fitLettering(wordPieces('Port Said שלום'), boxed, bounds).direction).toBe('ltr');
    expect(fitLettering(wordPieces('Port Said'), boxed, bounds).direction).toBeUndefined();
  });
});
