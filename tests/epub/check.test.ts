import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/openArchive.ts';
import { authorIndexId } from '../../src/epub/authorIndexPage.ts';
import { pageFileName } from '../../src/epub/bookPage.ts';
import { writeEpub } from '../../src/epub/writeEpub.ts';
import { checkEpub } from '../../src/verify/checkEpub.ts';
import { fullCollection, optionsWithCover } from './books.ts';

describe('check', () => {
  it('has nothing to say of a collection of everything, its index among the landmarks', async () => {
    const epub = await writeEpub(fullCollection, optionsWithCover);
    expect(openArchive(epub).entries.map(entry => entry.path)).toContain(`OEBPS/${pageFileName(authorIndexId)}`);
    expect(await checkEpub(epub)).toEqual([]);
  });
});
