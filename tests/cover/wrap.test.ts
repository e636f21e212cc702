import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoverDesign } from '../../src/cover/coverDesign.ts';
import { coverStyles } from '../../src/cover/coverStyles.ts';
import type { CoverSubject } from '../../src/cover/coverSubject.ts';
import { designCover } from '../../src/cover/designCover.ts';
import { type WrapDesign, type WrapWords, designWrap, frontCanvas } from '../../src/cover/wrap/designWrap.ts';
import { type WrapPlan, planWrap } from '../../src/cover/wrap/planWrap.ts';
import { spineDirection } from '../../src/cover/wrap/spineDirection.ts';
import { contrastRatio } from '../../src/drawing/color.ts';
import type { Box, LetteringShape, Shape } from '../../src/drawing/drawing.ts';
import { type CoverRules, type PaperStock, spineWidthPt } from '../../src/theme/printers/coverRules.ts';
import { homeCover } from '../../src/theme/printers/homeCover.ts';
import { kdpCover } from '../../src/theme/printers/kdpCover.ts';
import { luluCover } from '../../src/theme/printers/luluCover.ts';
import { expectGolden } from '../support/golden.ts';
import { awkwardTitles, eightAuthors, subjectOf } from './subjects.ts';

const halfLetter = [396, 612] as const;

interface Book {
  readonly rules?: CoverRules;
  readonly pages?: number;
  readonly stock?: PaperStock;
  readonly trimPt?: readonly [number, number];
  readonly direction?: 'ltr' | 'rtl';
}

function planOf({ rules = kdpCover, pages = 200, stock = 'white', trimPt = halfLetter, direction = 'ltr' }: Book): WrapPlan {
  return planWrap({ ...rules, trimPt, spinePt: spineWidthPt(rules, pages, stock), direction });
} // prettier-ignore

/** A front of one colour: what lies on back and spine is looked at. */
const front: CoverDesign = {
  drawing: { widthUnits: 1000, heightUnits: 1545, background: '#ffffff', shapes: [], altText: 'A front' },
  palette: { ground: '#17232d', ink: '#ece5d3', accent: '#c9412b' },
  motif: {
    widthUnits: 120,
    heightUnits: 60,
    steps: [{ type: 'M', values: [0, 0] }, { type: 'L', values: [120, 0] }, { type: 'L', values: [60, 60] }, { type: 'Z', values: [] }], // prettier-ignore
  },
};

const silent: WrapWords = { description: [], names: [], hasSpineText: true };
const blurb = [
  'When the lamp at Corrow Point goes out for the first time in ninety years, the keeper’s daughter rows across the sound to light it again, and finds that somebody has been there before her.',
  'What she brings home is not a lamp.',
];

function wrapOf(subject: CoverSubject, plan: WrapPlan, words: Partial<WrapWords> = {}): WrapDesign {
  return designWrap(subject, { ...silent, ...words }, front, plan);
}

function lettering(shapes: readonly Shape[]): LetteringShape[] {
  return shapes.flatMap(shape => (shape.type === 'group' ? lettering(shape.shapes) : shape.type === 'lettering' ? [shape] : [])); // prettier-ignore
}

function isInside({ left, top, right, bottom }: Box, outer: Box, slack = 0.01): boolean {
  return left >= outer.left - slack && top >= outer.top - slack && right <= outer.right + slack && bottom <= outer.bottom + slack; // prettier-ignore
}

function meet(first: Box, second: Box): boolean {
  return first.left < second.right && second.left < first.right && first.top < second.bottom && second.top < first.bottom;
} // prettier-ignore

const on = (panel: Box | null, shape: LetteringShape): boolean => panel !== null && meet(shape.box, panel);

describe('the plan of a wrap', () => {
  // By hand: pages × 0.002252 or 0.0025 in × 72; pages / 444 in + 0.06 in; half a leaf of 0.1 mm a page.
  it.each([
    [kdpCover, 24, 'white', 3.8915, 795.8915],
    [kdpCover, 79, 'white', 12.8094, 804.8094],
    [kdpCover, 79, 'cream', 14.22, 806.22],
    [kdpCover, 300, 'cream', 54, 846],
    [kdpCover, 828, 'white', 134.2552, 926.2552],
    [luluCover, 32, 'white', 9.5092, 801.5092],
    [luluCover, 444, 'cream', 76.32, 868.32],
    [homeCover, 200, 'white', 28.3, 820.3],
  ] as const)('is two pages and the spine wide: %#', (rules, pages, stock, spinePt, widthPt) => {
    const plan = planOf({ rules, pages, stock });
    expect(plan.spinePt).toBeCloseTo(spinePt, 3);
    expect(plan.trimPt[0]).toBeCloseTo(widthPt, 3);
    expect(plan.trimPt[1]).toBe(612);
    expect(plan.bleedPt).toBe(rules === homeCover ? 0 : 9);
    const [first = 0, second = 0] = plan.foldsPt;
    expect([first, second - first]).toEqual([396, expect.closeTo(spinePt, 3)]);
  });

  it('has the front at the right, and at the left where a book is read from right to left', () => {
    const [ltr, rtl] = (['ltr', 'rtl'] as const).map(direction => planOf({ direction }));
    expect([ltr?.back.left, ltr?.front.left]).toEqual([0, 396 + 200 * 0.002252 * 72]);
    expect([rtl?.front.left, rtl?.back.left]).toEqual([0, 396 + 200 * 0.002252 * 72]);
  });

  it('keeps two inches by 1.2 at the lower right of the back free, a quarter of an inch from its edges', () => {
    expect(planOf({}).barcode).toEqual({ left: 396 - 18 - 144, top: 612 - 18 - 86.4, right: 378, bottom: 594 });
    expect(planOf({ rules: homeCover }).barcode).toBeNull();
  });

  it('is folded once where there is no spine', () => {
    const { spine, spineSafe, foldsPt, trimPt } = planWrap({ ...homeCover, trimPt: [300, 400], spinePt: 0, direction: 'ltr' }); // prettier-ignore
    expect({ spine, spineSafe, foldsPt, trimPt }).toEqual({ spine: null, spineSafe: null, foldsPt: [300], trimPt: [600, 400] }); // prettier-ignore
  });
});

describe('a spine', () => {
  it('is lettered inside of its safe area, whatever the title, the pages and the language', () => {
    const book = fc.record({
      title: fc.constantFrom(...awkwardTitles, 'Smoke', 'The Weather at Reichenbach'),
      authors: fc.constantFrom([], ['Ann Tolliver'], ['Åsa Ğül', 'Jörg Qvist', 'Y. Ångström'], eightAuthors),
      pages: fc.integer({ min: 2, max: 828 }),
      language: fc.constantFrom('en', 'fr', 'de'),
      rules: fc.constantFrom(kdpCover, luluCover, homeCover),
    });
    fc.assert(
      fc.property(book, ({ title, authors, pages, language, rules }) => {
        const plan = planOf({ rules, pages });
        const { drawing, hasSpineText } = wrapOf(subjectOf({ title, authors, language }), plan);
        const onSpine = lettering(drawing.shapes).filter(shape => on(plan.spine, shape));
        for (const { box } of onSpine) expect(plan.spineSafe !== null && isInside(box, plan.spineSafe)).toBe(true);
        for (const [index, { box }] of onSpine.entries()) {
          expect(onSpine.slice(index + 1).some(other => meet(box, other.box))).toBe(false);
        }
        expect(hasSpineText).toBe(onSpine.length > 0);
      }),
      { numRuns: 150 },
    );
  });

  it('is plain where it is too narrow, or where the printer takes no lettering', () => {
    const subject = subjectOf({ title: 'Smoke' });
    expect(wrapOf(subject, planOf({ pages: 60 })).hasSpineText).toBe(false);
    expect(wrapOf(subject, planOf({ pages: 200 })).hasSpineText).toBe(true);
    expect(wrapOf(subject, planOf({ pages: 200 }), { hasSpineText: false }).hasSpineText).toBe(false);
  });

  it('has the title first and the names last, downwards in English and upwards in French and German', () => {
    const topOf = (language: string): [number, number] => {
      const plan = planOf({ pages: 400 });
      const lines = lettering(wrapOf(subjectOf({ title: 'Smoke', language }), plan).drawing.shapes);
      const [title, names] = ['Smoke', 'Ann Tolliver'].map(text => lines.find(line => line.text === text)?.box.top ?? NaN);
      return [title ?? NaN, names ?? NaN];
    }; // prettier-ignore
    const [title, names] = topOf('en-GB');
    expect(title).toBeLessThan(names);
    for (const language of ['fr', 'de-AT']) {
      const [upwards, above] = topOf(language);
      expect(upwards).toBeGreaterThan(above);
    }
    expect(['en', 'nl', 'und', 'fr-CA', 'es'].map(spineDirection)).toEqual(['down', 'down', 'down', 'up', 'up']);
  });

  it('names authors only where it can name all', () => {
    const texts = (authors: string[]): string[] =>
      lettering(wrapOf(subjectOf({ title: 'Smoke', authors }), planOf({ pages: 400 })).drawing.shapes).map(line => line.text); // prettier-ignore
    expect(texts(['A. Reed', 'B. Vale'])).toEqual(['Smoke', 'A. Reed · B. Vale']);
    expect(texts([...eightAuthors])).toEqual(['Smoke']);
  });
});

describe('a back', () => {
  it('keeps its words in the safe area, and clear of the barcode', () => {
    const words = fc.record({
      description: fc.array(fc.lorem({ maxCount: 60, mode: 'words' }), { maxLength: 6 }),
      names: fc.constantFrom([], [...eightAuthors]),
    });
    const where = fc.record({
      rules: fc.constantFrom(kdpCover, luluCover, homeCover),
      trimPt: fc.constantFrom(halfLetter, [288, 432] as const, [595, 842] as const, [306, 495] as const),
      direction: fc.constantFrom('ltr' as const, 'rtl' as const),
    });
    fc.assert(
      fc.property(words, where, (said, book) => {
        const plan = planOf(book);
        const { drawing, isBackShortened } = wrapOf(subjectOf({ title: 'Smoke' }), plan, said);
        const onBack = lettering(drawing.shapes).filter(shape => on(plan.back, shape));
        for (const { box } of onBack) {
          expect(isInside(box, plan.backSafe)).toBe(true);
          if (plan.barcode !== null) expect(meet(box, plan.barcode)).toBe(false);
        }
        const told = onBack.map(line => line.text).join(' ').replace(/[\s\u00a0\u00b7]+/g, ' ');
        const wanted = [...said.description, ...said.names].join(' ').replace(/\s+/g, ' ');
        if (!isBackShortened) expect(told.trim()).toBe(wanted.trim());
      }),
      { numRuns: 60 },
    ); // prettier-ignore
  });

  it('says so when there is too much to say', () => {
    const long = Array.from({ length: 40 }, () => blurb[0] ?? '');
    const plan = planOf({});
    const { drawing, isBackShortened } = wrapOf(subjectOf({ title: 'Smoke' }), plan, { description: long, names: eightAuthors });
    expect(isBackShortened).toBe(true);
    const onBack = lettering(drawing.shapes).filter(shape => on(plan.back, shape)).map(({ text }) => text);
    // The description ends in an ellipsis, and those who wrote the stories are named below it.
    const end = onBack.findIndex(text => text.endsWith('…'));
    const names = onBack.slice(end + 1).join(' ').replace(/[\s\u00a0\u00b7]+/g, ' ');
    expect(end).toBeGreaterThan(20);
    expect(names).toBe(eightAuthors.join(' ').replace(/\s+/g, ' '));
  }); // prettier-ignore

  it('says nothing that nobody wrote', () => {
    const { drawing } = wrapOf(subjectOf({ title: 'Smoke', authors: [] }), planOf({ pages: 60 }));
    expect(lettering(drawing.shapes)).toEqual([]);
  });
});

describe('a wrap', () => {
  it('has inks of a contrast of 4.5 to 1 at least, in every style', () => {
    for (const style of coverStyles) {
      for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
        const subject = subjectOf({ title: 'Smoke', id });
        const plan = planOf({ pages: 300 });
        const designed = designCover(subject, style, frontCanvas(halfLetter, 9));
        const { drawing } = designWrap(subject, { ...silent, description: blurb }, designed, plan);
        const own = drawing.shapes.filter(shape => shape.type === 'lettering');
        expect(own.length).toBeGreaterThan(4);
        for (const { fill } of own) expect(contrastRatio(fill, drawing.background)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('has the front in its place, as large as a page, and over the cut but not over the fold', () => {
    const canvas = frontCanvas(halfLetter, 9);
    expect(canvas.widthUnits).toBe(1000);
    expect(canvas.heightUnits).toBeCloseTo(1545.4545, 3);
    expect(canvas.bleedUnits).toBeCloseTo(22.727, 3);
    const mark: Shape = { type: 'circle', center: [500, 0], radius: 10, fill: '#000000', opacity: 1 };
    for (const direction of ['ltr', 'rtl'] as const) {
      const plan = planOf({ direction });
      const { drawing } = designWrap(subjectOf({ title: '' }), silent, { ...front, drawing: { ...front.drawing, shapes: [mark] } }, plan); // prettier-ignore
      const group = drawing.shapes.find(shape => shape.type === 'group');
      const left = plan.front.left;
      expect(group?.shapes).toEqual([{ ...mark, center: [left + 198, 0], radius: 3.96 }]);
      const across = group?.clip?.flatMap(({ values }) => values.slice(0, 1)) ?? [];
      const [from, to] = direction === 'ltr' ? [left, left + 396 + 9] : [-9, 396];
      expect(Math.min(...across)).toBeCloseTo(from, 6);
      expect(Math.max(...across)).toBeCloseTo(to, 6);
    }
  });

  it('is laid out as it was', () => {
    const round = (box: Box | null): number[] => (box === null ? [] : [box.left, box.top, box.right, box.bottom].map(x => Math.round(x * 10) / 10)); // prettier-ignore
    const laid = ([
      ['single story, KDP', {}, { description: blurb }, {}],
      ['collection, Lulu', { rules: luluCover, pages: 360 }, { description: blurb, names: eightAuthors }, { isCollection: true, authors: eightAuthors }],
      ['at home, French, cream', { rules: homeCover, pages: 120, stock: 'cream' }, {}, { language: 'fr' }],
    ] as const).map(([name, book, words, subject]) => {
      const plan = planOf(book);
      const { drawing } = wrapOf(subjectOf({ title: 'The Lamp at Corrow Point', ...subject }), plan, words);
      const lines = lettering(drawing.shapes).map(({ text, box }) => [text, ...round(box)]);
      return { name, trimPt: plan.trimPt, foldsPt: plan.foldsPt, barcode: round(plan.barcode), lines };
    }); // prettier-ignore
    expectGolden(join(import.meta.dirname, 'wraps', 'golden.json'), `${JSON.stringify(laid, null, 1)}\n`);
  });
});
