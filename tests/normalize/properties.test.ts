import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../src/compile/readStory.ts';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import type { NormalizedStory } from '../../src/normalize/normalizedStory.ts';
import { headingLetters, ledgerFaults, ledgerLetters, storyLetters } from './ledger.ts';

const runs = { numRuns: 300 };

/** Lines as stories have them, good and bad, to be put together at random. */
const line = fc.oneof(
  fc.constantFrom(
    '', '', '', '***', '* * *', '-----', '=====', '---', '# Title', '## Part', 'Chapter 1', 'Chapter 2: The Jar', 'II.', '3', 'Prologue',
    'Epilogue: Home', 'The End', 'Fin.', 'by Nell Ashgrove', 'Title: The Jar', 'Author: Ned', 'Rating: PG', 'A/N: Thanks for the reviews.',
    'A/N:   spaced', '\tAuthor’s Note:\ttabs', '**A/N:** bold', 'Disclaimer: not mine', "Author's Notes", 'Please review!', 'On to the story!',
    'Please send feedback to Wren.', 'The Wickside Archive', 'Back to the index', '"Speech," she said.', "'Tis late--too late...", '> quoted', '- item', '1. first',
    '    indented', '| a | b |', '|---|---|', '<b>bold', '<!-- aside -->', '[a]: http://example.org', '![alt](x.png)', '```', '\u00a0', '\u200b', '\f',
    'It was a long line of prose that somebody had wrapped at seventy-', 'two columns, or near enough to it, because that was the cus-', 'tom of the house.',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.lorem({ maxCount: 12 }),
); // prettier-ignore
const text = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\n\n', '\r'))
  .map(([lines, end]) => lines.join(end));
const anyText = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 300 }));
const name = fc.constantFrom('story.txt', 'story.md');

/** Reads a text as a story; `null` for the one failure there is: nothing to read in it. */
function read(content: string | Uint8Array, path: string): NormalizedStory | null {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  try {
    return readStory([{ path, bytes }]);
  } catch (error) {
    expect(error).toBeInstanceOf(CompileError);
    return null;
  }
}

describe('reading any story', () => {
  it('accounts for every line of any text exactly once, and throws at none', () => {
    fc.assert(
      fc.property(anyText, name, (content, path) => {
        const story = read(content, path);
        expect(story === null ? [] : ledgerFaults(story)).toEqual([]);
      }),
      runs,
    );
  });

  it('reads any bytes, or refuses them as no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), name, (bytes, path) => {
        const story = read(bytes, path);
        expect(story === null ? [] : ledgerFaults(story)).toEqual([]);
      }),
      runs,
    );
  });

  it('loses, adds and moves no letter of a plain text', () => {
    fc.assert(
      fc.property(anyText, content => {
        const story = read(content, 'story.txt');
        if (story === null) return;
        expect(storyLetters(story)).toBe(ledgerLetters(story, ['body', 'matter']));
        expect(headingLetters(story)).toBe(ledgerLetters(story, ['heading']));
      }),
      runs,
    );
  });

  it('loses no word of Markdown', () => {
    const word = fc.constantFrom('salt', 'lamp', 'river', 'quay', 'moth');
    const words = fc.array(word, { minLength: 1, maxLength: 8 }).map(list => list.join(' '));
    const block = fc
      .tuple(fc.constantFrom('', '', '# ', '## ', '> ', '- ', '1. ', '    '), words, fc.constantFrom('', '*', '**', '_', '`'))
      .map(([mark, body, emphasis]) => `${mark}${emphasis}${body}${emphasis}`); // prettier-ignore
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), blocks => {
        const story = read(blocks.join('\n\n'), 'story.md');
        if (story === null) return;
        expect(storyLetters(story)).toBe(ledgerLetters(story, ['body', 'matter']).replace(/\d/g, ''));
        expect(headingLetters(story)).toBe(ledgerLetters(story, ['heading']));
      }),
      runs,
    );
  });

  it('says the same of the same bytes', () => {
    fc.assert(
      fc.property(anyText, name, (content, path) => {
        expect(JSON.stringify(read(content, path))).toBe(JSON.stringify(read(content, path)));
      }),
      { numRuns: 60 },
    );
  });
});
