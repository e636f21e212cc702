import type { LinkTarget } from './pageList.ts';

/** A word with its widths: what stands between two spaces, however many styles and faces it needs. */
export interface MeasuredWord {
  readonly text: string;
  readonly pieces: readonly [WordPiece, ...WordPiece[]];
  readonly widthPt: number;
  /** How far the first and the last character may stand out into the margins. */
  readonly hangLeftPt: number;
  readonly hangRightPt: number;
  /** BCP 47, where it is another than the paragraph's. */
  readonly language?: string;
  /** Characters that no face has a glyph for. */
  readonly missing: readonly string[];
  /** Whether a letter carries more marks than a line has room for. */
  readonly hasStackedMarks: boolean;
}

/** A stretch of a word in one style, so in one face. */
export interface WordPiece {
  readonly text: string;
  /** Index into the style table. */
  readonly style: number;
  readonly widthPt: number;
  readonly target: LinkTarget | null;
}

/** Text in one style before it is measured. */
export interface StyledText {
  readonly text: string;
  readonly style: number;
  readonly target: LinkTarget | null;
}
