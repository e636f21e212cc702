import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakPages, pageCost, placeBelow } from '../../src/typeset/breakPages.ts';
import { type GalleyLine, createGalley } from '../../src/typeset/galley.ts';
import { findPageFaults } from '../../src/typeset/pageFaults.ts';
import { createPageTable } from '../../src/typeset/pageTable.ts';
import { paginate } from '../../src/typeset/paginate.ts';
import { cheapestPages, costOfRanges } from './cheapestPages.ts';
import { type MadeBlock, emptyLine, galleyOf, gridPt, madeBlock } from './galleys.ts';

const spec = { heightPt: 140, gridPt };

/** A galley of paragraphs of these numbers of lines. */
function paragraphsOf(lengths: readonly number[]): readonly GalleyLine[] {
  return galleyOf(lengths.map((lines): MadeBlock => ({ type: 'paragraph', lines, note: 0 }))).lines;
}

const lengths = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 60 });
const side = fc.constantFrom('recto', 'verso');
const blocks = fc.array(madeBlock, { minLength: 1, maxLength: 40 });

describe('breakPages', () => {
  it('gives every line and every note one place, in order, inside the text block', () => {
    fc.assert(
      fc.property(blocks, side, (made, firstSide) => {
        const { lines, footnotes } = galleyOf(made);
        let [next, nextNote] = [0, 0];
        for (const range of breakPages(lines, { ...spec, firstSide, footnotes, noteGapPt: gridPt })) {
          expect([range.start, range.notesStart]).toEqual([next, nextNote]);
          const own = lines.slice(range.start, range.end);
          const below = (bottomPt: number, line: GalleyLine, index: number): number =>
            placeBelow(bottomPt, line, index === 0, gridPt) + line.heightPt;
          expect(own.reduce(below, 0)).toBeLessThanOrEqual(spec.heightPt + 0.01);
          expect(range.end + range.notesEnd).toBeGreaterThan(range.start + range.notesStart);
          [next, nextNote] = [range.end, range.notesEnd];
        }
        expect([next, nextNote]).toEqual([lines.length, footnotes.lines.length]);
      }),
    );
  });

  it('leaves more than two lines to a last page where the page before it has some to give', () => {
    const ranges = breakPages(paragraphsOf([6, 4, 2]), { ...spec, firstSide: 'verso' });
    expect(ranges.map(({ start, end }) => end - start)).toEqual([8, 4]);
  });

  it('leaves no widow and no orphan', () => {
    fc.assert(
      fc.property(lengths, counts => {
        const lines = paragraphsOf(counts);
        for (const { end } of breakPages(lines, spec).slice(0, -1)) {
          const before = lines[end - 1];
          const after = lines[end];
          if (after === undefined || after.indexInBlock === 0) continue;
          expect(before?.indexInBlock).toBeGreaterThan(0);
          expect(after.indexInBlock).toBeLessThan(after.blockLength - 1);
        }
      }),
    );
  });

  it.each([
    ['', false],
    [' with notes', true],
  ])(
    'costs as little as the best of all divisions of a short text%s',
    (_, hasNotes) => {
      const short = fc.array(madeBlock, { minLength: 1, maxLength: 6 });
      fc.assert(
        fc.property(short, side, fc.integer({ min: 4, max: 6 }), (made, firstSide, height) => {
          const { lines, footnotes } = galleyOf(made);
          fc.pre(lines.length <= 14);
          const page = { heightPt: height * gridPt, gridPt, firstSide, noteGapPt: gridPt };
          const whole = hasNotes ? { ...page, footnotes } : page;
          const best = cheapestPages(lines, whole);
          const own = costOfRanges(lines, whole, breakPages(lines, whole));
          // What is not sought to the end are texts that no division keeps whole.
          if (best < pageCost.lateNote) expect(own).toBeCloseTo(best, 3);
          else expect(own).toBeGreaterThanOrEqual(best);
        }),
        { numRuns: 200 },
      );
    },
    60_000,
  );

  it('keeps a heading with what follows it', () => {
    const galley = createGalley();
    const line = emptyLine;
    galley.addBlock({ lines: Array.from({ length: 8 }, () => line), leftPt: 0, heightPt: 14, element: null });
    galley.addBlock({ lines: [line], leftPt: 0, heightPt: 14, element: null, keepsWithNext: true });
    galley.addBlock({ lines: Array.from({ length: 6 }, () => line), leftPt: 0, heightPt: 14, element: null });
    for (const { end } of breakPages(galley.lines, spec)) expect(end).not.toBe(9);
  });

  it('gives a line taller than the page a page of its own', () => {
    const galley = createGalley();
    galley.addBlock({ lines: [emptyLine, emptyLine], leftPt: 0, heightPt: 500, element: null });
    expect(breakPages(galley.lines, spec)).toMatchObject([
      { start: 0, end: 1 },
      { start: 1, end: 2 },
    ]);
  });

  it('ends facing pages on the same line wherever no finding says that it cannot', () => {
    fc.assert(
      fc.property(blocks, side, (made, firstSide) => {
        const { lines, footnotes } = galleyOf(made);
        const whole = { ...spec, firstSide, footnotes, noteGapPt: gridPt };
        const ranges = breakPages(lines, whole);
        const faults = findPageFaults(createPageTable(lines), footnotes, ranges, firstSide);
        ranges.forEach(({ depth }, page) => {
          const isRecto = (page % 2 === 0) === (firstSide === 'recto');
          const facing = isRecto ? (ranges[page - 1]?.depth ?? null) : null;
          if (depth === null || facing === null || depth === facing) return;
          expect(faults).toContainEqual(expect.objectContaining({ kind: 'uneven', page }));
        });
      }),
    );
  });

  it('finds even openings in a text of paragraphs of all lengths', () => {
    const lines = paragraphsOf(Array.from({ length: 2_000 }, (_, index) => 1 + ((index * 7) % 11) * ((index % 3) % 2)));
    const { faults } = paginate(lines, { ...spec, heightPt: 490 });
    expect(faults).toEqual([]);
  });

  it('begins each note on the page of its mark, or says so', () => {
    fc.assert(
      fc.property(blocks, made => {
        const { lines, footnotes } = galleyOf(made);
        const ranges = breakPages(lines, { ...spec, footnotes, noteGapPt: gridPt });
        const faults = findPageFaults(createPageTable(lines), footnotes, ranges, 'recto');
        for (const start of footnotes.starts) {
          const mark = footnotes.lineCounts.findIndex(count => count > start) - 1;
          const page = ranges.findIndex(range => range.start <= mark && mark < range.end);
          const range = ranges[page];
          if (range !== undefined && range.notesStart <= start && start < range.notesEnd) continue;
          expect(faults).toContainEqual(expect.objectContaining({ kind: 'lateNote', page }));
        }
      }),
    );
  });

  it('divides a note so that two lines of it stand on both pages', () => {
    const long = galleyOf([{ type: 'paragraph', lines: 30, note: 25 }]);
    const ranges = breakPages(long.lines, { ...spec, footnotes: long.footnotes, noteGapPt: gridPt });
    const parts = ranges.map(({ notesStart, notesEnd }) => notesEnd - notesStart).filter(count => count > 0);
    expect(parts.length).toBeGreaterThan(2);
    for (const count of parts) expect(count).toBeGreaterThan(1);
    // Beside the note that goes on every page has some of the text.
    for (const { start, end } of ranges) expect(end - start).toBeGreaterThan(1);
  });

  it('takes time that grows with the length of a section, notes on every line or none', () => {
    const timeOf = (count: number, note: number): number => {
      const made = galleyOf(Array.from({ length: count }, (_, index) => ({ type: 'paragraph', lines: 1 + (index % 9), note }))); // prettier-ignore
      const started = process.cpuUsage();
      paginate(made.lines, {
        ...spec,
        heightPt: 490,
        footnotes: note === 0 ? null : made.footnotes,
        noteGapPt: gridPt,
      });
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    };
    for (const note of [0, 1]) {
      timeOf(200, note);
      expect(timeOf(8_000, note)).toBeLessThan(Math.max(timeOf(2_000, note), 20) * 16);
    }
  }, 60_000);
});

describe('placeBelow', () => {
  const [first] = paragraphsOf([1]);

  it('drops blank space at the top of a page and snaps to the grid below it', () => {
    if (first === undefined) throw new Error('the galley has a line');
    const spaced = { ...first, spaceBeforePt: 9 };
    expect(placeBelow(0, spaced, true, 14)).toBe(0);
    expect(placeBelow(14, spaced, false, 14)).toBe(28);
    expect(placeBelow(0, { ...spaced, keepsSpaceAtTop: true }, true, 14)).toBe(14);
  });
});
