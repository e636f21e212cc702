import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FitRequest, type SetPages, fitToSheets, mostTunedPages } from '../../src/compile/fitToSheets.ts';
import type { TextSize } from '../../src/theme/textLadder.ts';

const usual: TextSize = { bodySizePt: 11, leadingPt: 14 };
const pagesPerSheet = 4;

/** A text of so many pages in the usual size, and more in larger text. */
function book(usualPages: number, asked: Partial<FitRequest<SetPages>> = {}) {
  const settings: string[] = [];
  const set = (text: TextSize): SetPages => {
    settings.push(`${text.bodySizePt}/${text.leadingPt}`);
    const share = (text.bodySizePt * text.leadingPt) / (usual.bodySizePt * usual.leadingPt);
    return { text, pages: Math.max(1, Math.ceil((usualPages - 0.5) * share)) };
  };
  const request: FitRequest<SetPages> = {
    usual,
    bounds: { smallestPt: 10.5, largestPt: 11.5 },
    readablePt: 9,
    set,
    countSheets: pages => {
      const sheets = Math.ceil(pages / pagesPerSheet);
      return { sheets, spare: sheets * pagesPerSheet - pages };
    },
    hasFreeBack: false,
    mostPages: null,
    ...asked,
  };
  return { fit: fitToSheets(request), settings, set, request };
}

const sheetsOf = (pages: number): number => Math.ceil(pages / pagesPerSheet);

describe('fitToSheets', () => {
  it('never takes a sheet more than the usual text, nor text beyond the bounds, nor sets one text twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostTunedPages }), fc.boolean(), (pages, hasFreeBack) => {
        const { fit, settings } = book(pages, { hasFreeBack });
        expect(sheetsOf(fit?.set.pages ?? Infinity)).toBeLessThanOrEqual(sheetsOf(pages));
        expect(fit?.set.text.bodySizePt).toBeGreaterThanOrEqual(10.5);
        expect(fit?.set.text.bodySizePt).toBeLessThanOrEqual(11.5);
        expect(new Set(settings).size).toBe(settings.length);
      }),
    );
  });

  it('tells only of a saving that is one, in text that can be read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostTunedPages }), pages => {
        const { fit, set } = book(pages);
        if (!fit?.saving) return;
        expect(sheetsOf(set(fit.saving).pages)).toBeLessThan(sheetsOf(fit.set.pages));
        expect(fit.saving.bodySizePt).toBeLessThan(fit.set.text.bodySizePt);
        expect(fit.saving.bodySizePt).toBeGreaterThanOrEqual(9);
      }),
    );
    expect(book(22).fit?.saving).not.toBeNull();
  });

  it('saves a sheet where half a point does', () => {
    expect(book(17).fit?.set.pages).toBe(16);
    expect(book(19, { bounds: null }).fit?.set).toEqual({ text: usual, pages: 19 });
  });

  it('keeps text off the back of a booklet where there is room', () => {
    expect((book(16, { hasFreeBack: true }).fit?.set.pages ?? 0) % pagesPerSheet).toBe(3);
  });

  it('sets a long book once', () => {
    const { fit, settings } = book(mostTunedPages + 1);
    expect(settings).toEqual(['11/14']);
    expect(fit).toEqual({ set: { text: usual, pages: mostTunedPages + 1 }, saving: null });
  });

  it('takes the largest text with which a book is no longer than its scheme', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), pages => {
        const { fit, set } = book(pages, { bounds: { smallestPt: 9, largestPt: 13 }, mostPages: 8 });
        const isTooLong = set({ bodySizePt: 9, leadingPt: 11.25 }).pages > 8;
        expect(fit === null).toBe(isTooLong);
        expect(fit?.set.pages ?? 0).toBeLessThanOrEqual(8);
      }),
    );
  });
});
