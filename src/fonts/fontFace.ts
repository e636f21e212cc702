import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as hb from 'harfbuzzjs';
import { refuseFont } from './refuseFont.ts';

/** One font file, ready to shape with. Lengths are in thousandths of an em, the glyph space of PDF. */
export interface FontFace {
  /** Stable name, `EBGaramond-Italic`; of letters, figures and hyphens. */
  readonly id: string;
  readonly path: string;
  /** The font whole, TrueType or OpenType, whatever was packed in the file. */
  readonly data: Uint8Array;
  readonly ascent: number;
  /** Negative: below the baseline. */
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Whether the font maps the code point to a glyph that can be drawn. */
  readonly covers: (codePoint: number) => boolean;
  /** Whether the font has a feature such as `smcp` for any script. */
  readonly hasFeature: (tag: string) => boolean;
  /** HarfBuzz's own object; for this room only. */
  readonly hbFont: hb.Font;
  /** Font units to thousandths of an em. */
  readonly scale: number;
}

/** What a face is made of. */
export interface FaceData {
  readonly data: Uint8Array;
  readonly path: string;
  readonly id: string;
  /** Whether glyphs may be pictures or layers of colour; such a font covers what it has an outline for. */
  readonly isColored: boolean;
  /** Whether it comes neither with the program nor from a package that it knows. */
  readonly isForeign: boolean;
}

/**
 * Loads one of the program's own font files, which need no checks.
 * @throws CompileError `fonts/unreadable` when the file cannot be read.
 */
export function loadFontFace(path: string): FontFace {
  return createFontFace({
    data: readBytes(path),
    path,
    id: basename(path).replace(/\.\w+$/, ''),
    isColored: false,
    isForeign: false,
  });
}

/**
 * Opens a font that is known to be one.
 * @throws CompileError `fonts/unreadable` for a font without a character that can be drawn, where it is to be checked.
 */
export function createFontFace({ data, path, id, isColored, isForeign }: FaceData): FontFace {
  const face = new hb.Face(new hb.Blob(data));
  const hbFont = new hb.Font(face);
  const isDrawn = createCoverage(hbFont, isColored);
  if (isForeign && !hasDrawn(face, isDrawn)) {
    const lack = isColored ? 'has only signs in colour, and none with an outline' : 'maps no character to a glyph';
    throw refuseFont(path, lack);
  }
  const scale = 1000 / face.upem;
  const extents = hbFont.hExtents();
  let features: ReadonlySet<string> | null = null;
  return {
    id,
    path,
    data,
    ascent: extents.ascender * scale,
    descent: extents.descender * scale,
    capHeight: hbFont.getMetricPositionWithFallback(hb.MetricsTag.CAP_HEIGHT) * scale,
    xHeight: hbFont.getMetricPositionWithFallback(hb.MetricsTag.X_HEIGHT) * scale,
    covers: isDrawn,
    hasFeature: tag => (features ??= new Set(face.getTableFeatureTags('GSUB'))).has(tag),
    hbFont,
    scale,
  };
}

/** Asks HarfBuzz for each character once: a table of all that a font has costs more than a book needs of it. */
function createCoverage(hbFont: hb.Font, isColored: boolean): (codePoint: number) => boolean {
  const known = new Map<number, boolean>();
  return codePoint => {
    let isCovered = known.get(codePoint);
    if (isCovered === undefined) {
      const glyph = hbFont.nominalGlyph(codePoint);
      isCovered = glyph !== undefined && glyph !== 0 && !(isColored && isBlank(hbFont, glyph, codePoint));
      known.set(codePoint, isCovered);
    }
    return isCovered;
  };
}

function isBlank(hbFont: hb.Font, glyph: number, codePoint: number): boolean {
  return !/^[\p{Z}\p{C}]$/u.test(String.fromCodePoint(codePoint)) && hbFont.glyphToJson(glyph).length === 0;
}

/** A font of colours is known by its first signs. */
const mostProbed = 64;

function hasDrawn(face: hb.Face, isDrawn: (codePoint: number) => boolean): boolean {
  if (isDrawn(latinA)) return true;
  const mapped = [...face.collectUnicodes()].filter(codePoint => codePoint > firstLetters);
  return mapped.slice(0, mostProbed).some(isDrawn);
}

const latinA = 0x41;
/** Before this, a font may have a space and nothing else. */
const firstLetters = 0x20;

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw refuseFont(path, 'cannot be read', 'Check that the file exists and may be read.', cause);
  }
}
