import type { Piece } from '../../drawing/breakLines.ts';
import type { Box, Color, LetteringShape, Shape } from '../../drawing/drawing.ts';
import { type PieceText, shortenLine, wordPieces } from '../../drawing/fitLettering.ts';
import { drawableText, type TypeStyle } from '../../drawing/lettering.ts';
import { type Alignment, layLettering } from '../../drawing/letteringBlock.ts';
import { placeShapes } from '../../drawing/placeShapes.ts';
import { isRightToLeft } from '../../text/writingDirection.ts';
import type { CoverPalette, Motif } from '../coverDesign.ts';
import type { CoverSubject } from '../coverSubject.ts';
import { inVoice, type LetteringVoice, typeStyleOf } from '../coverVoice.ts';
import { axisOf } from '../layStack.ts';
import { fillLines, measurePieces } from './fillLines.ts';
import { motifSize, placeMotif } from './placeMotif.ts';
import type { WrapPlan } from './planWrap.ts';

/** What the back of a book says. */
export interface BackWords {
  /** Paragraphs of the book's description; none where it has none. */
  readonly description: readonly string[];
  /** Those who wrote the stories of a collection; none for a book by one hand, which has its name in front. */
  readonly names: readonly string[];
}

/** The back's lettering and ornament, in points. */
export interface SetBack {
  readonly shapes: readonly Shape[];
  /** Whether some of the words did not fit. */
  readonly isShortened: boolean;
}

/**
 * Sets the ornament, the description and the names on the back, clear of the barcode: as large as leaves the back some air,
 * smaller where there is much to say.
 */
export function setBack(
  subject: CoverSubject,
  words: BackWords,
  plan: WrapPlan,
  palette: CoverPalette,
  motif: Motif,
): SetBack {
  const blocks = blocksOf(subject, words);
  if (blocks.length === 0) return ornamentAlone(plan, palette, motif);
  const room = roomOn(plan);
  const above = ornamentSize(room, motif)[1] + ornamentGapPt;
  const roomPt = room.bottom - room.top - above;
  const fitting = largestFitting(blocks, room, above);
  const set = fitting?.set ?? shortenBack(linesAt(blocks, room, smallestPt), room, roomPt);
  const laid = layBack(set, room, fitting?.sizePt ?? smallestPt, { palette, motif, language: subject.language });
  const shown = [...placeShapes(laid.ornament, 1, [0, laid.shiftPt]), ...placeShapes(laid.lines, 1, [0, laid.shiftPt])];
  const kept = shown.filter(shape => shape.type !== 'lettering' || shape.box.bottom <= room.bottom + tolerancePt);
  return { shapes: kept, isShortened: fitting === null || kept.length < shown.length };
}

const tolerancePt = 0.01;

/** The words at the largest size that leaves room enough; `null` where they have none at any. */
function largestFitting(blocks: readonly BackBlock[], room: Box, abovePt: number): FittingBack | null {
  for (const [sizePt, share] of sizesPt) {
    const set = linesAt(blocks, room, sizePt);
    if (abovePt + heightOf(set, sizePt) <= share * (room.bottom - room.top)) return { set, sizePt };
  }
  return null;
}

interface FittingBack {
  readonly set: readonly SetBlock[];
  readonly sizePt: number;
}

/** Nobody reads smaller words on a shelf; points. */
const smallestPt = 7.5;

/** Sizes of a description in points, largest first, each with the share of the room that it may fill. */
const sizesPt: readonly (readonly [size: number, share: number])[] = [
  ...[13.5, 13, 12.5, 12, 11.5, 11].map(size => [size, 0.62] as const),
  ...[11, 10.5, 10, 9.5, 9, 8.5, 8, smallestPt].map(size => [size, 1] as const),
];

/** A paragraph or the names, measured at a size of 1000 units. */
interface BackBlock {
  readonly pieces: readonly Piece[];
  readonly style: TypeStyle;
  /** Its size as a share of the description's. */
  readonly scale: number;
  /** From the last baseline above it to the tops of its capitals, in ems. */
  readonly gapEm: number;
  readonly isNames: boolean;
}

const bodyVoice: LetteringVoice = { family: 'EB Garamond', face: 'regular', letters: 'asWritten', leadingEm: 1.36, tracking: 0 }; // prettier-ignore
const namesVoice: LetteringVoice = { family: 'EB Garamond', face: 'regular', letters: 'smallCapitals', leadingEm: 1.5, tracking: 60 }; // prettier-ignore

/** A paragraph is apart from the one above it by half a line, the names by a line and a half. */
const paragraphGapEm = 1.3;
const namesGapEm = 2.2;

function blocksOf(subject: CoverSubject, { description, names }: BackWords): BackBlock[] {
  const body = styleOf(bodyVoice, subject);
  const small = styleOf(namesVoice, subject);
  const paragraphs = description.map(paragraph => wordPieces(drawableText(paragraph, body)));
  const list = names.map(name => inVoice(drawableText(name, small), namesVoice, subject.language));
  return [
    ...paragraphs.map(pieces => ({
      pieces: measurePieces(pieces, body),
      style: body,
      scale: 1,
      gapEm: paragraphGapEm,
      isNames: false,
    })),
    { pieces: measurePieces(namePieces(list), small), style: small, scale: 0.92, gapEm: namesGapEm, isNames: true },
  ].filter(block => block.pieces.some(piece => hasLetters.test(piece.text)));
}

/** Matches "It was late."; not what is left of words that no font can draw, ". ,". */
const hasLetters = /[\p{L}\p{N}]/u;

/** No line ends inside a name. */
function namePieces(names: readonly string[]): PieceText[] {
  const shown = names.filter(name => name !== '');
  return shown.map(name => ({ text: name.replaceAll(' ', '\u00a0'), joint: '\u00a0\u00b7 ' }));
}

function styleOf(voice: LetteringVoice, { language, means }: CoverSubject): TypeStyle {
  return typeStyleOf(voice, { language, fonts: means?.fonts, isLong: true });
}

/** From the sides of the back to its words, as a share of its width; from its head, of its height. */
const sideShare = 0.13;
const headShare = 0.115;

/** Between the last line and the field of the barcode. */
const barcodeGapPt = 14;

/** Where words may stand: away from the sides, above the barcode, and never out of the safe area. */
function roomOn({ back, backSafe, barcode }: WrapPlan): Box {
  const [width, height] = [back.right - back.left, back.bottom - back.top];
  const foot = barcode === null ? back.bottom - headShare * height : barcode.top - barcodeGapPt;
  return {
    left: Math.max(backSafe.left, back.left + sideShare * width),
    right: Math.min(backSafe.right, back.right - sideShare * width),
    top: Math.max(backSafe.top, back.top + headShare * height),
    bottom: Math.min(backSafe.bottom, foot),
  };
}

/** The ornament above words: as wide as this share of their column, at most so wide and high, and so far above them. */
const ornamentShare = 0.24;
const ornamentPt: readonly [width: number, height: number] = [60, 44];
const ornamentGapPt = 26;

function ornamentSize({ left, right }: Box, motif: Motif): readonly [width: number, height: number] {
  return motifSize(motif, Math.min(ornamentPt[0], ornamentShare * (right - left)), ornamentPt[1]);
}

/** A block as it is divided into lines. */
interface SetBlock {
  readonly block: BackBlock;
  readonly lines: readonly string[];
}

function linesAt(blocks: readonly BackBlock[], room: Box, sizePt: number): SetBlock[] {
  return blocks.map(block => ({ block, lines: fillLines(block.pieces, columnOf(block, room, sizePt)) }));
}

/** The width of the column, in thousandths of an em of a block. */
function columnOf({ scale }: BackBlock, { left, right }: Box, sizePt: number): number {
  return (1000 * (right - left)) / (sizePt * scale);
}

/** How high the words are, without setting them. */
function heightOf(set: readonly SetBlock[], sizePt: number): number {
  return set.reduce((height, { block, lines }, index) => {
    const own = sizePt * block.scale;
    const gap = index === 0 ? 0 : sizePt * block.gapEm;
    return height + gap + own * ((lines.length - 1) * block.style.leadingEm + block.style.faces[0].capHeight / 1000);
  }, sizePt * descenderEm);
}

/**
 * Lets lines of the description go from its end until the rest has room, the last of them with an ellipsis. The names stay:
 * who wrote a story is named wherever one of them is.
 */
function shortenBack(set: readonly SetBlock[], room: Box, roomPt: number): SetBlock[] {
  const kept = [...set];
  while (kept.length > 0 && heightOf(kept, smallestPt) > roomPt) withoutLastLine(kept);
  const index = lastToSay(kept);
  const last = kept[index];
  if (last !== undefined) kept[index] = { ...last, lines: endedShort(last, columnOf(last.block, room, smallestPt)) };
  return kept;
}

/** The last paragraph, or where there is none the names. */
function lastToSay(set: readonly SetBlock[]): number {
  const paragraph = set.findLastIndex(({ block }) => !block.isNames);
  return paragraph >= 0 ? paragraph : set.length - 1;
}

function withoutLastLine(set: SetBlock[]): void {
  const index = lastToSay(set);
  const { block, lines = [] } = set[index] ?? {};
  const left = lines.slice(0, -1);
  set.splice(index, 1, ...(block === undefined || left.length === 0 ? [] : [{ block, lines: left }]));
}

function endedShort({ block, lines }: SetBlock, column: number): string[] {
  return [...lines.slice(0, -1), ...lines.slice(-1).map(line => shortenLine(line, true, block.style, column))];
}

const descenderEm = 0.28;

interface LaidBack {
  readonly ornament: readonly Shape[];
  readonly lines: readonly LetteringShape[];
  /** How far down all of it moves: what says little stands a little lower. */
  readonly shiftPt: number;
}

interface BackLook {
  readonly palette: CoverPalette;
  readonly motif: Motif;
  readonly language: string;
}

/** Few lines are centred under the ornament; a paragraph is read from its edge. */
const mostCentredLines = 4;

/** Of the room that is left, this share is above. */
const shareAbove = 0.22;

function layBack(set: readonly SetBlock[], room: Box, sizePt: number, look: BackLook): LaidBack {
  const { palette, motif, language } = look;
  const alignment = alignmentOf(Math.max(...set.map(({ lines }) => lines.length)), language);
  const [width, height] = ornamentSize(room, motif);
  const ornament = placeMotif(motif, [edgeOf(room, alignment, width), room.top], width, palette.accent);
  const lines: LetteringShape[] = [];
  let top = room.top + height + ornamentGapPt;
  for (const [index, { block, lines: texts }] of set.entries()) {
    if (index > 0) top += sizePt * block.gapEm;
    const laid = layBlock(texts, block, sizePt, { axisX: axisOf(room, alignment), top, alignment, fill: palette.ink });
    lines.push(...laid.shapes);
    top += laid.heightUnits;
  }
  const shiftPt = Math.max(0, room.bottom - Math.max(...lines.map(line => line.box.bottom))) * shareAbove;
  return { ornament: [ornament], lines, shiftPt };
}

interface BlockPlace {
  readonly axisX: number;
  readonly top: number;
  readonly alignment: Alignment;
  readonly fill: Color;
}

function layBlock(lines: readonly string[], block: BackBlock, sizePt: number, place: BlockPlace) {
  return layLettering({ lines, sizeUnits: sizePt * block.scale, isShortened: false }, block.style, place);
}

function alignmentOf(lines: number, language: string): Alignment {
  if (lines <= mostCentredLines) return 'center';
  return isRightToLeft(language) ? 'right' : 'left';
}

/** The left edge of what is so wide and stands by the axis. */
function edgeOf(room: Box, alignment: Alignment, width: number): number {
  const axis = axisOf(room, alignment);
  switch (alignment) {
    case 'left':
      return axis;
    case 'center':
      return axis - width / 2;
    case 'right':
      return axis - width;
  }
}

/** A back that says nothing has the ornament a little above its middle. */
function ornamentAlone({ back }: WrapPlan, palette: CoverPalette, motif: Motif): SetBack {
  const [width, height] = [back.right - back.left, back.bottom - back.top];
  const [shown, high] = motifSize(motif, 0.26 * width, 0.16 * height);
  const place = [back.left + (width - shown) / 2, back.top + 0.44 * height - high / 2] as const;
  return { shapes: [placeMotif(motif, place, shown, palette.accent)], isShortened: false };
}
