import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBook } from '../../src/compile/loadBook.ts';
import { type BookConfig, parseBookConfig } from '../../src/config/bookConfig.ts';
import { loadBookConfig } from '../../src/config/loadBookConfig.ts';
import { CompileError } from '../../src/diagnostics/compileError.ts';

const parse = (yaml: string): BookConfig => parseBookConfig(yaml, 'book.yaml');

/** The failure that a text leads to. */
function failure(yaml: string): CompileError {
  try {
    parse(yaml);
  } catch (error) {
    if (error instanceof CompileError) return error;
    throw error;
  }
  throw new Error('A failure was expected');
}

describe('parseBookConfig', () => {
  it('reads every key', () => {
    const config = parse(`
id: urn:isbn:1
title: 1984
subtitle: And after
editor: [Nell, Ned]
language: en-gb
date: 2024-10
description: Two stories.
frontMatter: { dedication: d.md, introduction: i.md }
backMatter: { afterword: a.md }
stories:
  - a.txt
  - file: b.txt
    title: B
    author: Wren
  - files: [c1.txt, c2.txt]
    author: [X, Y]
    language: French
bind: both
editions: [epub, { name: print, format: pdf, theme: mine }]
output: "{author} - {title}"
theme: plain
cover: false
`);
    expect(config).toMatchObject({
      title: '1984',
      editor: ['Nell', 'Ned'],
      language: 'en-GB',
      date: '2024-10',
      cover: false,
      bind: 'both',
    });
    expect(config.stories).toEqual(['a.txt', { file: 'b.txt', title: 'B', author: ['Wren'] }, { files: ['c1.txt', 'c2.txt'], author: ['X', 'Y'], language: 'fr' }]); // prettier-ignore
  });

  it('reports every mistake at once, each with its place', () => {
    const { code, message } = failure(
      'titel: A\ndate: yesterday\nlanguage: 5x\nbind: glue\neditions: [{ name: Print, format: mobi }]\noutput: "{size}"\nfrontMatter: { foreword: f.md }\nstories:\n  - { file: a.txt, autor: B }\n',
    );
    expect(code).toBe('config/invalid');
    expect(message.split('\n')[0]).toMatch(/^book\.yaml has \d mistakes:$/);
    for (const part of ['"titel" is not a known key; did you mean "title"?', '"date" must be a date such as', '"language" must be a language', '"bind" must be anthology, separate or both', '"editions[1].name" must be lower-case', '"editions[1].format" must be epub or pdf', '"output" may hold {title}', '"frontMatter.foreword" is not a known key', '"stories[1].autor" is not a known key; did you mean "author"?']) {
      expect(message).toContain(part);
    } // prettier-ignore
  });

  it.each([
    ['nothing', '', 'must be a map of settings'],
    ['a list', '- a', '"stories" is missing'],
    ['no stories', 'title: A\n', '"stories" is missing'],
    ['an empty list of stories', 'stories: []\n', 'must name at least one story'],
    ['stories that are text', 'stories: a.txt\n', 'must be a list of stories'],
    ['an empty title', 'title: ""\nstories: [a]\n', 'must not be empty'],
    ['a date that no calendar has', 'date: 2024-02-31\nstories: [a]\n', 'must be a date'],
    ['a language that nobody speaks', 'language: klingonese\nstories: [a]\n', 'must be a language'],
    ['a story of no files', 'stories: [{ files: [] }]\n', 'must name at least one file'],
    ['a story of neither file nor files', 'stories: [{ title: A }]\n', '"stories[1].file" is missing'],
  ])('refuses %s', (_, yaml, part) => {
    expect(failure(yaml)).toMatchObject({ code: 'config/invalid', message: expect.stringContaining(part) as string });
  });

  it.each(['{title}', '{author} - {title}', 'fixed'])('takes the output pattern %s', pattern => {
    expect(parse(`stories: [a]\noutput: "${pattern}"\n`).output).toBe(pattern);
  });

  it('says in which line YAML is broken, and what to do', () => {
    const error = failure('title: The Hatter: A Short History\nstories:\n  - a.txt\n');
    expect(error).toMatchObject({ code: 'config/invalid-yaml', path: 'book.yaml' });
    expect(error.message).toContain('line 1: a value with a colon in it needs quotes');
    expect(error.hint).toContain('in quotes');
  });

  it('knows every key that a new book is made with', () => {
    const path = new URL('../../templates/starter/book.yaml', import.meta.url).pathname;
    expect(loadBookConfig(path).stories).toHaveLength(1);
  });
});

describe('loadBook', () => {
  it('counts paths from the folder of the file, and sorts what a pattern matches naturally', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fascicle-config-'));
    for (const name of ['ch10.txt', 'ch2.txt', 'a.txt']) writeFileSync(join(folder, name), 'text');
    writeFileSync(join(folder, 'book.yaml'), 'stories: [a.txt, { files: ["ch*.txt"], title: Long }]\n');
    const { options } = await loadBook(join(folder, 'book.yaml'));
    expect(options.stories.map(story => story.files.map(file => file.path.slice(folder.length + 1)))).toEqual([['a.txt'], ['ch2.txt', 'ch10.txt']]); // prettier-ignore
    rmSync(folder, { recursive: true });
  });

  it('says which book file cannot be read', async () => {
    await expect(loadBook('gone/book.yaml')).rejects.toMatchObject({ code: 'config/not-found', message: expect.stringContaining('gone/book.yaml') as string }); // prettier-ignore
  });
});
