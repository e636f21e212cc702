import { describe, expect, it } from 'vitest';
import type { Block, Footnote, Inline } from '../../src/book/tree.ts';
import { renderEpubFiles } from '../../src/epub/renderEpubFiles.ts';
import { book, chapter, optionsWithCover, paragraph, story, text } from './books.ts';

const mark = (noteId: string): Inline => ({ type: 'footnoteReference', noteId });
const note = (number: number, words: string): Footnote => ({ id: `note-${String(number)}`, label: String(number), blocks: [paragraph(words)] }); // prettier-ignore
const marked = (words: string, noteId: string): Block => ({ type: 'paragraph', children: [text(words), mark(noteId)] });

function pagesOf(body: readonly Block[], footnotes: readonly Footnote[]): Map<string, string> {
  const files = renderEpubFiles(book([story('The Boat', { chapters: [chapter(1, { body })], footnotes })]), optionsWithCover); // prettier-ignore
  return new Map(files.flatMap(({ path, content }) => (path.endsWith('.xhtml') ? [[path, String(content)] as const] : []))); // prettier-ignore
}

const targets = (page: string) => Array.from(page.matchAll(/href="#([^"]+)"/g), ([, id = '']) => id);
const ids = (page: string) => Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id = '']) => id);

describe('the footnotes of an EPUB', () => {
  it('stand in the file that refers to them, in each part of a chapter that is too long for one', () => {
    const long = 'word '.repeat(40_000);
    const pages = pagesOf(
      [marked(long, 'note-1'), { type: 'thematicBreak' }, marked(long, 'note-2'), marked('and again', 'note-1')],
      [note(1, 'The first note.'), note(2, 'The second note.')],
    );
    const parts = [...pages].filter(([path]) => path.includes('chapter-1')).map(([, page]) => page);
    expect(parts).toHaveLength(2);
    expect(parts.map(page => [page.includes('The first note.'), page.includes('The second note.')])).toEqual([[true, false], [true, true]]); // prettier-ignore
    for (const page of parts) for (const target of targets(page)) expect(ids(page)).toContain(target);
    const all = [...pages.values()].flatMap(ids);
    expect(new Set(all).size).toBe(all.length);
  });

  it('lead back to the first of several marks', () => {
    const [page = ''] = [...pagesOf([marked('a', 'note-1'), marked('b', 'note-1')], [note(1, 'Once.')])].flatMap(([path, own]) => (path.endsWith('chapter-1.xhtml') ? [own] : [])); // prettier-ignore
    expect(targets(page)).toEqual(['chapter-1-note-1', 'chapter-1-note-1', 'chapter-1-noteref-1']);
    expect(page.split('Once.')).toHaveLength(2);
  });

  it('count for the size of a file', () => {
    const long = 'word '.repeat(15_000);
    const body = [marked(long, 'note-1'), { type: 'thematicBreak' } as const, marked(long, 'note-2')];
    const short = pagesOf(body, [note(1, 'Short.'), note(2, 'Short.')]);
    const heavy = pagesOf(body, [note(1, long), note(2, long)]);
    expect([...short.keys()].filter(path => path.includes('chapter-1'))).toHaveLength(1);
    expect([...heavy.keys()].filter(path => path.includes('chapter-1'))).toHaveLength(2);
  });
});
