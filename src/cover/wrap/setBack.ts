import type { Box, LetteringShape, Shape } from '../../drawing/drawing.ts';
import { drawableText, type TypeStyle } from '../../drawing/lettering.ts';
import { type Alignment, layLettering } from '../../drawing/letteringBlock.ts';
import type { CoverPalette, Motif } from '../coverDesign.ts';
import type { CoverSubject } from '../coverSubject.ts';
import { inVoice, type LetteringVoice, typeStyleOf } from '../coverVoice.ts';
import { fillLines } from './fillLines.ts';
import { placeMotif } from './placeMotif.ts';
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

/** Between the sides of the back and its words, as a share of its width; its head as a share of its height. */
const sideShare = 0.13;
const headShare = 0.115;

/** Sizes of a description, largest first, in points: smaller than the last nobody reads on a shelf. */
const sizesPt = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5] as const;

/** Sets the ornament, the description and the names on the back, from its head down, clear of the barcode. */
export function setBack(
  subject: CoverSubject,
  words: BackWords,
  plan: WrapPlan,
  palette: CoverPalette,
  motif: Motif,
): SetBack {
  const room = roomOn(plan);
  const blocks = { ...words, language: subject.language, subject };
  if (words.description.length === 0 && words.names.length === 0) return ornamentAlone(plan, palette, motif);
  let set: LaidBack | null = null;
  for (const sizePt of sizesPt) {
    set = layBack(blocks, room, sizePt, palette);
    if (set.bottom <= room.bottom) break;
  }
  if (set === null) return { shapes: [], isShortened: false };
  const kept = set.lines.filter(line => line.box.bottom <= room.bottom + tolerancePt);
  const ornament = placeMotif(motif, ornamentBox(room, set.alignment, motif), palette.accent);
  return { shapes: [ornament, ...kept], isShortened: kept.length < set.lines.length };
}

const tolerancePt = 0.01;

interface BackBlocks extends BackWords {
  readonly subject: CoverSubject;
}

interface LaidBack {
  readonly lines: readonly LetteringShape[];
  readonly bottom: number;
  readonly alignment: Alignment;
}

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

/** Between the last line and the field of the barcode. */
const barcodeGapPt = 14;

/** The ornament above words, as wide as this share of their column, at most so many points. */
const ornamentShare = 0.24;
const ornamentPt = 60;

function ornamentBox(room: Box, alignment: Alignment, motif: Motif): Box {
  const column = room.right - room.left;
  const width = Math.min(ornamentPt, ornamentShare * column);
  const left = alignment === 'center' ? room.left + (column - width) / 2 : alignment === 'left' ? room.left : room.right - width; // prettier-ignore
  return {
    left,
    right: left + width,
    top: room.top,
    bottom: room.top + (width * motif.heightUnits) / motif.widthUnits,
  };
}

/** A back that says nothing has the ornament a little above its middle. */
function ornamentAlone({ back }: WrapPlan, palette: CoverPalette, motif: Motif): SetBack {
  const [width, height] = [back.right - back.left, back.bottom - back.top];
  const shown = 0.26 * width;
  const left = back.left + (width - shown) / 2;
  const top = back.top + 0.44 * height - (shown * motif.heightUnits) / motif.widthUnits / 2;
  const box = { left, right: left + shown, top, bottom: top };
  return { shapes: [placeMotif(motif, box, palette.accent)], isShortened: false };
}

/** Few lines are centred under the ornament; a paragraph is read from its edge. */
const mostCentredLines = 5;

function layBack(
  { description, names, subject }: BackBlocks,
  room: Box,
  sizePt: number,
  palette: CoverPalette,
): LaidBack {
  const width = room.right - room.left;
  const body = styleOf(bodyVoice, subject);
  const paragraphs = description
    .map(paragraph => fillLines(drawableText(paragraph, body), body, (1000 * width) / sizePt))
    .filter(lines => lines.length > 0);
  const lineCount = paragraphs.reduce((sum, lines) => sum + lines.length, 0);
  const alignment: Alignment = lineCount <= mostCentredLines ? 'center' : isRightToLeft(description) ? 'right' : 'left';
  const column = { room, alignment, top: room.top + ornamentRoomPt(room), lines: [] as LetteringShape[] };
  for (const lines of paragraphs) {
    addBlock(column, lines, body, sizePt, palette.ink, sizePt * paragraphGapEm);
  }
  if (names.length > 0) {
    const style = styleOf(namesVoice, subject);
    const shown = names
      .map(name => inVoice(drawableText(name, style), namesVoice, subject.language))
      .filter(isNotEmpty);
    const joined = shown.map(name => name.replaceAll(' ', '\u00a0')).join('\u00a0· ');
    const namesPt = Math.max(sizesPt[sizesPt.length - 1] ?? 0, sizePt * 0.92);
    addBlock(column, fillLines(joined, style, (1000 * width) / namesPt), style, namesPt, palette.ink, sizePt * namesGapEm); // prettier-ignore
  }
  return { lines: column.lines, bottom: Math.max(room.top, ...column.lines.map(line => line.box.bottom)), alignment };
}

const bodyVoice: LetteringVoice = {
  family: 'EB Garamond',
  face: 'regular',
  letters: 'asWritten',
  leadingEm: 1.36,
  tracking: 0,
};
const namesVoice: LetteringVoice = {
  family: 'EB Garamond',
  face: 'regular',
  letters: 'smallCapitals',
  leadingEm: 1.5,
  tracking: 60,
};

/** Above a paragraph that follows another, and above the names: from the lowest ink to the tops of the capitals, in ems. */
const paragraphGapEm = 0.95;
const namesGapEm = 2;

interface Column {
  readonly room: Box;
  readonly alignment: Alignment;
  top: number;
  readonly lines: LetteringShape[];
}

function addBlock(
  column: Column,
  lines: readonly string[],
  style: TypeStyle,
  sizePt: number,
  fill: string,
  gapPt: number,
): void {
  if (lines.length === 0) return;
  const { room, alignment } = column;
  const axisX = alignment === 'left' ? room.left : alignment === 'right' ? room.right : (room.left + room.right) / 2;
  const top = column.lines.length === 0 ? column.top : column.top + gapPt;
  const block = layLettering({ lines: [...lines], sizeUnits: sizePt, isShortened: false }, style, { axisX, top, alignment, fill }); // prettier-ignore
  column.lines.push(...block.shapes);
  column.top = top + block.heightUnits;
}

/** From the head of the column to the first line, past the ornament. */
function ornamentRoomPt({ left, right }: Box): number {
  return Math.min(ornamentPt, ornamentShare * (right - left)) * 0.5 + 30;
}

function styleOf(voice: LetteringVoice, { language, means }: CoverSubject): TypeStyle {
  return typeStyleOf(voice, { language, fonts: means?.fonts, isLong: true });
}

function isNotEmpty(text: string): boolean {
  return text !== '';
}

/** Whether the first letter that has a direction runs from right to left. */
function isRightToLeft(paragraphs: readonly string[]): boolean {
  const letter = /\p{L}/u.exec(paragraphs.join(' '))?.[0] ?? '';
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}
