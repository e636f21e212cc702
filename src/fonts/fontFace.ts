import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as hb from 'harfbuzzjs';
import { CompileError } from '../diagnostics/compileError.ts';

/** One font file, ready to shape with. Lengths are in thousandths of an em, the glyph space of PDF. */
export interface FontFace {
  /** Stable name, `EBGaramond-Italic`. */
  readonly id: string;
  readonly path: string;
  /** The font whole, TrueType or OpenType, whatever was packed in the file. */
  readonly data: Uint8Array;
  readonly ascent: number;
  /** Negative: below the baseline. */
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Whether the font maps the code point to a glyph. */
  readonly covers: (codePoint: number) => boolean;
  /** HarfBuzz's own object; for this room only. */
  readonly hbFont: hb.Font;
  /** Font units to thousandths of an em. */
  readonly scale: number;
}

/**
 * Loads a TrueType or OpenType font file.
 * @throws CompileError `fonts/unreadable` when the file cannot be read or is no font.
 */
export function loadFontFace(path: string): FontFace {
  const data = readFontFile(path);
  const face = new hb.Face(new hb.Blob(data));
  const codePoints = new Set(face.collectUnicodes());
  if (codePoints.size === 0) {
    throw new CompileError('fonts/unreadable', `${path} is not a font that can be used: it maps no character.`, {
      hint: 'Name a TrueType or OpenType file (.ttf or .otf).',
      path,
    });
  }
  const hbFont = new hb.Font(face);
  const scale = 1000 / face.upem;
  const extents = hbFont.hExtents();
  return {
    id: basename(path).replace(/\.\w+$/, ''),
    path,
    data,
    ascent: extents.ascender * scale,
    descent: extents.descender * scale,
    capHeight: hbFont.getMetricPositionWithFallback(hb.MetricsTag.CAP_HEIGHT) * scale,
    xHeight: hbFont.getMetricPositionWithFallback(hb.MetricsTag.X_HEIGHT) * scale,
    covers: codePoint => codePoints.has(codePoint),
    hbFont,
    scale,
  };
}

function readFontFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new CompileError('fonts/unreadable', `The font ${path} cannot be read.`, {
      hint: 'Check that the file exists and may be read.',
      path,
      cause,
    });
  }
}
