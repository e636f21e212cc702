import { type SfntTable, readSfntTables } from './sfntTables.ts';
import { TrueTypeSubset } from './trueTypeSubset.ts';

/**
 * A font as pdfkit asks for it: what it reads of the object that fontkit makes. Lengths are in font units. It never lays out
 * text with it; `layout` is there because pdfkit knows a font by it.
 */
export interface EmbeddableFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Degrees, counter-clockwise from the vertical. */
  readonly italicAngle: number;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  readonly post: { readonly isFixedPitch: boolean };
  readonly 'OS/2': { readonly sFamilyClass: number } | null;
  /** What pdfkit tells two fonts of one name apart by. */
  readonly _tables: { readonly head: { readonly checkSumAdjustment: number } };
  readonly getGlyph: (glyphId: number) => { readonly advanceWidth: number };
  readonly createSubset: () => TrueTypeSubset;
  readonly layout: () => never;
}

/**
 * Reads a TrueType font for embedding in a fraction of the time that fontkit takes to load. `null` for what it does not
 * know, PostScript outlines, packed and variable fonts among them: those are fontkit's.
 * @see https://learn.microsoft.com/typography/opentype/spec/otff
 */
export function readTrueTypeFont(data: Uint8Array): EmbeddableFont | null {
  const tables = readSfntTables(data);
  if (tables === null || tables.has('fvar')) return null;
  const [head, hhea, maxp, post, name] = ['head', 'hhea', 'maxp', 'post', 'name'].map(tag => tables.get(tag)?.view);
  const [hmtx, loca, glyf] = ['hmtx', 'loca', 'glyf'].map(tag => tables.get(tag));
  if (head === undefined || hhea === undefined || maxp === undefined || post === undefined) return null;
  if (name === undefined || hmtx === undefined || loca === undefined || glyf === undefined) return null;
  const os2 = tables.get('OS/2')?.view;
  const metricCount = hhea.getUint16(34);
  const advanceOf = (glyphId: number): number => hmtx.view.getUint16(Math.min(glyphId, metricCount - 1) * 4);
  const postscriptName = nameOf(name, postscriptNameId);
  if (postscriptName === null) return null;
  return {
    postscriptName,
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    lineGap: hhea.getInt16(8),
    capHeight: heightOf(os2, 88) ?? hhea.getInt16(4),
    xHeight: heightOf(os2, 86) ?? 0,
    italicAngle: post.getInt32(4) / 0x10000,
    bbox: { minX: head.getInt16(36), minY: head.getInt16(38), maxX: head.getInt16(40), maxY: head.getInt16(42) },
    head: { macStyle: { italic: (head.getUint16(44) & 2) !== 0 } },
    post: { isFixedPitch: post.getUint32(12) !== 0 },
    'OS/2': os2 === undefined ? null : { sFamilyClass: os2.getInt16(30) },
    _tables: { head: { checkSumAdjustment: head.getUint32(8) } },
    getGlyph: glyphId => ({ advanceWidth: advanceOf(glyphId) }),
    createSubset: () => new TrueTypeSubset(tables, { metricCount, glyphCount: maxp.getUint16(4) }),
    layout: () => {
      throw new TypeError('text is shaped before it is drawn');
    },
  };
}

/** The heights of capitals and of small letters are in version 2 of the table and above. */
function heightOf(os2: SfntTable['view'] | undefined, offset: number): number | null {
  return os2 === undefined || os2.getUint16(0) < 2 || os2.byteLength < offset + 2 ? null : os2.getInt16(offset);
}

const postscriptNameId = 6;
const windows = 3;
const macintosh = 1;

/** A name in the font's table of names: ASCII, in one byte a letter for the Macintosh, in two for Windows. */
function nameOf(table: DataView, nameId: number): string | null {
  const [count, start] = [table.getUint16(2), table.getUint16(4)];
  for (let record = 6; record < 6 + count * 12; record += 12) {
    const platform = table.getUint16(record);
    if (table.getUint16(record + 6) !== nameId || (platform !== windows && platform !== macintosh)) continue;
    const [length, offset] = [table.getUint16(record + 8), start + table.getUint16(record + 10)];
    const letters = platform === windows ? length / 2 : length;
    return String.fromCharCode(
      ...Array.from({ length: letters }, (_, index) =>
        platform === windows ? table.getUint16(offset + index * 2) : table.getUint8(offset + index),
      ),
    );
  }
  return null;
}
