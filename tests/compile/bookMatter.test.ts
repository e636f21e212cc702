import { describe, expect, it } from 'vitest';
import { ImageLibrary } from '../../src/compile/imageLibrary.ts';
import { readBookMatter } from '../../src/compile/readBookMatter.ts';

const pageOf = (content: string, path = 'introduction.md') =>
  readBookMatter({ frontMatter: [{ role: 'introduction', file: { path, content } }] }, new ImageLibrary(false));

describe('the pages of a book’s own', () => {
  it('keep their heading as title, and every paragraph', async () => {
    const { front } = await pageOf('# A Word Before\n\nIt is "me".\n\nArchive: gladly.\n\n***\n\nFin.\n');
    expect(front).toMatchObject([
      {
        role: 'introduction',
        title: [{ type: 'text', value: 'A Word Before' }],
        blocks: [
          { type: 'paragraph', children: [{ value: expect.stringMatching(/^It is/) as string }] },
          { type: 'paragraph', children: [{ value: 'Archive: gladly.' }] },
          { type: 'thematicBreak' },
          { type: 'paragraph', children: [{ value: 'Fin.' }] },
        ],
      },
    ]);
  });

  it('take the title that their front matter states', async () => {
    const { front } = await pageOf('---\ntitle: Before\n---\n\nIt is me.\n');
    expect(front).toMatchObject([{ title: [{ value: 'Before' }], blocks: [{ type: 'paragraph' }] }]);
  });

  it('tell what was left out of them', async () => {
    const { diagnostics } = await pageOf('Look:\n\n![a boat](boat.png)\n');
    expect(diagnostics).toMatchObject([{ code: 'images/outside-folder', span: { file: 'introduction.md' } }]);
  });
});
