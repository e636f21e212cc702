import type { PathStep } from '../fonts/glyphOutline.ts';

/**
 * A picture as plain data: flat shapes painted one over the other, first to last. Lengths are in the drawing's own units,
 * the origin is the top left corner, y grows downwards.
 */
export interface Drawing {
  readonly widthUnits: number;
  readonly heightUnits: number;
  /** How far the picture goes on beyond each edge, for a cut that is not exact; nothing beyond it unless said otherwise. */
  readonly bleedUnits?: number;
  readonly background: Color;
  readonly shapes: readonly Shape[];
  /** What a person who cannot see the picture should be told. */
  readonly altText: string;
}

/** `#rrggbb`, in sRGB. */
export type Color = string;

/** A place in drawing units. */
export type Point = readonly [x: number, y: number];

export type Paint = Color | LinearGradient | RadialGradient;

/** A graded ink between two points; beyond them the nearest stop goes on. */
export interface LinearGradient {
  readonly type: 'linearGradient';
  readonly from: Point;
  readonly to: Point;
  readonly stops: readonly GradientStop[];
}

/** A graded ink from a centre outwards; beyond the radius the last stop goes on. */
export interface RadialGradient {
  readonly type: 'radialGradient';
  readonly center: Point;
  readonly radius: number;
  readonly stops: readonly GradientStop[];
}

export interface GradientStop {
  /** 0 where the gradient begins, 1 where it ends. */
  readonly offset: number;
  readonly color: Color;
  /** 0 is clear, 1 covers. */
  readonly opacity: number;
}

/** Axis-parallel, `top` less than `bottom`. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Shape = PathShape | StrokeShape | CircleShape | LetteringShape | GroupShape | PictureShape;

/** Any outline, filled by the nonzero rule. */
export interface PathShape {
  readonly type: 'path';
  readonly steps: readonly PathStep[];
  readonly fill: Paint;
  readonly opacity: number;
}

/** A line drawn along an outline, round at its ends and corners. */
export interface StrokeShape {
  readonly type: 'stroke';
  readonly steps: readonly PathStep[];
  readonly stroke: Color;
  readonly widthUnits: number;
  readonly opacity: number;
}

/** Shapes that are cut off at an outline, or printed over what lies below as one ink over another. */
export interface GroupShape {
  readonly type: 'group';
  /** What of the shapes is seen, by the nonzero rule; `null` for all. */
  readonly clip: readonly PathStep[] | null;
  /** `multiply` darkens what lies below, as a second ink does. */
  readonly blend: 'normal' | 'multiply';
  readonly opacity: number;
  readonly shapes: readonly Shape[];
}

/** A picture made of pixels, drawn to fill its box; opaque, in sRGB. */
export interface PictureShape {
  readonly type: 'picture';
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
  readonly box: Box;
}

export interface CircleShape {
  readonly type: 'circle';
  readonly center: Point;
  readonly radius: number;
  readonly fill: Paint;
  readonly opacity: number;
}

/** One line of lettering as glyph outlines, with the words it shows and the box its ink fills. */
export interface LetteringShape {
  readonly type: 'lettering';
  readonly text: string;
  readonly box: Box;
  readonly steps: readonly PathStep[];
  readonly fill: Color;
  /** What the ink gleams with, where it is foil: graded around `fill`, and read as well. Whoever cannot draw it draws `fill`. */
  readonly sheen?: LinearGradient;
}
