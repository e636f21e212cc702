import { breakLines, type Piece } from '../../drawing/breakLines.ts';
import { boxOutline } from '../../drawing/lines.ts';
import type { Box, Color, LetteringShape, PathShape, Point, Shape } from '../../drawing/drawing.ts';
import { wordPieces } from '../../drawing/fitLettering.ts';
import { measureText, placeLine, setLine, type SetLine, type TypeStyle } from '../../drawing/lettering.ts';
import type { TextDirection } from '../../fonts/shape.ts';
import { directionOf } from '../../text/writingDirection.ts';
import type { CoverCanvas } from '../coverDesign.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { TypePalette } from './palettes.ts';

/** A title that is to be the picture, and the room for it. */
export interface Setting {
  readonly text: string;
  /** The same in capitals, for a device that takes letters one by one. */
  readonly capitals: string;
  readonly style: TypeStyle;
  readonly canvas: CoverCanvas;
  /** What is left of the safe area beside the names. */
  readonly box: Box;
  /** Whether the names stand above the box, and not below it. */
  readonly isHeadTaken: boolean;
  readonly palette: TypePalette;
  readonly random: SeededRandom;
}

/** What a device makes of a title. */
export interface TypePicture {
  /** Below the lettering. */
  readonly shapes: readonly Shape[];
  readonly lettering: readonly LetteringShape[];
}

/** A device; `null` where the title is not for it. */
export type Device = (setting: Setting) => TypePicture | null;

/** Lines of a title, each with the size at which it fills the measure, or the largest there may be. */
export interface MeasuredLines {
  readonly lines: readonly SetLine[];
  readonly sizes: readonly number[];
  /** Of the title. */
  readonly direction: TextDirection;
}

/** Smaller letters are not a picture. */
const smallestSize = 44;

/** What a stack of lines may be; lengths in cover units. */
export interface StackRules {
  readonly width: number;
  readonly height: number;
  readonly maxSize: number;
  readonly gap: number;
}

/**
 * Divides a title into lines that are each as wide as the measure and together as high as the room, as nearly as may be.
 * `null` where no division comes out readable.
 */
export function justifyLines(text: string, style: TypeStyle, rules: StackRules): MeasuredLines | null {
  const pieces = wordPieces(text).map((piece): Piece => {
    return { ...piece, width: measureText(piece.text, style), jointWidth: measureText(piece.joint, style) };
  });
  if (pieces.length === 0 || pieces.length > mostPieces) return null;
  let best: readonly string[] | null = null;
  let bestFit = 0;
  for (let count = 1; count <= Math.min(pieces.length, mostLines); count += 1) {
    const { lines } = breakLines(pieces, count);
    const fit = fitOf(lines, style, rules);
    if (fit > bestFit) [best, bestFit] = [lines, fit];
  }
  return best === null ? null : measured(best, style, rules);
}

const mostPieces = 60;
const mostLines = 14;

/** How well lines fill the room, from 0 to 1. */
function fitOf(lines: readonly string[], style: TypeStyle, { width, height, maxSize, gap }: StackRules): number {
  const sizes = lines.map(line => Math.min(maxSize, (1000 * width) / measureText(line, style)));
  const wanted = sizes.reduce((sum, size) => sum + size * lineHeightEm, 0) + gap * (lines.length - 1);
  const scale = Math.min(1, height / wanted);
  if (Math.min(...sizes) * scale < smallestSize) return 0;
  const shouting = lines.length > 1 ? lines.filter(isSmallWord).length : 0;
  return (Math.min(wanted, height) / Math.max(wanted, height)) * smallWordPenalty ** shouting;
}

/** A "THE" as wide as the page shouts; a line of more is worth a page that is a little less full. */
const smallWordPenalty = 0.5;

function isSmallWord(line: string): boolean {
  return line.length <= 3 && /^\p{L}+$/u.test(line);
}

/** The ink of a line, about, in ems. */
const lineHeightEm = 0.8;

function measured(
  texts: readonly string[],
  style: TypeStyle,
  { width, height, maxSize, gap }: StackRules,
): MeasuredLines {
  const direction = directionOf(texts.join(' '));
  const lines = texts.map(text => setLine(text, style, direction)).filter(line => line.inkRight > line.inkLeft);
  const full = lines.map(line => Math.min(maxSize, (1000 * width) / (line.inkRight - line.inkLeft)));
  const inks = lines.reduce((sum, line, index) => sum + inkHeight(line, full[index] ?? 0), 0);
  const scale = Math.min(1, (height - gap * (lines.length - 1)) / inks);
  return { lines, sizes: full.map(size => size * scale), direction };
}

export function inkHeight(line: SetLine, size: number): number {
  return ((line.inkTop - line.inkBottom) * size) / 1000;
}

export function inkWidth(line: SetLine | undefined, size = 0): number {
  return line === undefined ? 0 : ((line.inkRight - line.inkLeft) * size) / 1000;
}

/** Where the ink of a line begins that stands at the edge from which its title is read. */
export function leftOf(line: SetLine, size: number, { direction }: MeasuredLines, { box }: Setting): number {
  return direction === 'rtl' ? box.right - inkWidth(line, size) : box.left;
}

/** A line with the top left corner of its ink at a place. */
export function placeInk(line: SetLine, size: number, [left, top]: Point, fill: Color): LetteringShape | null {
  return placeLine(line, size, [left - (line.inkLeft * size) / 1000, top + (line.inkTop * size) / 1000], fill);
}

/** How high each line is, and all of them with the gaps between. */
export function stackHeights(
  { lines, sizes }: MeasuredLines,
  gap: number,
): { readonly heights: readonly number[]; readonly total: number } {
  const heights = lines.map((line, index) => inkHeight(line, sizes[index] ?? 0));
  return { heights, total: heights.reduce((sum, height) => sum + height, gap * Math.max(0, lines.length - 1)) };
}

export function roomOf({ box }: Setting): { readonly width: number; readonly height: number } {
  return { width: box.right - box.left, height: box.bottom - box.top };
}

export function block(left: number, top: number, right: number, bottom: number, fill: Color): PathShape {
  return { type: 'path', steps: boxOutline({ left, top, right, bottom }), fill, opacity: 1 };
}

/** Lettering that is not there to be read. */
export function asPicture({ steps, fill }: LetteringShape): PathShape {
  return { type: 'path', steps, fill, opacity: 1 };
}

export function graphemesOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a title begins with, quotation marks left aside. */
export function firstLetter(text: string): string | null {
  return graphemesOf(text).find(segment => /[\p{L}\p{N}]/u.test(segment)) ?? null;
}
