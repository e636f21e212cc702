import * as hb from 'harfbuzzjs';
import type { FontFace } from './fontFace.ts';

/** A shaped run of text in one face, from left to right: parallel arrays, one entry a glyph; lengths in thousandths of an em. */
export interface ShapedText {
  readonly glyphIds: readonly number[];
  readonly advances: readonly number[];
  /** Empty where no glyph is moved, as in nearly every word. */
  readonly xOffsets: readonly number[];
  readonly yOffsets: readonly number[];
  /** Index into the text (UTF-16) of the first character each glyph stands for. */
  readonly clusters: readonly number[];
  /** The sum of the advances. */
  readonly width: number;
  /** Whether any glyph is moved off its pen position (marks, mostly). */
  readonly hasOffsets: boolean;
}

/** OpenType feature tags to turn on beside the font's defaults: `smcp`, `onum`, `c2sc` …; with a minus, off: `-liga`. */
export type FeatureTags = readonly string[];

export type TextDirection = 'ltr' | 'rtl';

/** What HarfBuzz cannot see from the characters; each is guessed where it is left out. */
export interface TextProperties {
  readonly direction?: TextDirection;
  /** BCP 47; chooses the forms that a font keeps for a language (`locl`). */
  readonly language?: string;
}

const buffer = new hb.Buffer();

/** The offsets of all texts of which no glyph is moved. */
const noOffsets: readonly number[] = [];

/** Fonts that have it draw characters in squares, whose marks share a square where two stand beside each other (`chws`). */
const ideographicComma = 0x3001;

/** Shapes text in one face with HarfBuzz: kerning, ligatures, marks. Not cached; see {@link createShaper}. */
export function shapeText(
  face: FontFace,
  text: string,
  features: FeatureTags = [],
  { direction, language }: TextProperties = {},
): ShapedText {
  buffer.clearContents();
  buffer.addText(text);
  if (direction !== undefined) buffer.setDirection(direction === 'rtl' ? hb.Direction.RTL : hb.Direction.LTR);
  if (language !== undefined) buffer.setLanguage(language);
  buffer.guessSegmentProperties();
  hb.shape(
    face.hbFont,
    buffer,
    (face.covers(ideographicComma) ? [...features, 'chws'] : features).map(tag =>
      tag.startsWith('-') ? new hb.Feature(tag.slice(1), 0) : new hb.Feature(tag, 1),
    ),
  );
  return readGlyphs(face.scale);
}

/** Reads what HarfBuzz left in the buffer. */
function readGlyphs(scale: number): ShapedText {
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const glyphIds: number[] = [];
  const clusters: number[] = [];
  const advances: number[] = [];
  let hasOffsets = false;
  let width = 0;
  for (const { codepoint, cluster } of infos) {
    glyphIds.push(codepoint);
    clusters.push(cluster);
  }
  for (const { xAdvance, xOffset, yOffset } of positions) {
    if (xOffset !== 0 || yOffset !== 0) hasOffsets = true;
    const advance = xAdvance * scale;
    width += advance;
    advances.push(advance);
  }
  const xOffsets = hasOffsets ? positions.map(position => position.xOffset * scale) : noOffsets;
  const yOffsets = hasOffsets ? positions.map(position => position.yOffset * scale) : noOffsets;
  return { glyphIds, advances, xOffsets, yOffsets, clusters, width, hasOffsets };
}

/** A face with a feature set and a cache of what it has shaped; one word costs one call of HarfBuzz in a whole book. */
export interface Shaper {
  readonly face: FontFace;
  readonly features: FeatureTags;
  /** Shapes text in the order in which it is read, from left to right unless the direction says otherwise. */
  readonly shape: (text: string, direction?: TextDirection) => ShapedText;
}

/** Makes a shaper; hold one per face, feature set and language for as long as a book is set. */
export function createShaper(face: FontFace, features: FeatureTags = [], language?: string): Shaper {
  const shaped = { ltr: new Map<string, ShapedText>(), rtl: new Map<string, ShapedText>() };
  return {
    face,
    features,
    shape: (text, direction = 'ltr') => {
      const known = shaped[direction].get(text);
      if (known !== undefined) return known;
      const fresh = shapeText(face, text, features, language === undefined ? { direction } : { direction, language });
      shaped[direction].set(text, fresh);
      return fresh;
    },
  };
}
