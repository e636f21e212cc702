import { type SfntTables, writeSfnt } from './sfntTables.ts';

/** What the tables say of the whole font. */
export interface FontCounts {
  /** Glyphs that have an advance of their own; those after them share the last one. */
  readonly metricCount: number;
  readonly glyphCount: number;
}

/** Tables that are kept as they are, where the font has them: the instructions of its glyphs. */
const keptTables = ['cvt ', 'fpgm', 'prep'] as const;

/** Flags of the parts of a composite glyph. */
const wordArguments = 0x0001;
const oneScale = 0x0008;
const moreParts = 0x0020;
const twoScales = 0x0040;
const fourScales = 0x0080;

/**
 * Glyphs of a TrueType font, numbered anew in the order in which they are asked for; the missing glyph is the first. The
 * list may hold a glyph more than once, where pdfkit's adapter puts one in again.
 * @see https://learn.microsoft.com/typography/opentype/spec/glyf
 */
export class TrueTypeSubset {
  readonly glyphs: number[] = [0];
  readonly #indices = new Map<number, number>([[0, 0]]);
  readonly #tables: SfntTables;
  readonly #counts: FontCounts;

  constructor(tables: SfntTables, counts: FontCounts) {
    this.#tables = tables;
    this.#counts = counts;
  }

  /** The number that a glyph of the font has in the subset. */
  includeGlyph(glyphId: number): number {
    let index = this.#indices.get(glyphId);
    if (index === undefined) {
      index = this.glyphs.push(glyphId) - 1;
      this.#indices.set(glyphId, index);
    }
    return index;
  }

  /** The bytes of a font of these glyphs, with the tables that PDF asks for (ISO 32000-1, 9.9). */
  encode(): Uint8Array {
    const outlines: Uint8Array[] = [];
    // Parts of a composite are put at the end of the list while it is gone through.
    for (const glyphId of this.glyphs) outlines.push(this.#outline(glyphId));
    const starts = [0];
    for (const { length } of outlines) starts.push((starts.at(-1) ?? 0) + padded(length));
    const tables = new Map<string, Uint8Array>();
    for (const tag of keptTables) {
      const table = this.#tables.get(tag);
      if (table !== undefined) tables.set(tag, table.bytes);
    }
    tables.set('glyf', joined(outlines, starts));
    tables.set('loca', longWords(starts));
    tables.set('hmtx', this.#metrics());
    tables.set('head', this.#changed('head', 50, 1));
    tables.set('hhea', this.#changed('hhea', 34, this.glyphs.length));
    tables.set('maxp', this.#changed('maxp', 4, this.glyphs.length));
    return writeSfnt(tables);
  }

  /** A glyph's outline; of a composite, with its parts by their new numbers. */
  #outline(glyphId: number): Uint8Array {
    const { start, end } = this.#placeOf(glyphId);
    const glyf = this.#tables.get('glyf')?.bytes ?? new Uint8Array();
    const outline = glyf.subarray(start, end);
    const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
    if (outline.length < 10 || view.getInt16(0) >= 0) return outline;
    const copy = outline.slice();
    this.#renumberParts(new DataView(copy.buffer));
    return copy;
  }

  #renumberParts(outline: DataView): void {
    for (let offset = 10; offset + 4 <= outline.byteLength;) {
      const flags = outline.getUint16(offset);
      outline.setUint16(offset + 2, this.includeGlyph(outline.getUint16(offset + 2)));
      if ((flags & moreParts) === 0) return;
      const scales = (flags & oneScale) !== 0 ? 2 : (flags & twoScales) !== 0 ? 4 : (flags & fourScales) !== 0 ? 8 : 0;
      offset += 4 + ((flags & wordArguments) !== 0 ? 4 : 2) + scales;
    }
  }

  /** Where a glyph's outline lies; nowhere for a glyph that the font does not have. */
  #placeOf(glyphId: number): { readonly start: number; readonly end: number } {
    const loca = this.#tables.get('loca')?.view;
    if (loca === undefined || glyphId >= this.#counts.glyphCount) return { start: 0, end: 0 };
    const isLong = this.#tables.get('head')?.view.getInt16(50) === 1;
    const at = (index: number): number => (isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2);
    return { start: at(glyphId), end: at(glyphId + 1) };
  }

  #metrics(): Uint8Array {
    const all = this.#tables.get('hmtx')?.view;
    const metrics = new DataView(new ArrayBuffer(this.glyphs.length * 4));
    if (all === undefined) return new Uint8Array(metrics.buffer);
    const { metricCount } = this.#counts;
    this.glyphs.forEach((glyphId, index) => {
      const own = Math.min(glyphId, metricCount - 1) * 4;
      const bearing = glyphId < metricCount ? own + 2 : metricCount * 4 + (glyphId - metricCount) * 2;
      metrics.setUint16(index * 4, all.getUint16(own));
      metrics.setInt16(index * 4 + 2, bearing + 2 <= all.byteLength ? all.getInt16(bearing) : 0);
    });
    return new Uint8Array(metrics.buffer);
  }

  /** A table of the font with one number of two bytes changed. */
  #changed(tag: string, offset: number, value: number): Uint8Array {
    const copy = (this.#tables.get(tag)?.bytes ?? new Uint8Array(offset + 2)).slice();
    new DataView(copy.buffer).setUint16(offset, value);
    return copy;
  }
}

/** Outlines begin at even places. */
function padded(length: number): number {
  return (length + 3) & ~3;
}

function joined(parts: readonly Uint8Array[], starts: readonly number[]): Uint8Array {
  const whole = new Uint8Array(starts.at(-1) ?? 0);
  parts.forEach((part, index) => {
    whole.set(part, starts[index]);
  });
  return whole;
}

function longWords(values: readonly number[]): Uint8Array {
  const words = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, index) => {
    words.setUint32(index * 4, value);
  });
  return new Uint8Array(words.buffer);
}
