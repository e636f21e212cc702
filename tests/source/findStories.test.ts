import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareNaturally, findStories } from '../../src/source/findStories.ts';
import { maxSourceBytes, readSource } from '../../src/source/readSource.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fascicle-source-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(...names: readonly string[]): void {
  for (const name of names) writeFileSync(join(folder, name), 'text');
}

describe('compareNaturally', () => {
  it('sorts chapters as a person would', () => {
    const names = ['ch10.txt', 'ch2.txt', 'Ch1.txt', 'ch1b.txt', 'epilogue.txt', '9.txt', '010.txt'];
    expect(names.sort(compareNaturally)).toEqual([
      '9.txt',
      '010.txt',
      'Ch1.txt',
      'ch1b.txt',
      'ch2.txt',
      'ch10.txt',
      'epilogue.txt',
    ]);
  });

  it('is a total order, whatever the names', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(Math.sign(compareNaturally(left, right))).toBe(-Math.sign(compareNaturally(right, left)) + 0);
        expect(compareNaturally(left, right) === 0).toBe(left === right);
      }),
    );
  });
});

describe('findStories', () => {
  it('finds the stories of a folder in natural order, and leaves out what is about the folder', async () => {
    write('b.md', 'a10.txt', 'a2.txt', 'cover.png', 'README.md', 'LICENSE.txt', 'book.yaml', '.hidden.txt');
    const found = await findStories(folder);
    expect(found.paths.map(path => basename(path))).toEqual(['a2.txt', 'a10.txt', 'b.md']);
    expect(found.leftOut.map(path => basename(path))).toEqual(['cover.png']);
    expect(found.folder).toBe(folder);
  });

  it('does not look into folders inside', async () => {
    write('a.txt');
    mkdirSync(join(folder, 'drafts'));
    writeFileSync(join(folder, 'drafts', 'b.txt'), 'text');
    expect((await findStories(folder)).paths.map(path => basename(path))).toEqual(['a.txt']);
  });

  it('finds the stories a pattern matches', async () => {
    write('a.txt', 'b.md', 'c.png');
    const found = await findStories(`${folder}/*`);
    expect(found.paths.map(path => basename(path))).toEqual(['a.txt', 'b.md']);
    expect(found.leftOut.map(path => basename(path))).toEqual(['c.png']);
  });

  it('takes a name with brackets as the file it is', async () => {
    write('smoke [draft].txt');
    expect((await findStories(join(folder, 'smoke [draft].txt'))).paths).toHaveLength(1);
  });

  it.each([
    ['a path that is not there', 'gone.txt', 'source/missing-path', 'There is no file or folder'],
    ['a folder without a story', '.', 'source/no-stories-in-folder', 'holds no story: it is empty'],
    ['a pattern without a match', '*.txt', 'source/no-match', 'matches no file'],
  ])('says what is wrong with %s', async (_, input, code, message) => {
    await expect(findStories(join(folder, input))).rejects.toMatchObject({ code, message: expect.stringContaining(message) as string, hint: expect.any(String) as string }); // prettier-ignore
  });

  it('says what a folder holds instead of stories', async () => {
    write('photo.png');
    await expect(findStories(folder)).rejects.toMatchObject({ message: `The folder ${folder} holds no story: it has photo.png.` }); // prettier-ignore
  });

  it('refuses a file in another format, and names the formats', async () => {
    write('story.docx');
    await expect(findStories(join(folder, 'story.docx'))).rejects.toMatchObject({
      code: 'source/unknown-format',
      hint: expect.stringContaining('.txt, .text, .md, .markdown') as string,
    });
  });
});

describe('readSource', () => {
  it('says that a folder is none, whatever its name', async () => {
    mkdirSync(join(folder, 'x.txt'));
    await expect(readSource(join(folder, 'x.txt'))).rejects.toMatchObject({ code: 'source/not-a-file', message: expect.stringContaining('is a folder') as string }); // prettier-ignore
  });

  it.skipIf(process.getuid?.() === 0)('says that permission is denied', async () => {
    write('secret.txt');
    chmodSync(join(folder, 'secret.txt'), 0);
    await expect(readSource(join(folder, 'secret.txt'))).rejects.toMatchObject({ code: 'source/not-readable', message: expect.stringContaining('permission is denied') as string }); // prettier-ignore
  });

  it('has a limit that no novel reaches', () => {
    expect(maxSourceBytes).toBeGreaterThan(30_000_000);
  });
});
