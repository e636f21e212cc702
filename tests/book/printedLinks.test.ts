import { describe, expect, it } from 'vitest';
import { inlineText } from '../../src/book/plainText.ts';
import { printLinks } from '../../src/book/printedLinks.ts';
import type { Anthology, Inline, Paragraph } from '../../src/book/tree.ts';
import { book, chapter, paragraph, story, text } from '../typeset/books.ts';

const link = (url: string, words: string): Inline => ({ type: 'link', url, children: [text(words)] });
const mark = (noteId: string): Inline => ({ type: 'footnoteReference', noteId });
const of = (...children: Inline[]): Paragraph => ({ type: 'paragraph', children });
const note = (id: string, label: string) => ({ id, label, blocks: [paragraph(`Note ${label}.`)] });

function notesOf({ stories: [only] }: Anthology): [string, string][] {
  return only.footnotes.map(({ label, blocks: [first] }) => [
    label,
    first?.type === 'paragraph' ? inlineText(first.children) : '',
  ]);
}

describe('printLinks', () => {
  it('numbers the addresses of links with the notes of the story, in the order of their marks', () => {
    const body = [of(link('https://example.org/a', 'one'), mark('note-1'), link('https://example.org/b', 'two'))];
    const before = book([story('The Hat', [chapter(body)], { footnotes: [note('note-1', '1')] })]);
    const after = printLinks(before, 'notes').book;
    expect(notesOf(after)).toEqual([
      ['1', 'https://example.org/a'],
      ['2', 'Note 1.'],
      ['3', 'https://example.org/b'],
    ]);
  });

  it('tells an address once in a chapter, and starts the numbers of every chapter at 1', () => {
    const same = of(link('https://example.org/a', 'one'), link('https://example.org/a', 'again'));
    const after = printLinks(book([story('The Hat', [chapter([same]), chapter([same])])]), 'notes').book;
    expect(notesOf(after).map(([label]) => label)).toEqual(['1', '1']);
  });

  it('goes on with numbers that run through the story, and leaves other marks alone', () => {
    const chapters = [chapter([of(mark('a'), link('https://example.org/a', 'one'))]), chapter([of(mark('b'))])];
    const labelsOf = (first: string, second: string): string[] => {
      const footnotes = [note('a', first), note('b', second)];
      return notesOf(printLinks(book([story('The Hat', chapters, { footnotes })]), 'notes').book).map(
        ([label]) => label,
      );
    };
    expect(labelsOf('1', '2')).toEqual(['1', '2', '3']);
    expect(labelsOf('*', '†')).toEqual(['*', '1', '†']);
  });

  it('leaves an address that is its own text without a note, and shows one that has no words', () => {
    const links = [link('https://www.example.org/', 'example.org'), link('mailto:anna@example.org', '')];
    const after = printLinks(book([story('The Hat', [chapter([of(...links)])])]), 'notes').book;
    const [first] = after.stories[0].chapters[0]?.body ?? [];
    expect(notesOf(after)).toEqual([]);
    expect(first).toEqual(of(text('example.org'), text('anna@example.org')));
  });

  it('puts addresses in brackets where there are no notes: in notes, and in the book’s own matter', () => {
    const linked = of(link('https://example.org/a', 'there'));
    const footnotes = [{ id: 'a', label: '1', blocks: [linked] }];
    const matter = { type: 'matterSection', role: 'introduction', title: [], blocks: [linked] } as const;
    const before = book([story('The Hat', [chapter([of(mark('a'))])], { footnotes })], { frontMatter: [matter] });
    const { stories, frontMatter } = printLinks(before, 'notes').book;
    const shown = [stories[0].footnotes[0]?.blocks[0], frontMatter[0]?.blocks[0]];
    for (const block of shown) {
      expect(block?.type === 'paragraph' && inlineText(block.children)).toBe('there (https://example.org/a)');
    }
  });

  it('keeps every node without a link, and knows where the others came from', () => {
    const plain = paragraph('No link.');
    const linked = of(link('https://example.org/a', 'there'));
    const before = book([story('The Hat', [chapter([plain, linked]), chapter([plain])])]);
    for (const policy of ['plain', 'notes'] as const) {
      const { book: after, originalOf } = printLinks(before, policy);
      const [only] = after.stories;
      expect(only.chapters[1]).toBe(before.stories[0].chapters[1]);
      expect(only.chapters[0]?.body[0]).toBe(plain);
      const changed = only.chapters[0]?.body[1];
      expect(changed).not.toBe(linked);
      expect(changed === undefined ? null : originalOf(changed)).toBe(linked);
      expect(originalOf(only)).toBe(before.stories[0]);
    }
    expect(printLinks(before, 'live').book).toBe(before);
    const without = book([story('The Hat', [chapter([plain])])]);
    expect(printLinks(without, 'notes').book).toBe(without);
  });
});
