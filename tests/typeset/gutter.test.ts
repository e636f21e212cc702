import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Anthology } from '../../src/book/tree.ts';
import type { GutterStep, PrintDesign } from '../../src/theme/theme.ts';
import { fitGutter } from '../../src/typeset/fitGutter.ts';
import type { PageList } from '../../src/typeset/pageList.ts';
import { book, chapter, design, paragraphs, runsOf, story, typeset } from './books.ts';

const casesFolder = fileURLToPath(new URL('golden/', import.meta.url));

const novel = book([
  story('The Hat', [
    chapter(paragraphs(60), { number: 1, label: 'Chapter 1' }),
    chapter([{ type: 'thematicBreak' }, ...paragraphs(60, 2)], { number: 2, label: 'Chapter 2' }),
  ]),
  story('The Coat', [chapter(paragraphs(30, 3))]),
]);

function bound(gutters: readonly GutterStep[], changes: Partial<PrintDesign> = {}): Partial<PrintDesign> {
  return { binding: { bleedPt: 0, gutters, smallestOuterPt: 36, hasWholeLeaves: false }, ...changes };
}

const marginsOf = (inner: number, outer: number): PrintDesign['marginsPt'] => ({ ...design.marginsPt, inner, outer });

/** The leftmost and rightmost edges of the text on the pages of a side. */
function blockOf({ pages }: PageList, side: 'recto' | 'verso'): [number, number] {
  const runs = runsOf(pages.filter(page => page.side === side));
  return [Math.min(...runs.map(run => run.xPt)), Math.max(...runs.map(run => run.xPt + run.widthPt))];
}

describe('the gutter', () => {
  it('is where the design has it when the book is thin', () => {
    const gutters = [
      { fromPages: 0, innerPt: 20 },
      { fromPages: 1000, innerPt: 90 },
    ];
    expect(typeset(novel, bound(gutters))).toEqual(typeset(novel));
  });

  it('grows with the book, the same pages moving away from the spine', () => {
    const moved = typeset(novel, bound([{ fromPages: 10, innerPt: 68.5 }]));
    expect(moved.pages).toEqual(typeset(novel, { marginsPt: marginsOf(68.5, 39.5) }).pages);
    const before = typeset(novel).pages;
    expect(blockOf(moved.pages, 'recto')[0]).toBeCloseTo(blockOf(before, 'recto')[0] + 10.5);
    expect(blockOf(moved.pages, 'verso')[1]).toBeCloseTo(blockOf(before, 'verso')[1] - 10.5);
  });

  it.each(readdirSync(casesFolder))('moves everything on the pages of %s', name => {
    const anthology = JSON.parse(readFileSync(join(casesFolder, name, 'in.json'), 'utf8')) as Anthology;
    const moved = typeset(anthology, bound([{ fromPages: 0, innerPt: 68.5 }]));
    expect(moved.pages).toEqual(typeset(anthology, { marginsPt: marginsOf(68.5, 39.5) }).pages);
  });

  it('takes from the lines what the outer margin cannot give, and sets the book again', () => {
    const narrow = typeset(novel, bound([{ fromPages: 10, innerPt: 130 }]));
    expect(narrow.pages).toEqual(typeset(novel, { marginsPt: marginsOf(130, 36) }).pages);
    expect(narrow.pages.pages.length).toBeGreaterThan(typeset(novel).pages.pages.length);
  });

  it('follows the pages that setting again adds', () => {
    const before = typeset(novel).pages.pages.length;
    const again = typeset(novel, { marginsPt: marginsOf(130, 36) }).pages.pages.length;
    expect(again).toBeGreaterThan(before + 1);
    const gutters = [
      { fromPages: before, innerPt: 130 },
      { fromPages: before + 2, innerPt: 150 },
    ];
    const twice = typeset(novel, bound(gutters));
    expect(twice.pages).toEqual(typeset(novel, { marginsPt: marginsOf(150, 36) }).pages);
  });

  it('tells every finding once, however often the book is set', () => {
    const words = book([
      story('The Hat', [
        chapter([...paragraphs(60), { type: 'paragraph', children: [{ type: 'text', value: '𐎀'.repeat(3) }] }]),
      ]),
    ]);
    const gutters = [{ fromPages: 1, innerPt: 130 }];
    const direct = typeset(words, { marginsPt: marginsOf(130, 36) });
    expect(typeset(words, bound(gutters)).diagnostics).toEqual(direct.diagnostics);
    expect(direct.diagnostics.map(finding => finding.code)).toContain('fonts/missing-glyph');
  });

  it('comes to an end for any list of widths, and leaves the inner margin that the last asks for', () => {
    const steps = fc.array(
      fc.record({ fromPages: fc.nat(900), innerPt: fc.double({ min: 0, max: 200, noNaN: true }) }),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(steps, fc.nat(1200), (list, pages) => {
        const gutters = list.toSorted((left, right) => left.fromPages - right.fromPages);
        let current: PrintDesign = { ...design, ...bound(gutters) };
        let fit = fitGutter(current, pages);
        let settings = 0;
        while (fit.type === 'setAgain') {
          current = fit.design;
          settings++;
          // A book gets thicker when its lines get shorter.
          fit = fitGutter(current, pages + 40 * settings);
        }
        const needed = gutters.findLast(step => step.fromPages <= pages + 40 * settings)?.innerPt ?? 0;
        expect(settings).toBeLessThanOrEqual(gutters.length);
        expect(current.marginsPt.inner + fit.shiftPt).toBeGreaterThanOrEqual(needed);
        expect(current.marginsPt.outer - fit.shiftPt).toBeGreaterThanOrEqual(36 - 1e-9);
      }),
    );
  });
});

describe('whole leaves', () => {
  it('end in a blank page where the last leaf has only a recto', () => {
    const counts = Array.from({ length: 10 }, (_, extra) => {
      const anthology = book([story('The Hat', [chapter(paragraphs(20 + 5 * extra))])]);
      const loose = typeset(anthology).pages.pages;
      const { pages } = typeset(anthology, {
        binding: { bleedPt: 0, gutters: [], smallestOuterPt: 0, hasWholeLeaves: true },
      }).pages;
      expect(pages.length % 2).toBe(0);
      expect(pages.slice(0, loose.length)).toEqual(loose);
      if (pages.length > loose.length) expect(pages.at(-1)?.frames).toEqual([]);
      return pages.length - loose.length;
    });
    expect(new Set(counts)).toEqual(new Set([0, 1]));
  });
});
