import type { Drawing, LetteringShape, Shape } from '../drawing/drawing.ts';
import { fitLettering, wordPieces } from '../drawing/fitLettering.ts';
import { drawableText } from '../drawing/lettering.ts';
import { layLettering } from '../drawing/letteringBlock.ts';
import { circleOutline, polygon } from '../drawing/outline.ts';
import { placeShapes } from '../drawing/placeShapes.ts';
import type { CoverSubject } from './coverSubject.ts';
import { type LetteringVoice, typeStyleOf } from './coverVoice.ts';

/** One of the covers to choose from. */
export interface SheetEntry {
  readonly label: string;
  readonly drawing: Drawing;
  /** Whether it is the one that the program would take. */
  readonly isChosen: boolean;
}

/** Columns of a sheet, and its distances, a thousand units to its width. */
const columns = 3;
const margin = 50;
const gap = 34;
const headHeight = 120;
const labelHeight = 62;

/** How many units of its own a cover has in one of the sheet. */
const coverScale = (1000 - 2 * margin - (columns - 1) * gap) / columns / 1000;

const paper = '#f4f1ea';
const ink = '#22201d';
const quietInk = '#6b655c';

/** All covers side by side on one sheet, each with the name of its style; a point marks the one that suits best. */
export function drawContactSheet(subject: CoverSubject, entries: readonly SheetEntry[], altText: string): Drawing {
  const tallest = Math.max(...entries.map(({ drawing }) => drawing.heightUnits)) * coverScale;
  const rowHeight = tallest + labelHeight;
  const rows = Math.ceil(entries.length / columns);
  const shapes = entries.flatMap((entry, index) => {
    const left = margin + (index % columns) * (1000 * coverScale + gap);
    const top = headHeight + Math.floor(index / columns) * rowHeight;
    return entryShapes(entry, [left, top], subject);
  });
  const heading = line(subject.title, { family: 'EB Garamond', face: 'italic', letters: 'asWritten' }, subject, {
    axisX: 500,
    top: 46,
    maxSize: 40,
    maxWidth: 900,
    fill: ink,
  });
  return {
    widthUnits: 1000,
    heightUnits: Math.ceil(headHeight + rows * rowHeight + 10),
    background: paper,
    shapes: [...heading, ...shapes],
    altText,
  };
}

function entryShapes(
  { label, drawing, isChosen }: SheetEntry,
  [left, top]: [number, number],
  subject: CoverSubject,
): Shape[] {
  const [width, height] = [drawing.widthUnits * coverScale, drawing.heightUnits * coverScale];
  const frame = polygon([
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
  ]);
  const name = line(label, { family: 'EB Garamond', face: 'regular', letters: 'smallCapitals' }, subject, {
    axisX: left + width / 2,
    top: top + height + 20,
    maxSize: 22,
    maxWidth: width * 0.8,
    fill: isChosen ? ink : quietInk,
  });
  const [first] = name;
  const point =
    isChosen && first !== undefined
      ? circleOutline([first.box.left - 14, (first.box.top + first.box.bottom) / 2], 4.5)
      : [];
  return [
    { type: 'path', steps: frame, fill: drawing.background, opacity: 1 },
    {
      type: 'group',
      clip: frame,
      blend: 'normal',
      opacity: 1,
      shapes: placeShapes(drawing.shapes, coverScale, [left, top]),
    },
    ...name,
    { type: 'path', steps: point, fill: '#b3402a', opacity: 1 },
  ];
}

interface LinePlace {
  readonly axisX: number;
  readonly top: number;
  readonly maxSize: number;
  readonly maxWidth: number;
  readonly fill: string;
}

function line(text: string, voice: LetteringVoice, subject: CoverSubject, place: LinePlace): readonly LetteringShape[] {
  const style = typeStyleOf(voice, { language: subject.language, fonts: subject.means?.fonts, isLong: false });
  const shown = drawableText(text, style);
  if (shown === '') return [];
  const { maxSize, maxWidth } = place;
  const bounds = { maxWidth, maxHeight: maxSize * 1.2, maxSize, minSize: maxSize * 0.6 };
  return layLettering(fitLettering(wordPieces(shown), style, bounds), style, { ...place, alignment: 'center' }).shapes;
}
