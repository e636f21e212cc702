import type { FontFace } from './fontFace.ts';

/** One step of an outline, as in SVG paths: `M x y`, `L x y`, `Q x1 y1 x y`, `C x1 y1 x2 y2 x y`, `Z`. */
export interface PathStep {
  readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z';
  readonly values: readonly number[];
}

/** The outline of a glyph in thousandths of an em, y upwards from the baseline. */
export function glyphOutline(face: FontFace, glyphId: number): PathStep[] {
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
