import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type CoverCanvas, type CoverDesign, shopCanvas } from '../../src/cover/coverDesign.ts';
import { type CoverStyle, coverStyles } from '../../src/cover/coverStyles.ts';
import type { CoverSubject } from '../../src/cover/coverSubject.ts';
import { designCover } from '../../src/cover/designCover.ts';
import { safeArea } from '../../src/cover/safeArea.ts';
import { bleedInto } from '../../src/drawing/bleedInto.ts';
import { contrastRatio, readableContrast } from '../../src/drawing/color.ts';
import type { Box, Drawing, LetteringShape } from '../../src/drawing/drawing.ts';
import { drawingToSvg } from '../../src/drawing/drawingToSvg.ts';
import { outlineBox } from '../../src/drawing/outline.ts';
import { awkwardTitles, eightAuthors, subjectOf } from './subjects.ts';

const styles = coverStyles.filter(style => style !== 'woodcut');

const seeds = Array.from({ length: 36 }, (_, index) => `urn:uuid:seed-${String(index)}`);

/** A share of the seeds, another one for each style: a picture in pixels costs ten times a design. */
function seedsOf(style: CoverStyle, share: number): readonly (readonly [index: number, id: string])[] {
  const first = coverStyles.indexOf(style);
  return [...seeds.entries()].filter(([index]) => (index + first) % share === 0);
}

/** Low and tall, with bleed and without. */
const canvases: readonly CoverCanvas[] = [
  shopCanvas,
  { widthUnits: 1000, heightUnits: 1250, bleedUnits: 21 },
  { widthUnits: 1000, heightUnits: 1818, bleedUnits: 24 },
];

/** Books that have broken covers before, or would, in turn with each title. */
function bookOf(title: string, index: number): CoverSubject {
  return subjectOf({
    title,
    id: seeds[index % seeds.length] ?? '',
    isTitleGiven: index % 5 !== 4,
    subtitle: index % 3 === 2 ? 'A story' : null,
    authors: [eightAuthors, ['Ann Tolliver'], []][index % 3] ?? [],
    editors: index % 7 === 0 ? ['P. Holm', 'Odile Sansregret'] : [],
    contributors: index % 11 === 0 ? eightAuthors : [],
  });
}

function letteringOf(drawing: Drawing): LetteringShape[] {
  return drawing.shapes.filter(shape => shape.type === 'lettering');
}

/** What is wrong with the places of a cover's lettering. */
function faultsOf(drawing: Drawing, canvas: CoverCanvas): string[] {
  const safe = safeArea(canvas);
  const shapes = letteringOf(drawing);
  const outside = shapes.filter(({ box }) => !isInside(box, safe)).map(({ text }) => `outside: ${text.slice(0, 30)}`);
  const overlaps = shapes.flatMap((one, index) =>
    shapes.slice(index + 1).flatMap(other => (touch(one.box, other.box) ? `${one.text} on ${other.text}` : [])),
  );
  return [...outside, ...overlaps];
}

const hair = 0.06;

function isInside(box: Box, safe: Box): boolean {
  return (
    box.left >= safe.left - hair &&
    box.right <= safe.right + hair &&
    box.top >= safe.top - hair &&
    box.bottom <= safe.bottom + hair
  );
}

function touch(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Pixels of a cover without its lettering, its bleed included. */
async function pixelsOf(drawing: Drawing, scale: number) {
  const bleed = drawing.bleedUnits ?? 0;
  const picture: Drawing = { ...drawing, shapes: drawing.shapes.filter(shape => shape.type !== 'lettering') };
  const { data, info } = await sharp(Buffer.from(drawingToSvg(bleedInto(picture))), { density: 72 * scale })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  /** The colour at a place, as the number that its six hexadecimal digits are. */
  const at = (x: number, y: number): number => {
    const column = Math.max(0, Math.min(info.width - 1, Math.floor((x + bleed) * scale)));
    const row = Math.max(0, Math.min(info.height - 1, Math.floor((y + bleed) * scale)));
    return data.readUIntBE((row * info.width + column) * info.channels, 3);
  };
  return { at, step: 1 / scale };
}

/** The least contrast between a cover's lettering and any pixel of the picture in the lettering's box. */
async function leastContrast(drawing: Drawing): Promise<number> {
  const { at, step } = await pixelsOf(drawing, 0.4);
  let least = Infinity;
  for (const { box, fill, sheen } of letteringOf(drawing)) {
    const colors = new Set<number>();
    for (let y = box.top; y < box.bottom; y += step) {
      for (let x = box.left; x < box.right; x += step) colors.add(at(x, y));
    }
    for (const ink of [fill, ...(sheen?.stops ?? []).map(stop => stop.color)]) {
      for (const color of colors) least = Math.min(least, contrastRatio(hexOf(color), ink));
    }
  }
  return least;
}

function hexOf(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}

const shares = Array.from({ length: 100 }, (_, index) => (index + 0.5) / 100);

describe.each(styles)('the style %s', style => {
  const design = (subject: CoverSubject, canvas = shopCanvas): CoverDesign => designCover(subject, style, canvas);

  const designs = new Map<string, CoverDesign>();

  /** The cover of a book with a plain title, designed once for all that is asked of it. */
  function designOf(id: string): CoverDesign {
    const known = designs.get(id) ?? design(subjectOf({ title: 'The Weather', id }));
    designs.set(id, known);
    return known;
  }

  it('draws the same book the same way, and every book its own', () => {
    const svgs = seeds.map(id => drawingToSvg(designOf(id).drawing));
    expect(new Set(svgs).size).toBe(seeds.length);
    for (const [index, id] of seedsOf(style, 4)) {
      expect(drawingToSvg(design(subjectOf({ title: 'The Weather', id })).drawing), id).toBe(svgs[index]);
    }
  });

  it('keeps its colours, its picture and its motif when the title is corrected', () => {
    for (const [, id] of seedsOf(style, 2)) {
      const [wrong, right] = [design(subjectOf({ title: 'The Wether', id })), designOf(id)];
      expect(right.drawing.background).toBe(wrong.drawing.background);
      expect(right.drawing.altText.split('”').at(-1)).toBe(wrong.drawing.altText.split('”').at(-1));
      expect(right.motif).toEqual(wrong.motif);
      expect(right.palette).toEqual(wrong.palette);
    }
  });

  it('keeps lettering in the safe area, and none on another', () => {
    for (const [index, title] of awkwardTitles.entries()) {
      // Every title is on every canvas in some of the styles, as the work of the one or of the other book.
      const turn = styles.indexOf(style) + index;
      const canvas = canvases[turn % canvases.length] ?? shopCanvas;
      const { drawing } = design(bookOf(title, index + (turn % 2) * awkwardTitles.length), canvas);
      expect(faultsOf(drawing, canvas), `${String(index)} ${title.slice(0, 40)}`).toEqual([]);
      expect(drawingToSvg(drawing)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('names all that is to be named', () => {
    const shown = letteringOf(design(subjectOf({ title: 'Borrowed Lamps', authors: eightAuthors })).drawing);
    const words = shown.map(({ text }) => text.replaceAll('\u00a0', ' ')).join(' ');
    for (const name of eightAuthors) expect(words).toContain(name);
  });

  it('sets lettering where it can be read: 4.5 to 1 at least', async () => {
    for (const [index, id] of seedsOf(style, 2)) {
      const title = awkwardTitles[(index * 7) % awkwardTitles.length] ?? '';
      const { drawing } = design({ ...bookOf(title, index), id });
      expect(await leastContrast(drawing), `${id} ${title.slice(0, 40)}`).toBeGreaterThanOrEqual(readableContrast);
    }
  });

  it('sets lettering that can be read in whatever colours are wished for', async () => {
    for (const [index, colors] of [
      ['#ffffff', '#f0f0f0'],
      ['#101820', '#203040', '#304050'],
      ['#808080'],
      ['#f4c20d', '#f4c20d', '#111111'],
    ].entries()) {
      const { drawing } = design(
        subjectOf({ title: 'The Weather', subtitle: 'A story', id: seeds[index] ?? '', colors }),
      );
      expect(await leastContrast(drawing), colors.join(' ')).toBeGreaterThanOrEqual(readableContrast);
    }
  });

  it('goes on beyond the edges as it is at them', async () => {
    const canvas = { ...shopCanvas, bleedUnits: 24 };
    for (const [, id] of seedsOf(style, 3)) {
      const { drawing } = design(subjectOf({ title: 'The Weather', id }), canvas);
      const { at } = await pixelsOf(drawing, 0.25);
      const ground = Number.parseInt(drawing.background.slice(1), 16);
      const sides: readonly ((share: number, off: number) => number)[] = [
        (share, off) => at(share * 1000, -off),
        (share, off) => at(share * 1000, 1600 + off),
        (share, off) => at(-off, share * 1600),
        (share, off) => at(1000 + off, share * 1600),
      ];
      for (const colorAt of sides) {
        const painted = shares.filter(share => colorAt(share, -10) !== ground);
        const bare = painted.filter(share => colorAt(share, 18) === ground);
        // A pattern may have a gap where it goes on, a picture that ends at the edge has nothing but gaps.
        if (painted.length >= 20) expect(bare.length / painted.length, id).toBeLessThan(0.75);
      }
    }
  });

  it('has a palette for spine and back that can be read, and a motif', () => {
    for (const id of seeds) {
      const { palette, motif } = designOf(id);
      expect(contrastRatio(palette.ground, palette.ink)).toBeGreaterThanOrEqual(readableContrast);
      expect(contrastRatio(palette.ground, palette.accent)).toBeGreaterThanOrEqual(readableContrast);
      const box = outlineBox(motif.steps);
      expect(box).not.toBeNull();
      expect(box?.left).toBeGreaterThanOrEqual(-1);
      expect(box?.top).toBeGreaterThanOrEqual(-1);
      expect(box?.right).toBeLessThanOrEqual(motif.widthUnits + 1);
      expect(box?.bottom).toBeLessThanOrEqual(motif.heightUnits + 1);
    }
  });

  it('describes its picture in the language of the book', () => {
    const texts = ['en', 'fr', 'de-AT', 'es'].map(
      language => design(subjectOf({ title: 'X', language })).drawing.altText,
    );
    expect(new Set(texts.map(text => text.replace(/^.*Tolliver\. /, ''))).size).toBe(4);
    for (const text of texts) expect(text).toMatch(/Tolliver\. .{20,}\.$/);
  });

  it('stays small enough to be drawn at once', () => {
    for (const id of seeds) {
      expect(drawingToSvg(designOf(id).drawing).length, id).toBeLessThan(400_000);
    }
  });
});
