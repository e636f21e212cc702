import { describe, expect, it } from 'vitest';
import { type CoverCanvas, shopCanvas } from '../../src/cover/coverDesign.ts';
import { type CoverStyle, coverStyles } from '../../src/cover/coverStyles.ts';
import type { CoverSubject } from '../../src/cover/coverSubject.ts';
import { designCover } from '../../src/cover/designCover.ts';
import { safeArea } from '../../src/cover/safeArea.ts';
import { seededRandom } from '../../src/cover/seededRandom.ts';
import { contrastRatio, readableContrast } from '../../src/drawing/color.ts';
import type { Drawing, LetteringShape, Shape } from '../../src/drawing/drawing.ts';
import { drawingToSvg } from '../../src/drawing/drawingToSvg.ts';
import { awkwardTitles, eightAuthors, subjectOf } from './subjects.ts';

const titleCount = 500;

const words =
  'the of and a Lantern Winter smoke RIVER Nachtgesänge forêt mañana Ωκεανός Москва Æther x I naïve glass'.split(' ');
const oddities = [
  '東京の夜',
  'الليلة',
  '🌙',
  '<script>',
  '&amp;',
  'W'.repeat(40),
  'Verfassungsänderungsgesetzentwurf',
  '—',
  '“Who?”',
  'ﬁn',
  'A\u0301\u0302\u0303',
];

/** Titles from one letter to 200 characters, with what breaks covers strewn in; the same on every run. */
const titles: readonly string[] = Array.from({ length: titleCount }, (_, index) => {
  const awkward = awkwardTitles[index];
  if (awkward !== undefined) return awkward.slice(0, 400);
  const random = seededRandom('titles', String(index));
  const wanted = Math.floor(random.between(1, 10) ** 2.3);
  let title = '';
  while (title.length < wanted) {
    const word = random.chance(0.12) ? random.pick(['', ...oddities]) : random.pick(['', ...words]);
    title += `${title === '' ? '' : ' '}${word}`;
  }
  const cut = title.slice(0, Math.max(1, wanted));
  return random.chance(0.15) ? cut.toUpperCase() : cut;
});

const canvases: readonly CoverCanvas[] = [
  shopCanvas,
  { widthUnits: 1000, heightUnits: 1545, bleedUnits: 23 },
  { widthUnits: 1000, heightUnits: 1294, bleedUnits: 30 },
];

function subjectAt(index: number): CoverSubject {
  const lists = [eightAuthors, ['Ann Tolliver'], [], ['Bram Ostrander', 'Lucy Vane']];
  return subjectOf({
    id: `urn:uuid:book-${String(index)}`,
    title: titles[index] ?? '',
    isTitleGiven: index % 6 !== 5,
    subtitle: index % 4 === 3 ? 'A story of the east' : null,
    authors: lists[index % lists.length] ?? [],
    editors: index % 7 === 0 ? ['P. Holm'] : [],
    language: index % 5 === 2 ? 'de' : 'en',
  });
}

function letteringIn(shapes: readonly Shape[]): LetteringShape[] {
  return shapes.flatMap(shape =>
    shape.type === 'lettering' ? [shape] : shape.type === 'group' ? letteringIn(shape.shapes) : [],
  );
}

/** A tenth of a unit is a fifth of a pixel on a shop's cover. */
const hair = 0.1;

function faultsOf(drawing: Drawing, canvas: CoverCanvas): string[] {
  const safe = safeArea(canvas);
  const lines = letteringIn(drawing.shapes);
  const faults = lines
    .filter(
      ({ box }) =>
        box.left < safe.left - hair ||
        box.right > safe.right + hair ||
        box.top < safe.top - hair ||
        box.bottom > safe.bottom + hair,
    ) // prettier-ignore
    .map(({ text }) => `“${text}” leaves the safe area`);
  for (const [index, { box, text }] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      const meets = box.left < other.box.right && other.box.left < box.right && box.top < other.box.bottom && other.box.top < box.bottom; // prettier-ignore
      if (meets) faults.push(`“${text}” touches “${other.text}”`);
    }
  }
  return faults;
}

describe.each(coverStyles)('the style %s', style => {
  it('keeps the lettering of five hundred titles inside the safe area and apart', () => {
    // Every title is laid by some style, and every style has its share of them.
    const place = coverStyles.indexOf(style);
    for (let index = place; index < titleCount; index += coverStyles.length) {
      const canvas = canvases[index % canvases.length] ?? shopCanvas;
      const { drawing } = designCover(subjectAt(index), style, canvas);
      expect(faultsOf(drawing, canvas), `${String(index)}: ${titles[index] ?? ''}`).toEqual([]);
    }
  });

  it('needs no font, no file and no network to be drawn', () => {
    const svg = drawingToSvg(designCover(subjectOf({ title: '<script>x</script> & font-family' }), style).drawing);
    expect(svg.replace(/<title>.*<\/title>/s, '')).not.toMatch(/<text|font-family|<script|href|NaN|Infinity|undefined/);
  });

  it('is the same from the same book, and fills the canvas that is asked for', () => {
    for (const canvas of canvases) {
      const [first, second] = [subjectAt(1), subjectAt(1)].map(subject => designCover(subject, style, canvas));
      expect(second).toEqual(first);
      expect(first?.drawing).toMatchObject({ widthUnits: canvas.widthUnits, heightUnits: canvas.heightUnits });
    }
  });

  it('gives spine and back an ink that can be read, and an ornament with an outline', () => {
    for (const colors of [[], ['#777777'], ['#fefefe', '#fdfdfd', '#fcfcfc'], ['#102030', '#203040']]) {
      const { palette, motif } = designCover({ ...subjectAt(3), colors }, style);
      expect(contrastRatio(palette.ground, palette.ink)).toBeGreaterThanOrEqual(readableContrast);
      expect(motif.steps.length).toBeGreaterThan(2);
    }
  });

  it('says what it shows in four languages', () => {
    const texts = ['en', 'fr', 'de', 'es'].map(language => describeIn(style, language));
    expect(new Set(texts).size).toBe(4);
    for (const text of texts) expect(text).toMatch(/Smoke.+\. .+\.$/s);
  });
});

function describeIn(style: CoverStyle, language: string): string {
  return designCover(subjectOf({ title: 'Smoke', language }), style).drawing.altText;
}
