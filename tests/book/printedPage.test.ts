import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineText } from '../../src/book/plainText.ts';
import { offsetOfWord } from '../../src/book/printedPage.ts';
import { splitInlines } from '../../src/book/splitInlines.ts';
import type { Inline } from '../../src/book/tree.ts';

const text = (value: string): Inline => ({ type: 'text', value });

describe('the word that a printed page begins with', () => {
  it.each([
    ['The rain had stopped.', 0, 'The rain had stopped.'],
    ['The rain had stopped.', 2, 'had stopped.'],
    ['The\u00a0rain had stopped.', 1, 'had stopped.'],
    ['  The rain', 1, 'rain'],
    ['The rain', 2, ''],
  ])('%j from word %i on', (value, word, rest) => {
    expect(value.slice(offsetOfWord([text(value)], word))).toBe(rest);
  });

  it('counts words across marks, and a line break as a space', () => {
    const inlines: Inline[] = [text('A b'), { type: 'emphasis', children: [text('c d')] }, { type: 'hardBreak' }, text('e')];
    expect(inlineText(inlines).slice(offsetOfWord(inlines, 2))).toBe('d e');
    expect(inlineText(inlines).slice(offsetOfWord(inlines, 3))).toBe('e');
  }); // prettier-ignore
});

const leaves = fc.oneof(
  fc.string({ maxLength: 6 }).map(text),
  fc.constant<Inline>({ type: 'hardBreak' }),
  fc.constant<Inline>({ type: 'footnoteReference', noteId: 'note-1' }),
  fc.constant<Inline>({ type: 'image', url: 'lamp.png', alt: 'lamp' }),
);
const inlinesOf = fc.array(
  fc.oneof(
    leaves,
    fc.array(leaves, { maxLength: 4 }).map((children): Inline => ({ type: 'emphasis', children })),
  ),
  { maxLength: 6 },
);

describe('parting inlines', () => {
  it('loses no word and no node, and repeats none', () => {
    fc.assert(
      fc.property(inlinesOf, fc.nat(20), (inlines, offset) => {
        const [before, after] = splitInlines(inlines, offset);
        expect(inlineText(before) + inlineText(after)).toBe(inlineText(inlines));
        const count = (all: readonly Inline[]): number =>
          all.reduce((sum, each) => sum + ('children' in each ? count(each.children) : 'value' in each ? 0 : 1), 0);
        expect(count(before) + count(after)).toBe(count(inlines));
      }),
    );
  });

  it('parts inside a mark and keeps the mark on both sides', () => {
    expect(splitInlines([text('a '), { type: 'emphasis', children: [text('b c')] }], 4)).toEqual([
      [text('a '), { type: 'emphasis', children: [text('b ')] }],
      [{ type: 'emphasis', children: [text('c')] }],
    ]);
  });
});
