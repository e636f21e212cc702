import { describe, expect, it } from 'vitest';
import { blockText } from '../../src/book/plainText.ts';
import { readStory } from '../../src/compile/readStory.ts';
import type { Override } from '../../src/normalize/corrections/override.ts';
import { ledgerFaults } from './ledger.ts';

function read(path: string, text: string, overrides: readonly Override[] = []) {
  const set = { origin: 'a.fascicle.yaml', about: path, sourceSha256: null, overrides };
  const story = readStory([{ path, bytes: new TextEncoder().encode(text) }], { overrides: [set] });
  expect(ledgerFaults(story)).toEqual([]);
  return story;
}

const notesOf = (story: ReturnType<typeof read>) => story.footnotes.map(({ label, blocks }) => [label, blockText(blocks)]); // prettier-ignore
const prose = 'The ferryman kept a lantern in the bow that had never once gone out, and he rowed anybody who asked.';

describe('footnotes that are typed at the foot of a chapter', () => {
  it.each([
    ['[1]', '[1] A boat.', '1'],
    ['(1)', '(1) A boat.', '1'],
    ['*', '* A boat.', '*'],
    ['†', '†A boat.', '†'],
    ['¹²', '¹² A boat.', '12'],
  ])('are notes where the mark %s stands once', (mark, line, label) => {
    const story = read('a.txt', `${prose}\n\nIt was a cog${mark} of oak.\n\n${prose}\n\n${line}`);
    expect(notesOf(story)).toEqual([[label, 'A boat.']]);
  });

  it.each([
    ['stands twice', 'It was a cog[1] and a cog[1].', '[1] A boat.'],
    ['stands nowhere', 'It was a cog.', '[1] A boat.'],
    ['comes in another order', 'A cog[2] and oars[1].', '[1] A boat.\n\n[2] Oars.'],
    ['starts a paragraph', '[1] It was a cog.', '[1] A boat.'],
    ['is of another kind', 'A cog(1) there.', '[1] A boat.'],
  ])('stay as they are where the mark %s', (_, words, notes) => {
    const story = read('a.txt', `${prose}\n\n${words}\n\n${prose}\n\n${notes}`);
    expect(story.footnotes).toEqual([]);
    expect(story.chapters.map(({ body }) => blockText(body)).join('\n')).toContain('[1] A boat.');
  });

  it('are what the reader says: story with its mark, or a note that no rule found', () => {
    const text = `${prose}\n\nIt was a cog[1] of oak.\n\n${prose}\n\n[1] A boat.`;
    const story = read('a.txt', text, [{ lines: [7, 7], is: 'story' }]);
    expect(story.footnotes).toEqual([]);
    expect(blockText(story.chapters[0]?.body ?? [])).toBe(`${prose}\nIt was a cog[1] of oak.\n${prose}\n[1] A boat.`);
    const twice = text.replace('oak', 'oak, the cog[1]');
    expect(notesOf(read('a.txt', twice, [{ lines: [7, 7], is: 'footnote' }]))).toEqual([['1', 'A boat.']]);
  });
});

describe('the footnotes of markup', () => {
  it('lead somewhere, also those in a note that nothing leads to', () => {
    const story = read('a.md', `${prose}\n\n![A cog[^2]](cog.png)\n\n${prose}\n\n[^2]: A boat ^[of *oak*].\n`);
    expect(notesOf(story).map(([, words]) => words)).toEqual(['of oak']);
    const notes = story.chapters.flatMap(({ closingNotes }) => closingNotes.flatMap(({ blocks }) => blocks));
    expect(JSON.stringify(notes)).toContain('"noteId":"note-1"');
    expect(blockText(notes)).toMatch(/^\[\^2\]: A boat/);
  });

  it('are found again where nothing but the notes of a page follows the text', () => {
    const note = (id: string, words: string) => `<p id="${id}">${words}</p>`;
    const page = `<p>${prose}</p><p>A cog<a href="#n1">[1]</a> and oars<a href="#n2">[2]</a>.</p><p><b>Notes:</b></p>${note('n1', '[1] A boat.')}${note('n2', '[2] 1999 of them.')}`;
    const story = read('a.html', page);
    expect(notesOf(story)).toEqual([['1', 'A boat.'], ['2', '1999 of them.']]); // prettier-ignore
    expect(story.evidence.removed.map(({ text, reason }) => [text, reason])).toEqual([['Notes:', 'footnote-heading']]);
  });

  it('are not what links to chapters, to nothing or to what stands above lead to', () => {
    const page = `<p id="n0">Above.</p><h2 id="c1">One</h2><p>${prose} <a href="#c2">2</a> <a href="#n0">1</a> <a href="#gone">3</a></p><h2 id="c2">Two</h2><p>${prose}</p>`;
    expect(read('a.html', page).footnotes).toEqual([]);
  });
});

/** What a note costs must not grow with what stands around it; many times what a quiet machine takes. */
const maxMs = 10_000;

describe('footnotes by the thousand', () => {
  const count = 3000;
  const all = (line: (number: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('\n\n'); // prettier-ignore
  it.each([
    ['a.md', all(number => `A cog[^${number}].\n\n[^${number}]: A boat.`), count],
    ['a.html', `${all(number => `<p>A cog<a href="#f${number}" id="r${number}">${number}</a>.</p>`)}<ol>${all(number => `<li id="f${number}">A boat. <a href="#r${number}">up</a></li>`)}</ol>`, count],
    ['a.txt', `${all(number => `A cog[${number}] lay there.`)}\n\n${all(number => `[${number}] A boat.`)}`, count],
    ['a.md', '[^1]'.repeat(100_000), 0],
    ['a.md', `A cog${'[^1]'.repeat(50_000)}\n\n[^1]: A boat.`, 1],
    ['a.md', '[^'.repeat(50_000), 0],
    ['a.md', 'cog ^['.repeat(20_000), 0],
    ['a.md', '[^1]: A boat.\n'.repeat(20_000), 0],
  ])('are read in time: %s', (path, text, notes) => {
    const start = performance.now();
    expect(read(path, text).footnotes).toHaveLength(notes);
    expect(performance.now() - start).toBeLessThan(maxMs);
  }, 60_000); // prettier-ignore
});
