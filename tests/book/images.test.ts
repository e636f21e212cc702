import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOf, picturesAlone } from '../../src/book/figureOf.ts';
import { imagesAsWords } from '../../src/book/imagesAsWords.ts';
import { inlineText } from '../../src/book/plainText.ts';
import { sliceInlines } from '../../src/book/sliceInlines.ts';
import type { Image, Inline } from '../../src/book/tree.ts';

const lamp: Image = { type: 'image', url: 'lamp.png', alt: 'A lamp' };
const text = (value: string): Inline => ({ type: 'text', value });

const leaf: fc.Arbitrary<Inline> = fc.oneof(
  fc.constantFrom('a', 'salt ', '').map(text),
  fc.constantFrom('lamp', '', null).map((alt): Inline => ({ ...lamp, alt })),
);
const { inline } = fc.letrec<{ inline: Inline }>(tie => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('inline'), { maxLength: 3 }).map((children): Inline => ({ type: 'emphasis', children })),
  ),
}));

function countImages(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, each) => sum + (each.type === 'image' ? 1 : 'children' in each ? countImages(each.children) : 0), 0); // prettier-ignore
}

describe('pictures among words', () => {
  it('are in one part of words that are cut, and in no other', () => {
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 5 }), fc.nat(40), (inlines, place) => {
        const length = inlineText(inlines).length;
        const cut = Math.min(place, length);
        if (cut === 0 || cut === length) return;
        const parts = [sliceInlines(inlines, 0, cut), sliceInlines(inlines, cut, length)];
        expect(parts.reduce((sum, part) => sum + countImages(part), 0)).toBe(countImages(inlines));
      }),
      { numRuns: 500 },
    );
  });

  it('are words in a title, and all words are kept', () => {
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 5 }), inlines => {
        const words = imagesAsWords(inlines);
        expect([inlineText(words), countImages(words)]).toEqual([inlineText(inlines), 0]);
      }),
    );
  });
});

describe('figureOf', () => {
  it.each<[string, readonly Inline[], boolean]>([
    ['a picture', [lamp], true],
    ['a picture and white space', [text(' '), lamp, text('\u00a0')], true],
    ['one in emphasis', [{ type: 'emphasis', children: [lamp] }], true],
    ['one that leads to itself in full', [{ type: 'link', url: 'https://a.example/lamp.JPG?full', children: [lamp] }], true],
    ['one that leads elsewhere', [{ type: 'link', url: 'https://a.example/', children: [lamp] }], false],
    ['two pictures', [lamp, lamp], false],
    ['a picture and words', [lamp, text('x')], false],
    ['words', [text('x')], false],
  ])('tells whether a paragraph is a figure: %s', (_, inlines, isFigure) => {
    expect(figureOf(inlines)).toEqual(isFigure ? { type: 'figure', image: lamp, caption: [] } : null);
  }); // prettier-ignore

  it('takes several pictures for no words', () => {
    expect(picturesAlone([lamp, { type: 'hardBreak' }, lamp])?.type).toBe('paragraph');
    expect(picturesAlone([lamp, text('x'), lamp])).toBeNull();
  });
});
