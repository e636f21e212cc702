import { describe, expect, it } from 'vitest';
import { frameOrnament } from '../../src/drawing/frameOrnament.ts';
import { boxOutline } from '../../src/drawing/lines.ts';
import type { BookOrnaments, Ornament } from '../../src/drawing/ornament.ts';
import type { BookLook } from '../../src/theme/bookLook.ts';
import type { Anthology } from '../../src/book/tree.ts';
import type { PrintDesign } from '../../src/theme/theme.ts';
import type { Page, PageList, PageOrnament } from '../../src/typeset/pageList.ts';
import { typesetBook } from '../../src/typeset/typesetBook.ts';
import { allTextOf, book, bookOf, chapter, design, paragraph, paragraphs, prose, story } from './books.ts';

const boxed = (width: number, height: number): Ornament =>
  frameOrnament({
    widthUnits: 1,
    heightUnits: 1,
    steps: boxOutline({ left: 0, top: 0, right: width, bottom: height }),
  });

const ornaments: BookOrnaments = {
  opener: boxed(40, 40),
  sceneBreak: boxed(20, 40),
  storyOpeners: [boxed(60, 30), boxed(30, 60)],
};

const asking: BookLook = {
  ...design.look,
  openers: 'motif',
  sceneBreak: { ...design.look.sceneBreak, ornament: 'motif' },
  titlePage: { ...design.look.titlePage, ornament: '❦' },
};

function pagesOf(anthology: Anthology, changes: Partial<PrintDesign> = {}, shown: BookOrnaments | null = ornaments): PageList {
  return typesetBook(anthology, { design: { ...design, look: asking, ...changes }, report: () => undefined, ornaments: shown });
} // prettier-ignore

const shownOn = (page: Page | undefined): readonly PageOrnament[] => page?.ornaments ?? [];
const pageWith = ({ pages }: PageList, opener: Ornament): Page | undefined =>
  pages.find(page => shownOn(page).some(({ ornament }) => ornament === opener));
const texts = ({ pages }: PageList): string => pages.map(allTextOf).join(' ');

const two = book([story('The Hat', [chapter(paragraphs(3))]), story('The Cane', [chapter(paragraphs(3, 2))])]);

describe('the motif with titles', () => {
  it('stands on the title page of the book and of each story its own, in place of letters', () => {
    const set = pagesOf(two);
    const titles = [ornaments.opener, ...ornaments.storyOpeners].map(opener => {
      const page = pageWith(set, opener);
      return page === undefined ? '' : allTextOf(page);
    });
    ['A Shelf of Hats', 'The Hat', 'The Cane'].forEach((title, index) => {
      expect(titles[index]).toContain(title);
    });
    expect(texts(set)).not.toContain('❦');
    expect(set.pages.flatMap(shownOn)).toHaveLength(3);
  });

  it('is four ems large, in the middle, and lies over no line', () => {
    for (const page of pagesOf(two).pages) {
      for (const { ornament, leftPt, topPt, widthPt, heightPt } of shownOn(page)) {
        expect(heightPt).toBeCloseTo(4.4 * design.bodyFontSizePt, 1);
        expect(widthPt / heightPt).toBeCloseTo(ornament.widthUnits / ornament.heightUnits, 2);
        const { outer, inner } = design.marginsPt;
        const [left, right] = page.side === 'recto' ? [inner, outer] : [outer, inner];
        expect(leftPt - left).toBeCloseTo(design.trimPt[0] - right - leftPt - widthPt, 1);
        for (const { baselinePt } of page.frames.flatMap(frame => frame.lines.filter(line => line.runs.length > 0))) {
          expect(baselinePt < topPt || baselinePt > topPt + heightPt).toBe(true);
        }
      }
    }
  });

  it('goes, and the title gets smaller, where the title page is too small for both', () => {
    const words =
      'The Altogether True History of the Daughter Who Went Down to the Sea and Came Home Again with a Husband';
    const tiny = { trimPt: [210, 298], marginsPt: { top: 30, bottom: 34, inner: 24, outer: 24 } } as const;
    const titlePage = (title: string): Page | undefined =>
      pagesOf(book([story(title, [chapter(paragraphs(2))])]), { ...tiny, frontMatter: 'none' }).pages[0];
    expect(shownOn(titlePage('The Hat'))).toHaveLength(1);
    const long = titlePage(`${words}, ${words}`);
    expect(shownOn(long)).toHaveLength(0);
    expect(long === undefined ? '' : allTextOf(long).replaceAll(/\s+/g, '')).toContain(
      `${words},${words}`.replaceAll(' ', ''),
    );
  });

  it('keeps the lines below it on the grid', () => {
    const long = book([story('The Hat', [chapter(paragraphs(3))]), story('The Cane', [chapter(paragraphs(3))])]);
    const set = pagesOf(long, { frontMatter: 'brief' });
    const page = pageWith(set, ornaments.storyOpeners[0] ?? ornaments.opener);
    const baselines = (page?.frames ?? []).flatMap(frame => frame.element === null ? [] : frame.lines.map(line => line.baselinePt)); // prettier-ignore
    const body = baselines.slice(-6);
    const first = body[0] ?? 0;
    for (const baseline of body) {
      const lines = (baseline - first) / design.leadingPt;
      expect(lines).toBeCloseTo(Math.round(lines), 2);
    }
    expect(shownOn(page).map(({ heightPt }) => heightPt / design.bodyFontSizePt)[0]).toBeCloseTo(2.64, 1);
  });

  it('gives way to the letters of the theme where a book has no motif, or a design asks for none', () => {
    for (const set of [pagesOf(two, {}, null), pagesOf(two, { look: { ...asking, openers: 'none', sceneBreak: design.look.sceneBreak } })]) {
      expect(set.pages.flatMap(shownOn)).toEqual([]);
      expect(texts(set)).toContain('❦');
    }
  }); // prettier-ignore

  it('is of no page that has none', () => {
    expect(pagesOf(two).pages.filter(page => 'ornaments' in page)).toHaveLength(3);
  });
});

describe('the motif at scene breaks', () => {
  const broken = (count: number) =>
    bookOf(
      ...Array.from({ length: count }, (_, index) => [paragraph(prose(150 + ((index * 37) % 160), index + 1)), { type: 'thematicBreak' } as const]).flat(),
      paragraph(prose(60, 99)),
    ); // prettier-ignore
  const breaksOf = (pages: PageList): { readonly page: Page; readonly shown: PageOrnament }[] =>
    pages.pages.flatMap(page => shownOn(page).filter(({ ornament }) => ornament === ornaments.sceneBreak).map(shown => ({ page, shown }))); // prettier-ignore

  it('stands at each, an em large', () => {
    const found = breaksOf(pagesOf(broken(40)));
    expect(found).toHaveLength(40);
    for (const { shown } of found) expect(shown.heightPt).toBeCloseTo(1.1 * design.bodyFontSizePt, 1);
  });

  it('is never first or last on a page, wherever it comes', () => {
    for (let count = 4; count < 34; count++) {
      const [found, ...others] = breaksOf(pagesOf(bookOf(...paragraphs(count), { type: 'thematicBreak' }, ...paragraphs(6, count)))); // prettier-ignore
      expect(others).toEqual([]);
      const { page, shown } = found ?? { page: { frames: [] }, shown: { topPt: 0, heightPt: 0 } };
      const baselines = page.frames.filter(frame => frame.element !== null).flatMap(frame => frame.lines.map(line => line.baselinePt)); // prettier-ignore
      expect(baselines.some(baseline => baseline < shown.topPt)).toBe(true);
      expect(baselines.some(baseline => baseline > shown.topPt + shown.heightPt)).toBe(true);
    }
  });

  it('takes no more room than letters, so that every line stands where it stood', () => {
    const bodies = ({ pages }: PageList) => pages.map(page => page.frames.filter(frame => frame.element !== null));
    const letters = pagesOf(broken(40), { look: { ...asking, sceneBreak: design.look.sceneBreak } });
    expect(breaksOf(letters)).toEqual([]);
    expect(bodies(pagesOf(broken(40)))).toEqual(bodies(letters));
  });

  it('stands between two rules as far from either, and at the left where the design says so', () => {
    const look = { ...asking, sceneBreak: { ...asking.sceneBreak, rules: true } };
    const [{ page, shown } = { page: undefined, shown: undefined }] = breaksOf(pagesOf(broken(1), { look }));
    const [left, right] = page?.rules ?? [];
    expect((shown?.leftPt ?? 0) - (left?.toPt[0] ?? 0)).toBeCloseTo((right?.fromPt[0] ?? 0) - (shown?.leftPt ?? 0) - (shown?.widthPt ?? 0), 1);
    const toTheLeft = { ...asking, sceneBreak: { ...asking.sceneBreak, align: 'left' as const } };
    const [atEdge] = breaksOf(pagesOf(broken(1), { look: toTheLeft }));
    expect(atEdge?.shown.leftPt).toBe(atEdge?.page.side === 'recto' ? design.marginsPt.inner : design.marginsPt.outer);
  }); // prettier-ignore
});
