import type { TextDirection } from '../fonts/shape.ts';
import { directionOf, hasRightToLeft } from '../text/writingDirection.ts';
import { breakLines, lineText, type Piece } from './breakLines.ts';
import { chopWords, divideWords, type WordDivider } from './divideWords.ts';
import { joinsIdeographs, partIdeographs } from './ideographPieces.ts';
import { measureText, type TypeStyle } from './lettering.ts';

/** The room that lettering may take, in drawing units. */
export interface LetteringBounds {
  readonly maxWidth: number;
  readonly maxHeight: number;
  readonly maxSize: number;
  readonly minSize: number;
}

export interface FittedLettering {
  readonly lines: readonly string[];
  readonly sizeUnits: number;
  /** Whether the end had to be cut off with an ellipsis. */
  readonly isShortened: boolean;
  /** Of the whole, whichever words a line begins with; each line's own unless it is said. */
  readonly direction?: TextDirection;
}

/** What must not be divided, and what joins it to its successor on a line. */
export type PieceText = Pick<Piece, 'text' | 'joint' | 'breakMark'>;

/**
 * The pieces of running text: words, and the parts of a word before a hyphen or a dash.
 * `well-known fact` → `well-`, `known`, `fact`. Chinese and Japanese are parted into their words.
 */
export function wordPieces(text: string): PieceText[] {
  return text.split(' ').flatMap(word => {
    const parts = word.split(afterHyphen).flatMap(part => (joinsIdeographs(part) ? partIdeographs(part) : part));
    const shown = parts.filter(part => part !== '');
    return shown.map((part, index) => ({ text: part, joint: index === shown.length - 1 ? ' ' : '' }));
  });
}

/** Matches between `well-` and `known`, after a dash; not before a closing mark, nor in a lone dash. */
const afterHyphen = /(?<=[\p{L}\p{N}][-\u2010\u2013\u2014])(?=[\p{L}\p{N}])/u;

/**
 * Divides lettering into lines and finds the size at which it fills its bounds best: as large as can be, in even lines.
 * A word that alone keeps the lettering small is divided, where `divide` knows how; one that is wider than a line even at
 * the smallest size is divided anywhere. What still does not fit is set in full lines and ends in an ellipsis.
 */
export function fitLettering(
  texts: readonly PieceText[],
  style: TypeStyle,
  bounds: LetteringBounds,
  divide: WordDivider | null = null,
): FittedLettering {
  const fitted = fitPieces(texts, style, bounds, divide);
  const whole = lineText(texts);
  return hasRightToLeft(whole) ? { ...fitted, direction: directionOf(whole) } : fitted;
}

function fitPieces(
  texts: readonly PieceText[],
  style: TypeStyle,
  bounds: LetteringBounds,
  divide: WordDivider | null,
): FittedLettering {
  const pieces = measured(texts, style);
  const whole = balancedLettering(pieces, style, bounds);
  if (whole !== null && whole.sizeUnits >= bounds.maxSize * wordLimitedShare) return whole;
  const divided =
    divide === null ? null : balancedLettering(measured(divideWords(texts, divide), style), style, bounds);
  if (whole !== null) return divided !== null && divided.sizeUnits > whole.sizeUnits * worthDividing ? divided : whole;
  if (divided !== null) return divided;
  const lineWidth = (1000 * bounds.maxWidth) / bounds.minSize;
  const chopped = measured(
    chopWords(texts, lineWidth, text => measureText(text, style)),
    style,
  );
  return balancedLettering(chopped, style, bounds) ?? filledLettering(pieces, style, bounds);
}

/** Lettering of half its greatest size is large enough; words need not be divided for more. */
const wordLimitedShare = 0.5;

/** A divided word is read more slowly; half as large again makes up for it. */
const worthDividing = 1.5;

/** Beyond this the best division takes too long to find, and no cover has room for it anyway. */
const mostBalancedPieces = 120;

function measured(texts: readonly PieceText[], style: TypeStyle): Piece[] {
  const marks = new Map<string, number>();
  const widthOf = (mark: string): number => {
    const width = marks.get(mark) ?? measureText(mark, style);
    marks.set(mark, width);
    return width;
  };
  return texts.map(piece => ({
    ...piece,
    width: measureText(piece.text, style),
    jointWidth: widthOf(piece.joint),
    breakMarkWidth: piece.breakMark === undefined ? 0 : widthOf(piece.breakMark),
  }));
}

function balancedLettering(
  pieces: readonly Piece[],
  style: TypeStyle,
  bounds: LetteringBounds,
): FittedLettering | null {
  if (pieces.length === 0 || pieces.length > mostBalancedPieces) return null;
  const weight = pieces.length <= fewPieces ? fewPiecesWeight : unevennessWeight;
  const mostLines = Math.min(pieces.length, lineLimit(bounds.minSize, style, bounds));
  let best: FittedLettering | null = null;
  let bestScore = 0;
  for (let lineCount = 1; lineCount <= mostLines; lineCount += 1) {
    const { lines, widestLine, badness } = breakLines(pieces, lineCount);
    const size = Math.min(bounds.maxSize, (1000 * bounds.maxWidth) / widestLine, tallestSize(lineCount, style, bounds));
    const score = size / (1 + weight * badness);
    if (size >= bounds.minSize && score > bestScore) {
      best = { lines, sizeUnits: size, isShortened: false };
      bestScore = score;
    }
  }
  return best;
}

/** How much size an even division is worth: lines uneven by a third each cost about a quarter of the size. */
const unevennessWeight = 3;

/** Of so few words each may have a line to itself, however uneven, if that makes them large. */
const fewPieces = 4;
const fewPiecesWeight = 1;

function tallestSize(lineCount: number, style: TypeStyle, { maxHeight }: LetteringBounds): number {
  return maxHeight / (1 + (lineCount - 1) * style.leadingEm);
}

function lineLimit(size: number, style: TypeStyle, { maxHeight }: LetteringBounds): number {
  return Math.max(1, Math.floor((maxHeight / size - 1) / style.leadingEm) + 1);
}

/** Full lines at the smallest size, as many as there is room for. */
function filledLettering(pieces: readonly Piece[], style: TypeStyle, bounds: LetteringBounds): FittedLettering {
  const maxWidth = (1000 * bounds.maxWidth) / bounds.minSize;
  const mostLines = lineLimit(bounds.minSize, style, bounds);
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && lineWidth([...line, piece]) <= maxWidth) line.push(piece);
    else lines.push([piece]);
    if (lines.length > mostLines) break;
  }
  const isTooLong = lines.length > mostLines;
  const kept = lines.slice(0, mostLines).map(line => lineText(line));
  const cut = kept.map((line, index) => {
    return shortenLine(line, isTooLong && index === kept.length - 1, style, maxWidth);
  });
  return {
    lines: cut,
    sizeUnits: bounds.minSize,
    isShortened: cut.some((line, index) => line !== kept[index]),
  };
}

function lineWidth(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width + piece.jointWidth, -(pieces.at(-1)?.jointWidth ?? 0));
}

/**
 * Cuts a line, grapheme by grapheme, until it fits with an ellipsis after it; one that must go on has the ellipsis in any
 * case. The width is in thousandths of an em.
 */
export function shortenLine(line: string, mustGoOn: boolean, style: TypeStyle, maxWidth: number): string {
  if (!mustGoOn && measureText(line, style) <= maxWidth) return line;
  const segments = [...graphemes.segment(line.slice(0, longestShownLine))].map(({ segment }) => segment);
  const shortened = (length: number): string => segments.slice(0, length).join('').replace(lineEndMarks, '') + '…';
  // Between a length that fits and one that does not, by halves: each letter makes a line longer.
  let [fits, tooLong] = [0, segments.length + 1];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (measureText(shortened(middle), style) <= maxWidth) fits = middle;
    else tooLong = middle;
  }
  return shortened(fits);
}

/** No line of a cover holds more characters than this, however small; it bounds the work on monstrous words. */
const longestShownLine = 300;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Matches the comma and the space in "walls, "; not the mark in "Why?". */
const lineEndMarks = /[\s,;:–—-]+$/u;
