import type { PathStep } from '../fonts/glyphOutline.ts';

/**
 * A picture as plain data: flat shapes painted one over the other, first to last. Lengths are in the drawing's own units,
 * the origin is the top left corner, y grows downwards.
 */
export interface Drawing {
  readonly widthUnits: number;
  readonly heightUnits: number;
  readonly background: Color;
  readonly shapes: readonly Shape[];
  /** What a person who cannot see the picture should be told. */
  readonly altText: string;
}

/** `#rrggbb`, in sRGB. */
export type Color = string;

/** A place in drawing units. */
export type Point = readonly [x: number, y: number];

export type Paint = Color | LinearGradient;

/** A graded ink between two points; beyond them the nearest stop goes on. */
export interface LinearGradient {
  readonly type: 'linearGradient';
  readonly from: Point;
  readonly to: Point;
  readonly stops: readonly GradientStop[];
}

export interface GradientStop {
  /** 0 at `from`, 1 at `to`. */
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

export type Shape = PathShape | CircleShape | LetteringShape;

/** Any outline, filled by the nonzero rule. */
export interface PathShape {
  readonly type: 'path';
  readonly steps: readonly PathStep[];
  readonly fill: Paint;
  readonly opacity: number;
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
}
