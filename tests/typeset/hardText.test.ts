import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/book/tree.ts';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import type { PrintDesign } from '../../src/theme/theme.ts';
import { processorTime } from '../support/processorTime.ts';
import { bookOf, bodyPages, paragraph, prose, textOf, type Typeset, typeset } from './books.ts';

/** What no person writes and some file holds: text that is set without being lost, in a time that grows with it. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a word longer than the measure', `So it was ${'n'.repeat(200)} and more. ${prose(40, 1)}`, ['typeset/broken-word']],
  ['100,000 letters without a space', 'lamp'.repeat(25_000), ['typeset/broken-word']],
  [
    '10,000 marks on one letter',
    `${prose(9, 1)} a${'\u0301'.repeat(10_000)} ${prose(9, 2)}`,
    ['typeset/stacked-marks'],
  ],
  ['a paragraph of 100,000 words', prose(100_000, 3), []],
  ['a million spaces', `one${' '.repeat(1_000_000)}two ${prose(40, 4)}`, []],
  ['100,000 places to break without a width', `a${'\u200b'.repeat(100_000)}b ${prose(40, 5)}`, []],
  ['100,000 words of one letter', 'a '.repeat(100_000).trim(), []],
  ['100,000 dashes', '—'.repeat(100_000), ['typeset/broken-word']],
  ['100,000 wide signs', '灯'.repeat(100_000), []],
];

/** The work of 100,000 words takes about a tenth of this on a machine that has nothing else to do. */
const mostMilliseconds = 6_000;

const plain = (value: string): string => value.replace(/[\s\u200b]+/g, '');

function expectInsidePage({ pages }: Typeset): void {
  const [widthPt] = pages.trimPt;
  const beyond = pages.pages.flatMap(page =>
    page.frames.flatMap(frame =>
      frame.lines.flatMap(line => line.runs.filter(run => run.xPt < 0 || run.xPt + run.widthPt > widthPt)),
    ),
  );
  expect(beyond).toEqual([]);
}

describe('text that is hard to break', () => {
  it.each(cases)(
    'sets %s',
    (_, value, codes) => {
      const results: Typeset[] = [];
      const elapsedMs = processorTime(() => {
        results.push(typeset(bookOf(paragraph(value))));
      });
      const [made = typeset(bookOf())] = results;
      expect(plain(textOf(bodyPages(made.pages))).startsWith(`TheHat${plain(value)}`)).toBe(true);
      expect(made.diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining([...codes]));
      expectInsidePage(made);
      expect(elapsedMs).toBeLessThan(mostMilliseconds);
    },
    60_000,
  );

  it.each<readonly [string, Partial<PrintDesign>]>([
    ['a size of nothing', { bodyFontSizePt: 0.001 }],
    ['a size of 30 points', { bodyFontSizePt: 30, leadingPt: 36 }],
    ['no leading', { leadingPt: 1 }],
    ['an indent wider than the measure', { paragraphIndentPt: 900 }],
  ])(
    'sets text in %s',
    (_, changes) => {
      const value = prose(300, 6);
      const made = typeset(bookOf(paragraph(value), paragraph(value)), changes);
      expect(plain(textOf(bodyPages(made.pages))).startsWith(`TheHat${plain(value)}${plain(value)}`)).toBe(true);
      expectInsidePage(made);
    },
    60_000,
  );

  it('sets forty quotations in each other, and forty lists, upright, in reading size and inside the page', () => {
    const quote = (depth: number): Block[] => [
      paragraph(`Level ${depth} of a mail.`),
      ...(depth === 40 ? [] : [{ type: 'blockQuote' as const, children: quote(depth + 1) }]),
    ];
    const list = (depth: number): Block[] => [
      paragraph(`Item ${depth} of a list.`),
      ...(depth === 40 ? [] : [{ type: 'list' as const, ordered: false, start: 1, items: [list(depth + 1)] }]),
    ];
    const made = typeset(bookOf(...quote(1), ...list(1)));
    const text = textOf(bodyPages(made.pages));
    for (let depth = 1; depth <= 40; depth++) {
      expect(text).toContain(`Level ${depth} of a mail.`);
      expect(text).toContain(`Item ${depth} of a list.`);
    }
    expect(Math.min(...made.pages.styles.map(({ sizePt }) => sizePt))).toBeGreaterThan(7);
    expectInsidePage(made);
  });

  it('says that a size that leaves no measure is too large', () => {
    expect(() => typeset(bookOf(paragraph('Once.')), { bodyFontSizePt: 1_000 })).toThrow(CompileError);
  });
});
