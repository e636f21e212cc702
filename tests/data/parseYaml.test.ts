import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/data/parseYaml.ts';

describe('parseYaml', () => {
  it('keeps dates and words as text', () => {
    expect(parseYaml('date: 2024-10-31\ntitle: No\nnumber: 1984\n')).toEqual({ ok: true, value: { date: '2024-10-31', title: 'No', number: 1984 } }); // prettier-ignore
  });

  it('names the line of each mistake', () => {
    const result = parseYaml('title: a\nstories:\n  - a.txt\n - b.txt\n');
    expect(result).toMatchObject({ ok: false, problems: [{ line: 4 }] });
  });

  it('refuses a key that stands twice', () => {
    expect(parseYaml('title: a\ntitle: b\n')).toMatchObject({ ok: false, problems: [{ line: 2 }] });
  });

  it('lets no small file grow without bound', () => {
    const levels = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'.charAt(index)}`).join(', ')}]`)]; // prettier-ignore
    expect(parseYaml(levels.join('\n')).ok).toBe(false);
  });

  it('reads an empty file as nothing', () => {
    expect(parseYaml('')).toEqual({ ok: true, value: null });
  });
});
