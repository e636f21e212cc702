import { describe, expect, it } from 'vitest';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import { formatFolio } from '../../src/typeset/assemblePages.ts';
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

const collection = book(
  [
    story('The Lamp', [chapter(paragraphs(40, 1))], { frontMatter: [matter('disclaimer', 'None of it is mine.')] }),
    story('The Stair', [
      chapter(paragraphs(30, 2), { number: 1, label: 'Chapter 1.', title: [text('Down')] }),
      chapter(paragraphs(30, 3), {
        number: 2,
        label: 'Chapter 2.',
        title: [text('Up')],
        closingLine: [text('The End')],
      }),
    ]),
  ],
  { frontMatter: [matter('introduction', 'Two stories about one house.')] },
);

describe('typesetBook', () => {
  it('loses no word of the text', () => {
    const blocks = paragraphs(80);
    const { pages } = typeset(bookOf(...blocks));
    const words = blocks.flatMap(block => block.children).map(inline => (inline.type === 'text' ? inline.value : ''));
    expect(textOf(bodyPages(pages))).toContain(words.join(' '));
  });

  it('fills justified lines to the measure, and ends them in a space', () => {
    const { pages } = typeset(bookOf(...paragraphs(40)));
    const rightEdges = { recto: 396 - 50, verso: 396 - 58 };
    let full = 0;
    for (const page of bodyPages(pages)) {
      for (const frame of page.frames.filter(each => each.element !== null && each.lines.length > 3)) {
        for (const line of frame.lines.slice(0, -1)) {
          const last = line.runs.at(-1);
          if (last === undefined) continue;
          full++;
          expect(Math.abs(last.xPt + last.widthPt - rightEdges[page.side])).toBeLessThan(4);
          expect(line.endsInSoftHyphen ? last.text.at(-1) : ' ').toBe(line.endsInSoftHyphen ? '-' : ' ');
          expect(line.wordSpacePt).toBeGreaterThanOrEqual(0.165 * 11 - 0.01);
        }
      }
    }
    expect(full).toBeGreaterThan(50);
  });

  it('stands body lines on the baseline grid', () => {
    const { pages } = typeset(bookOf(...paragraphs(40)));
    const baselines = bodyPages(pages).flatMap(page =>
      page.frames.filter(frame => frame.element !== null).flatMap(frame => frame.lines.map(line => line.baselinePt)),
    );
    const offGrid = baselines.filter(baselinePt => (baselinePt - 70.5) % 14 !== 0);
    // The title over the opening and the colophon have leadings of their own.
    expect(offGrid.length).toBeLessThan(6);
    expect(baselines.length).toBeGreaterThan(100);
  });

  it('numbers the front matter in roman and the first story from 1 on a recto', () => {
    const { pages } = typeset(collection);
    const [first] = bodyPages(pages);
    expect(first?.side).toBe('recto');
    expect(first?.folio.number).toBe(1);
    expect(first === undefined ? '' : textOf([first])).toContain('The Lamp');
    expect(pages.pages[0]?.folio).toEqual({ style: 'roman', number: 1 });
  });

  it.each([0, 1, 3])('counts a booklet through from its title page, with %i leaves of front matter more', leaves => {
    const long = Array.from({ length: leaves }, (_, index) => matter('introduction', prose(300, index)));
    const { pages } = typeset({ ...collection, frontMatter: long }, { frontMatter: 'brief' });
    expect(pages.pages.map(page => page.folio)).toEqual(
      pages.pages.map((_, index) => ({ style: 'arabic', number: index + 1 })),
    );
    const told = pages.pages.flatMap(page => /The Stair (\d+)/.exec(textOf([page]))?.[1] ?? []);
    const opening = pages.pages[Number(told[0]) - 1];
    expect(opening === undefined ? '' : allTextOf(opening)).toContain('The Stair');
  });

  it('sets short chapters of a zine one below the other, and loses none', () => {
    const numbers = Array.from({ length: 8 }, (_, index) => index + 1);
    const chapters = numbers.map(number =>
      chapter([paragraph(prose(30, number))], { number, title: [text(`Door ${number}`)] }),
    );
    const doors = book([story('The Doors', chapters)]);
    const zine = typeset(doors, { frontMatter: 'none' }).pages.pages;
    expect(zine.length).toBeLessThan(typeset(doors, { frontMatter: 'brief' }).pages.pages.length - 2);
    const shown = [...textOf(zine).matchAll(/Door (\d)/g)].map(match => Number(match[1]));
    expect(shown).toEqual(numbers);
  });

  it('leaves blank pages, the title page and story pages without head and folio', () => {
    const { pages } = typeset(collection);
    for (const page of pages.pages) {
      const shown = page.frames.filter(frame => frame.element === null).flatMap(frame => frame.lines);
      if (page.frames.every(frame => frame.element === null)) expect(page.frames).toEqual([]);
      if (/^(A Shelf of Hats|The Lamp|The Stair)\s/.test(textOf([page]))) expect(shown).toEqual([]);
    }
  });

  it('shows the book and the story in running heads, and the folio outside', () => {
    const { pages } = typeset(collection);
    const verso = bodyPages(pages).find(page => page.side === 'verso' && allTextOf(page).startsWith('A Shelf of Hats'));
    const recto = bodyPages(pages).find(page => page.side === 'recto' && /^The Lamp \n\d+\n/.test(allTextOf(page)));
    expect(verso?.frames[1]?.lines[0]?.runs[0]?.xPt).toBe(50);
    expect(recto?.frames[1]?.lines[0]?.runs[0]?.text).toBe(recto === undefined ? '' : formatFolio(recto.folio));
  });

  it('lists the stories in the contents with the pages they are on, and links to them', () => {
    const { pages } = typeset(collection);
    const contents = pages.pages.find(page => textOf([page]).startsWith('Contents'));
    const lines =
      contents?.frames.flatMap(frame => frame.lines).map(line => line.runs.map(run => run.text).join('')) ?? [];
    const stair = pages.pages.find(page => page.destinations.some(({ name }) => name === 'story-2'));
    expect(lines).toContain(`The Stair ${String(stair?.folio.number)} `);
    expect(lines).toContain('Introduction iv ');
    const targets = runsOf(contents === undefined ? [] : [contents]).flatMap(run => run.target ?? []);
    const names = new Set(pages.pages.flatMap(page => page.destinations.map(({ name }) => name)));
    for (const target of targets) expect(target.type === 'destination' && names.has(target.name)).toBe(true);
    expect(targets.length).toBeGreaterThan(2);
  });

  it('outlines stories and their chapters', () => {
    const { pages } = typeset(collection);
    const titles = pages.outline.map(({ title, children }) => [title, ...children.map(child => child.title)]);
    expect(titles).toEqual([
      ['Title Page'],
      ['About This Book'],
      ['Contents'],
      ['Introduction'],
      ['The Lamp'],
      ['The Stair', 'Chapter 1: Down', 'Chapter 2: Up'],
    ]);
  });

  it('puts every element of the structure after its parent', () => {
    const { elements } = typeset(collection).pages;
    expect(elements[0]).toEqual({ role: 'Document', parent: null });
    elements.slice(1).forEach(({ parent }, index) => {
      expect(parent).toBeLessThan(index + 1);
    });
  });

  it('begins chapters on a right-hand page where the design says so, after pages that are truly blank', () => {
    const chapters = [1, 2, 3].map(number => chapter(paragraphs(30, number), { number, label: `Chapter ${number}.` }));
    const { pages } = typeset(book([story('The Stair', chapters)]), { chaptersStartOn: 'recto' }).pages;
    const openings = pages.filter(page => page.destinations.some(({ name }) => /chapter-\d+$/.test(name)));
    expect(openings.map(({ side }) => side)).toEqual(['recto', 'recto', 'recto']);
    expect(openings[0]?.folio).toEqual({ style: 'arabic', number: 1 });
    pages.forEach((page, index) => {
      expect(page.folio.number).toBe(
        page.folio.style === 'roman'
          ? index + 1
          : index + 1 - pages.filter(({ folio }) => folio.style === 'roman').length,
      );
      if (page.frames.length > 0) return;
      expect([page.side, page.rules, page.destinations]).toEqual(['verso', [], []]);
      // No two pages in a row are blank.
      expect(pages[index + 1]?.frames).not.toEqual([]);
    });
  });

  it('leaves no fault on the pages of prose, and none unsaid on a page without room', () => {
    const codes = (changes: Parameters<typeof typeset>[1]): string[] =>
      typeset(bookOf(...paragraphs(400)), changes).diagnostics.map(({ code }) => code);
    expect(codes({})).toEqual([]);
    const narrow = codes({ trimPt: [396, 235] });
    // However many pages suffer, they are a few lines to read.
    expect(narrow.length).toBeLessThan(12);
  });

  it('labels matter by its role and shows the words that close a story', () => {
    const shown = textOf(typeset(collection).pages.pages);
    expect(shown).toContain('Disclaimer None of it is mine.');
    expect(shown).toContain('The End');
  });

  it('never leaves a scene break alone at the edge of a page', () => {
    for (let count = 20; count < 40; count++) {
      const blocks = [...paragraphs(count), { type: 'thematicBreak' } as const, ...paragraphs(6, count)];
      for (const page of bodyPages(typeset(bookOf(...blocks)).pages)) {
        const texts = page.frames.filter(frame => allTextOf({ ...page, frames: [frame] }).includes('*\u2002*'));
        if (texts.length === 0) continue;
        const index = page.frames.findIndex(frame => frame === texts[0]);
        expect(page.frames[index - 1]?.element).not.toBeNull();
        expect(page.frames[index + 1]?.element).not.toBeUndefined();
      }
    }
  });

  it('divides words by the rules of the story’s language, and none without a language', () => {
    const long = Array.from({ length: 60 }, () => 'Donaudampfschifffahrtsgesellschaft fährt').join(' ');
    const hyphens = (language: string): number =>
      typeset(book([story('Der Hut', [chapter([paragraph(long)])], {}, language)])).pages.pages.flatMap(page =>
        page.frames.flatMap(frame => frame.lines.filter(line => line.endsInSoftHyphen)),
      ).length;
    expect(hyphens('de')).toBeGreaterThan(5);
    expect(hyphens('und')).toBe(0);
  });

  it('sets styles in faces of their own and turns nested emphasis upright', () => {
    const inner = { type: 'emphasis', children: [text('never')] } as const;
    const { pages } = typeset(
      bookOf({
        type: 'paragraph',
        children: [
          text('It was '),
          { type: 'emphasis', children: [text('so '), inner] },
          text(' so '),
          { type: 'strong', children: [text('bold')] },
        ],
      }),
    );
    const fontOf = (word: string): string | undefined => {
      const run = runsOf(pages.pages).find(each => each.text.includes(word));
      return run === undefined ? undefined : pages.styles[run.style]?.font;
    };
    expect(fontOf('so')).toBe('EB Garamond/italic');
    expect(fontOf('never')).toBe('EB Garamond/regular');
    expect(fontOf('bold')).toBe('EB Garamond/bold');
  });

  it('gives the same pages for the same book', () => {
    expect(typeset(collection).pages).toEqual(typeset(collection).pages);
  });

  it('refuses a page that leaves no room for text', () => {
    const attempt = (): unknown => typeset(collection, { trimPt: [120, 120] });
    expect(attempt).toThrow(CompileError);
    expect(attempt).toThrow(/text block/);
  });
});

describe('typesetBook with text that is hard to set', () => {
  it.each([
    ['a word longer than the measure', 'Antidisestablishmentarianism'.repeat(9), 'typeset/broken-word'],
    ['a line of 100,000 letters', 'x'.repeat(100_000), 'typeset/broken-word'],
    ['ten thousand marks on one letter', `Z${'\u0301'.repeat(10_000)}algo`, 'typeset/stacked-marks'],
    ['a script without a font', '天地玄黃，宇宙洪荒。'.repeat(60), 'fonts/missing-glyph'],
  ])(
    'sets %s inside the page and says so',
    (_, value, code) => {
      const { pages, diagnostics } = typeset(bookOf(paragraph('First.'), paragraph(value), paragraph('Last.')));
      expect(textOf(pages.pages).replace(/\s/g, '')).toContain(`First.${value}Last.`);
      for (const run of runsOf(pages.pages)) {
        expect(run.xPt).toBeGreaterThan(40);
        expect(run.xPt + run.widthPt).toBeLessThan(360);
      }
      expect(diagnostics.map(diagnostic => diagnostic.code)).toContain(code);
    },
    20_000,
  );

  it('names each missing character once, with its count and place', () => {
    const span = { file: 'hat.txt', lines: [3, 4] } as const;
    const { diagnostics } = typeset(bookOf({ ...paragraph('One 字 and another 字, and 漢.'), span }));
    expect(diagnostics).toHaveLength(2);
    expect(diagnostics[0]).toMatchObject({ code: 'fonts/missing-glyph', span });
    expect(diagnostics[0]?.message).toContain('“字” (U+5B57, Chinese), which occurs 2 times');
  });

  it('finds symbols and emoji in other faces', () => {
    const { pages, diagnostics } = typeset(bookOf(paragraph('A heart ♥ and a face 😀.')));
    const fonts = runsOf(pages.pages).map(run => pages.styles[run.style]?.font);
    expect(fonts).toContain('Noto Emoji/regular');
    expect(diagnostics).toEqual([]);
  });

  it('breaks an address after its marks, without hyphens', () => {
    const url = `https://example.org/${'path/segment/'.repeat(20)}`;
    const { pages, diagnostics } = typeset(bookOf(paragraph(`See ${url} there.`)));
    expect(diagnostics).toEqual([]);
    const lines = pages.pages.flatMap(page => page.frames.flatMap(frame => frame.lines));
    expect(lines.some(line => line.endsInSoftHyphen)).toBe(false);
    expect(textOf(pages.pages)).toContain(url);
  });

  it('keeps the lines and the blanks of preformatted text', () => {
    const { pages } = typeset(bookOf({ type: 'preformatted', value: 'one\n    two   three\n\nfour' }));
    const lines = pages.pages
      .flatMap(page => page.frames.flatMap(frame => frame.lines))
      .map(line => line.runs.map(run => run.text).join(''));
    expect(lines).toContain('\u00a0\u00a0\u00a0\u00a0two\u00a0\u00a0 three ');
  });

  it.each([3, 40])('keeps a table of %i columns inside the page', count => {
    const cells = Array.from({ length: count }, (_, index) => [text(`cell${String(index)} and more`)]);
    const { pages } = typeset(bookOf({ type: 'table', header: cells, rows: [cells, cells] }));
    for (const run of runsOf(pages.pages)) expect(run.xPt + run.widthPt).toBeLessThan(360);
    for (let index = 0; index < count; index++) expect(textOf(pages.pages)).toContain(`cell${String(index)} `);
  });

  it('sets a book of empty things', () => {
    const empty = bookOf(
      paragraph(''),
      { type: 'blockQuote', children: [] },
      { type: 'list', ordered: true, start: 1, items: [[]] },
      { type: 'table', header: [], rows: [] },
    );
    expect(typeset(empty).pages.pages.length).toBeGreaterThan(2);
    expect(typeset(book([story('Nothing', [])])).pages.pages.length).toBeGreaterThan(1);
  });

  it('takes time that grows with the length of the book', () => {
    const timeOf = (count: number): number => {
      const anthology = bookOf(...paragraphs(count));
      const start = performance.now();
      typeset(anthology);
      return performance.now() - start;
    };
    timeOf(100);
    expect(timeOf(4_000)).toBeLessThan(Math.max(timeOf(1_000), 20) * 16);
  }, 30_000);
});

describe('the design', () => {
  it('sets narrower pages with more lines', () => {
    const wide = typeset(bookOf(...paragraphs(20))).pages.pages.length;
    const narrow = typeset(bookOf(...paragraphs(20)), {
      trimPt: [300, 450],
      marginsPt: { ...design.marginsPt, inner: 40, outer: 40 },
    });
    expect(narrow.pages.pages.length).toBeGreaterThan(wide);
  });
});
