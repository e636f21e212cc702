import { describe, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { runShelf } from '../../src/shelf/runShelf.ts';
import { takeShard } from '../../src/shelf/selectBooks.ts';
import { planShelf } from '../../src/shelf/planShelf.ts';
import { useShelf } from './useShelf.ts';

const shelf = useShelf();
const books = 12;

/** Builds one part of the shelf, without a cache, and returns how many books it made. */
async function buildShard(index: number, of: number, out: string): Promise<number> {
  const plan = await planShelf(shelf.path('fascicle.yaml'), { outputFolder: shelf.path(out), settle: book => book });
  let made = 0;
  for await (const event of runShelf(takeShard(plan, { index, of }), { jobs: 1 })) {
    if (event.type !== 'bookFinished') continue;
    expect(event.book).toMatchObject({ status: 'built', failedFiles: [] });
    made += 1;
  }
  return made;
}

describe('the shards of a shelf', () => {
  it('are the whole, byte for byte, however many there are', async () => {
    const stories = Array.from({ length: books }, (_, index) => [`${index % 3}/night-${index}.txt`, `Night ${index}\n\nby Ned Hollow\n\nThe lamp of night ${index} was lit before anybody thought of asking.\n`]); // prettier-ignore
    shelf.write(Object.fromEntries(stories) as Record<string, string>);
    writeFileSync(shelf.path('fascicle.yaml'), 'editions: [epub]\ncover: none\nbooks: ["*/*.txt"]\n');
    expect(await buildShard(1, 1, 'whole')).toBe(books);
    const whole = shelf.read('whole');
    expect(Object.keys(whole)).toHaveLength(books);
    for (let of = 2; of <= 8; of++) {
      let made = 0;
      for (let index = of; index >= 1; index--) made += await buildShard(index, of, `of-${of}`);
      expect(made).toBe(books);
      expect(shelf.read(`of-${of}`)).toEqual(whole);
    }
  }, 60_000);
});
