import { mkdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cacheLayout } from '../../src/cache/cacheLayout.ts';
import { openDiskCache } from '../../src/cache/diskCache.ts';
import { measureCache } from '../../src/cache/pruneCache.ts';
import type { CompileOptions } from '../../src/compile/compileOptions.ts';
import { bookKey, jobKey } from '../../src/shelf/jobKeys.ts';
import { loadReads } from '../../src/shelf/keptBook.ts';
import { filesIn, statusesOf, useShelf } from './useShelf.ts';

const shelf = useShelf();

/** Some books of one story each. */
function books(count: number): CompileOptions[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `stories/lamp-${index}.txt`;
    shelf.write({
      [name]: `Lamp ${index}\n\nby Ned Hollow\n\nLamp ${index} had been lit before anybody thought of it.\n`,
    });
    return { stories: [{ files: [{ path: shelf.path(name) }] }], editions: ['epub'], cover: 'none' };
  });
}

const kept = { out: 'out', cache: 'cache' };

describe('a shelf whose books are kept', () => {
  it('is left as it lies when nothing changed, and what is missing or changed in it is written again', async () => {
    const options = books(3);
    expect(statusesOf(await shelf.build(options, kept))).toEqual(['built', 'built', 'built']);
    const first = shelf.read('out');
    expect(statusesOf(await shelf.build(options, kept))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    rmSync(shelf.path('out', 'lamp-0.epub'));
    writeFileSync(shelf.path('out', 'lamp-1.epub'), 'scribbled over');
    const again = await shelf.build(options, kept);
    expect(statusesOf(again)).toEqual(['restored', 'restored', 'unchanged']);
    expect(shelf.read('out')).toEqual(first);
  });

  it('builds what changed alone, and has what was made of a text that is as it was', async () => {
    const options = books(2);
    await shelf.build(options, kept);
    const first = shelf.read('out');
    const text = readFileSync(shelf.path('stories/lamp-1.txt'), 'utf8');
    shelf.write({ 'stories/lamp-1.txt': `${text}\nNobody carried it home.\n` });
    expect(statusesOf(await shelf.build(options, kept))).toEqual(['unchanged', 'built']);
    expect(shelf.read('out')).not.toEqual(first);
    shelf.write({ 'stories/lamp-1.txt': text });
    expect(statusesOf(await shelf.build(options, kept))).toEqual(['unchanged', 'restored']);
    expect(shelf.read('out')).toEqual(first);
  });

  it('tells all that a build tells, in another folder too', async () => {
    const story = 'The Lamp\n\nby Ned Hollow\n\n![](lamp.png)\n\nThe lamp had been lit before anybody thought of it.\n';
    shelf.write({ 'lamp.md': story });
    const options = [{ stories: [{ files: [{ path: shelf.path('lamp.md') }] }], editions: ['epub'], cover: 'none' }];
    const [built] = (await shelf.build(options, kept)).books;
    expect(built?.stories[0]?.diagnostics.map(({ code }) => code)).toEqual(['images/not-found']);
    const [unchanged] = (await shelf.build(options, kept)).books;
    expect(unchanged).toEqual({ ...built, status: 'unchanged' });
    const [elsewhere] = (await shelf.build(options, { ...kept, out: 'elsewhere' })).books;
    expect(elsewhere).toMatchObject({ status: 'restored', stories: built?.stories });
    expect(shelf.read('elsewhere')).toEqual(shelf.read('out'));
  });

  it('never keeps a book that failed', async () => {
    const [first] = books(1);
    const gone = { files: [{ path: shelf.path('gone.txt') }] };
    const options = [{ ...first, stories: [...(first?.stories ?? []), gone] }];
    expect(statusesOf(await shelf.build(options, kept))).toEqual(['failed']);
    expect(statusesOf(await shelf.build(options, kept))).toEqual(['failed']);
    shelf.write({ 'gone.txt': 'The Stair\n\nIt was there all the time, and nobody went down.\n' });
    expect(statusesOf(await shelf.build(options, kept))).toEqual(['built']);
  });

  const damages: Readonly<Record<string, (file: string) => void>> = {
    'a flipped byte': file => {
      const bytes = readFileSync(file);
      const middle = bytes.length >> 1;
      bytes.writeUInt8((bytes[middle] ?? 0) ^ 1, middle);
      writeFileSync(file, bytes);
    },
    'an end that is missing': file => {
      truncateSync(file, readFileSync(file).length - 1);
    },
    'nothing in it': file => {
      truncateSync(file, 0);
    },
    'a folder in its place': file => {
      rmSync(file);
      mkdirSync(file);
      writeFileSync(`${file}/inside`, 'x');
    },
  };
  for (const [damage, spoil] of Object.entries(damages)) {
    it.each(['files', 'entries'])(
      `is built anew, the same, where %s kept have ${damage}, and is kept again`,
      async kind => {
        const options = books(2);
        await shelf.build(options, kept);
        const first = shelf.read('out');
        const spoilt = filesIn(shelf.path('cache/fascicle-1', kind));
        expect(spoilt.length).toBeGreaterThan(1);
        for (const file of spoilt) spoil(file);
        rmSync(shelf.path('out'), { recursive: true });
        const { books: made, ofCache } = await shelf.build(options, kept);
        expect(made.map(({ status }) => status)).toEqual(['built', 'built']);
        expect(ofCache).toEqual([]);
        expect(shelf.read('out')).toEqual(first);
        rmSync(shelf.path('out'), { recursive: true });
        expect(statusesOf(await shelf.build(options, kept))).toEqual(['restored', 'restored']);
        expect(shelf.read('out')).toEqual(first);
      },
    );
  }

  it('is built anew, and says so, where a bug hides in what was kept', async () => {
    const options = books(3);
    await shelf.build(options, kept);
    const first = shelf.read('out');
    const cache = await openDiskCache({ folder: shelf.path('cache'), limitBytes: 1e9, isUsual: false });
    const job = { id: 'book-1', options: options[1] ?? books(1)[0] ?? { stories: [] }, outputFolder: shelf.path('out'), failedStories: [], diagnostics: [] };
    const reads = (await loadReads(cache, jobKey(job))) ?? [];
    await cache.write(bookKey(jobKey(job), reads), new TextEncoder().encode('{"files":[{}],"stories":[],"diagnostics":[]}'));
    const made = await shelf.build(options, kept);
    const statuses = Object.fromEntries(made.books.map(({ id, status }) => [id, status]));
    expect(statuses).toEqual({ 'book-0': 'unchanged', 'book-1': 'built', 'book-2': 'unchanged' });
    const told = made.books.flatMap(({ diagnostics }) => diagnostics);
    expect(told).toMatchObject([{ message: expect.stringMatching(/^book-1 was made anew/) as string, code: 'shelf/bug', severity: 'warning' }]);
    expect(shelf.read('out')).toEqual(first);
    const again = await shelf.build(options, kept);
    expect(statusesOf(again)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(again.books[1]?.diagnostics).toEqual([]);
  }); // prettier-ignore

  it('is built by two at once with one cache', async () => {
    const options = books(6);
    const [one, other] = await Promise.all([
      shelf.build(options, kept),
      shelf.build(options, { ...kept, out: 'other' }),
    ]);
    expect([...one.ofCache, ...other.ofCache]).toEqual([]);
    expect(shelf.read('other')).toEqual(shelf.read('out'));
    expect(new Set(statusesOf(await shelf.build(options, kept)))).toEqual(new Set(['unchanged']));
  });

  it('is built when the cache goes meanwhile', async () => {
    const options = books(4);
    const vanishing = { ...kept, onBook: () => { rmSync(shelf.path('cache'), { recursive: true, force: true }); } }; // prettier-ignore
    const made = await shelf.build(options, vanishing);
    expect(statusesOf(made)).toEqual(['built', 'built', 'built', 'built']);
    expect(made.ofCache).toEqual([]);
    await shelf.build(options, { out: 'plain', cache: null });
    expect(shelf.read('out')).toEqual(shelf.read('plain'));
  });

  it('is built, with one warning, where nothing can be kept', async () => {
    const options = books(3);
    shelf.write({ cache: 'a file' });
    const made = await shelf.build(options, kept);
    expect(statusesOf(made)).toEqual(['built', 'built', 'built']);
    expect(made.ofCache).toMatchObject([{ code: 'cache/not-kept', severity: 'warning' }]);
    expect(readFileSync(shelf.path('cache'), 'utf8')).toBe('a file');
  });

  it('goes by no clock', async () => {
    const options = books(2);
    await shelf.build(options, kept);
    for (const time of [0, 4_102_444_800]) {
      for (const file of [...filesIn(shelf.path('cache')), ...filesIn(shelf.path('stories'))])
        utimesSync(file, time, time);
      expect(statusesOf(await shelf.build(options, kept))).toEqual(['unchanged', 'unchanged']);
    }
  });

  it('keeps no more than it may, and lets go of what was longest not used', async () => {
    const options = books(8);
    await shelf.build(options, kept);
    const layout = cacheLayout(shelf.path('cache'));
    const { bytes } = await measureCache(layout);
    for (const file of filesIn(layout.home)) utimesSync(file, 1, 1);
    // The first is used, and something is made: then there is too much.
    rmSync(shelf.path('out', 'lamp-0.epub'));
    shelf.write({ 'stories/lamp-7.txt': 'Lamp 7\n\nby Ned Hollow\n\nIt burned on.\n' });
    const limitBytes = Math.round(bytes / 2);
    await shelf.build(options, { ...kept, limitBytes });
    expect((await measureCache(layout)).bytes).toBeLessThanOrEqual(limitBytes);
    rmSync(shelf.path('out'), { recursive: true });
    const again = statusesOf(await shelf.build(options, { ...kept, limitBytes }));
    expect([again[0], again.filter(status => status === 'built').length > 0]).toEqual(['restored', true]);
  });
});
