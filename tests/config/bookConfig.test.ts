import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadBook, type LoadedBook } from '../../src/compile/loadBook.ts';
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
editions: [epub, { name: print, format: pdf, theme: mine }, { name: kobo, format: kepub }]
output: "{author} - {title}"
theme: plain
cover: false
`);
    expect(config).toMatchObject({
      title: '1984',
      editions: ['epub', { name: 'print', format: 'pdf', theme: 'mine' }, { name: 'kobo', format: 'kepub' }],
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
    for (const part of ['"titel" is not a known key; did you mean "title"?', '"date" must be a date such as', '"language" must be a language', '"bind" must be anthology, separate or both', '"editions[1].name" must be lower-case', '"editions[1].format" must be epub, kepub or pdf', '"output" may hold {title}', '"frontMatter.foreword" is not a known key', '"stories[1].autor" is not a known key; did you mean "author"?']) {
      expect(message).toContain(part);
    } // prettier-ignore
  });

  it.each([
    ['nothing', '', 'book.yaml is empty; a map of settings was expected.'],
    ['a list', '- a', 'book.yaml is a list; a map of settings was expected.'],
    ['text', 'hello', 'book.yaml is text; a map of settings was expected.'],
    ['a number', '5', 'book.yaml is a number; a map of settings was expected.'],
    [
      'a list for a map',
      'stories: [a]\nfrontMatter: [a]\n',
      '"frontMatter" must be a map of pages and their files; it is a list',
    ],
    [
      'a list for a story',
      'stories: [[a]]\n',
      '"stories[1]" must be a path, or a map with "file" or "files"; it is a list',
    ],
    ['no stories', 'title: A\n', '"stories" is missing'],
    ['an empty list of stories', 'stories: []\n', 'must name at least one story'],
    ['stories that are text', 'stories: a.txt\n', 'must be a list of stories'],
    ['an empty title', 'title: ""\nstories: [a]\n', 'must not be empty'],
    ['a date that no calendar has', 'date: 2024-02-31\nstories: [a]\n', 'must be a date'],
    ['a language that nobody speaks', 'language: klingonese\nstories: [a]\n', 'must be a language'],
    ['a story of no files', 'stories: [{ files: [] }]\n', 'must name at least one file'],
    [
      'two editions of one name',
      'stories: [a]\neditions: [{ name: x, format: epub }, { name: x, format: kepub }]\n',
      '"editions" must give each edition a name of its own',
    ],
    [
      'a page nobody makes',
      'stories: [a]\nprint: { trim: A9 }\n',
      '"print.trim" must be one of A7, quarter-letter, A6',
    ],
    ['a page as large as a wall', 'stories: [a]\nprint: { trim: 10000x10000mm }\n', 'must be between 108 points'],
    ['text of no size', 'stories: [a]\nprint: { bodySize: 0 }\n', '"print.bodySize" must be 6 to 72 points'],
    [
      'an indent as wide as a page',
      'stories: [a]\nprint: { paragraphIndent: 900 }\n',
      '"print.paragraphIndent" must be at most an inch',
    ],
    ['text of any size', 'stories: [a]\nprint: { bodySize: .inf }\n', '"print.bodySize" must be a length'],
    ['no number', 'stories: [a]\nprint: { leading: .nan }\n', '"print.leading" must be a length'],
    [
      'a negative margin',
      'stories: [a]\nprint: { margins: { inner: -3 } }\n',
      '"print.margins.inner" must not be negative',
    ],
    ['a length of no unit', 'stories: [a]\nprint: { margins: 3 cubits }\n', '"print.margins" must be a length such as'],
    [
      'a mistyped key of print',
      'stories: [a]\nprint: { boddySize: 12 }\n',
      '"print.boddySize" is not a known key; did you mean "bodySize"?',
    ],
    ['a trim of the book', 'stories: [a]\ntrim: A5\n', '"trim" is not a known key; it belongs under "print"'],
    [
      'a profile nobody knows',
      'stories: [a]\neditions: [{ name: x, format: pdf, profile: press }]\n',
      '"editions[1].profile" must be one of screen, print, kdp, lulu, archive',
    ],
    [
      'pages of an EPUB',
      'stories: [a]\neditions: [{ name: x, format: epub, trim: A5 }]\n',
      '"editions[1].trim" is not a known key; it belongs under "print", or in an edition of format pdf',
    ],
    ['a story of neither file nor files', 'stories: [{ title: A }]\n', '"stories[1].file" is missing'],
  ])('refuses %s', (_, yaml, part) => {
    expect(failure(yaml)).toMatchObject({ code: 'config/invalid', message: expect.stringContaining(part) as string });
  });

  it('reads what is said of print, for the book and for an edition, in points', () => {
    const { print, editions } = parse(
      'stories: [a]\nprint: { trim: a5, margins: 18mm, chaptersStartOn: recto, bleed: 0.125in }\n' +
        'editions:\n  - { name: large, format: pdf, profile: print, trim: [6in, 648], bodySize: 16pt, margins: { inner: 1in } }\n',
    );
    expect(print).toEqual({
      trim: [419.53, 595.28],
      margins: { top: 51.024, bottom: 51.024, inner: 51.024, outer: 51.024 },
      chaptersStartOn: 'recto',
      bleed: 9,
    });
    expect(editions).toEqual([
      { name: 'large', format: 'pdf', profile: 'print', trim: [432, 648], bodySize: 16, margins: { inner: 72 } },
    ]);
  });

  it('says in one sentence that files is no list', () => {
    expect(failure('stories: [{ files: sub }]\n').message).toBe('book.yaml has a mistake:\n  "stories[1].files" must be a list of files; it is "sub"'); // prettier-ignore
  });

  it.each([
    ['introduction', '"frontMatter"'],
    ['dedication', '"frontMatter"'],
    ['afterword', '"backMatter"'],
    ['acknowledgments', '"frontMatter" or "backMatter"'],
  ])('says where the page %s belongs', (key, place) => {
    expect(failure(`${key}: a.md\nstories: [a]\n`).message).toContain(`"${key}" is not a known key; it belongs under ${place}`); // prettier-ignore
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

describe('what book.yaml says of persons, series and rights', () => {
  const book = (settings: string) => parse(`${settings}\nstories: [a.txt]\n`);

  it('takes a name, a list of names, and names with the form to sort them by', () => {
    expect(book('editor: Wren').editor).toEqual(['Wren']);
    expect(book('editor: { name: Ann Lee, fileAs: "Lee, Ann" }').editor).toEqual([{ name: 'Ann Lee', fileAs: 'Lee, Ann' }]); // prettier-ignore
    expect(book('editor: [Wren, { name: 1984 }]').editor).toEqual(['Wren', { name: '1984' }]);
  });

  it('takes a series with or without a position, for the book and for a story', () => {
    expect(book('series: The Lamp Cycle').series).toEqual({ name: 'The Lamp Cycle' });
    expect(book('series: { name: 1984, position: 1.5 }').series).toEqual({ name: '1984', position: 1.5 });
    const config = parse('stories: [{ file: a.txt, series: Lamps, source: https://example.org/1, rights: © Nell }]\n');
    expect(config.stories).toEqual([{ file: 'a.txt', series: { name: 'Lamps' }, source: 'https://example.org/1', rights: '© Nell' }]); // prettier-ignore
  });

  it('takes an ISBN in any of its forms, and other identifiers as they are', () => {
    expect(book('identifier: 978-0-306-40615-7').identifier).toBe('urn:isbn:9780306406157');
    expect(book('identifier: 0-306-40615-2').identifier).toBe('urn:isbn:9780306406157');
    expect(book('identifier: 9780306406157').identifier).toBe('urn:isbn:9780306406157');
    expect(book('identifier: doi:10.1000/182').identifier).toBe('doi:10.1000/182');
  });

  it.each([
    ['identifier: 978-0-306-40615-8', '"identifier" must be an ISBN with the right check digit'],
    ['identifier: urn:isbn:9780306406158', '"identifier" must be an ISBN with the right check digit'],
    ['series: { name: Lamps, position: two }', '"series.position" must be a number; it is "two"'],
    ['series: { nam: Lamps }', '"series.nam" is not a known key; did you mean "name"?'],
    ['series: [Lamps]', '"series" must be a name, or a map with "name" and "position"; it is a list'],
    ['editor: { name: Ann, fileas: Lee }', '"editor.fileas" is not a known key; did you mean "fileAs"?'],
    ['editor: [{ fileAs: Lee }]', '"editor[1].name" is missing'],
    ['editor: 5', '"editor" must be a name or a list of names; it is 5'],
  ])('refuses %s', (settings, problem) => {
    expect(failure(`${settings}\nstories: [a.txt]\n`).message).toContain(problem);
  });
});

describe('loadBook', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fascicle-config-'));
    for (const name of ['ch10.txt', 'ch2.txt', 'a.txt']) writeFileSync(join(folder, name), 'text');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const load = (yaml: string | Uint8Array): Promise<LoadedBook> => {
    writeFileSync(join(folder, 'book.yaml'), yaml);
    return loadBook(join(folder, 'book.yaml'));
  };
  const filesOf = ({ options }: LoadedBook): string[][] =>
    options.stories.map(story => story.files.map(file => file.path.slice(folder.length + 1)));

  it('counts paths from the folder of the file, and sorts what a pattern matches naturally', async () => {
    const book = await load('stories: [a.txt, { files: ["ch*.txt"], title: Long }]\n');
    expect(filesOf(book)).toEqual([['a.txt'], ['ch2.txt', 'ch10.txt']]);
  });

  it('takes absolute paths', async () => {
    const book = await load(`stories: ["${folder}/a.txt", { file: "${folder}/ch2.txt" }]\nfrontMatter: { introduction: "${folder}/ch10.txt" }\ntheme: "${folder}"\n`); // prettier-ignore
    expect(filesOf(book)).toEqual([['a.txt'], ['ch2.txt']]);
    expect(book.options.book?.frontMatter).toEqual([{ role: 'introduction', file: { path: `${folder}/ch10.txt` } }]);
    expect(book.options.theme).toBe(folder);
  });

  it.each([
    ['a path that is named again', '[a.txt, ./a.txt, ch2.txt]', [['a.txt'], ['ch2.txt']]],
    ['a pattern that matches it, too', '[ch2.txt, "*.txt"]', [['ch2.txt'], ['a.txt'], ['ch10.txt']]],
    ['a pattern before what is said of it', '["*.txt", { file: ch2.txt, title: T }]', [['a.txt'], ['ch10.txt'], ['ch2.txt']]],
    ['one story', '[{ files: [ch2.txt, a.txt, "*.txt"] }]', [['ch2.txt', 'a.txt', 'ch10.txt']]],
  ])('counts a file once: %s', async (_, stories, expected) => {
    expect(filesOf(await load(`stories: ${stories}\n`))).toEqual(expected);
  }); // prettier-ignore

  it('keeps the other stories when some are missing, and names them all', async () => {
    const book = await load('stories: [gone.txt, a.txt, { files: [ch2.txt, lost.txt, "*.md"] }]\n');
    expect(filesOf(book)).toEqual([['a.txt']]);
    expect(book.failedStories).toMatchObject([
      { files: [join(folder, 'gone.txt')], diagnostics: [{ code: 'source/missing-path' }] },
      { diagnostics: [{ code: 'source/missing-path' }, { code: 'source/no-match' }] },
    ]);
  });

  it('fails when no story is left, and names each', async () => {
    const failed = load('stories: [gone.txt, lost.txt]\n');
    await expect(failed).rejects.toMatchObject({ code: 'source/missing-path', message: expect.stringMatching(/gone\.txt\.\n.*lost\.txt\.$/) as string }); // prettier-ignore
  });

  it('refuses a book file that is not UTF-8, and takes one with a byte order mark', async () => {
    await expect(load(Buffer.from('title: Caf\u00e9\nstories: [a.txt]\n', 'latin1'))).rejects.toMatchObject({ code: 'config/invalid-yaml', message: expect.stringContaining('book.yaml is not UTF-8 text.') as string }); // prettier-ignore
    expect(filesOf(await load('\ufeffstories: [a.txt]\n'))).toEqual([['a.txt']]);
  });

  it('says which book file cannot be read', async () => {
    await expect(loadBook('gone/book.yaml')).rejects.toMatchObject({ code: 'config/not-found', message: expect.stringContaining('gone/book.yaml') as string }); // prettier-ignore
  });
});
