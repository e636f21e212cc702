import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/openArchive.ts';
import { readEntry } from '../../src/archive/readEntry.ts';
import {
  type CompileOptions,
  type CompileEvent,
  type CompileResult,
  compile,
  type StoryInput,
  verifyEpub,
} from '../../src/index.ts';

const lamp =
  'Title: The Lamp\nAuthor: Ned Hollow\nPosted: 2003-04-17\n\nThe lamp had been lit before anybody thought of asking.\n\n***\n\n"Who lit it?" said the boy.\n';
const wick = 'The wick was dry, and so was the humour of the man who trimmed it.\n';

const story = (path: string, content: string | Uint8Array, settings: Partial<StoryInput> = {}): StoryInput => ({ ...settings, files: [{ path, content }] }); // prettier-ignore
const two = [story('lamp.txt', lamp), story('wick.txt', wick)];

/** Compiles in memory, fast: EPUB only and without covers unless asked for. */
const run = (options: CompileOptions): Promise<CompileResult> =>
  compile({ editions: ['epub'], cover: 'none', ...options });
const names = (result: CompileResult): string[] => result.artifacts.map(artifact => artifact.fileName);
const digests = (result: CompileResult): string[] => result.artifacts.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')); // prettier-ignore

/** The text of every page and of the package document of the first EPUB. */
function textOf({ artifacts }: Pick<CompileResult, 'artifacts'>): string {
  const archive = openArchive(artifacts[0]?.bytes ?? new Uint8Array());
  return archive.entries
    .filter(entry => /\.(?:xhtml|opf)$/.test(entry.path))
    .map(entry => new TextDecoder().decode(readEntry(archive, entry)))
    .join('\n');
}

describe('what is made', () => {
  it('is one anthology of several stories, unless asked otherwise', async () => {
    expect(names(await run({ stories: two }))).toEqual(['the-lamp-and-other-stories.epub']);
    expect(names(await run({ stories: two, bind: 'separate' }))).toEqual(['the-lamp.epub', 'wick.epub']);
    expect(names(await run({ stories: two, bind: 'both', book: { title: 'Lamps' } }))).toEqual(['lamps.epub', 'the-lamp.epub', 'wick.epub']); // prettier-ignore
  });

  it('is one book of one story, however it is bound', async () => {
    for (const bind of ['anthology', 'separate', 'both'] as const) {
      expect(names(await run({ stories: [story('lamp.txt', lamp)], bind }))).toEqual(['the-lamp.epub']);
    }
  });

  it('is the same book of one of many stories, compiled alone or with the others', async () => {
    const book = { title: 'Lamps', editors: ['M. Reed'], date: '2004', language: 'de', subtitle: 'All of them' };
    const together = await run({ stories: two, bind: 'separate', book });
    const alone = await Promise.all(two.map(one => run({ stories: [one], isOneOfMany: true, book })));
    expect(alone.flatMap(digests)).toEqual(digests(together));
    expect(digests(await run({ stories: two.slice(0, 1), book }))[0]).not.toBe(digests(together)[0]);
  });

  it('has one file for each edition, print first, and a loose cover', async () => {
    const result = await compile({ stories: [story('lamp.txt', lamp)] });
    expect(names(result)).toEqual(['the-lamp.pdf', 'the-lamp.epub', 'the-lamp.jpg']);
    expect(result.artifacts.map(artifact => artifact.kind)).toEqual(['pdf', 'epub', 'cover']);
    const [pdf, epub, cover] = result.artifacts.map(artifact => Buffer.from(artifact.bytes));
    expect(epub?.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(cover?.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(result.artifacts[0]?.pages).toBeGreaterThan(1);
    expect(result.ok).toBe(true);
  }, 30_000);

  it('is a KEPUB for Kobo, as its own edition or as that of a book.yaml, the same beside an EPUB as alone', async () => {
    const stories = [story('lamp.txt', lamp)];
    const kobo = { name: 'kobo', format: 'kepub' } as const;
    const all = await run({ stories, editions: ['kepub', 'epub', kobo, 'kepub'] });
    expect(all.artifacts.map(({ fileName, kind, mediaType }) => [fileName, kind, mediaType])).toEqual([
      ['the-lamp.kepub.epub', 'kepub', 'application/epub+zip'],
      ['the-lamp.epub', 'epub', 'application/epub+zip'],
      ['the-lamp.kobo.kepub.epub', 'kepub', 'application/epub+zip'],
      ['the-lamp.kepub.epub', 'kepub', 'application/epub+zip'],
    ]);
    const [first, epub, second, third] = digests(all);
    expect([second, third]).toEqual([first, first]);
    expect(epub).not.toBe(first);
    expect(digests(await run({ stories, editions: ['kepub'] }))).toEqual([first]);
    expect(digests(await run({ stories, editions: ['epub'] }))).toEqual([epub]);
    expect(all.artifacts.every(({ diagnostics }) => diagnostics.length === 0)).toBe(true);
  }, 60_000);

  it('tells in every EPUB where the pages of the print edition begin, if there is one', async () => {
    const stories = [story('lamp.txt', lamp)];
    const pagesOf = async (editions: readonly string[], format: string) => {
      const { artifacts } = await run({ stories, editions });
      return textOf({ artifacts: artifacts.filter(({ kind }) => kind === format) }).includes('<nav id="page-list"');
    };
    expect(await pagesOf(['epub', 'kepub', 'pdf'], 'epub')).toBe(true);
    expect(await pagesOf(['epub', 'kepub', 'pdf'], 'kepub')).toBe(true);
    expect(await pagesOf(['epub', 'kepub'], 'epub')).toBe(false);
  }, 60_000);

  it('is named by the output pattern, and never twice the same', async () => {
    const twins = [story('a/lamp.txt', lamp), story('b/lamp.txt', lamp), story('c/lamp.txt', lamp)];
    expect(names(await run({ stories: twins, bind: 'separate' }))).toEqual([
      'the-lamp.epub',
      'the-lamp-2.epub',
      'the-lamp-3.epub',
    ]);
    expect(names(await run({ stories: [story('lamp.txt', lamp)], output: '{author} - {title} {date}' }))).toEqual(['ned-hollow-the-lamp-2003-04-17.epub']); // prettier-ignore
    expect(names(await run({ stories: [story('x.txt', '***\n?!\n')] }))).toEqual([
      expect.stringMatching(/^[\p{L}\p{N}-]+\.epub$/u),
    ]);
  });

  it('gives a number to a name that only looks taken', async () => {
    const stories = [story('1.txt', wick, { title: 'Lamp' }), story('2.txt', wick, { title: 'Lamp 2' }), story('3.txt', wick, { title: 'Lamp' })]; // prettier-ignore
    expect(names(await run({ stories, bind: 'separate' }))).toEqual(['lamp.epub', 'lamp-2.epub', 'lamp-3.epub']);
  });

  it('binds several files as one story', async () => {
    const files = [
      { path: 'ch1.txt', content: 'Chapter 1\n\nIt began.\n' },
      { path: 'ch2.txt', content: 'It went on.\n' },
    ];
    const result = await run({ stories: [{ files, title: 'Long' }] });
    expect(names(result)).toEqual(['long.epub']);
    expect(result.stories).toMatchObject([{ chapters: 2, files: ['ch1.txt', 'ch2.txt'] }]);
  });
});

describe('failures', () => {
  it('of one story cost no other', async () => {
    const result = await run({
      stories: [story('empty.txt', ''), ...two, story('bin.txt', Uint8Array.from([0, 1, 2, 3]))],
      bind: 'both',
    });
    expect(result.ok).toBe(false);
    expect(result.failedStories.map(failed => [failed.files[0], failed.diagnostics[0]?.code])).toEqual([
      ['empty.txt', 'source/empty-file'],
      ['bin.txt', 'source/binary-file'],
    ]);
    expect(names(result)).toHaveLength(3);
  });

  it('of every story leave nothing to make', async () => {
    const result = await run({ stories: [story('empty.txt', '')] });
    expect(result).toMatchObject({ ok: false, artifacts: [] });
  });

  it.each([
    ['no story', { stories: [] }, 'compile/no-stories'],
    ['an edition that is none', { stories: two, editions: ['mobi'] }, 'config/unknown-edition'],
    ['a cover that is none', { stories: two, cover: 'woodcat' }, 'config/unknown-cover'],
    ['a theme that is none', { stories: two, theme: 'plane' }, 'config/unknown-theme'],
    ['a language that is none', { stories: two, book: { language: 'klingonese' } }, 'config/usage'],
    ['a date that is none', { stories: two, book: { date: '2024-02-31' } }, 'config/usage'],
  ])('of the settings are thrown: %s', async (_, options, code) => {
    await expect(run(options)).rejects.toMatchObject({
      name: 'CompileError',
      code,
      hint: expect.any(String) as string,
    });
  });
});

describe('the EPUB', () => {
  it('is sound, and holds the words and what is known of them', async () => {
    const result = await run({ stories: two, book: { title: 'Lamps', editors: ['Wren'], language: 'en' } });
    const bytes = result.artifacts[0]?.bytes ?? new Uint8Array();
    expect((await verifyEpub(bytes)).filter(finding => finding.severity === 'error')).toEqual([]);
    const all = textOf(result);
    for (const part of ['The lamp had been lit', '“Who lit it?” said the boy', 'Ned Hollow', 'Wren', '<dc:title', 'Lamps', '<dc:language>en<']) expect(all).toContain(part); // prettier-ignore
    expect(all).not.toContain('Unknown');
    expect(all).not.toMatch(/Untitled/i);
  });
});

describe('the language', () => {
  const quoted = '"No," he said.\n';

  it('that is configured decides how the words are set', async () => {
    const [french, book] = [await run({ stories: [story('a.txt', quoted, { language: 'French' })] }), await run({ stories: [story('a.txt', quoted)], book: { language: 'en' } })]; // prettier-ignore
    expect(textOf(french)).toContain('«\u202fNo,\u202f» he said.');
    expect(textOf(book)).toContain('“No,” he said.');
    expect(french.stories[0]?.language).toBe('fr');
    expect(book.stories[0]?.language).toBe('en');
  });
});

describe('the same input', () => {
  it('gives the same bytes, whatever the moment and the time zone', async () => {
    const options: CompileOptions = { stories: two, bind: 'both', editions: ['epub', 'pdf'], cover: 'none' };
    const first = digests(await compile(options));
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    try {
      expect(digests(await compile(options))).toEqual(first);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  }, 60_000);

  it('gives other bytes at another SOURCE_DATE_EPOCH only', async () => {
    const at = async (sourceDateEpoch: number) => digests(await run({ stories: two, sourceDateEpoch }));
    expect(await at(1_000_000_000)).toEqual(await at(1_000_000_000));
    expect(await at(1_000_000_000)).not.toEqual(await at(1_000_000_001));
  });
});

describe('events', () => {
  it('tell of each step in order', async () => {
    const types: CompileEvent['type'][] = [];
    await compile({ stories: [...two, story('empty.txt', '')], editions: ['epub'], cover: 'none' }, { onEvent: event => void types.push(event.type) }); // prettier-ignore
    expect(types).toEqual(['storyRead', 'storyRead', 'storyFailed', 'planned', 'artifactStarted', 'artifactFinished']);
  });
});
