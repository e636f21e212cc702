import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLineBreakRules } from '../../src/typeset/lineBreakRules.ts';
import { findUnicodeBreaks, needsUnicodeBreaks } from '../../src/typeset/unicodeBreaks.ts';
import { findGraphemeBreaks, findWordBreaks } from '../../src/typeset/wordBreaks.ts';

function cut(word: string): string {
  const offsets = findWordBreaks(word);
  return [0, ...offsets].map((start, index) => word.slice(start, offsets[index])).join('|');
}

describe('findWordBreaks', () => {
  it.each([
    ['sea—and', 'sea—|and'],
    ['sea—”', 'sea—”'],
    ['well-known', 'well-|known'],
    ['-5', '-5'],
    ['so…“what', 'so…|“what'],
    ['wait...what', 'wait...|what'],
    ['plain', 'plain'],
    ['“(Don’t!)”', '“(Don’t!)”'],
    ['don’t—go', 'don’t—|go'],
    ['rock’n’roll…“no', 'rock’n’roll…|“no'],
    ['https://example.org/stories/one', 'https://|example.|org/|stories/|one'],
    ['日月。', '日|月。'],
    ['「天地」', '「天|地」'],
    ['他说：“你好”吗？', '他|说：|“你|好”|吗？'],
    ['了——他', '了——|他'],
    ['没有……', '没|有……'],
    ['ちょっと', 'ちょっ|と'],
    ['コーヒー・カップ', 'コー|ヒー・|カッ|プ'],
    ['人々（十二個）を', '人々|（十|二|個）|を'],
    ['大约120公里', '大|约|120|公|里'],
    ['在Port站', '在|Port|站'],
    ['100％の', '100％|の'],
    ['바닷가의', '바닷가의'],
    ['2024년의', '2024년의'],
    ['가자！그는', '가자！|그는'],
    ['👩‍👩‍👧😀', '👩‍👩‍👧|😀'],
    ['🇫🇷🇩🇪', '🇫🇷|🇩🇪'],
    ['👍🏽!', '👍🏽!'],
    ['ไปทะเล', 'ไป|ทะเล'],
    ['บ้านเก่า', 'บ้าน|เก่า'],
    ['ฯลฯ)', 'ฯลฯ)'],
    ['नमस्ते', 'नमस्ते'],
    ['בית־ספר', 'בית־|ספר'],
    ['“oui\u00a0!”', '“oui\u00a0!”'],
    ['«\u202foui\u202f»', '«\u202foui\u202f»'],
    ['1\u202f000', '1\u202f000'],
    ['and/or', 'and/or'],
    ['a\u2060天', 'a\u2060天'],
    ['zero\u200bwidth', 'zero\u200b|width'],
  ])('breaks %s as %s', (word, expected) => {
    expect(cut(word)).toBe(expected);
  });
});

describe('findGraphemeBreaks', () => {
  it('agrees with the segmenter however long the word', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const units = fc.constantFrom('a', 'e\u0301', '👩‍👩‍👧', '🇫🇷', '字', '\u0301\u0301', 'न्');
    fc.assert(
      fc.property(fc.array(units, { minLength: 1, maxLength: 900 }), parts => {
        const word = parts.join('');
        const expected = Array.from(segmenter.segment(word), ({ index }) => index).filter(index => index > 0);
        expect(findGraphemeBreaks(word)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('findUnicodeBreaks', () => {
  it('agrees with the rules asked about the whole word, but for what is tailored', () => {
    const rules = loadLineBreakRules();
    const units = fc.constantFrom(
      '天',
      '地',
      'の',
      'ッ',
      'ー',
      '々',
      '。',
      '、',
      '「',
      '」',
      '（',
      '）',
      '！',
      '…',
      '・',
      '12',
      'ab',
      '％',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(units, { minLength: 1, maxLength: 30 }), parts => {
        const word = parts.join('');
        const isOurs = (offset: number): boolean =>
          /^[\u0000-\u08ff…]{2}$/.test(word.slice(offset - 1, offset + 1)) || word.charAt(offset) === '…';
        expect(findUnicodeBreaks(word)).toEqual(rules(word).filter(offset => !isOurs(offset)));
      }),
      { numRuns: 500 },
    );
  });

  it('is asked about no word in an alphabet', () => {
    for (const word of ['naïve', 'Łódź', 'здравствуйте', 'ἀρχή', 'שלום', 'كتاب', 'so…“what', 'e\u0301']) {
      expect(needsUnicodeBreaks(word)).toBe(false);
    }
    for (const word of ['語', 'ไทย', '😀', '한국']) expect(needsUnicodeBreaks(word)).toBe(true);
  });

  it('takes time that grows with the length of the word', () => {
    const timeOf = (count: number): number => {
      const word = '天地玄黃，宇宙「洪荒」。'.repeat(count);
      const start = performance.now();
      findUnicodeBreaks(word);
      return performance.now() - start;
    };
    timeOf(100);
    expect(timeOf(8_000)).toBeLessThan(Math.max(timeOf(2_000), 5) * 16);
  });
});
