import type { Color } from '../drawing/drawing.ts';
import { fitLettering, type PieceText, wordPieces } from '../drawing/fitLettering.ts';
import { drawableText, measureText, type TypeStyle } from '../drawing/lettering.ts';
import type { CoverSubject } from './coverSubject.ts';
import { inVoice, type LetteringVoice, typeStyleOf } from './coverVoice.ts';
import { coverWordsFor } from './coverWords.ts';
import type { StackBlock, StackPlace, StackRoom } from './layStack.ts';

/** Where the names stand, and how; lengths in cover units. */
export interface NamesPlace extends StackPlace {
  /** Of the names; small capitals suit most. */
  readonly voice: LetteringVoice;
  readonly color: Color;
  /** The largest size of one to three names; a list is smaller. 54 unless it is said. */
  readonly maxSize?: number;
  /** Of "With stories by" and "Edited by"; the family's italic unless it is said. */
  readonly labelVoice?: LetteringVoice;
  /** Whether up to four names stand one below the other, and not side by side with points between. */
  readonly isStacked?: boolean;
}

/** What stands above the names of contributors, the names, and who edited the book. */
export function namesBlocks(subject: CoverSubject, place: NamesPlace, room: StackRoom): readonly StackBlock[] {
  const words = coverWordsFor(subject.language);
  const label = subject.contributors.length === 0 ? null : labelBlock(words.withStoriesBy, subject, place, room);
  const editors =
    subject.editors.length === 0 ? null : labelBlock(words.editedBy(subject.editors), subject, place, room);
  const taken = [label, editors].filter(block => block !== null).length * (labelHeight + gap);
  return [label, listBlock(subject, place, room, taken), editors].filter(block => block !== null);
}

/** Between blocks, from the lowest ink to the tops of capitals. */
const gap = 34;

/** The greatest size of labels, and the height that they are thought to need. */
const labelSize = 46;
const labelHeight = 60;

function listBlock(subject: CoverSubject, place: NamesPlace, room: StackRoom, taken: number): StackBlock | null {
  const style = styleOf(place.voice, subject);
  const names = shownNames(subject)
    .map(name => inVoice(drawableText(name, style), place.voice, subject.language))
    .filter(name => name !== '');
  if (names.length === 0) return null;
  const maxHeight = Math.max(30, Math.min(220, room.heightUnits - taken * room.scale));
  const bounds = { maxWidth: room.widthUnits, maxHeight, ...sizes(names.length, place, room) };
  const stacked = place.isStacked === true ? stackedNames(names, style, bounds) : null;
  const whole = stacked ?? fitLettering(namePieces(names), style, bounds);
  // A name that is too long for a line is divided after all, rather than cut.
  const fitted = whole.isShortened ? fitLettering(wordPieces(names.join(', ')), style, bounds) : whole;
  return { style, fitted, fill: place.color, gapAbove: gap * room.scale };
}

/** One author's name is set larger than a list, which must stay a quiet paragraph. */
function sizes(count: number, place: NamesPlace, { scale }: StackRoom): { maxSize: number; minSize: number } {
  const largest = place.maxSize ?? 54;
  const maxSize = (count <= 3 ? largest : Math.max(30, largest * 0.7)) * scale;
  return { maxSize, minSize: Math.min(maxSize, (count <= 3 ? 30 : 28) * scale) };
}

interface NameBounds {
  readonly maxWidth: number;
  readonly maxHeight: number;
  readonly maxSize: number;
  readonly minSize: number;
}

/** Each name in a line; `null` where they are too many or too long. */
function stackedNames(names: readonly string[], style: TypeStyle, bounds: NameBounds): StackBlock['fitted'] | null {
  if (names.length > 4) return null;
  const lines = names.map(name => name.replaceAll(' ', '\u00a0'));
  const widest = Math.max(...lines.map(line => measureText(line, style)), 1);
  const tallest = bounds.maxHeight / (1 + (lines.length - 1) * style.leadingEm);
  const sizeUnits = Math.min(bounds.maxSize, (1000 * bounds.maxWidth) / widest, tallest);
  return sizeUnits < bounds.minSize ? null : { lines, sizeUnits, isShortened: false };
}

/** Eight names are a list that can still be read; of more, the first seven stand for all. */
function shownNames({ authors, contributors, language }: CoverSubject): readonly string[] {
  const names = [...authors, ...contributors];
  if (names.length <= mostNames) return names;
  return [...names.slice(0, mostNames - 1), coverWordsFor(language).andOthers];
}

const mostNames = 8;

/** Each name in one piece: no line ends inside it. */
function namePieces(names: readonly string[]): PieceText[] {
  return names.map(name => ({ text: name.replaceAll(' ', '\u00a0'), joint: '\u00a0\u00b7 ' }));
}

function labelBlock(words: string, subject: CoverSubject, place: NamesPlace, room: StackRoom): StackBlock | null {
  const voice = place.labelVoice ?? {
    family: place.voice.family === 'Alegreya' ? 'Alegreya' : 'EB Garamond',
    face: 'italic',
    letters: 'asWritten',
  };
  const style = styleOf(voice, subject);
  const text = inVoice(drawableText(words, style), voice, subject.language);
  if (text === '') return null;
  const fitted = fitLettering(wordPieces(text), style, {
    maxWidth: room.widthUnits,
    maxHeight: 100 * room.scale,
    maxSize: Math.min(labelSize, (place.maxSize ?? 54) * 0.85) * room.scale,
    minSize: 30 * room.scale,
  });
  return { fitted, style, fill: place.color, gapAbove: gap * room.scale };
}

function styleOf(voice: LetteringVoice, { language, means }: CoverSubject): TypeStyle {
  return typeStyleOf(voice, { language, fonts: means?.fonts, isLong: false });
}
