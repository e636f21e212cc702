import type { FontFace } from '../fonts/fontFace.ts';
import { escapeBytes } from './pdfSyntax.ts';
import { readTrueTypeFont } from './trueTypeFont.ts';

/** An embedded font, of which the file gets the glyphs that are asked for. */
export interface PdfFont {
  /** The font's name in content streams, `F1`. */
  readonly name: string;
  /** The code that shows a glyph and stands for a text; the same glyph has a code for each text it stands for. */
  readonly codeOf: (glyphId: number, text: string) => GlyphCode;
  /** The advance a viewer gives to a code, in thousandths of an em. */
  readonly widthOf: (code: number) => number;
  /** The font's object, `12 0 R`. */
  readonly reference: string;
}

export interface GlyphCode {
  readonly code: number;
  /** The code's two bytes inside a string. */
  readonly bytes: string;
}

interface FontInternals {
  readonly id: string;
  readonly scale: number;
  readonly widths: number[];
  /** The code points each code stands for; must have no gaps. */
  readonly unicode: number[][];
  readonly subset: { readonly glyphs: number[]; readonly includeGlyph: (glyphId: number) => number };
  readonly font: { readonly getGlyph: (glyphId: number) => { readonly advanceWidth: number } };
  readonly ref: () => unknown;
}

/** Readers give up on a code that stands for more: poppler's buffer holds 256 characters of hexadecimal. */
const maxTextOfCode = 40;

/** No code has more than two bytes. */
const maxCodes = 0xffff;

/** pdfkit takes a font that is read already, though its types do not say so; any other is fontkit's to read. */
function fontSource(data: Uint8Array): PDFKit.Mixins.PDFFontSource {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const font: unknown = readTrueTypeFont(data);
  return font === null ? bytes : (font as typeof bytes);
}

/** Has pdfkit open a font; it leans on pdfkit's own fields, each checked when it is reached for. */
export function openPdfkitFont(doc: PDFKit.PDFDocument, face: FontFace): PdfFont {
  doc.font(fontSource(face.data));
  const font = fontInternals(doc);
  // The font's own name may hold what breaks the syntax of PDF.
  Object.defineProperty(font.font, 'postscriptName', { value: face.id });
  /** By glyph, the texts that it stands for and their codes: mostly one. */
  const known: ({ readonly text: string } & GlyphCode)[][] = [];

  function addCode(glyphId: number, text: string): number {
    const hasRoom = font.subset.glyphs.length < maxCodes;
    const isNew = glyphId !== 0 && font.subset.includeGlyph(glyphId) === font.unicode.length;
    if (!isNew && !hasRoom) return font.subset.includeGlyph(glyphId);
    // The subset lists a glyph again for every other text it stands for: copied text is then exact.
    const code = isNew ? font.unicode.length : font.subset.glyphs.push(glyphId) - 1;
    font.unicode[code] = Array.from(text, character => character.codePointAt(0) ?? 0).slice(0, maxTextOfCode);
    font.widths[code] = font.font.getGlyph(glyphId).advanceWidth * font.scale;
    return code;
  }

  return {
    name: font.id,
    codeOf: (glyphId, text) => {
      const codes = (known[glyphId] ??= []);
      for (const each of codes) if (each.text === text) return each;
      const code = addCode(glyphId, text);
      const added = { text, code, bytes: escapeBytes(String.fromCharCode(code >> 8, code & 0xff)) };
      codes.push(added);
      return added;
    },
    widthOf: code => font.widths[code] ?? 0,
    reference: String(font.ref()),
  };
}

function fontInternals(doc: unknown): FontInternals {
  const font = isRecord(doc) ? doc._font : null;
  if (!isRecord(font) || !isRecord(font.subset) || !isRecord(font.font)) throw pdfkitChanged();
  if (!Array.isArray(font.unicode) || !Array.isArray(font.widths) || !Array.isArray(font.subset.glyphs))
    throw pdfkitChanged();
  return font as unknown as FontInternals;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function pdfkitChanged(): TypeError {
  return new TypeError('pdfkit is not built as this adapter knows it: pin the version it was written for');
}
