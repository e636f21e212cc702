import { describe, expect, it } from 'vitest';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import type { ImpositionRequest } from '../../src/impose/imposition.ts';
import { planSheets } from '../../src/impose/planSheets.ts';
import type { SheetPlan, SheetSide } from '../../src/impose/sheetPlan.ts';

const base: ImpositionRequest = {
  scheme: 'booklet',
  pages: 16,
  trimPt: [396, 612],
  bleedPt: 0,
  direction: 'ltr',
  paperPt: [612, 792],
  duplex: 'shortEdge',
  scaling: 'fit',
  sheetsPerSignature: 4,
  abreast: 1,
  caliperPt: 0,
  creepFactor: 1.2,
  flyleaves: 0,
  marks: [],
  sewingStations: 3,
};

/** Pages from 1 as they stand, `-` for a blank, `^` for one on its head: `8 1`. */
function show(side: SheetSide | null | undefined): string {
  return (side?.placements ?? [])
    .map(({ page, rotation }) => `${page === null ? '-' : page + 1}${rotation === 180 ? '^' : ''}`)
    .join(' ');
}

function showSheets({ sheets }: SheetPlan): string[] {
  return sheets.map(({ front, back }) => [front, back].map(show).join(' | '));
}

function refusal(request: ImpositionRequest): CompileError {
  try {
    planSheets(request);
  } catch (error) {
    if (error instanceof CompileError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('planSheets', () => {
  it('lays a booklet on its sheets', () => {
    expect(showSheets(planSheets({ ...base, pages: 7 }))).toEqual(['- 1 | 2 7', '6 3 | 4 5']);
    expect(showSheets(planSheets({ ...base, pages: 7, direction: 'rtl' }))).toEqual(['1 - | 7 2', '3 6 | 5 4']);
  });

  it('lays a mini-zine on one side', () => {
    const zine = { ...base, scheme: 'mini-zine', pages: 8 } as const;
    expect(showSheets(planSheets(zine))).toEqual(['8 1 2 3 7^ 6^ 5^ 4^ | ']);
    expect(showSheets(planSheets({ ...zine, direction: 'rtl' }))).toEqual(['3 2 1 8 4^ 5^ 6^ 7^ | ']);
  });

  it('refuses more than a mini-zine holds, and says what would hold it', () => {
    const error = refusal({ ...base, scheme: 'mini-zine', pages: 80 });
    expect(error.code).toBe('impose/too-many-pages');
    expect(error.message).toBe('A mini-zine holds 8 pages, and 80 were given.');
    expect(error.hint).toBe('Shorten the text to 8 pages, or make a booklet, which would take 20 sheets.');
  });

  it('refuses pages that keep their size and have no room, and says what would fit', () => {
    const error = refusal({ ...base, trimPt: [432, 648], scaling: 'actual' });
    expect(error.code).toBe('impose/page-too-large');
    expect(error.message).toBe(
      'Pages of 152.4 × 228.6 mm were to keep their size in the scheme booklet, and a place on letter holds 139.7 × 215.9 mm.',
    );
    expect(error.hint).toBe(
      'Ask for pages of at most 139.7 × 215.9 mm, or for paper as large as B4, or let pages be scaled to fit.',
    );
  });

  it('refuses nothing at all', () => {
    expect(refusal({ ...base, pages: 0 }).code).toBe('impose/no-pages');
  });
});
