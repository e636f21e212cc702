import { describe, expect, it } from 'vitest';
import { loadTheme } from '../../src/theme/loadTheme.ts';
import { kdp } from '../../src/theme/printers/kdp.ts';
import { lulu } from '../../src/theme/printers/lulu.ts';
import { printerFindings } from '../../src/theme/printers/printerFindings.ts';
import type { PrintDesign } from '../../src/theme/theme.ts';
import { parseTrim } from '../../src/theme/trimSizes.ts';

const design = loadTheme('plain').print;

function findingsOf(rules: typeof kdp, changes: Partial<PrintDesign>, pages = 200): string[] {
  return printerFindings(rules, { ...design, ...changes }, { title: 'The Lamp', pages }).map(
    ({ code, message, hint, source }) => {
      expect(hint).toMatch(/^[A-Z].*\.$/);
      expect(source).toEqual(rules.source);
      return `${code} ${message}`;
    },
  );
}

const trim = (name: string): Partial<PrintDesign> => ({ trimPt: parseTrim(name) ?? [0, 0] });
const bleed = (bleedPt: number): Partial<PrintDesign> => ({ binding: { ...design.binding, bleedPt } });

describe('printerFindings', () => {
  it('has nothing to say of a book that its printer takes', () => {
    for (const rules of [kdp, lulu]) {
      for (const name of ['half-letter', '5x8', '6x9', 'royal', 'A5', '7x10', 'letter', 'A4', 'pocket']) {
        expect(findingsOf(rules, trim(name))).toEqual([]);
      }
      expect(findingsOf(rules, {}, rules.pages.fewest)).toEqual([]);
      expect(findingsOf(rules, {}, rules.pages.most)).toEqual([]);
    }
    expect(findingsOf(lulu, bleed(9))).toEqual([]);
  });

  it.each([
    [kdp, {}, 22, 'print/page-count “The Lamp” has 22 pages; KDP prints no book of fewer than 24.'],
    [kdp, {}, 830, 'print/page-count “The Lamp” has 830 pages; KDP prints no book of more than 828.'],
    [kdp, trim('letter'), 600, 'print/page-count “The Lamp” has 600 pages; KDP prints no book of more than 590.'],
    [kdp, trim('A4'), 790, 'print/page-count “The Lamp” has 790 pages; KDP prints no book of more than 780.'],
    [kdp, trim('A6'), 200, 'print/trim-size KDP has no pages of A6.'],
    [kdp, trim('9x12'), 200, 'print/trim-size KDP has no pages of 228.6 × 304.8 mm.'],
    [kdp, bleed(9), 200, 'print/bleed The pages bleed on all sides; KDP takes none that bleed at the spine.'],
    [kdp, { bodyFontSizePt: 6.5 }, 200, 'print/margins The text is of 6.5 points; KDP asks for 7 at least.'],
    [
      kdp,
      { marginsPt: { ...design.marginsPt, outer: 12 } },
      200,
      'print/margins The outer margin is 0.167 in; KDP asks for 0.25 in at least.',
    ],
    [lulu, {}, 30, 'print/page-count “The Lamp” has 30 pages; Lulu prints no book of fewer than 32.'],
    [lulu, trim('B6'), 200, 'print/trim-size Lulu has no pages of B6.'],
    [lulu, bleed(18), 200, 'print/bleed The bleed is 0.25 in; Lulu asks for 0.125 in.'],
    [
      lulu,
      { marginsPt: { ...design.marginsPt, top: 30 } },
      200,
      'print/margins The top margin is 0.417 in; Lulu asks for 0.5 in at least.',
    ],
  ] satisfies [typeof kdp, Partial<PrintDesign>, number, string][])(
    'says what %o would refuse of %o',
    (rules, changes, pages, said) => {
      expect(findingsOf(rules, changes, pages)).toEqual([said]);
    },
  );
});
