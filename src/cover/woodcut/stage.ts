import type { Point } from '../../drawing/drawing.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { Palette } from './palettes.ts';

/** Cover units: a thousand to the width, whatever the height. */
export const coverWidth = 1000;

/** Pictures are drawn so far past the edges that no stroke ends in sight of them, nor inside of any bleed. */
export const overscan = 60;

/** The part of a cover that its picture has to itself, between the title and the names. */
export interface Stage {
  readonly palette: Palette;
  /** The lower edge of the cover. */
  readonly heightUnits: number;
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
