import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ImpositionRequest, type SchemeName, schemeNames } from '../../src/impose/imposition.ts';
import { planSheets } from '../../src/impose/planSheets.ts';
import { printingNotes } from '../../src/proof/notes/printingNotes.ts';
import type { ProofFacts } from '../../src/proof/proofFacts.ts';
import { expectGolden } from '../support/golden.ts';
import { readBook } from './readBook.ts';
import { directions, edges, requestOf } from './requests.ts';

const a4: Partial<ImpositionRequest> = { paperPt: [595.28, 841.89], trimPt: [419.53, 595.28] };

/** What the golden files hold: each scheme, and what changes its words. */
const cases: Readonly<Record<string, ImpositionRequest>> = {
  booklet: requestOf('booklet', { pages: 11, duplex: 'shortEdge' }),
  'booklet-of-one-sheet': requestOf('booklet', { pages: 4 }),
  'booklet-two-passes': requestOf('booklet', { pages: 28, duplex: 'twoPasses', ...a4 }),
  'booklet-right-to-left': requestOf('booklet', { pages: 12, direction: 'rtl', ...a4 }),
  'booklet-cut-to-size': requestOf('booklet', {
    pages: 64,
    scaling: 'actual',
    trimPt: [360, 540],
    bleedPt: 9,
    marks: ['crop', 'fold'],
    caliperPt: 0.34,
  }),
  'booklet-too-thick': requestOf('booklet', { pages: 100, duplex: 'shortEdge' }),
  signatures: requestOf('signatures', {
    pages: 100,
    flyleaves: 1,
    sewingStations: 5,
    marks: ['fold', 'sewing', 'order'],
    ...a4,
  }),
  'signatures-abreast': requestOf('signatures', { pages: 64, abreast: 2, trimPt: [306, 396], sewingStations: 5 }),
  'mini-zine': requestOf('mini-zine', { pages: 8, sewingStations: 0 }),
  'mini-zine-right-to-left': requestOf('mini-zine', { pages: 7, direction: 'rtl', sewingStations: 0 }),
  quarto: requestOf('quarto', { pages: 24, sewingStations: 5 }),
  octavo: requestOf('octavo', { pages: 16, duplex: 'shortEdge' }),
  'octavo-right-to-left': requestOf('octavo', { pages: 48, direction: 'rtl', duplex: 'twoPasses', sewingStations: 5 }),
  'booklet-abreast': requestOf('booklet', { pages: 32, abreast: 2, trimPt: [306, 396] }),
  'cut-and-stack': requestOf('cut-and-stack', { pages: 30, sewingStations: 0 }),
  'cut-and-stack-of-four': requestOf('cut-and-stack', {
    pages: 30,
    trimPt: [288, 378],
    scaling: 'actual',
    direction: 'rtl',
    marks: ['crop', 'cut'],
  }),
  stab: requestOf('stab', { pages: 120, sewingStations: 4 }),
  'stab-right-to-left': requestOf('stab', {
    pages: 40,
    trimPt: [396, 612],
    direction: 'rtl',
    duplex: 'shortEdge',
    sewingStations: 4,
  }),
};

const everyRequest = schemeNames.flatMap(scheme =>
  edges.flatMap(duplex => directions.map(direction => requestOf(scheme, { pages: 8, duplex, direction }))),
);

const quarterPage = { trimPt: [306, 396] as const };

/** Books that fill their sheets, so that every place has a number to read. */
const foldable = [
  ...[4, 8, 12, 40].map(pages => requestOf('booklet', { pages })),
  ...[8, 24, 32].map(pages => requestOf('booklet', { pages, abreast: 2, ...quarterPage })),
  ...[4, 16, 52, 100].map(pages => requestOf('signatures', { pages, sheetsPerSignature: 3 })),
  ...[4, 64].map(pages => requestOf('signatures', { pages, sheetsPerSignature: 1 })),
  ...[8, 48, 64].map(pages => requestOf('signatures', { pages, abreast: 2, ...quarterPage })),
  ...[8, 24].map(pages => requestOf('quarto', { pages })),
  ...[16, 48].map(pages => requestOf('octavo', { pages })),
  ...[4, 32].map(pages => requestOf('cut-and-stack', { pages })),
  ...[8, 32].map(pages => requestOf('cut-and-stack', { pages, ...quarterPage })),
  ...[2, 20].map(pages => requestOf('stab', { pages })),
].flatMap(request => edges.flatMap(duplex => directions.map(direction => ({ ...request, duplex, direction }))));

function nameOf({ scheme, duplex, direction }: ImpositionRequest): string {
  return `${scheme}, ${duplex}, ${direction}`;
}

function factsOf(request: ImpositionRequest): ProofFacts {
  return { title: 'Borrowed Lamps', request, plan: planSheets(request), savesASheet: null };
}

describe('printingNotes', () => {
  it.each(Object.entries(cases))('%s', (name, request) => {
    const path = join(import.meta.dirname, 'golden', `${name}.txt`);
    expectGolden(path, printingNotes(factsOf(request)));
  });

  it.each(everyRequest.map(request => [nameOf(request), request] as const))(
    'is plain and whole for %s',
    (_, request) => {
      const notes = printingNotes(factsOf(request));
      expect(notes.split('\n').filter(line => line.length > 72)).toEqual([]);
      expect(notes).not.toMatch(/undefined|null|NaN|Infinity|\t| $/m);
      const spine = request.direction === 'rtl' ? 'left of it|left edge of page' : 'right of it|right edge of page';
      expect(notes).not.toMatch(new RegExp(spine));
      const hasBacks = request.scheme !== 'mini-zine';
      expect(notes.includes('flip on long edge')).toBe(hasBacks && request.duplex === 'longEdge');
      expect(notes.includes('flip on short edge')).toBe(hasBacks && request.duplex === 'shortEdge');
      expect(notes.includes('Second pass')).toBe(hasBacks && request.duplex === 'twoPasses');
    },
  );

  it.each(foldable.map(request => [`${nameOf(request)}, ${request.pages} pages`, request] as const))(
    'makes a book of %s',
    (_, request) => {
      const facts = factsOf(request);
      expect(readBook(request, facts.plan, printingNotes(facts))).toEqual(
        Array.from({ length: request.pages }, (__, page) => page + 1),
      );
    },
  );

  it('says how a cover comes around the book, before the staples and after the glue', () => {
    const headings = (scheme: SchemeName) => {
      const notes = printingNotes({ ...factsOf(requestOf(scheme, { pages: 40 })), isCoverApart: true });
      return notes.split('\n').filter((_, index, lines) => /^-+$/.test(lines[index + 1] ?? ''));
    };
    expect(headings('booklet').slice(-4)).toEqual(['Fold', 'Cover', 'Staple or sew', 'Cut to size']);
    expect(headings('signatures').slice(-3)).toEqual(['Gather', 'Sew', 'Cover']);
    expect(headings('stab').slice(-2)).toEqual(['Cover', 'Sew']);
    expect(printingNotes(factsOf(requestOf('booklet')))).not.toContain('Cover');
  });

  it('says what would save a sheet', () => {
    const facts = factsOf(requestOf('booklet', { pages: 13 }));
    const notes = printingNotes({ ...facts, savesASheet: { bodySizePt: 10, leadingPt: 12.5 } });
    expect(notes).toContain('Text of 10/12.5 points would need a sheet less.');
    expect(printingNotes(facts)).not.toContain('sheet less');
  });
});
