import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { CoverSubject } from '../../src/cover/coverSubject.ts';
import { type CoverStyle, coverStyles, isCoverStyle } from '../../src/cover/coverStyles.ts';
import { designCover } from '../../src/cover/designCover.ts';
import { contrastRatio } from '../../src/drawing/color.ts';
import type { Drawing, LetteringShape, Paint, Shape } from '../../src/drawing/drawing.ts';
import { drawingToSvg } from '../../src/drawing/drawingToSvg.ts';
import { outlineBox } from '../../src/drawing/outline.ts';
import type { PathStep } from '../../src/fonts/glyphOutline.ts';
import { awkwardTitles, eightAuthors, subjectOf } from './subjects.ts';

const drawCover = (subject: CoverSubject, style: CoverStyle): Drawing => designCover(subject, style).drawing;

const seeds = Array.from({ length: 24 }, (_, index) => `urn:uuid:seed-${String(index)}`);

function letteringOf(drawing: Drawing): LetteringShape[] {
  return drawing.shapes.filter(shape => shape.type === 'lettering');
}

/** The least contrast between a cover's lettering and any pixel of the picture in the lettering's box. */
async function leastContrast(drawing: Drawing): Promise<number> {
  const picture: Drawing = { ...drawing, shapes: drawing.shapes.filter(shape => shape.type !== 'lettering') };
  const scale = 0.4;
  const { data, info } = await sharp(Buffer.from(drawingToSvg(picture)), { density: 72 * scale })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let least = Infinity;
  for (const { box, fill } of letteringOf(drawing)) {
    const colors = new Set<string>();
    for (let y = Math.floor(box.top * scale); y < box.bottom * scale; y += 1) {
      for (let x = Math.floor(box.left * scale); x < box.right * scale; x += 1) {
        const start = (y * info.width + x) * info.channels;
        colors.add(`#${data.subarray(start, start + 3).toString('hex')}`);
      }
    }
    for (const color of colors) least = Math.min(least, contrastRatio(color, fill));
  }
  return least;
}

describe('designCover', () => {
  it('draws the same book the same way, byte for byte', () => {
    const subject = subjectOf({ title: 'Smoke' });
    expect(drawingToSvg(drawCover(subject, 'woodcut'))).toBe(drawingToSvg(drawCover(subject, 'woodcut')));
  });

  it('gives every book a picture of its own', () => {
    const svgs = seeds.map(id => drawingToSvg(drawCover(subjectOf({ title: 'Smoke', id }), 'woodcut')));
    expect(new Set(svgs).size).toBe(seeds.length);
    const backgrounds = seeds.map(id => drawCover(subjectOf({ title: 'Smoke', id }), 'woodcut').background);
    expect(new Set(backgrounds).size).toBeGreaterThanOrEqual(8);
  });

  it('keeps its inks when the title is corrected', () => {
    const [first, second] = ['The Wether', 'The Weather'].map(title => drawCover(subjectOf({ title }), 'woodcut'));
    expect(second?.background).toBe(first?.background);
    expect(second?.altText.split('. ').at(-1)).toBe(first?.altText.split('. ').at(-1));
  });

  it('never asks the host for a font', () => {
    for (const id of seeds) {
      const svg = drawingToSvg(drawCover(subjectOf({ title: '<text>Smoke</text> font-family', id }), 'woodcut'));
      expect(svg.replace(/<title>.*<\/title>/, '')).not.toMatch(/<text|font-family|NaN|Infinity|undefined/);
    }
  });

  it('sets lettering where it can be read: 4.5 to 1 at least', async () => {
    for (const [index, id] of seeds.entries()) {
      const authors = index % 3 === 0 ? eightAuthors : index % 3 === 1 ? ['Ann Tolliver'] : [];
      const title = awkwardTitles[index] ?? 'Smoke';
      const drawing = drawCover(
        subjectOf({ title, id, authors, subtitle: index % 2 === 0 ? 'A story' : null }),
        'woodcut',
      );
      expect(await leastContrast(drawing), `${id} ${title}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps sun, moon and figures clear of the lettering', () => {
    const crowded = {
      title: awkwardTitles[10] ?? '',
      subtitle: awkwardTitles[10] ?? '',
      authors: eightAuthors,
      editors: eightAuthors,
    };
    for (const id of [...seeds, ...seeds.map(seed => `${seed}-crowded`)]) {
      const subject = id.endsWith('crowded') ? subjectOf({ ...crowded, id }) : subjectOf({ title: 'The Weather', id });
      const drawing = drawCover(subject, 'woodcut');
      const lowest = Math.max(
        ...letteringOf(drawing)
          .map(shape => shape.box.bottom)
          .filter(bottom => bottom < 900),
      );
      for (const shape of drawing.shapes) {
        if (shape.type !== 'lettering') expect(topOf(shape), id).toBeGreaterThan(lowest);
      }
    }
  });

  it('draws any title and any number of names', () => {
    for (const [index, title] of awkwardTitles.entries()) {
      const drawing = drawCover(subjectOf({ title, authors: eightAuthors.slice(0, index % 9) }), 'woodcut');
      expect(drawingToSvg(drawing)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('describes itself in the language of the book', () => {
    const english = drawCover(subjectOf({ title: 'Smoke', editors: ['P. Holm'] }), 'woodcut').altText;
    expect(english).toMatch(
      /^Cover of “Smoke” by Ann Tolliver, edited by P. Holm\. In the manner of a woodcut: .+ under .+\.$/,
    );
    const german = drawCover(subjectOf({ title: 'Rauch', language: 'de-AT' }), 'woodcut').altText;
    expect(german).toMatch(/^Umschlag von „Rauch“ von Ann Tolliver\. In der Art eines Holzschnitts: /);
  });

  it('knows the names of its styles', () => {
    expect(coverStyles.every(isCoverStyle)).toBe(true);
    expect(isCoverStyle('watercolour')).toBe(false);
  });
});

function topOf(shape: Exclude<Shape, LetteringShape>): number {
  if (shape.type === 'group' || shape.type === 'picture') return Infinity;
  return shape.type === 'circle' ? shape.center[1] - shape.radius : (outlineBox(shape.steps)?.top ?? Infinity);
}

/** What a cover is made of, coarse enough to survive the last digits of another platform's sines. */
function designData(drawing: Drawing): unknown {
  return {
    background: drawing.background,
    altText: drawing.altText,
    shapes: drawing.shapes.map(shapeData),
  };
}

function shapeData(shape: Shape): unknown {
  switch (shape.type) {
    case 'circle':
      return `circle ${paintName(shape.fill)} at ${shape.center.map(Math.round).join(' ')}, radius ${String(Math.round(shape.radius))}`;
    case 'group':
      return { group: shape.blend, isClipped: shape.clip !== null, shapes: shape.shapes.map(shapeData) };
    case 'picture':
      return `picture of ${String(shape.bytes.length)} bytes`;
    case 'lettering':
      return `"${shape.text}" ${shape.fill} in ${placeOf(shape.steps)}`;
    case 'stroke':
      return `stroke ${shape.stroke} of ${shape.widthUnits.toFixed(1)} in ${placeOf(shape.steps)}`;
    case 'path': {
      const outlines = shape.steps.filter(step => step.type === 'M').length;
      return `path ${paintName(shape.fill)} in ${placeOf(shape.steps)}, ${String(outlines)} outlines`;
    }
  }
}

function placeOf(steps: readonly PathStep[]): string {
  const box = outlineBox(steps);
  return box === null ? 'nowhere' : [box.left, box.top, box.right, box.bottom].map(Math.round).join(' ');
}

function paintName(paint: Paint): string {
  return typeof paint === 'string' ? paint : paint.stops.map(stop => stop.color).join('→');
}

const goldenFolder = fileURLToPath(new URL('golden/', import.meta.url));

describe('golden covers', () => {
  for (const name of readdirSync(goldenFolder)) {
    it.each(coverStyles)(`${name} %s`, style => {
      const folder = goldenFolder + name;
      const subject = JSON.parse(readFileSync(`${folder}/in.json`, 'utf8')) as CoverSubject;
      const data = JSON.stringify(designData(drawCover(subject, style)), null, 2) + '\n';
      const path = `${folder}/${style === 'woodcut' ? 'golden' : style}.json`;
      if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, data);
      expect(existsSync(path), `${path} is missing; run with UPDATE_GOLDEN=1`).toBe(true);
      expect(data).toBe(readFileSync(path, 'utf8'));
    });
  }
});
