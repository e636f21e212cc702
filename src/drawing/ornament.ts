import type { PathStep } from '../fonts/glyphOutline.ts';

/** A small picture in one ink: one outline, filled by the nonzero rule, in a field whose top left corner is the origin. */
export interface Ornament {
  readonly widthUnits: number;
  readonly heightUnits: number;
  readonly steps: readonly PathStep[];
}

/** The ornaments of a book, each in the frame that `frameOrnament` gives it; what is shown often is one object. */
export interface BookOrnaments {
  /** Stands with the title of the book. */
  readonly opener: Ornament;
  /** As large as a letter: its fine parts are cut stouter. */
  readonly sceneBreak: Ornament;
  /** Stand with the titles of the stories, in their order. */
  readonly storyOpeners: readonly Ornament[];
}
