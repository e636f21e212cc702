import type { BidiLevel } from '../fonts/bidiAlgorithm.ts';
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
  /** Of a word in squares: the gaps between its glyphs, which may stand a little further apart. */
  readonly joints?: number;
  /** Characters that no face has a glyph for. */
  readonly missing: readonly string[];
  /** Whether a letter carries more marks than a line has room for. */
  readonly hasStackedMarks: boolean;
  /** Whether its letters may be drawn a little wider or narrower: those of alphabets that stand apart from each other. */
  readonly isExpandable: boolean;
  /** Where a line may end in it, as it was found last. */
  readonly breaks: FoundBreaks;
}

/** The places inside a word where a line may end, each kind once it is asked for. */
export interface FoundBreaks {
  /** Who found them: another language has others. */
  finder: object | null;
  plain: readonly WordBreak[] | null;
  hyphenated: readonly WordBreak[] | null;
  anywhere: readonly WordBreak[] | null;
}

/** A place inside a word where a line may end; widths in points from the word's start. */
export interface WordBreak {
  /** UTF-16 offset inside the word. */
  readonly offset: number;
  /** The width of what stays on the line, hyphen included, what hangs in the margin taken off. */
  readonly endPt: number;
  /** Where the next line takes up. */
  readonly startPt: number;
  readonly penalty: number;
  /** Whether the line gets a hyphen. */
  readonly hyphen: boolean;
}

/** A stretch of a word in one style, so in one face. */
export interface WordPiece {
  readonly text: string;
  /** Index into the style table. */
  readonly style: number;
  readonly widthPt: number;
  readonly target: LinkTarget | null;
  readonly level?: BidiLevel;
  readonly isInner?: boolean;
}

/** Text in one style before it is measured. */
export interface StyledText {
  readonly text: string;
  readonly style: number;
  readonly target: LinkTarget | null;
  /** 0 where it is left out. */
  readonly level?: BidiLevel;
  /** Whether it is written against its paragraph or stands inside of such words, so that its ends are not those of a line. */
  readonly isInner?: boolean;
}
