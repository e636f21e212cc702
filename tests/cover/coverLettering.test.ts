import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CoverLettering,
  layCoverLettering,
  type LetteringDesign,
  missingFromCover,
} from '../../src/cover/coverLettering.ts';
import type { CoverSubject } from '../../src/cover/coverSubject.ts';
import type { Box, LetteringShape } from '../../src/drawing/drawing.ts';
import { awkwardTitles, eightAuthors, subjectOf } from './subjects.ts';

const base = { widthUnits: 1000, heightUnits: 1600, titleColor: '#000000', namesColor: '#ffffff' } as const;
const designs: readonly LetteringDesign[] = [
  { ...base, titleVoice: 'roman', alignment: 'center' },
  { ...base, titleVoice: 'roman', alignment: 'left' },
  { ...base, titleVoice: 'capitals', alignment: 'center' },
  { ...base, titleVoice: 'capitals', alignment: 'left' },
];
const authorLists: readonly (readonly string[])[] = [
  [],
  ['Ann Tolliver'],
  ['Bram Ostrander', 'Lucy Vane'],
  eightAuthors,
  [...eightAuthors, 'A Ninth', 'A Tenth'],
  [`Baron ${'Wolfeschlegelsteinhausen'.repeat(4)} of the Long Name`],
  eightAuthors.map(name => `${name} ${name} ${name}`),
  ['田中'],
];

function faultsOf({ shapes, titleBottom, namesTop }: CoverLettering): string[] {
  const faults = shapes
    .filter(({ box }) => box.left < 60 || box.right > 940 || box.top < 60 || box.bottom > 1540)
    .map(shape => `"${shape.text}" leaves the safe area`);
  for (const [index, shape] of shapes.entries()) {
    for (const other of shapes.slice(index + 1)) {
      if (doOverlap(shape.box, other.box)) faults.push(`"${shape.text}" touches "${other.text}"`);
    }
  }
  if (namesTop - titleBottom < 400) faults.push('no room is left for a picture');
  return faults;
}

function doOverlap(first: Box, second: Box): boolean {
  return (
    first.left < second.right && second.left < first.right && first.top < second.bottom && second.top < first.bottom
  );
}

function linesOf(
  subject: CoverSubject,
  design: LetteringDesign = { ...base, titleVoice: 'roman', alignment: 'center' },
): string[] {
  return layCoverLettering(subject, design).shapes.map((shape: LetteringShape) => shape.text);
}

describe('the lettering of a cover', () => {
  for (const title of awkwardTitles) {
    it(`fits: ${JSON.stringify(title.slice(0, 40))}`, () => {
      for (const authors of authorLists) {
        for (const design of designs) {
          const isTitleGiven = authors.length !== 2;
          const subject = subjectOf({ title, authors, isTitleGiven });
          expect(faultsOf(layCoverLettering(subject, design))).toEqual([]);
        }
      }
    });
  }

  it('fits with long subtitles and many editors', () => {
    for (const title of awkwardTitles) {
      const subject = subjectOf({
        title,
        subtitle: awkwardTitles[10] ?? '',
        authors: eightAuthors,
        editors: eightAuthors,
      });
      expect(faultsOf(layCoverLettering(subject, { ...base, titleVoice: 'roman', alignment: 'center' }))).toEqual([]);
    }
  });

  it('never throws and never overflows, whatever the words', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 120 });
    fc.assert(
      fc.property(
        words,
        words,
        fc.array(words, { maxLength: 12 }),
        fc.constantFrom(...designs),
        (title, subtitle, authors, design) => {
          const lettering = layCoverLettering(subjectOf({ title, subtitle, authors }), design);
          expect(faultsOf(lettering)).toEqual([]);
        },
      ),
      { numRuns: 120, seed: 7 },
    );
  });

  it('breaks titles where a reader would', () => {
    expect(linesOf(subjectOf({ title: 'The Weather at Reichenbach', authors: [] }))).toEqual([
      'The Weather',
      'at Reichenbach',
    ]);
    expect(linesOf(subjectOf({ title: 'Instructions for Winding the Heart', authors: [] }))).toEqual([
      'Instructions',
      'for Winding',
      'the Heart',
    ]);
  });

  it('names eight authors, and of nine the first seven', () => {
    const eight = linesOf(subjectOf({ title: 'Borrowed Lamps', authors: eightAuthors }))
      .join(' ')
      .replaceAll('\u00a0', ' ');
    for (const name of eightAuthors) expect(eight).toContain(name);
    const nine = linesOf(subjectOf({ title: 'Borrowed Lamps', authors: [...eightAuthors, 'A Ninth'] })).join(' ');
    expect(nine).not.toContain('A\u00a0Ninth');
    expect(nine).not.toContain('Inès');
    expect(nine.replaceAll('\u00a0', ' ')).toContain('and others');
  });

  it('never divides a name between two lines', () => {
    const lines = linesOf(subjectOf({ title: 'Borrowed Lamps', authors: eightAuthors })).slice(-4);
    expect(lines.join(' · ').replaceAll('\u00a0', ' ').split(' · ')).toEqual(eightAuthors);
  });

  it('names the editors in the language of the book', () => {
    const subject = subjectOf({ title: 'Fumée', editors: ['Odile Sansregret', 'Luc Morin'], language: 'fr-CA' });
    expect(linesOf(subject).at(-1)).toBe('Réuni par Odile Sansregret et Luc Morin');
  });

  it('sets capitals by the rules of the language', () => {
    const design: LetteringDesign = { ...base, titleVoice: 'capitals', alignment: 'center' };
    expect(linesOf(subjectOf({ title: 'iki', authors: [], language: 'tr' }), design)).toEqual(['İKİ']);
    expect(linesOf(subjectOf({ title: 'iki', authors: [], language: 'not a tag' }), design)).toEqual(['IKI']);
  });

  it('leaves out what no font can draw and says so', () => {
    const subject = subjectOf({ title: '東京 Nights', authors: ['田中'] });
    expect(linesOf(subject)).toEqual(['Nights']);
    expect(missingFromCover(subject)).toEqual(['東', '京', '田', '中']);
    expect(missingFromCover(subjectOf({ title: 'Smoke 🌙' }))).toEqual([]);
  });

  it('shortens only what cannot be shown at all', () => {
    const shortened = awkwardTitles.filter(title =>
      linesOf(subjectOf({ title, authors: [] })).some(line => line.endsWith('…')),
    );
    expect(shortened.map(title => title.slice(0, 6)).sort()).toEqual(['Donaud', 'WWWWWW', 'iiiiii', 'word w', '…']);
  });
});
