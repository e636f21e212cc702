import { readNames } from './sfntNames.ts';
import type { SfntTables } from './sfnt.ts';

/** What a font says of itself. */
export interface FaceFacts {
  /** The name that its faces share: `EB Garamond`. */
  readonly family: string;
  /** `EB Garamond Bold Italic`. */
  readonly fullName: string;
  /** 1 to 1000; 400 is regular, 700 bold. */
  readonly weight: number;
  readonly isItalic: boolean;
  /** 1 to 9; 5 is neither condensed nor expanded. */
  readonly width: number;
  /** The bits that say what may be done with it (`fsType`). */
  readonly embedding: number;
  /** The weights of a variable font; `null` where it has one only. */
  readonly weights: { readonly least: number; readonly most: number } | null;
  /** The tags of the axes of a variable font. */
  readonly axes: readonly string[];
  /** Whether its glyphs may be pictures or layers of colour. */
  readonly isColored: boolean;
}

/** Weights of `fvar`, OS/2 and CSS. */
export const regularWeight = 400;
export const boldWeight = 700;

const middleWidth = 5;

/** Reads names, weight and slant from the tables, whatever the file is called. */
export function readFacts(tables: SfntTables, fileName: string): FaceFacts {
  const names = readNames(tables.get('name'));
  const os2 = tables.get('OS/2');
  const macStyle = uint16(tables.get('head'), 44) ?? 0;
  const selection = uint16(os2, 62) ?? 0;
  const axes = readAxes(tables.get('fvar'));
  const weight = uint16(os2, 4) ?? ((macStyle & 1) === 1 ? boldWeight : regularWeight);
  return {
    family: names.typographicFamily ?? names.family ?? fileName,
    fullName: names.fullName ?? names.family ?? fileName,
    // Old fonts count from 1 to 9.
    weight: weight > 0 && weight < 10 ? weight * 100 : weight,
    isItalic: (selection & italicBit) !== 0 || (selection & obliqueBit) !== 0 || (macStyle & 2) !== 0,
    width: uint16(os2, 6) ?? middleWidth,
    embedding: uint16(os2, 8) ?? 0,
    weights: axes.get('wght') ?? null,
    axes: [...axes.keys()],
    isColored: ['COLR', 'CBDT', 'sbix', 'SVG '].some(tag => tables.has(tag)),
  };
}

/** Bits of `fsSelection` (OpenType 1.9.1, OS/2). */
const italicBit = 1;
const obliqueBit = 1 << 9;

/** The axes of `fvar` with their ends. */
function readAxes(fvar: DataView | undefined): Map<string, { least: number; most: number }> {
  const axes = new Map<string, { least: number; most: number }>();
  const start = uint16(fvar, 4);
  const count = uint16(fvar, 8);
  const size = uint16(fvar, 10);
  if (fvar === undefined || start === null || count === null || size === null || size < 20) return axes;
  for (let index = 0; index < count; index++) {
    const at = start + index * size;
    if (at + size > fvar.byteLength) break;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map(byte => fvar.getUint8(at + byte)));
    axes.set(tag, { least: fvar.getInt32(at + 4) / fixedPoint, most: fvar.getInt32(at + 12) / fixedPoint });
  }
  return axes;
}

/** The denominator of OpenType's `Fixed`. */
const fixedPoint = 0x10000;

function uint16(table: DataView | undefined, offset: number): number | null {
  return table === undefined || offset + 2 > table.byteLength ? null : table.getUint16(offset);
}
