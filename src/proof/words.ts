import type { Color, Point, Shape } from '../drawing/drawing.ts';
import { measureText, placeLine, setLine, type SetLine, type TypeStyle } from '../drawing/lettering.ts';
import { bundledFont } from '../fonts/bundledFonts.ts';

/** The voices of a proof. */
export type Voice = 'numeral' | 'roman' | 'italic' | 'smallCapitals';

/** What a line of words is held at. */
export type Hold = 'start' | 'middle' | 'end';

export interface WordsPlace {
  readonly voice: Voice;
  readonly size: number;
  /** On the baseline. */
  readonly at: Point;
  readonly hold: Hold;
  readonly fill: Color;
}

/** A line of words; nothing where it has no ink. */
export function setWords(text: string, { voice, size, at, hold, fill }: WordsPlace): Shape[] {
  const line = setLine(text, typeStyle(voice));
  const left = at[0] - (holdPoint(line, hold) * size) / 1000;
  const shape = placeLine(line, size, [left, at[1]], fill);
  return shape === null ? [] : [shape];
}

/** How wide a line of words is. */
export function wordsWidth(text: string, voice: Voice, size: number): number {
  return (measureText(text, typeStyle(voice)) * size) / 1000;
}

/** Full lines of words, none wider than `width` but for a single long word. */
export function breakWords(text: string, voice: Voice, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    const joined = `${line ?? ''} ${word}`;
    if (line !== undefined && wordsWidth(joined, voice, size) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** How high a voice's figures stand, by its size. */
export function figureHeight(voice: Voice, size: number): number {
  return (typeStyle(voice).faces[0].capHeight * size) / 1000;
}

/** A line's middle is that of its ink, so that numerals stand where they are looked for. */
function holdPoint(line: SetLine, hold: Hold): number {
  switch (hold) {
    case 'start':
      return 0;
    case 'middle':
      return (line.inkLeft + line.inkRight) / 2;
    case 'end':
      return line.advance;
  }
}

function typeStyle(voice: Voice): TypeStyle {
  const faces = [
    bundledFont(voice === 'italic' ? 'italic' : 'regular'),
    bundledFont('symbols'),
    bundledFont('symbols2'),
  ] as const;
  switch (voice) {
    case 'numeral':
      return { faces, features: ['lnum'], tracking: 0, leadingEm: 1 };
    case 'roman':
    case 'italic':
      return { faces, features: ['onum'], tracking: 0, leadingEm: 1.25 };
    case 'smallCapitals':
      return { faces, features: ['smcp', 'onum', '-liga', '-clig'], tracking: 70, leadingEm: 1.25 };
  }
}
