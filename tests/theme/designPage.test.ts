import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import { averageAdvanceEm } from '../../src/fonts/averageAdvance.ts';
import { createFontLibrary } from '../../src/fonts/fontLibrary.ts';
import { type PageRequest, designPage } from '../../src/theme/designPage.ts';
import { loadTheme } from '../../src/theme/loadTheme.ts';
import { type PrintProfileName, printProfileNames, printProfiles } from '../../src/theme/printProfile.ts';
import { runningRoom } from '../../src/theme/runningRoom.ts';
import type { PrintDesign } from '../../src/theme/theme.ts';
import type { PrintSettings } from '../../src/theme/themeSchema.ts';
import { type TrimPt, parseTrim, trimNames } from '../../src/theme/trimSizes.ts';
import { createPageGeometry } from '../../src/typeset/pageGeometry.ts';

const advanceEm = averageAdvanceEm(createFontLibrary().face('EB Garamond/regular'));
const theme = loadTheme('plain').print;

function trimOf(name: string): [number, number] {
  const [width, height] = parseTrim(name) ?? [0, 0];
  return [width, height];
}

function design(settings: PrintSettings, changes: Partial<PageRequest> = {}): PrintDesign {
  return designPage({ theme, settings, profile: printProfiles.print, advanceOf: () => advanceEm, ...changes });
}

function refusal(settings: PrintSettings, changes: Partial<PageRequest> = {}): CompileError {
  try {
    design(settings, changes);
  } catch (error) {
    if (error instanceof CompileError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const measureOf = ({ trimPt, marginsPt }: PrintDesign): number => trimPt[0] - marginsPt.inner - marginsPt.outer;
const charactersOf = (page: PrintDesign): number => measureOf(page) / (page.bodyFontSizePt * advanceEm);
const profile = fc.constantFrom(...printProfileNames);
const namedTrim = fc.constantFrom(...trimNames).map(trimOf);
const anyTrim: fc.Arbitrary<TrimPt> = fc.tuple(
  fc.double({ min: 200, max: 900, noNaN: true }),
  fc.double({ min: 280, max: 1200, noNaN: true }),
);

describe('averageAdvanceEm', () => {
  it('tells how many characters a line of prose holds', () => {
    expect(advanceEm).toBeGreaterThan(0.365);
    expect(advanceEm).toBeLessThan(0.385);
  });
});

describe('designPage', () => {
  it('gives the pages that it gave before, for every size and profile', () => {
    const pages = printProfileNames.flatMap(name =>
      trimNames.map(trim => {
        const page = design({ trim: trimOf(trim) }, { profile: printProfiles[name] });
        const { marginsPt, bodyFontSizePt, leadingPt, paragraphIndentPt, binding } = page;
        const characters = Math.round(charactersOf(page) * 10) / 10;
        return JSON.stringify({ profile: name, trim, bodyFontSizePt, leadingPt, paragraphIndentPt, characters, marginsPt, binding });
      }),
    ); // prettier-ignore
    const golden = new URL('golden/pages.jsonl', import.meta.url);
    const printed = `${pages.join('\n')}\n`;
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, printed);
    expect(printed).toBe(readFileSync(golden, 'utf8'));
  });

  it('sets 60 to 70 characters a line wherever the page has room for them', () => {
    for (const name of trimNames) {
      const characters = charactersOf(design({ trim: trimOf(name) }));
      if (name === 'A7') expect(characters).toBeGreaterThan(45);
      else expect(characters).toBeGreaterThanOrEqual(60);
      expect(characters).toBeLessThanOrEqual(70.01);
    }
  });

  it('keeps to sizes that books are set in, and leads longer lines more', () => {
    for (const name of trimNames) {
      const { bodyFontSizePt, leadingPt } = design({ trim: trimOf(name) });
      expect(bodyFontSizePt).toBeGreaterThanOrEqual(9);
      expect(bodyFontSizePt).toBeLessThanOrEqual(12.5);
      expect(leadingPt / bodyFontSizePt).toBeGreaterThan(1.17);
      expect(leadingPt / bodyFontSizePt).toBeLessThan(1.36);
    }
    const [short, long] = ['A6', 'A4'].map(name => design({ trim: trimOf(name), bodySize: 18 }));
    expect(short?.leadingPt).toBeLessThan(long?.leadingPt ?? 0);
  });

  it('stands the text block where the canon has it: higher than the middle, nearer to the spine', () => {
    for (const name of trimNames.filter(each => each !== 'half-letter')) {
      const { marginsPt, bodyFontSizePt, leadingPt } = design({ trim: trimOf(name) });
      const room = runningRoom(bodyFontSizePt, leadingPt);
      expect(marginsPt.inner).toBeLessThan(marginsPt.outer);
      expect(marginsPt.top - room.abovePt).toBeLessThan(marginsPt.bottom);
      expect(marginsPt.bottom).toBeGreaterThanOrEqual(room.belowPt);
    }
  });

  it('fills three fifths of a paperback’s page', () => {
    for (const name of ['pocket', '5x8', 'A5', '6x9', 'royal']) {
      const page = design({ trim: trimOf(name) });
      const { textHeightPt } = createPageGeometry(page);
      const share = (measureOf(page) * textHeightPt) / (page.trimPt[0] * page.trimPt[1]);
      expect(share).toBeGreaterThan(0.56);
      expect(share).toBeLessThan(0.66);
    }
  });

  it('keeps text, heads and folios inside of what is safe on any page and at any size, or refuses', () => {
    const size = fc.option(fc.double({ min: 6, max: 72, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.oneof(namedTrim, anyTrim), size, profile, ([width, height], bodySize, name) => {
        const { safePt } = printProfiles[name];
        let page: PrintDesign;
        try {
          page = design({ trim: [width, height], bodySize }, { profile: printProfiles[name] });
        } catch (error) {
          expect(error).toMatchObject({ code: 'typeset/page-too-small' });
          return;
        }
        const geometry = createPageGeometry(page);
        const { marginsPt, bodyFontSizePt } = page;
        expect(bodyFontSizePt).toBe(bodySize ?? bodyFontSizePt);
        expect(Math.min(marginsPt.inner, marginsPt.outer)).toBeGreaterThanOrEqual(safePt - 0.02);
        expect(geometry.headBaselinePt - 0.65 * bodyFontSizePt).toBeGreaterThanOrEqual(safePt - 0.02);
        expect(height - geometry.footBaselinePt - 0.25 * bodyFontSizePt).toBeGreaterThanOrEqual(safePt - 0.02);
        expect(height - geometry.textTopPt - geometry.textHeightPt).toBeGreaterThan(0);
        expect(geometry.measurePt).toBeGreaterThanOrEqual(8 * bodyFontSizePt);
      }),
      { numRuns: 500 },
    );
  });

  it('has large print on every page, or says what would fit', () => {
    for (const name of trimNames) {
      const page = design({ trim: trimOf(name), bodySize: 18 });
      expect(page.bodyFontSizePt).toBe(18);
      expect(page.leadingPt).toBeGreaterThanOrEqual(21.5);
    }
    const error = refusal({ trim: trimOf('A7'), bodySize: 30 });
    expect(error.message).toBe(
      'A page of A7 leaves a text block of 166 points by 3 lines, too little for text of 30 points.',
    );
    expect(error.hint).toBe('Take text of 18.5 points or less, or a page of pocket or larger.');
    expect(design({ trim: trimOf('A7'), bodySize: 18.5 }).bodyFontSizePt).toBe(18.5);
    expect(design({ trim: trimOf('pocket'), bodySize: 30 }).bodyFontSizePt).toBe(30);
  });

  it('leaves a theme its own page', () => {
    for (const name of ['plain', 'classic', 'zine']) {
      const own = loadTheme(name).print;
      const { binding, ...page } = design({ links: 'live' }, { theme: own });
      expect({ ...page, binding: own.binding }).toEqual(own);
      expect(binding.hasWholeLeaves).toBe(true);
      expect(design({ trim: [...own.trimPt], links: 'live' }, { theme: own })).toEqual({ ...page, binding });
    }
  });

  it('makes notes of links where they cannot be followed, unless it is told', () => {
    const linksOf = (name: PrintProfileName, settings: PrintSettings = {}): string =>
      design(settings, { profile: printProfiles[name] }).links;
    expect(printProfileNames.map(name => linksOf(name))).toEqual(['live', 'notes', 'notes', 'notes', 'live']);
    expect(linksOf('kdp', { links: 'plain' })).toBe('plain');
    expect(linksOf('screen', { links: 'notes' })).toBe('notes');
  });

  it('keeps a theme’s margins for text of another size while the lines hold it well', () => {
    const { marginsPt, leadingPt, paragraphIndentPt } = design({ bodySize: 12 });
    expect(marginsPt).toEqual(theme.marginsPt);
    expect(leadingPt).toBe(15);
    expect(paragraphIndentPt).toBe(15.5);
    expect(design({ bodySize: 16 }).marginsPt).not.toEqual(theme.marginsPt);
  });

  it('takes what is said, and derives the rest from it', () => {
    const page = design({ trim: trimOf('A5'), margins: { inner: 70, outer: 60 }, paragraphIndent: 0 });
    expect(page.marginsPt).toMatchObject({ inner: 70, outer: 60 });
    expect(page.paragraphIndentPt).toBe(0);
    expect(charactersOf(page)).toBeGreaterThan(67);
    expect(charactersOf(page)).toBeLessThan(71);
    expect(design({ leading: 16 }).leadingPt).toBe(16);
    expect(design({ margins: { top: 80 } }).marginsPt).toEqual({ ...theme.marginsPt, top: 80 });
  });

  it('is alike on both sides of a screen, and at no distance from a spine', () => {
    const page = design({}, { profile: printProfiles.screen });
    expect(page.marginsPt).toEqual({ top: 60, bottom: 62, inner: 54, outer: 54 });
    expect(page.binding.gutters).toEqual([]);
    expect(measureOf(page)).toBe(288);
  });

  it('widens the gutter as the printer says, and more for the canon’s margins, which are those to be seen', () => {
    for (const name of ['kdp', 'lulu'] as const) {
      for (const trim of trimNames) {
        const { binding } = design({ trim: trimOf(trim) }, { profile: printProfiles[name] });
        for (const rule of printProfiles[name].gutters) {
          const step = binding.gutters.findLast(each => each.fromPages <= rule.fromPages);
          expect(step?.innerPt).toBeGreaterThanOrEqual(rule.innerPt);
        }
      }
    }
    const { binding, marginsPt } = design({ trim: trimOf('6x9') });
    expect(binding.gutters.at(0)?.innerPt).toBe(marginsPt.inner);
    expect(binding.gutters.at(-1)?.innerPt).toBeGreaterThan(marginsPt.inner + 20);
  });

  it.each([
    [{ leading: 5 }, 'config/invalid', 'A leading of 5 points does not go with text of 11 points.'],
    [{ leading: 0 }, 'config/invalid', 'A leading of 0 points'],
    [{ leading: 500 }, 'config/invalid', 'A leading of 500 points'],
    [
      { margins: { inner: 300, outer: 90 } },
      'typeset/page-too-small',
      'A page of half-letter leaves a text block of 6 points',
    ],
    [{ margins: { top: 3000 } }, 'typeset/page-too-small', 'by 0 lines'],
    [{ bodySize: NaN }, 'config/invalid', 'A leading of NaN points'],
    [{ trim: [0, 0] }, 'typeset/page-too-small', 'A page of 0 × 0 mm'],
    [{ trim: [-400, 600] }, 'typeset/page-too-small', 'leaves a text block of 0 points'],
  ] satisfies [PrintSettings, string, string][])('refuses %j', (settings, code, message) => {
    const error = refusal(settings);
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    expect(error.hint).toMatch(/^[A-Z].*\.$/);
  });
});
