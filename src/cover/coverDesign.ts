import type { Color, Drawing } from '../drawing/drawing.ts';
import type { Ornament } from '../drawing/ornament.ts';
import type { LetteringVoice } from './coverVoice.ts';

/** The front of a cover that is to be filled; lengths in cover units, a thousand to the width. */
export interface CoverCanvas {
  readonly widthUnits: number;
  readonly heightUnits: number;
  /** How far the picture must go on beyond each edge, for a cut that is not exact. Lettering stays inside. */
  readonly bleedUnits: number;
}

/** The proportion 5 to 8 that e-book shops ask for. */
export const shopCanvas: CoverCanvas = { widthUnits: 1000, heightUnits: 1600, bleedUnits: 0 };

/** A cover as plain data: its front, and what the rest of a printed cover and the book's ornaments take from it. */
export interface CoverDesign {
  readonly drawing: Drawing;
  readonly palette: CoverPalette;
  readonly motif: Motif;
  /** How the title is lettered, for the spine; EB Garamond unless it is said. */
  readonly voice?: LetteringVoice;
}

/** The colours of a spine and a back that belong to the front; each ink has a contrast of 4.5:1 at least on the ground. */
export interface CoverPalette {
  readonly ground: Color;
  readonly ink: Color;
  readonly accent: Color;
}

/** The cover's picture as a small ornament in one colour. */
export interface Motif extends Ornament {
  /** The same as large as a letter, where its fine parts would run together or vanish. */
  readonly small?: Ornament;
}
