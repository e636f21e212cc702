import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../src/book/tree.ts';
import type { Line, Page, PageList, Run } from '../../src/typeset/pageList.ts';
import type { PrintDesign } from '../../src/theme/theme.ts';
import {
  book,
  bodyPages,
  chapter,
  matter,
  paragraph,
  paragraphs,
  prose,
  story,
  text,
  textOf,
  typeset,
} from './books.ts';

const rest = ` ${prose(80, 7).toLowerCase()}`;

function opened(first: Block, changes: Partial<PrintDesign> = {}, language = 'en'): PageList {
  const body = [first, ...paragraphs(3)];
  const anthology = book([story('The Hat', [chapter(body)], {}, language)]);
  return typeset(anthology, { openings: 'dropCap', ...changes }).pages;
}

const openedWith = (words: string, changes: Partial<PrintDesign> = {}): PageList =>
  opened(paragraph(words + rest), changes);

/** The lines of the first page's text. */
function textLines(pages: PageList): Line[] {
  const [page] = bodyPages(pages);
  const frames = page?.frames.filter(({ element }) => element !== null && pages.elements[element]?.role === 'P');
  return frames?.flatMap(frame => frame.lines) ?? [];
}

const first = (line: Line | undefined): Run | undefined => line?.runs[0];

const letterOf = (pages: PageList): Run | undefined =>
  first(textLines(pages)[0])?.text.startsWith('“') === true ? textLines(pages)[0]?.runs[1] : first(textLines(pages)[0]);

const styleOf = (pages: PageList, run: Run | undefined): PageList['styles'][number] | undefined =>
  pages.styles[run?.style ?? -1];

describe('a drop cap', () => {
  it.each(['Anna', 'When', 'Just', 'Quite', '“In', 'Élan', 'Lamps', 'The', 'I', 'A'])(
    'stands on the baseline of its last line: %s',
    words => {
      const pages = openedWith(words);
      const lines = textLines(pages);
      const style = styleOf(pages, letterOf(pages));
      const [baseline = NaN, , third = NaN] = lines.map(line => line.baselinePt);
      expect(style?.sizePt).toBeGreaterThan(30);
      expect(baseline - (style?.risePt ?? NaN)).toBeCloseTo(third, 6);
    },
  );

  it.each(['Anna', 'Quite', 'Just', '“In', 'The', 'A'])(
    'keeps off the lines beside it, and they keep to the measure: %s',
    words => {
      const pages = openedWith(words);
      const lines = textLines(pages);
      const cap = letterOf(pages);
      const capEnd = (cap?.xPt ?? NaN) + (cap?.widthPt ?? NaN);
      const columnPt = first(lines[5])?.xPt ?? NaN;
      for (const line of lines.slice(1, 3)) expect(first(line)?.xPt).toBeGreaterThan(capEnd - 5);
      for (const line of lines.slice(0, 4)) {
        const last = line.runs.at(-1);
        expect((last?.xPt ?? NaN) + (last?.widthPt ?? NaN)).toBeLessThan(columnPt + 288 + 5);
      }
    },
  );

  it('loses no word and reads as one word with what follows', () => {
    const pages = openedWith('“Once');
    expect(textOf(bodyPages(pages))).toContain(`“Once${rest} `);
    const word = textLines(pages)[0]?.runs.filter(run => run.wholeWord !== undefined) ?? [];
    expect(new Set(word.map(run => run.wholeWord))).toEqual(new Set(['“Once']));
    expect(word.map(run => run.text).join('')).toBe('“Once');
    expect(word.map(run => pages.elements[run.element ?? -1]?.role)).toEqual(word.map(() => 'Span'));
  });

  it('pushes one line more aside where its tail reaches down', () => {
    const inset = (pages: PageList): number =>
      (first(textLines(pages)[3])?.xPt ?? 0) - (first(textLines(pages)[6])?.xPt ?? 0);
    expect(inset(openedWith('Quite'))).toBeGreaterThan(20);
    expect(Math.abs(inset(openedWith('Once')))).toBeLessThan(6);
  });

  it('stands below a motto with its source', () => {
    const motto: Block = { type: 'blockQuote', children: [paragraph(prose(20, 5)), paragraph('— Anna Tinsel')] };
    const body = [motto, paragraph(`When${rest}`), ...paragraphs(2)];
    const { pages } = typeset(book([story('The Hat', [chapter(body)])]), { openings: 'dropCap' });
    const runs = bodyPages(pages)[0]?.frames.flatMap(frame => frame.lines.flatMap(line => line.runs)) ?? [];
    expect(runs.filter(run => run.wholeWord === 'When').map(run => run.text)).toEqual(['W', 'hen']);
  });

  it('is left out where the paragraph would end beside it', () => {
    for (const count of [24, 26, 28, 30, 32, 34]) {
      const pages = opened(paragraph(`Once ${prose(count, 3).toLowerCase()}`));
      const lines = textLines(pages);
      const isLarge = (styleOf(pages, letterOf(pages))?.sizePt ?? 0) > 30;
      const second = lines.findIndex(
        line => line.runs[0]?.xPt === (first(lines.at(-1))?.xPt ?? 0) && line !== lines[0],
      );
      if (isLarge) expect(second).toBeGreaterThanOrEqual(3);
    }
  });

  it.each<readonly [string, Inline[]]>([
    ['figures', [text(`1984${rest}`)]],
    ['a symbol', [text(`— no${rest}`)]],
    ['an image', [{ type: 'image', url: 'lamp.png', alt: 'A lamp' }, text(rest)]],
    ['verse', [text('Once'), { type: 'hardBreak' }, text(rest)]],
    ['one line', [text('Once it was over.')]],
  ])('is not made of %s', (_, children) => {
    const pages = opened({ type: 'paragraph', children });
    expect(Math.max(...pages.styles.map(style => style.sizePt))).toBeLessThan(30);
  });

  it('keeps the lines beside it on one page', () => {
    for (let words = 100; words < 420; words += 11) {
      const opening = chapter([paragraph(`Once${rest}`), ...paragraphs(3)], {
        openingNotes: [matter('authorsNote', prose(words, 5))],
      });
      const { pages } = typeset(book([story('The Hat', [opening])]), { openings: 'dropCap' });
      const page = bodyPages(pages).find(each => isWithLetter(each, pages));
      const largest = page?.frames.findIndex(frame =>
        frame.lines.some(line => line.runs.some(run => isLarge(pages, run))),
      );
      const beside = page?.frames[largest ?? -1]?.lines ?? [];
      const at = beside.findIndex(line => line.runs.some(run => isLarge(pages, run)));
      expect(beside.length - at).toBeGreaterThanOrEqual(3);
    }
  });
});

const isLarge = (pages: PageList, run: Run): boolean => (pages.styles[run.style]?.sizePt ?? 0) > 30;
const isWithLetter = (page: Page, pages: PageList): boolean =>
  page.frames.some(frame => frame.lines.some(line => line.runs.some(run => isLarge(pages, run))));

describe('an opening in small capitals', () => {
  it('goes to the end of the phrase and no further', () => {
    const pages = opened(paragraph(`It was late, and${rest}`), { openings: 'smallCaps' });
    const [line] = textLines(pages);
    expect(line?.runs[0]?.text).toBe('It was late');
    expect(styleOf(pages, line?.runs[0])?.features).toContain('smcp');
    expect(line?.runs[1]?.text.startsWith(', and')).toBe(true);
  });

  it('is plain where the design says so', () => {
    const pages = opened(paragraph(`It was late, and${rest}`), { openings: 'plain' });
    expect(styleOf(pages, first(textLines(pages)[0]))?.features).not.toContain('smcp');
  });
});
