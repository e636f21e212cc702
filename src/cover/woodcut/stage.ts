import type { Point } from '../../drawing/drawing.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { Palette } from './palettes.ts';

/** Cover units: a thousand to the width, in the proportion 5 to 8 that e-book shops ask for. */
export const coverWidth = 1000;
export const coverHeight = 1600;

/** The part of a cover that its picture has to itself, between the title and the names. */
export interface Stage {
  readonly palette: Palette;
  /** Below the last line of the title; sky further up stays flat. */
  readonly skyTop: number;
  /** Where far land meets the sky, about. */
  readonly horizon: number;
  /** The crest of the nearest ground, at its highest; from some way below it to the foot it is flat. */
  readonly foreTop: number;
  readonly light: Light;
  /** A stream of numbers for the named part of the picture. */
  readonly random: (name: string) => SeededRandom;
}

/** Sun or moon. */
export interface Light {
  readonly center: Point;
  readonly radius: number;
  readonly phase: LightPhase;
}

export type LightPhase = 'full' | 'crescent';

/** The height of land at a place: y by x, in cover units. */
export type Profile = (x: number) => number;
