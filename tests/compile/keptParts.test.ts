import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ByteStore, noStore } from '../../src/cache/byteStore.ts';
import { bytesOf } from '../../src/compile/artifactContent.ts';
import { compileBooks } from '../../src/compile/compileBooks.ts';
import type { CompileOptions } from '../../src/compile/compileOptions.ts';
import { loadBook } from '../../src/compile/loadBook.ts';
import { digestOf } from '../../src/reads/trackReads.ts';

const samples = fileURLToPath(new URL('../../stories', import.meta.url));

interface CountingStore extends ByteStore {
  hits: number;
  writes: number;
}

function storeInMemory(): CountingStore {
  const kept = new Map<string, Uint8Array>();
  const store: CountingStore = {
    hits: 0,
    writes: 0,
    read: key => {
      const bytes = kept.get(key);
      if (bytes !== undefined) store.hits++;
      return Promise.resolve(bytes ?? null);
    },
    write: (key, bytes) => {
      store.writes++;
      kept.set(key, Uint8Array.from(bytes));
      return Promise.resolve();
    },
  };
  return store;
}

/** The digests of all files, and all that is said of stories. */
async function make(options: CompileOptions, store: ByteStore): Promise<unknown> {
  const made: unknown[] = [];
  for await (const event of compileBooks(options, {}, store)) {
    if (event.type === 'artifactFinished') {
      const { content, ...facts } = event.artifact;
      made.push([digestOf(await bytesOf(content)), facts]);
    } else made.push(event);
  }
  return made;
}

describe('parts of books that earlier runs kept', () => {
  it('make the same bytes of every sample, in every edition, and are told the same', { timeout: 300_000 }, async () => {
    const { options } = await loadBook(join(samples, 'book.yaml'));
    const all = { ...options, editions: ['epub', 'kepub', 'pdf', 'print', 'booklet'] };
    const store = storeInMemory();
    const plain = await make(all, noStore);
    expect(await make(all, store)).toEqual(plain);
    const parts = store.writes;
    expect([parts, store.hits]).toEqual([options.stories.length + 2, 0]);
    expect(await make(all, store)).toEqual(plain);
    expect([store.writes, store.hits]).toEqual([parts, parts]);
  });

  it('are used for all stories but the one that changed, and a mended typo draws no cover', { timeout: 60_000 }, async () => {
    const text = (title: string, word: string): string =>
      `${title}\n\nby Ned Hollow\n\nThe lamp had been ${word} before anybody thought of asking who would carry it home.\n`;
    const storyOf = (title: string, word: string) => ({ files: [{ path: `${title}.txt`, content: text(title, word) }] });
    const book = { title: 'Two Lamps' };
    const before = { stories: [storyOf('One', 'lit'), storyOf('Two', 'litt')], book, editions: ['epub'] };
    const after = { ...before, stories: [storyOf('One', 'lit'), storyOf('Two', 'lit')] };
    const store = storeInMemory();
    await make(before, store);
    const parts = store.writes;
    expect(await make(after, store)).toEqual(await make(after, noStore));
    expect(store.writes - parts).toBe(1);
    expect(store.hits).toBe(3);
  });

  it('of a story are read anew with other settings', async () => {
    const story = { files: [{ path: 'lamp.txt', content: 'The Lamp\n\n"So it was," she said, and shut the door.\n' }] };
    const store = storeInMemory();
    const options: CompileOptions = { stories: [story], editions: ['epub'], cover: 'none' };
    await make(options, store);
    const other: CompileOptions = { ...options, typography: 'off' };
    expect(await make(other, store)).toEqual(await make(other, noStore));
    expect(store.hits).toBe(0);
  });
});
