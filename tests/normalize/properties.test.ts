import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../src/book/plainText.ts';
import { readStory } from '../../src/compile/readStory.ts';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import type { NormalizeSettings } from '../../src/normalize/normalizeStory.ts';
import type { NormalizedStory } from '../../src/normalize/normalizedStory.ts';
import { headingLetters, ledgerFaults, ledgerLetters, storyLetters, withoutTags } from './ledger.ts';

const runs = { numRuns: 300 };

/** Lines as stories have them, good and bad, to be put together at random. */
const line = fc.oneof(
  fc.constantFrom(
    '', '', '', '***', '* * *', '-----', '=====', '---', '# Title', '## Part', 'Chapter 1', 'Chapter 2: The Jar', 'II.', '3', 'Prologue',
    'Epilogue: Home', 'The End', 'Fin.', 'by Nell Ashgrove', 'Title: The Jar', 'Author: Ned', 'Rating: PG', 'A/N: Thanks for the reviews.',
    'A/N:   spaced', '\tAuthor’s Note:\ttabs', '**A/N:** bold', 'Disclaimer: not mine', "Author's Notes", 'Please review!', 'On to the story!',
    'Please send feedback to Wren.', 'The Wickside Archive', 'Back to the index', '"Speech," she said.', "'Tis late--too late...", '> quoted', '- item', '1. first',
    '    indented', '| a | b |', '|---|---|', '<b>bold', '<!-- aside -->', '[a]: http://example.org', '![alt](x.png)', '```', '\u00a0', '\u200b', '\f',
    'It was <i>not</i> lit, [b]she[/b] said.<br>No.', 'An <i>unclosed one', '*So* _he_ **said** (A/N: ha!) ***now***', '/Come/ /here/ he sent', `6'2" and ''so''`,
    "``Yes,' he `said'", 'http://a.example/x--y', '- Oui, dit-il - non !', '<3 :-) *** ____', '["(\'-', 'One -- two - three-', '<<Да>> „so“ »x«',
    '[1] A small boat.', '[2] Oars.', 'It was a cog[1] of oak, with oars (2) and a sail[2].', '* Not a big one.', 'A cog* lay there.', '¹ Salt.', 'He had salt¹ enough.',
    'It was a long line of prose that somebody had wrapped at seventy-', 'two columns, or near enough to it, because that was the cus-', 'tom of the house.',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.lorem({ maxCount: 12 }),
); // prettier-ignore
const text = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\n\n', '\r'))
  .map(([lines, end]) => lines.join(end));
const anyText = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 300 }));
const name = fc.constantFrom('story.txt', 'story.md', 'story.html');
const plainName = fc.constantFrom('story.txt', 'story.md');

/** Reads a text as a story; `null` for the one failure there is: nothing to read in it. */
function read(content: string | Uint8Array, path: string, settings: NormalizeSettings = {}): NormalizedStory | null {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  try {
    return readStory([{ path, bytes }], settings);
  } catch (error) {
    expect(error).toBeInstanceOf(CompileError);
    return null;
  }
}

/** A text without its white space and the characters that no one sees. */
function characters(content: string): string {
  return content.replace(/[\s\p{C}]+/gu, '');
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

  const languages = fc.constantFrom('en', 'de', 'fr', 'es', 'pl', 'ru', 'sv', 'da', 'zh');

  it('changes no letter when it sets the marks of any language, and lists each kind of change', () => {
    fc.assert(
      fc.property(anyText, plainName, languages, (content, path, language) => {
        const set = read(content, path, { language });
        const typed = read(content, path, { language, typography: 'off' });
        if (set === null || typed === null) return;
        expect(storyLetters(set)).toBe(storyLetters(typed));
        expect(headingLetters(set)).toBe(headingLetters(typed));
        const isSet = ({ kind }: { readonly kind: string }) => kind.startsWith('typographic-');
        expect(typed.evidence.repairs.filter(isSet)).toEqual([]);
        if (!set.evidence.repairs.some(isSet)) {
          expect([set.title, set.fields, set.chapters, set.frontMatter, set.backMatter]).toEqual([typed.title, typed.fields, typed.chapters, typed.frontMatter, typed.backMatter]); // prettier-ignore
        }
      }),
      runs,
    );
  });

  it('keeps every character of a plain text but the marks of emphasis that it lists, with typography off', () => {
    const kept = ['emphasis-marks', 'leaked-tags'];
    fc.assert(
      fc.property(text, content => {
        const story = read(content, 'story.txt', { typography: 'off' });
        if (story === null) return;
        const kinds = story.evidence.repairs.map(({ kind }) => kind);
        // A joined hyphen and mended bytes change the words, each in an entry of its own.
        if (kinds.some(kind => !kept.includes(kind))) return;
        const bare = (all: string) => (kinds.length === 0 ? all : withoutTags(all).replace(/[*_/]/g, ''));
        for (const block of story.chapters.flatMap(chapter => chapter.body)) {
          const words = characters(bare(blockText([block])));
          expect(characters(bare(content))).toContain(words);
        }
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
