import type { Box, Color, LetteringShape } from '../drawing/drawing.ts';
import { fitLettering, wordPieces } from '../drawing/fitLettering.ts';
import { drawableText, missingGraphemes, type TypeStyle } from '../drawing/lettering.ts';
import type { CoverCanvas } from './coverDesign.ts';
import type { CoverSubject } from './coverSubject.ts';
import { inVoice, type LetteringVoice, typeStyleOf } from './coverVoice.ts';
import { inkBox, layStack, type StackBlock, type StackPlace, type StackRoom } from './layStack.ts';
import { type NamesPlace, namesBlocks } from './namesBlocks.ts';
import { commonBox, safeArea } from './safeArea.ts';

/** How a cover style wants its lettering; lengths in cover units. A place of `null` is left free. */
export interface LetteringDesign {
  readonly canvas: CoverCanvas;
  /** Title and subtitle. */
  readonly title: TitlePlace | null;
  /** Authors, contributors and editors. */
  readonly names: NamesPlace | null;
}

/** Where title and subtitle stand, and how. All ink stays inside of the box, and of the safe area. */
export interface TitlePlace extends StackPlace {
  readonly voice: LetteringVoice;
  readonly color: Color;
  /** The largest size of the title; a third of the box's width unless it is said. */
  readonly maxSize?: number;
  /** For an opening line that stands for a title, and for the subtitle; the family's italic unless it is said. */
  readonly quietVoice?: LetteringVoice;
  /** The title's colour unless it is said. */
  readonly subtitleColor?: Color;
}

/** The lettering of a cover in its places, with the boxes that its ink fills; `null` where there is none. */
export interface CoverLettering {
  readonly shapes: readonly LetteringShape[];
  readonly title: Box | null;
  readonly subtitle: Box | null;
  readonly names: Box | null;
}

/** Sets title, subtitle and names where a style wants them. */
export function layCoverLettering(subject: CoverSubject, { canvas, title, names }: LetteringDesign): CoverLettering {
  const safe = safeArea(canvas);
  const [titleLines = [], subtitleLines = []] =
    title === null ? [] : layStack(room => titleBlocks(subject, title, room), inside(title, safe));
  const nameLines = names === null ? [] : layStack(room => namesBlocks(subject, names, room), inside(names, safe));
  return {
    shapes: [...titleLines, ...subtitleLines, ...nameLines.flat()],
    title: inkBox([titleLines]),
    subtitle: inkBox([subtitleLines]),
    names: inkBox(nameLines),
  };
}

/** What of a cover's words no font has a glyph for, and so is left out of the lettering. */
export function missingFromCover(subject: CoverSubject): readonly string[] {
  const { title, subtitle, authors, contributors, editors } = subject;
  const style = styleOf(quietVoiceOf(null), subject);
  return [title, subtitle ?? '', ...authors, ...contributors, ...editors].flatMap(text =>
    missingGraphemes(text, style),
  );
}

function inside<Place extends StackPlace>(place: Place, safe: Box): Place {
  return { ...place, box: commonBox(place.box, safe) };
}

/** Always two, of which either may have no lines. */
function titleBlocks(subject: CoverSubject, place: TitlePlace, room: StackRoom): readonly StackBlock[] {
  const quiet = quietVoiceOf(place);
  const voice = subject.isTitleGiven ? voiceForSigns(subject, place.voice) : quiet;
  const hasSubtitle = (subject.subtitle ?? '') !== '';
  const style = styleOf(voice, subject);
  const text = inVoice(drawableText(subject.title, style), voice, subject.language);
  const bounds = {
    maxWidth: room.widthUnits,
    maxHeight: room.heightUnits * (hasSubtitle ? titleShare : 1),
    maxSize: largestSize(subject, place, room),
    minSize: smallestTitle * room.scale,
  };
  const fitted = fitLettering(text === '' ? [] : wordPieces(text), style, bounds, subject.means?.divideWord ?? null);
  const title: StackBlock = { fitted, style, fill: place.color, gapAbove: 0 };
  return [title, subtitleBlock(subject, fitted.sizeUnits, place, room)];
}

/** The part of the height that a title leaves to its subtitle is what is over. */
const titleShare = 0.8;

const smallestTitle = 40;

/** A title of a letter or two is a sign, and larger than words are; an opening line is a sentence and stays small. */
function largestSize(subject: CoverSubject, place: TitlePlace, room: StackRoom): number {
  const { isTitleGiven } = subject;
  const largest = (place.maxSize ?? Math.min(room.widthUnits / 3, 310)) * (isSign(subject) ? signScale : 1);
  return Math.max(smallestTitle * room.scale, isTitleGiven ? largest : Math.min(largest * 0.6, openingSize));
}

const openingSize = 128;

/** A single letter as large as a word's looks lost on a cover. */
const signScale = 1.6;

function isSign({ title }: CoverSubject): boolean {
  return title.trim().length <= longestSign;
}

const longestSign = 2;

/** Alone, an "I" without serifs is a bar and no letter. */
export function voiceForSigns(subject: CoverSubject, voice: LetteringVoice): LetteringVoice {
  return isSign(subject) && voice.family === 'Fira Sans Condensed'
    ? { ...voice, family: 'Alegreya', tracking: 0 }
    : voice;
}

function subtitleBlock(subject: CoverSubject, titleSize: number, place: TitlePlace, room: StackRoom): StackBlock {
  const voice = quietVoiceOf(place);
  const style = styleOf(voice, subject);
  const text = inVoice(drawableText(subject.subtitle ?? '', style), voice, subject.language);
  const fitted = fitLettering(text === '' ? [] : wordPieces(text), style, {
    maxWidth: room.widthUnits * 0.9,
    maxHeight: Math.min(130, room.heightUnits * (1 - titleShare)),
    maxSize: Math.max(40, Math.min(58, titleSize * 0.42)) * room.scale,
    minSize: 32 * room.scale,
  });
  const gapAbove = (34 + titleSize * 0.19) * room.scale;
  return { fitted, style, fill: place.subtitleColor ?? place.color, gapAbove };
}

function quietVoiceOf(place: TitlePlace | null): LetteringVoice {
  if (place?.quietVoice !== undefined) return place.quietVoice;
  const family = place?.voice.family === 'Alegreya' ? 'Alegreya' : 'EB Garamond';
  return { family, face: 'italic', letters: 'asWritten' };
}

function styleOf(voice: LetteringVoice, subject: CoverSubject): TypeStyle {
  const isLong = subject.title.length > longTitle;
  return typeStyleOf(voice, { language: subject.language, fonts: subject.means?.fonts, isLong });
}

/** A title of so many characters is read as a paragraph. */
const longTitle = 60;
