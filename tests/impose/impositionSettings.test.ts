import { describe, expect, it } from 'vitest';
import { defaultPaper, impositionRequest } from '../../src/impose/impositionSettings.ts';
import { schemeNames } from '../../src/impose/imposition.ts';
import { pagesInRange, parsePageRange } from '../../src/impose/pageRange.ts';
import { describePaper, nearestPaper, paperNames, parsePaper } from '../../src/impose/paperSizes.ts';
import { trimFromPaper } from '../../src/impose/schemeGrid.ts';
import { describeTrim, parseTrim, trimNames } from '../../src/theme/trimSizes.ts';

const trim = (name: string) => parseTrim(name) ?? [0, 0];
const paper = (name: string) => parsePaper(name) ?? [0, 0];

describe('papers', () => {
  it('are known by their names, their other names and their sides', () => {
    for (const name of paperNames) expect(describePaper(paper(name))).toBe(name);
    expect(describePaper(paper('Ledger'))).toBe('tabloid');
    expect(describePaper(paper('297x210mm'))).toBe('A4');
    expect(describePaper(paper('310x450mm'))).toBe('310 × 450 mm');
    expect(describePaper(paper('13x19in'))).toBe('330.2 × 482.6 mm');
    expect(parsePaper('foolscap')).toBeNull();
    expect(nearestPaper('lettre')).toBe('letter');
  });

  it('follow from the pages: Letter for those in inches, A4 for all others', () => {
    const chosen = (name: string) => describePaper(defaultPaper('booklet', trim(name), 1));
    expect(['A5', 'A6', 'B6', '120x190mm'].map(chosen)).toEqual(['A4', 'A4', 'A4', 'A4']);
    expect(['half-letter', 'quarter-letter', 'pocket'].map(chosen)).toEqual(['letter', 'letter', 'letter']);
    expect(['6x9', 'A4', 'B5'].map(chosen)).toEqual(['tabloid', 'A3', 'A3']);
    expect(describePaper(defaultPaper('mini-zine', null, 1))).toBe('A4');
    for (const name of trimNames) {
      const isIso = /^[AB]\d$/.test(name);
      expect(['A4', 'A3'].includes(chosen(name)), name).toBe(isIso);
    }
  });
});

describe('the page of a scheme', () => {
  it('is the part of the sheet that the folds leave', () => {
    const page = (scheme: Parameters<typeof trimFromPaper>[0], name: string, abreast: 1 | 2 = 1) =>
      describeTrim(trimFromPaper(scheme, paper(name), abreast));
    expect(page('booklet', 'A4')).toBe('A5');
    expect(page('signatures', 'letter')).toBe('half-letter');
    expect(page('booklet', 'A4', 2)).toBe('A6');
    expect(page('mini-zine', 'A4')).toBe('A7');
    expect(page('mini-zine', 'letter')).toBe('69.9 × 108 mm');
    expect(page('quarto', 'A4')).toBe('A6');
    expect(page('octavo', 'A3')).toBe('A6');
    expect(page('stab', 'A4')).toBe('A5');
  });
});

describe('an imposition', () => {
  const pages = { pages: 8, trimPt: trim('A5'), bleedPt: 0, direction: 'ltr', scaling: 'actual' } as const;

  it('has a default for all that is left out', () => {
    for (const scheme of schemeNames) {
      const request = impositionRequest({ scheme }, pages);
      expect(Object.values(request)).not.toContain(undefined);
      expect(request).toMatchObject({ scheme, duplex: 'longEdge', direction: 'ltr', scaling: 'actual' });
    }
  });

  it('keeps all that is said', () => {
    const said = { paper: paper('A3'), duplex: 'twoPasses', marks: [], flyleaves: 1, direction: 'rtl' } as const;
    const request = impositionRequest(
      { scheme: 'signatures', ...said, signature: 6, abreast: 2, caliper: 0, creep: 1, scaling: 'fit', stations: 7 },
      pages,
    );
    expect(request).toEqual({
      scheme: 'signatures',
      pages: 8,
      trimPt: trim('A5'),
      bleedPt: 0,
      direction: 'rtl',
      paperPt: paper('A3'),
      duplex: 'twoPasses',
      scaling: 'fit',
      sheetsPerSignature: 6,
      abreast: 2,
      caliperPt: 0,
      creepFactor: 1,
      flyleaves: 1,
      marks: [],
      sewingStations: 7,
    });
  });
});

describe('a range of pages', () => {
  it.each([
    ['3-5', [2, 3, 4]],
    ['7', [6]],
    ['9-', [8, 9]],
    ['1, 4–5,12', [0, 3, 4]],
    ['5-90', [4, 5, 6, 7, 8, 9]],
  ])('%s of ten pages', (text, indexes) => {
    expect(pagesInRange(parsePageRange(text), 10)).toEqual(indexes);
  });

  it.each(['', '0', '5-3', '-3', 'all', '1-2-3', '1;2'])('"%s" is none', text => {
    expect(parsePageRange(text)).toBeNull();
  });
});
