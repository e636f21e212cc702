import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/book/tree.ts';
import { visualOrder } from '../../src/fonts/visualOrder.ts';
import type { Line, Page, Run } from '../../src/typeset/pageList.ts';
import { bodyPages, book, chapter, design, paragraph, story, text, typeset } from './books.ts';

interface Levels {
  readonly levels: Uint8Array;
}

interface Bidi {
  readonly getEmbeddingLevels: (value: string, direction: 'ltr' | 'rtl') => Levels;
  readonly getReorderSegments: (value: string, levels: Levels, start: number, end: number) => [number, number][];
}

/** The library itself, which reorders whole lines by its own means. */
const bidi = (createRequire(import.meta.url)('bidi-js') as () => Bidi)();

function linesOf(language: string, ...blocks: Block[]): Line[] {
  const pages = typeset(book([story('The Hat', [chapter(blocks)], {}, language)])).pages;
  return bodyLines(bodyPages(pages)).slice(1);
}

function bodyLines(pages: readonly Page[]): Line[] {
  return pages.flatMap(page => page.frames.filter(frame => frame.element !== null).flatMap(frame => frame.lines));
}

function fromLeftToRight(runs: readonly Run[]): Run[] {
  return runs.filter(run => run.widthPt > 0).sort((a, b) => a.xPt - b.xPt);
}

/** What a line looks like from left to right, a character each. */
function seen({ runs }: Line): string {
  const turned = fromLeftToRight(runs).map(run =>
    run.direction === 'rtl' ? Array.from(run.text).reverse().join('') : run.text,
  );
  return turned.join('').trim();
}

const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      'שלום',
      'הים',
      'كتاب',
      'و',
      'sea',
      'David',
      '12',
      '17:45',
      '١٢٠',
      '3.5',
      '-',
      '%',
      'a(ב)c',
      '(שם)',
      'ב"ה',
      'x-ג',
    ),
    fc
      .array(fc.constantFrom('א', 'ע', 'ب', 'b', 'Q', '7', '٣', '(', ')', '.', ',', '!', '-', '+', '«', '»'), {
        minLength: 1,
        maxLength: 7,
      })
      .map(letters => letters.join('')),
  ),
  { minLength: 1, maxLength: 60 },
);

describe('lines of mixed directions', () => {
  it.each(['he', 'el'])(
    'are ordered as the algorithm orders them (%s)',
    language => {
      const direction = language === 'he' ? 'rtl' : 'ltr';
      fc.assert(
        fc.property(words, chosen => {
          const value = chosen.join(' ');
          const levels = bidi.getEmbeddingLevels(value, direction);
          let start = 0;
          for (const line of linesOf(language, paragraph(value))) {
            const said = line.runs.map(run => run.text).join('');
            if (!value.startsWith(said.trimEnd(), start) || said.trim() === '') break;
            const end = Math.min(start + said.length, value.length);
            const characters = value.slice(start, end).split('');
            for (const [from, to] of bidi.getReorderSegments(value, levels, start, end - 1)) {
              characters.splice(
                from - start,
                to - from + 1,
                ...characters.slice(from - start, to - start + 1).reverse(),
              );
            }
            expect(seen(line)).toBe(characters.join('').trim());
            start = end;
          }
          expect(start).toBe(value.length);
        }),
        { numRuns: 120 },
      );
    },
    60_000,
  );

  it('hold their words in reading order, in runs that touch but do not overlap', () => {
    const value =
      'בשנת 1987 הגיע David Levi אל העיר (הקטנה) שעל שפת הים. הוא נשא עמו מזוודה אחת, שלושה ספרים, וכובע אדום.';
    const lines = linesOf('he', paragraph(value));
    expect(
      lines
        .map(line => line.runs.map(run => run.text).join(''))
        .join('')
        .startsWith(value),
    ).toBe(true);
    for (const line of lines) {
      const runs = fromLeftToRight(line.runs);
      runs.slice(1).forEach((run, index) => {
        const before = runs[index];
        expect(Math.abs((before?.xPt ?? 0) + (before?.widthPt ?? 0) - run.xPt)).toBeLessThan(0.05);
      });
    }
  });

  it('turn every sequence round at its level or above', () => {
    expect(visualOrder([0, 0, 0])).toEqual([0, 1, 2]);
    expect(visualOrder([1, 1, 1])).toEqual([2, 1, 0]);
    expect(visualOrder([1, 2, 2, 1])).toEqual([3, 1, 2, 0]);
    expect(visualOrder([0, 1, 2, 1, 0])).toEqual([0, 3, 2, 1, 4]);
  });
});

describe('paragraphs from right to left', () => {
  const prose = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? 'הכובע' : 'האדום')).join(' ');
  const edgesOf = (line: Line): [left: number, right: number] => [
    Math.min(...line.runs.map(run => run.xPt)),
    Math.max(...line.runs.map(run => run.xPt + run.widthPt)),
  ];

  it('begin in from the right and end at the right', () => {
    const lines = linesOf('he', paragraph('כן.'), paragraph(prose)).slice(1);
    const full = lines.filter(line => /[א-ת ]{30}/.test(line.runs.map(run => run.text).join('')));
    const [opening, ...others] = full.map(edgesOf);
    const right = others[0]?.[1] ?? 0;
    expect((opening?.[1] ?? 0) - right).toBeCloseTo(-14, 0);
    for (const [, end] of others) expect(end).toBeCloseTo(right, 0);
  });

  it('are told by their first strong character where no language is', () => {
    const [hebrew] = linesOf('und', paragraph('(1) כן, really.'));
    const [latin] = linesOf('und', paragraph('(1) really, כן.'));
    expect(hebrew?.runs[0]?.xPt ?? 0).toBeGreaterThan(200);
    expect(latin?.runs[0]?.xPt).toBeCloseTo(58, 0);
    expect(latin === undefined ? '' : seen(latin)).toBe('(1) really, ןכ.');
  });

  it('keep links and emphasis on the words they are of', () => {
    const lines = linesOf('he', {
      type: 'paragraph',
      children: [
        text('אל '),
        { type: 'link', url: 'https://example.org', children: [text('הים הגדול')] },
        text(' ועוד'),
      ],
    });
    const linked = lines.flatMap(line => line.runs).filter(run => run.target !== undefined);
    expect(linked.map(run => run.text)).toEqual(['הים הגדול']);
  });
});

describe('a book that is read from right to left', () => {
  const prose = Array.from({ length: 700 }, (_, index) => (index % 2 === 0 ? 'הכובע' : 'האדום')).join(' ');
  const { pages } = typeset(
    book([
      story(
        'הכובע',
        [chapter([paragraph(prose)], { title: [text('א')] }), chapter([paragraph(prose)], { title: [text('ב')] })],
        {},
        'he',
      ),
    ]),
  );

  it('says so, and binds its pages at the right', () => {
    expect(pages.direction).toBe('rtl');
    const full = bodyPages(pages).filter(page => bodyLines([page]).length > 20);
    expect(new Set(full.map(page => page.side))).toEqual(new Set(['recto', 'verso']));
    for (const page of full) {
      const runs = bodyLines([page]).flatMap(line => line.runs);
      const left = page.side === 'recto' ? design.marginsPt.outer : design.marginsPt.inner;
      expect(Math.min(...runs.map(run => run.xPt))).toBeCloseTo(left, 0);
    }
  });

  it('has its folios outside', () => {
    const folios = bodyPages(pages).flatMap(page => {
      const runs = page.frames
        .filter(frame => frame.element === null)
        .flatMap(frame => frame.lines.flatMap(line => line.runs));
      const folio = runs.find(run => run.text === String(page.folio.number));
      return folio === undefined || runs.length < 2 ? [] : [{ side: page.side, xPt: folio.xPt }];
    });
    expect(folios.length).toBeGreaterThan(1);
    for (const { side, xPt } of folios) expect(xPt < 198).toBe(side === 'recto');
  });

  it('has names of any script at the right of the index of authors', () => {
    const own = (title: string, name: string) => {
      const each = story(title, [chapter([paragraph(prose)])], {}, 'he');
      return { ...each, metadata: { ...each.metadata, authors: [{ text: { name }, origin: 'text' as const, confidence: 1 }] } };
    }; // prettier-ignore
    const names = [
      'Anna Tinsel',
      'דוב כהן',
      'Dov Stern',
      'Eli Marsh',
      'Finn Aske',
      'Gwen Tarn',
      'Hal Moor',
      'Ivy Lock',
    ];
    const [first = story('א', []), ...others] = names.map((name, index) => own(`הכובע ${index}`, name));
    const shown = bodyLines(typeset(book([first, ...others])).pages.pages.slice(-3)).filter(({ runs }) => names.includes(runs.map(run => run.text).join('').trim())); // prettier-ignore
    expect(shown.length).toBeGreaterThanOrEqual(names.length);
    for (const { runs } of shown) {
      const rightPt = Math.max(...runs.map(run => run.xPt + run.widthPt));
      expect([396 - 58, 396 - 50].some(edgePt => Math.abs(rightPt - edgePt) < 1)).toBe(true);
    }
  });

  it('ends its imprint’s English sentence in its point, at the right edge', () => {
    const line = bodyLines(pages.pages.slice(0, 2)).find(({ runs }) => runs.some(run => run.text.includes('fascicle')));
    expect(line === undefined ? '' : seen(line)).toMatch(/^Set in .*fascicle\.$/);
    const rightPt = Math.max(...(line?.runs.map(run => run.xPt + run.widthPt) ?? []));
    expect([396 - 58, 396 - 50].some(edgePt => Math.abs(rightPt - edgePt) < 1)).toBe(true);
  });

  it('leads from its titles at the right to the pages at the left', () => {
    const contents = pages.pages.find(page => page.rules.some(rule => rule.isDotted));
    const lines =
      contents === undefined
        ? []
        : bodyLines([contents]).filter(line => line.runs.some(run => run.target !== undefined));
    expect(lines).toHaveLength(2);
    for (const { runs } of lines) {
      const [title, number] = runs;
      expect(number?.xPt ?? 0).toBeLessThan(title?.xPt ?? 0);
      const rule = contents?.rules.find(
        each => each.fromPt[0] > (number?.xPt ?? 0) && each.toPt[0] < (title?.xPt ?? 0),
      );
      expect(rule).toBeDefined();
    }
  });

  it('sets a table within the column, its first column at the right', () => {
    const cells = (...words: string[]) => words.map(word => [text(word)]);
    const lines = linesOf('he', { type: 'table', header: cells('שעה', 'פעמון'), rows: [cells('אחת', 'שתיים')] });
    expect(lines).toHaveLength(2);
    for (const { runs } of lines) {
      const [first, second] = runs;
      expect((second?.xPt ?? 0) + (second?.widthPt ?? 0)).toBeLessThan(first?.xPt ?? 0);
      expect((first?.xPt ?? 0) + (first?.widthPt ?? 0)).toBeLessThan(396 - design.marginsPt.outer);
      expect(second?.xPt ?? 0).toBeGreaterThan(design.marginsPt.outer);
    }
  });

  it('hangs the marks of a list out at the right', () => {
    const items = Array.from({ length: 12 }, () => [paragraph('הכובע האדום')]);
    const lines = linesOf('he', { type: 'list', ordered: true, start: 1, items });
    const [twelfth] = lines.filter(line =>
      line.runs
        .map(run => run.text)
        .join('')
        .startsWith('12.'),
    );
    expect(twelfth === undefined ? '' : seen(twelfth)).toBe('םודאה עבוכה .12');
    expect(Math.max(...(twelfth?.runs ?? []).map(run => run.xPt + run.widthPt))).toBeCloseTo(396 - 58 - 11, 0);
  });
});
