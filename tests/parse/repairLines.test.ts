import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../src/compile/readStory.ts';
import { repairLines } from '../../src/parse/repairLines.ts';
import { ledgerFaults, ledgerLetters, lettersOf, storyLetters } from '../normalize/ledger.ts';

function repair(...lines: string[]): readonly string[] {
  return repairLines({ path: 'a.txt', format: 'plainText', encoding: 'utf-8', byteLength: 0, sha256: '', lines }, () => undefined).lines; // prettier-ignore
}

describe('letters encoded twice', () => {
  it.each([
    ['â€œCome in,â€\u009d she said.', '“Come in,” she said.'],
    ['ItÂ’s late. donâ€™t', 'ItÂ’s late. don’t'],
    ['CafÃ©, faÃ§ade, naÃ¯ve', 'Café, façade, naïve'],
    ['Ð›Ð°Ð¼Ð¿Ð°', 'Лампа'],
    ['ðŸ˜€', '😀'],
    ['lost ï¿½ here', 'lost \ufffd here'],
  ])('are mended: %s', (damaged, mended) => {
    expect(repair(damaged)).toEqual([mended]);
  });

  it.each(['“LE CAFÉ»', 'Ã', 'à l’“aube”', 'Zoë’s “café” — déjà', 'AÄ±'])('are not seen in %s', text => {
    expect(repair(text)).toEqual([text]);
  });
});

describe('other damage', () => {
  it.each([
    ['&quot;Salt &amp; Sons&quot;', '"Salt & Sons"'],
    ['AT&T; and R&D', 'AT&T; and R&D'],
    ['In HTML one writes &amp;', 'In HTML one writes &amp;'],
    ['\\"No,\\" he said. \\"No.\\"', '"No," he said. "No."'],
    ['A path: C:\\"x', 'A path: C:\\"x'],
    ['So\u200bft', 'Soft'],
    ['👩\u200d🚒', '👩\u200d🚒'],
  ])('is mended where it is damage: %s', (line, expected) => {
    expect(repair(line)).toEqual([expected]);
  });
});

describe('every change of a letter', () => {
  const piece = fc.constantFrom('salt', 'lamp ', 'â€œ', 'â€™', 'Ã©', '&quot;', '&eacute;', '&#233;', '\\"', "\\'", '\u200b', '\u0007', ' Page 3 of 9 ', '.12', '\u00ad', 'Ð›', '?'); // prettier-ignore
  const line = fc.array(piece, { maxLength: 8 }).map(pieces => `salt ${pieces.join('')}`);

  it('is a listed repair, as often as it says', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), lines => {
        const content = `${'The keeper waited. '.repeat(100)}\n\n${lines.join('\n\n')}`;
        const story = readStory([{ path: 'a.txt', bytes: new TextEncoder().encode(content) }]);
        expect(ledgerFaults(story)).toEqual([]);
        const counts = letterCounts(ledgerLetters(story, ['body', 'matter']));
        for (const { kind, before, after, count = 1 } of story.evidence.repairs) {
          if (kind.startsWith('typographic')) continue;
          add(counts, before, -count);
          add(counts, after, count);
        }
        for (const [letter, count] of [...counts]) if (count === 0) counts.delete(letter);
        expect(Object.fromEntries([...counts].sort())).toEqual(Object.fromEntries([...letterCounts(storyLetters(story))].sort())); // prettier-ignore
      }),
      { numRuns: 200 },
    );
  });

  function letterCounts(text: string): Map<string, number> {
    const counts = new Map<string, number>();
    add(counts, text, 1);
    return counts;
  }

  function add(counts: Map<string, number>, text: string, times: number): void {
    for (const letter of lettersOf(text)) counts.set(letter, (counts.get(letter) ?? 0) + times);
  }
});
