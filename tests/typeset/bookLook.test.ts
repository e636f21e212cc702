import { describe, expect, it } from 'vitest';
import { loadTheme } from '../../src/theme/loadTheme.ts';
import type { Block, Inline, Paragraph } from '../../src/book/tree.ts';
import type { Line, Page, PageList } from '../../src/typeset/pageList.ts';
import {
  allTextOf,
  bodyPages,
  book,
  bookOf,
  chapter,
  design,
  matter,
  paragraph,
  paragraphs,
  prose,
  runsOf,
  story,
  text,
  textOf,
  typeset,
} from './books.ts';

const lineText = (line: Line): string => line.runs.map(run => run.text).join('');
const linesOf = (pages: readonly Page[]): Line[] => pages.flatMap(page => page.frames.flatMap(frame => frame.lines));
const lineWith = (pages: readonly Page[], words: string): Line | undefined =>
  linesOf(pages).find(line => lineText(line).includes(words));
const leftOf = (line: Line | undefined): number => line?.runs[0]?.xPt ?? NaN;
const lines = (...words: string[]): Paragraph => ({
  type: 'paragraph',
  children: words.flatMap((value, index): Inline[] =>
    index === 0 ? [text(value)] : [{ type: 'hardBreak' }, text(value)],
  ),
});

describe('the pages before the text', () => {
  const long = bookOf(...paragraphs(320));
  const pagesOf = (pages: PageList): string[] => pages.pages.slice(0, 4).map(page => textOf([page]).trim());

  it('begin with a half title and a blank in a long book, unless the theme wants none', () => {
    expect(bodyPages(typeset(long).pages).length).toBeGreaterThanOrEqual(32);
    expect(pagesOf(typeset(long).pages).slice(0, 2)).toEqual(['The Hat', '']);
    const without = typeset(long, { look: { ...design.look, halfTitle: false } }).pages;
    expect(pagesOf(without)[0]).toMatch(/^The Hat by Anna\sTinsel/);
    expect(pagesOf(typeset(bookOf(...paragraphs(3))).pages)[0]).toMatch(/^The Hat by Anna\sTinsel/);
  });

  it('have the imprint at the foot of the title page’s back, below what the story says of itself', () => {
    const own = story('The Hat', [chapter(paragraphs(3))], { frontMatter: [matter('summary', 'A hat is lost.')] });
    const [title, back] = typeset(book([own])).pages.pages;
    expect(back?.side).toBe('verso');
    expect(title === undefined ? '' : textOf([title])).not.toContain('fascicle');
    expect(back === undefined ? '' : textOf([back])).toMatch(
      /A hat is lost\. The Hat by Anna Tinsel .*Made with fascicle\. $/s,
    );
    expect(Math.max(...linesOf(back === undefined ? [] : [back]).map(line => line.baselinePt))).toBeGreaterThan(530);
  });

  it('leave what many stories state to the end of the book, in one list', () => {
    const stories = Array.from({ length: 70 }, (_, index) => story(`Hat ${index}`, [chapter([paragraph('A hat.')])]));
    const [first = story('The Hat', []), ...others] = stories;
    const { pages } = typeset(book([first, ...others])).pages;
    const imprint = linesOf(pages.slice(-4)).filter(line => /^Hat \d+ by Anna/.test(lineText(line)));
    const gaps = imprint.slice(1).map((line, index) => line.baselinePt - (imprint[index]?.baselinePt ?? NaN));
    expect(imprint.length).toBeGreaterThan(50);
    expect(new Set(gaps.filter(gap => gap > 0).map(gap => gap.toFixed(2))).size).toBe(1);
  });

  it('show a publisher at the foot of the title page', () => {
    const whole = book([story('The Hat', [chapter(paragraphs(3))])]);
    const { pages } = typeset({ ...whole, metadata: { ...whole.metadata, publisher: 'The Landing Press' } }).pages;
    expect(lineWith(pages.slice(0, 1), 'The Landing Press')?.baselinePt).toBeGreaterThan(530);
  });

  it.each([1, 60, 200])('keep a title of %i letters on its page, no word of it broken', count => {
    const title = 'Quintessential lamps '.repeat(12).slice(0, count).trim();
    const { pages, diagnostics } = typeset(book([story(title, [chapter(paragraphs(3))])]));
    expect(diagnostics).toEqual([]);
    expect(textOf(pages.pages.slice(0, 1))).toContain(title);
    for (const run of runsOf(pages.pages.slice(0, 1))) expect(run.xPt + run.widthPt).toBeLessThan(396 - 50 + 1);
  });

  it('list the chapters of a story that have titles below it', () => {
    const chapters = [1, 2].map(number => chapter(paragraphs(3), { number, label: `Chapter ${number}` }));
    const named = chapters.map((each, index) => ({ ...each, title: [text(index === 0 ? 'Down' : 'Up')] }));
    const { pages } = typeset(book([story('The Lamp', chapters), story('The Stair', named)]));
    const contents = pages.pages.find(page => textOf([page]).startsWith('Contents'));
    const shown = contents === undefined ? '' : textOf([contents]);
    expect(shown).toMatch(
      /The Lamp 1 Anna\u00a0Tinsel The Stair \d+ Anna\u00a0Tinsel Chapter 1 Down \d+ Chapter 2 Up \d+/,
    );
  });
});

describe('running heads', () => {
  const headsOf = (title: string, changes: Partial<typeof design.look.runningHeads> = {}): string[] => {
    const one = chapter(paragraphs(60), { label: 'Chapter One', number: 1, title: [text(title)] });
    const look = { ...design.look, runningHeads: { ...design.look.runningHeads, ...changes } };
    const { pages } = typeset(book([story('The Hat', [one, one])]), { look });
    const page = bodyPages(pages).find(({ folio }) => folio.number === 3);
    return page === undefined ? [] : page.frames.filter(({ element }) => element === null).flatMap(frame => frame.lines.map(line => lineText(line).trim()));
  }; // prettier-ignore

  it('say as much of a chapter as fits, and end at no word that leads on', () => {
    expect(headsOf('Down')[0]).toBe('Chapter One: Down');
    expect(headsOf('Down the Stair; or, A Housekeeper Counts the Steps of the House')[0]).toBe('Down the Stair');
    expect(headsOf('Down the Stair That Nobody Had Ever Counted to the End of the Morning')[0]).toMatch(/^Down the Stair .*[^ ]…$/);
    expect(headsOf('Down the Stair That Nobody Had Ever Counted to the End of the Morning')[0]).not.toMatch(/\b(?:to|the|of)…$/);
  }); // prettier-ignore

  it('say what the theme wants, and leave the number to the foot where it is wanted there', () => {
    expect(headsOf('Down', { recto: 'author' })[0]).toBe('Anna Tinsel');
    const [only, ...others] = headsOf('Down', { recto: 'none', folio: 'foot' });
    expect(only).toMatch(/^\d+$/);
    expect(others).toEqual([]);
  });

  it('leave an opening bare where the theme has no drop folio', () => {
    const look = { ...design.look, runningHeads: { ...design.look.runningHeads, dropFolio: false } };
    const [first] = bodyPages(typeset(bookOf(...paragraphs(3)), { look }).pages);
    expect(first?.frames.filter(({ element }) => element === null)).toEqual([]);
  });
});

describe('blocks', () => {
  it('set verse from one left edge, its lines kept and a line too long turned over further in', () => {
    const long = 'and all the lamps along the coast from Ostrevel to the harbour mouth were lit at once by many';
    const { pages } = typeset(bookOf(paragraph('So:'), lines('The tide came in,', 'the clerk went out,', long, 'and out.')));
    const edges = ['The tide came', 'the clerk went', 'and all the lamps', 'and out.'].map(words => leftOf(lineWith(pages.pages, words)));
    expect(new Set(edges).size).toBe(1);
    expect(edges[0]).toBeGreaterThan(58 + 14);
    expect(leftOf(lineWith(pages.pages, 'many'))).toBeGreaterThan((edges[0] ?? 0) + 10);
  }); // prettier-ignore

  it('set the lines of an address where a paragraph begins, and prose with breaks as prose', () => {
    const { pages } = typeset(bookOf(paragraph('So:'), lines('Yours,', 'The Clerk')));
    expect(leftOf(lineWith(pages.pages, 'Yours'))).toBe(58 + 14);
    expect(leftOf(lineWith(pages.pages, 'The Clerk'))).toBe(58 + 14);
    const prose = paragraphs(1, 7).flatMap(({ children }) => children);
    const broken = typeset(bookOf({ type: 'paragraph', children: [...prose, { type: 'hardBreak' }, ...prose, { type: 'hardBreak' }, ...prose] }));
    expect(linesOf(bodyPages(broken.pages)).filter(line => leftOf(line) > 80).length).toBeLessThan(4);
  }); // prettier-ignore

  it('end the numbers of a list at one edge', () => {
    const items = Array.from({ length: 3 }, (_, index) => [paragraph(`item${index}`)]);
    const { pages } = typeset(bookOf({ type: 'list', ordered: true, start: 9, items }));
    const markers = ['item0', 'item1', 'item2'].map(words => lineWith(pages.pages, words)?.runs[0]);
    const ends = markers.map(run => Math.round((run?.xPt ?? 0) + (run?.widthPt ?? 0)));
    expect(new Set(ends).size).toBe(1);
  });

  it('make a table as wide as its words, and numbers in it end at one edge', () => {
    const cells = (...words: string[]) => words.map(word => [text(word)]);
    const rows = [cells('Monday', '7'), cells('Tuesday', '1,213')];
    const { pages } = typeset(bookOf({ type: 'table', header: cells('Day', 'Stairs'), rows }));
    const [page] = bodyPages(pages);
    const ends = ['Monday', 'Tuesday'].map(words => lineWith(pages.pages, words)?.runs.at(-1)).map(run => (run?.xPt ?? 0) + (run?.widthPt ?? 0));
    expect(ends[0]).toBeCloseTo(ends[1] ?? 0, 0);
    const widths = page?.rules.map(({ fromPt, toPt }) => toPt[0] - fromPt[0]) ?? [];
    expect(widths).toHaveLength(3);
    expect(Math.max(...widths)).toBeLessThan(150);
  }); // prettier-ignore

  it('show the address of a link without words', () => {
    const link: Inline = { type: 'link', url: 'https://example.org/empty', children: [] };
    const { pages } = typeset(bookOf({ type: 'paragraph', children: [text('See '), link, text('.')] }));
    expect(textOf(pages.pages)).toContain('See https://example.org/empty.');
  });

  it('tells addresses in footnotes where the design wants notes, and leads nowhere', () => {
    const link: Inline = { type: 'link', url: 'https://example.org/house', children: [text('the house')] };
    const { pages } = typeset(bookOf({ type: 'paragraph', children: [text('See '), link, text('.')] }), {
      links: 'notes',
    });
    expect(textOf(pages.pages)).toContain('See the house1.');
    expect(textOf(pages.pages)).toContain('1 https://example.org/house');
    expect(runsOf(pages.pages).filter(({ target }) => target?.type === 'url')).toEqual([]);
  });
});

describe.each(['plain', 'classic', 'zine'])('the theme %s', name => {
  const { print } = loadTheme(name);

  it('keeps every word of a book of everything inside the page', () => {
    const one = chapter([...paragraphs(12), { type: 'thematicBreak' }, lines('One', 'two', 'three'), ...paragraphs(12)], {
      label: 'Chapter One',
      number: 1,
      title: [text('In Which the Lamp Is Lit')],
      openingNotes: [matter('authorsNote', 'Thank you.')],
      closingLine: [text('THE END')],
    });
    const { pages, diagnostics } = typeset(book([story('The Lamp', [one, one]), story('The Stair', [one])]), print);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const [widthPt] = print.trimPt;
    for (const run of runsOf(pages.pages)) {
      expect(run.xPt).toBeGreaterThan(print.marginsPt.outer - 14);
      expect(run.xPt + run.widthPt).toBeLessThan(widthPt - print.marginsPt.outer + 14);
    }
    const shown = pages.pages.map(allTextOf).join('\n');
    for (const words of ['Chapter One', 'In Which the Lamp Is Lit', 'Thank you.', 'THE END', 'The Stair']) expect(shown).toContain(words);
  }); // prettier-ignore

  it('never shows a word of the title larger than the title page does', () => {
    const { pages } = typeset(book([story('The Lamp', [chapter(paragraphs(3))])]), print);
    const sizes = runsOf(pages.pages).map(run => pages.styles[run.style]?.sizePt ?? 0);
    const [titlePage] = pages.pages;
    const titleSizes = runsOf(titlePage === undefined ? [] : [titlePage]).map(
      run => pages.styles[run.style]?.sizePt ?? 0,
    );
    expect(Math.max(...sizes)).toBe(Math.max(...titleSizes));
  });
});

describe('a table over several pages', () => {
  const rows = Array.from({ length: 90 }, (_, index) => [
    [text(`Row ${index}`)],
    [text(prose(3 + (index % 17), index))],
  ]);
  const table: Block = { type: 'table', header: [[text('Stair')], [text('What was seen')]], rows };
  const { pages } = typeset(bookOf(...paragraphs(4), table, ...paragraphs(6)));
  const isHead = (line: Line): boolean => lineText(line).startsWith('Stair');
  const told = (page: Page): Line[] => page.frames.flatMap(({ element, lines }) => (element === null ? [] : lines));

  it('shows its head again on each, and tells it once', () => {
    const shown = bodyPages(pages).filter(page => told(page).some(line => lineText(line).startsWith('Row ')));
    expect(shown.length).toBeGreaterThan(2);
    for (const page of shown) expect(linesOf([page]).filter(isHead)).toHaveLength(1);
    expect(pages.pages.flatMap(told).filter(isHead)).toHaveLength(1);
    for (const page of shown.slice(1)) {
      const baselines = told(page).map(line => line.baselinePt);
      expect(linesOf([page]).find(isHead)?.baselinePt).toBeLessThan(Math.min(...baselines));
    }
  });

  it('keeps to the text block with it', () => {
    for (const page of bodyPages(pages)) {
      for (const line of told(page)) expect(line.baselinePt).toBeLessThanOrEqual(612 - 62);
    }
  });
});
