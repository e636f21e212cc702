import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOpening } from '../../src/book/findOpening.ts';
import type { Block, Inline } from '../../src/book/tree.ts';
import { renderOpening } from '../../src/epub/openingParagraph.ts';
import { noFootnotes, startFootnotes } from '../../src/epub/pageFootnotes.ts';
import { renderEpubFiles } from '../../src/epub/renderEpubFiles.ts';
import type { Openings } from '../../src/theme/theme.ts';
import { book, chapter, matter, paragraph, story, text, theme } from './books.ts';

const rest =
  ' was a long time coming and when it came nobody at the house was ready for it, least of all the aunts, who had laid the table for eleven and then for nine.';

const plainWords = (markup: string) =>
  markup.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&'); // prettier-ignore

function opened(children: readonly Inline[], openings: Openings = 'dropCap', language = 'en'): string {
  const first = { type: 'paragraph' as const, children };
  const opening = findOpening(first, openings, language);
  return opening === null
    ? 'plain'
    : renderOpening(children, opening, { language, footnotes: startFootnotes(noFootnotes, 'chapter-1') }).markup;
}

/** The large letter, and the words in small capitals. */
function partsOf(words: string, language = 'en'): readonly (string | undefined)[] {
  const markup = opened([text(words + rest)], 'dropCap', language);
  return [/<span class="drop-cap">([^<]*)/.exec(markup)?.[1], /<span class="opening">([^<]*)/.exec(markup)?.[1]];
}

describe('the opening of a chapter', () => {
  it.each([
    ['It', 'en', 'I', 't was a long time'],
    ['“It', 'en', '“I', 't was a long time'],
    ['«L’été', 'fr', '«L', '’été was a long time'],
    ['«\u00a0L’été', 'fr', undefined, '«\u00a0L’été was a long'],
    ['“‘Never', 'en', undefined, '“‘Never was a long time'],
    ['¿Quién', 'es', '¿Q', 'uién was a long time'],
    ['E\u0301a', 'fr', 'E\u0301', 'a was a long time'],
    ['IJsland', 'nl', 'IJ', 'sland was a long time'],
    ['IJsland', 'en', 'I', 'Jsland was a long time'],
    ['Ljubav', 'hr', 'Lj', 'ubav was a long time'],
    ['Ἀχιλεύς', 'el', 'Ἀ', 'χιλεύς was a long time'],
    ['Жизнь', 'ru', 'Ж', 'изнь was a long time'],
    ['Night, and it', 'en', 'N', 'ight, and it was a'],
    ['That night, it', 'en', 'T', 'hat night'],
    ['A', 'en', 'A', ' was a long time'],
    ['— Bonjour', 'fr', undefined, undefined],
    ['… and it', 'en', undefined, undefined],
    ['1984', 'en', undefined, undefined],
    ['كان', 'ar', undefined, undefined],
    ['道可道', 'zh', undefined, undefined],
  ])('opens %s in %s with %s and %s', (words, language, letter, small) => {
    expect(partsOf(words, language)).toEqual([letter, small]);
  });

  it('has small capitals alone where the theme asks for no more, or the paragraph is too short for a large letter', () => {
    const small = '<span class="opening">It was a long time</span>';
    expect(opened([text(`It${rest}`)], 'smallCaps')).toContain(small);
    expect(opened([text('It was a long time coming and nobody was ready for it at all.')])).toContain(small);
    expect(opened([text('It was a long time coming.')])).toBe('plain');
    expect(opened([text(`It${rest}`)], 'plain')).toBe('plain');
  });

  it('keeps the emphasis of the words that it parts', () => {
    const markup = opened([{ type: 'emphasis', children: [text('It was')] }, text(rest)]);
    expect(markup).toMatch(
      /^<span class="drop-cap"><em>I<\/em><\/span><span class="opening"><em>t was<\/em> was a long<\/span> time/,
    );
  });

  it('leaves verse, code and links alone', () => {
    expect(opened([text('It was'), { type: 'hardBreak' }, text(rest)])).toBe('plain');
    expect(opened([{ type: 'inlineCode', value: 'It' }, text(rest)])).toBe('plain');
    expect(opened([{ type: 'link', url: 'https://example.org/', children: [text('It')] }, text(rest)])).toBe('plain');
  });

  it('changes no letter of any paragraph', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map(start => start + rest);
    const inline: fc.Arbitrary<Inline> = fc.oneof(
      words.map(value => text(value)),
      words.map((value): Inline => ({ type: 'emphasis', children: [text(value)] })),
    );
    fc.assert(
      fc.property(fc.array(inline, { minLength: 1, maxLength: 3 }), fc.constantFrom('en', 'nl', 'hr'), (children, language) => {
        const whole = children.map(child => (child.type === 'emphasis' ? child.children : [child])).flat();
        const expected = whole.map(child => (child.type === 'text' ? child.value : '')).join('');
        const markup = opened(children, 'dropCap', language);
        if (markup !== 'plain') expect(plainWords(markup)).toBe(plainWords(expected.replace(/&/g, '&amp;').replace(/</g, '&lt;')));
      }),
    );
  }); // prettier-ignore
});

describe('a book whose theme asks for drop caps', () => {
  const capped = { ...theme, epub: { ...theme.epub, openings: 'dropCap' as const } };
  const pagesOf = (body: readonly Block[]) => {
    const tree = book([story('One', { chapters: [chapter(1, { body, openingNotes: [matter('authorsNote', `It${rest}`)] })] })]);
    return new Map(renderEpubFiles(tree, { theme: capped, cover: null }).map(({ path, content }) => [path.replace('OEBPS/', ''), String(content)]));
  }; // prettier-ignore
  const first = '<p class="first"><span class="drop-cap">I</span>';

  it('has one at the first paragraph behind the heading and the notes', () => {
    const page = pagesOf([paragraph(`It${rest}`), paragraph(`It${rest}`)]).get('chapter-1.xhtml') ?? '';
    expect(page).toMatch(/<\/aside>\s*<p class="first">/);
    expect(page.split('drop-cap')).toHaveLength(2);
  });

  it('has one at the first part of a chapter in several files alone', () => {
    const scene = () => Array.from({ length: 900 }, () => paragraph(`It${rest}${rest}`));
    const pages = pagesOf([...scene(), { type: 'thematicBreak' }, ...scene()]);
    expect(pages.get('chapter-1.xhtml')).toContain(first);
    expect(pages.get('chapter-1-2.xhtml')).not.toContain('drop-cap');
  });

  it('has none where a chapter begins with something else', () => {
    const quote: Block = { type: 'blockQuote', children: [paragraph(`It${rest}`)] };
    expect(pagesOf([quote, paragraph(`It${rest}`)]).get('chapter-1.xhtml')).not.toContain('drop-cap');
  });

  it('has one below the motto over a chapter', () => {
    const motto: Block = { type: 'blockQuote', children: [paragraph(`It${rest}`), paragraph('— Anna Tinsel')] };
    const page = pagesOf([motto, paragraph(`It${rest}`)]).get('chapter-1.xhtml') ?? '';
    expect(page).toMatch(/<\/blockquote>\s*<p class="first"><span class="drop-cap">/);
  });
});
