import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoverCanvas } from '../../src/cover/coverDesign.ts';
import {
  type CoverLettering,
  layCoverLettering,
  type LetteringDesign,
  missingFromCover,
} from '../../src/cover/coverLettering.ts';
import type { CoverSubject } from '../../src/cover/coverSubject.ts';
import type { LetteringVoice } from '../../src/cover/coverVoice.ts';
import type { StackPlace } from '../../src/cover/layStack.ts';
import type { Box, LetteringShape } from '../../src/drawing/drawing.ts';
import { awkwardTitles, eightAuthors, subjectOf } from './subjects.ts';

const measure = { left: 85, right: 915 } as const;
const canvas: CoverCanvas = { widthUnits: 1000, heightUnits: 1600, bleedUnits: 0 };

function designOf(voice: Partial<LetteringVoice> = {}, place: Partial<StackPlace> = {}): LetteringDesign {
  const whole: LetteringVoice = { family: 'EB Garamond', face: 'regular', letters: 'asWritten', ...voice };
  return {
    canvas,
    title: {
      box: { ...measure, top: 135, bottom: 735 },
      anchor: 'top',
      alignment: 'center',
      ...place,
      voice: whole,
      color: '#000000',
      maxSize: 290,
    },
    names: {
      box: { ...measure, top: 1180, bottom: 1520 },
      anchor: 'bottom',
      alignment: place.alignment ?? 'center',
      voice: { ...whole, face: 'regular', letters: 'smallCapitals' },
      color: '#ffffff',
    },
  };
}

const narrow: Box = { left: 500, top: 200, right: 930, bottom: 560 };
const designs: readonly LetteringDesign[] = [
  designOf(),
  designOf({ letters: 'capitals', hasSmallWords: true }, { alignment: 'left' }),
  designOf({ family: 'Fira Sans Condensed', face: 'bold', letters: 'capitals' }, { alignment: 'right', box: narrow }),
  designOf({ family: 'Alegreya', face: 'boldItalic' }, { anchor: 'middle' }),
  designOf({ family: 'Courier Prime' }, { anchor: 'bottom', alignment: 'left', box: narrow }),
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

/** Numbers are kept to so many units. */
const hair = 0.02;

function faultsOf(lettering: CoverLettering, { title, names }: LetteringDesign): string[] {
  const { shapes } = lettering;
  const faults = shapes
    .filter(({ box }) => box.left < 60 || box.right > 940 || box.top < 60 || box.bottom > 1540)
    .map(shape => `"${shape.text}" leaves the safe area`);
  for (const ink of [lettering.title, lettering.subtitle])
    if (!isInside(ink, title?.box)) faults.push('the title leaves its box');
  if (!isInside(lettering.names, names?.box)) faults.push('the names leave their box');
  for (const [index, shape] of shapes.entries()) {
    for (const other of shapes.slice(index + 1)) {
      if (doOverlap(shape.box, other.box)) faults.push(`"${shape.text}" touches "${other.text}"`);
    }
  }
  return faults;
}

function isInside(ink: Box | null, box: Box | undefined): boolean {
  if (ink === null || box === undefined) return true;
  return (
    ink.left >= box.left - hair &&
    ink.right <= box.right + hair &&
    ink.top >= box.top - hair &&
    ink.bottom <= box.bottom + hair
  );
}

function doOverlap(first: Box, second: Box): boolean {
  return (
    first.left < second.right && second.left < first.right && first.top < second.bottom && second.top < first.bottom
  );
}

function linesOf(subject: CoverSubject, design: LetteringDesign = designOf()): string[] {
  return layCoverLettering(subject, design).shapes.map((shape: LetteringShape) => shape.text);
}

describe('the lettering of a cover', () => {
  for (const title of awkwardTitles) {
    it(`fits: ${JSON.stringify(title.slice(0, 40))}`, () => {
      for (const authors of authorLists) {
        for (const design of designs) {
          const isTitleGiven = authors.length !== 2;
          const subject = subjectOf({ title, authors, isTitleGiven });
          expect(faultsOf(layCoverLettering(subject, design), design)).toEqual([]);
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
      for (const design of designs) expect(faultsOf(layCoverLettering(subject, design), design)).toEqual([]);
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
          expect(faultsOf(lettering, design)).toEqual([]);
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
    const design = designOf({ letters: 'capitals' });
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
    expect(shortened.map(title => title.slice(0, 6)).sort()).toEqual(['WWWWWW', 'iiiiii', 'word w', '…']);
  });
});
