import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as hb from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { bundledFontFiles } from '../../src/fonts/bundledFonts.ts';
import { readTrueTypeFont } from '../../src/pdf/trueTypeFont.ts';

const fonts = new URL('../../fonts/', import.meta.url).pathname;
const dataOf = (file: string) => readFileSync(join(fonts, file));
const hbFontOf = (data: Uint8Array) => new hb.Font(new hb.Face(new hb.Blob(data)));

/** Plain letters and composed ones, in no order. */
const text = 'Ægir çà ñandú Ößwald — “fi” ŵ Ω ж ☙ ✿ 😀';

describe('readTrueTypeFont', () => {
  it.each(Object.values(bundledFontFiles).filter(file => file.endsWith('.ttf')))(
    'makes a font of the glyphs of %s that are asked for',
    file => {
      const data = dataOf(file);
      const [font, whole] = [readTrueTypeFont(data), hbFontOf(data)];
      if (font === null) throw new Error('it is a TrueType font');
      const subset = font.createSubset();
      const wanted = Array.from(text, character => whole.nominalGlyph(character.codePointAt(0) ?? 0) ?? 0);
      const places = wanted.map(glyph => subset.includeGlyph(glyph));
      // The same glyph once more, as the adapter does for another text that it stands for.
      const again = subset.glyphs.push(wanted[0] ?? 0) - 1;
      const made = hbFontOf(subset.encode());
      [...places, again].forEach((place, index) => {
        const glyph = wanted[index] ?? wanted[0] ?? 0;
        expect(made.glyphToJson(place)).toEqual(whole.glyphToJson(glyph));
        expect(made.glyphHAdvance(place)).toBe(whole.glyphHAdvance(glyph));
        expect(font.getGlyph(glyph).advanceWidth).toBe(whole.glyphHAdvance(glyph));
      });
      expect(Buffer.compare(data, dataOf(file))).toBe(0);
      expect(new Set(places).size).toBe(new Set(wanted).size);
    },
  );

  it('takes its measures from the tables', () => {
    const font = readTrueTypeFont(dataOf(bundledFontFiles.italic));
    expect(font).toMatchObject({ postscriptName: 'EBGaramond-Italic', unitsPerEm: 1000, head: { macStyle: { italic: true } } }); // prettier-ignore
    expect(font?.italicAngle).toBeLessThan(0);
    const extents = hbFontOf(dataOf(bundledFontFiles.italic)).hExtents();
    expect([font?.ascent, font?.descent]).toEqual([extents.ascender, extents.descender]);
  });

  it('leaves to others what it does not know', () => {
    const data = dataOf(bundledFontFiles.regular);
    const openType = new Uint8Array(data);
    openType.set(new TextEncoder().encode('OTTO'));
    for (const other of [
      openType,
      data.subarray(0, 400),
      new Uint8Array(),
      new TextEncoder().encode('wOF2 and so on'),
    ]) {
      expect(readTrueTypeFont(other)).toBeNull();
    }
  });
});
