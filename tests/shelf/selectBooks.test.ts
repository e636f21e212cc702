import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import { readShard, shardOf, takeOnly, takeShard } from '../../src/shelf/selectBooks.ts';
import type { ShelfPlan } from '../../src/shelf/shelfPlan.ts';

function planOf(ids: readonly string[], failed: readonly string[] = []): ShelfPlan {
  return {
    jobs: ids.map(id => ({ id, options: { stories: [] }, outputFolder: 'out', failedStories: [], diagnostics: [] })),
    failed: failed.map(id => ({ id, diagnostics: [] })),
    diagnostics: [],
    settings: { outputFolder: 'out', cache: undefined, cacheSize: undefined, jobs: undefined },
    leftOut: 0,
  };
}

const idsOf = ({ jobs, failed }: ShelfPlan): string[] => [...jobs, ...failed].map(({ id }) => id);

describe('takeShard', () => {
  it('puts every book into one shard, whatever else is on the shelf', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 50 }), fc.integer({ min: 1, max: 8 }), (ids, count) => {
        const plan = planOf(ids.slice(1), ids.slice(0, 1));
        const shards = Array.from({ length: count }, (_, index) => takeShard(plan, { index: index + 1, of: count }));
        expect(shards.flatMap(idsOf).sort()).toEqual(ids.toSorted());
        for (const shard of shards) expect(idsOf(shard).length + shard.leftOut).toBe(ids.length);
      }),
    );
  });

  it('is the same on every machine and with every release', () => {
    expect(shardOf('sub/e\u0301.md', 1000)).toBe(shardOf('sub/é.md', 1000));
    expect([1, 2, 3, 8, 16].map(count => shardOf('lamps/ned.txt', count))).toMatchInlineSnapshot(`
      [
        1,
        1,
        1,
        3,
        3,
      ]
    `);
  });

  it('spreads a shelf evenly', () => {
    const ids = Array.from({ length: 4000 }, (_, index) => `stories/${index}.txt`);
    const sizes = Array.from({ length: 8 }, (_, index) => idsOf(takeShard(planOf(ids), { index: index + 1, of: 8 })).length);
    for (const size of sizes) expect(Math.abs(size - 500)).toBeLessThan(100);
  }); // prettier-ignore
});

describe('readShard', () => {
  it('reads which of how many', () => {
    expect(readShard(' 3 / 16 ')).toEqual({ index: 3, of: 16 });
  });

  it.each(['', '0/4', '5/4', '1/0', '-1/4', '1', '1/', 'a/b', '1/4/2', '1.5/4', '1/9999999', '٣/٤'])(
    'refuses %j',
    text => {
      expect(() => readShard(text)).toThrow(CompileError);
    },
  );
});

describe('takeOnly', () => {
  const plan = planOf(['lamps/ned.txt', 'lamps/Wick.txt', 'novel/book.yaml'], ['bad/book.yaml']);

  it.each([
    [['ned'], ['lamps/ned.txt']],
    [['WICK'], ['lamps/Wick.txt']],
    [['lamps/*'], ['lamps/ned.txt', 'lamps/Wick.txt']],
    [['w*'], ['lamps/Wick.txt']],
    [
      ['novel', './lamps/ned.txt'],
      ['lamps/ned.txt', 'novel/book.yaml'],
    ],
    [['*/book.yaml'], ['novel/book.yaml', 'bad/book.yaml']],
  ])('%j takes %j', (patterns, expected) => {
    const taken = takeOnly(plan, patterns);
    expect(idsOf(taken)).toEqual(expected);
    expect(taken.leftOut).toBe(4 - expected.length);
  });

  it('refuses a pattern that means no book, with the nearest', () => {
    expect(() => takeOnly(plan, ['ned', 'wikc'])).toThrow(/^--only wikc is no book of the shelf\.$/);
    try {
      takeOnly(plan, ['wikc']);
    } catch (error) {
      expect(error).toMatchObject({ code: 'config/usage', hint: 'Did you mean "lamps/Wick.txt"?' });
    }
  });
});
