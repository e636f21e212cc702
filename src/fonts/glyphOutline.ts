import type { FontFace } from './fontFace.ts';

/** One step of an outline, as in SVG paths: `M x y`, `L x y`, `Q x1 y1 x y`, `C x1 y1 x2 y2 x y`, `Z`. */
export interface PathStep {
  readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z';
  readonly values: readonly number[];
}

const known = new WeakMap<FontFace, Map<number, readonly PathStep[]>>();

/** The outline of a glyph in thousandths of an em, y upwards from the baseline; drawn once for each face. */
export function glyphOutline(face: FontFace, glyphId: number): readonly PathStep[] {
  const glyphs = known.get(face) ?? new Map<number, readonly PathStep[]>();
  known.set(face, glyphs);
  const outline = glyphs.get(glyphId) ?? drawGlyph(face, glyphId);
  glyphs.set(glyphId, outline);
  return outline;
}

function drawGlyph(face: FontFace, glyphId: number): PathStep[] {
  return face.hbFont.glyphToJson(glyphId).map(step => ({
    type: pathStepType(step.type),
    values: step.values.map(value => value * face.scale),
  }));
}

function pathStepType(type: string): PathStep['type'] {
  switch (type) {
    case 'M':
    case 'L':
    case 'Q':
    case 'C':
    case 'Z':
      return type;
    default:
      throw new TypeError(`HarfBuzz drew an unknown path step ${type}`);
  }
}
