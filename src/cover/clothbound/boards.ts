import { boxOutline, boxRing } from '../../drawing/lines.ts';
import { insetBox } from '../../drawing/boxes.ts';
import type { Box, Color, LetteringShape, Point } from '../../drawing/drawing.ts';
import { circleOutline } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { CoverCanvas } from '../coverDesign.ts';
import { type CoverLettering, layCoverLettering } from '../coverLettering.ts';
import type { CoverSubject } from '../coverSubject.ts';
import type { LetteringVoice } from '../coverVoice.ts';
import type { Phrasebook } from '../phrasebook.ts';
import type { SeededRandom } from '../seededRandom.ts';
import { designMedallion, designSprig, type Ornament } from './ornament.ts';
import { scrollPlant } from './scrolls.ts';

/** What is stamped into a board, and what it is told to be. */
export interface Board {
  readonly design: (order: BoardOrder) => BoardDesign;
  readonly phrase: Phrasebook<string>;
}

/** What a board is designed for. */
export interface BoardOrder {
  readonly subject: CoverSubject;
  readonly canvas: CoverCanvas;
  readonly ink: Color;
  readonly random: (name: string) => SeededRandom;
}

export interface BoardDesign {
  /** All of the ornament as one outline. */
  readonly steps: readonly PathStep[];
  readonly lettering: readonly LetteringShape[];
}

/** The order is part of every cover's identity, so new ones go to the end. */
export const boards: readonly [Board, ...Board[]] = [
  {
    design: designMedallionBoard,
    phrase: onCloth(
      'a frame and a round ornament',
      'un cadre et un ornement rond',
      'ein Rahmen und ein rundes Ornament',
      'un marco y un ornamento redondo',
    ),
  },
  {
    design: designPlantBoard,
    phrase: onCloth(
      'a frame and a plant of scrolls with leaves and fruit',
      'un cadre et une plante en volutes avec feuilles et fruits',
      'ein Rahmen und eine Ranke mit Blättern und Früchten',
      'un marco y una planta de volutas con hojas y frutos',
    ),
  },
  {
    design: designTiledBoard,
    phrase: onCloth(
      'a pattern of small flowers around a panel',
      'un semis de petites fleurs autour d’un cartouche',
      'ein Muster kleiner Blüten um ein Titelfeld',
      'un dibujo de florecillas en torno a una cartela',
    ),
  },
];

function onCloth(en: string, fr: string, de: string, es: string): Phrasebook<string> {
  return {
    en: `A book bound in cloth, stamped with ${en}.`,
    fr: `Un livre relié en toile, frappé d’${fr}.`,
    de: `Ein in Leinen gebundenes Buch; eingeprägt: ${de}.`,
    es: `Un libro encuadernado en tela, estampado con ${es}.`,
  };
}

/** The frame; the board's joint takes more of its left. */
function frameOf({ widthUnits, heightUnits }: CoverCanvas): Box {
  return { left: 84, right: widthUnits - 58, top: 62, bottom: heightUnits - 62 };
}

function frameSteps(frame: Box): PathStep[] {
  return [...boxRing(frame, 7), ...boxRing(insetBox(frame, 15), 2.6)];
}

const namesVoice: LetteringVoice = { family: 'EB Garamond', face: 'regular', letters: 'smallCapitals' };

/** How the title is lettered, in front and on the spine. */
export function voiceOf({ subject, random }: Pick<BoardOrder, 'subject' | 'random'>): LetteringVoice {
  const voices: readonly [LetteringVoice, ...LetteringVoice[]] = [
    { family: 'EB Garamond', face: 'regular', letters: 'capitals' },
    { family: 'EB Garamond', face: 'regular', letters: 'asWritten' },
    { family: 'Alegreya', face: 'regular', letters: 'asWritten' },
  ];
  const voice = random('voice').pick(voices);
  return voice.letters === 'capitals' && subject.title.length > longestInCapitals
    ? { ...voice, letters: 'asWritten' }
    : voice;
}

/** Capitals suit few and short words. */
const longestInCapitals = 30;

/** Title at the head, names at the foot, and the picture between them in the room that they leave. */
function letterAround(order: BoardOrder, frame: Box): { lettering: CoverLettering; room: Box } {
  const { subject, canvas, ink } = order;
  const { heightUnits: height } = canvas;
  const sides = { left: frame.left + 62, right: frame.right - 62 };
  const low = Math.min(1, height / 1600);
  const lettering = layCoverLettering(subject, {
    canvas,
    title: {
      box: { ...sides, top: frame.top + 92 * low, bottom: frame.top + 92 * low + height * 0.3 },
      anchor: 'top',
      alignment: 'center',
      voice: voiceOf(order),
      color: ink,
      maxSize: 196 * low,
    },
    names: {
      box: { ...sides, top: height * 0.76, bottom: frame.bottom - 62 * low },
      anchor: 'bottom',
      alignment: 'center',
      voice: namesVoice,
      color: ink,
    },
  });
  const top = Math.max(frame.top + 40, lettering.title?.bottom ?? 0, lettering.subtitle?.bottom ?? 0) + 52 * low;
  const bottom = (lettering.names?.top ?? frame.bottom - 40) - 64 * low;
  return { lettering, room: { ...sides, top, bottom } };
}

function designMedallionBoard(order: BoardOrder): BoardDesign {
  const frame = frameOf(order.canvas);
  const { lettering, room } = letterAround(order, frame);
  const radius = Math.min((room.bottom - room.top) / 2, (room.right - room.left) / 2);
  const center: Point = [(room.left + room.right) / 2, (room.top + room.bottom) / 2];
  const corner = designSprig(order.random('corner'), 4);
  const medallion = designMedallion(order.random('medallion'));
  return {
    lettering: lettering.shapes,
    steps: [
      ...frameSteps(frame),
      ...(radius < 50 ? [] : medallion(center, radius)),
      ...cornersOf(insetBox(frame, 50)).flatMap(place => corner(place, 24)),
    ],
  };
}

function designPlantBoard(order: BoardOrder): BoardDesign {
  const frame = frameOf(order.canvas);
  const { lettering, room } = letterAround(order, frame);
  const isRoomy = room.bottom - room.top > 120;
  return {
    lettering: lettering.shapes,
    steps: [...frameSteps(frame), ...(isRoomy ? scrollPlant(room, order.random('plant')) : [])],
  };
}

/** Flowers in rows all over the board, but for a panel with title and names. */
function designTiledBoard(order: BoardOrder): BoardDesign {
  const { subject, canvas, ink, random } = order;
  const frame = frameOf(canvas);
  const { heightUnits: height } = canvas;
  const layout = random('panel');
  const inset = layout.pick([78, 104]);
  const low = Math.min(1, height / 1600);
  const sides = { left: frame.left + inset + 46, right: frame.right - inset - 46 };
  const top = frame.top + height * layout.pick([0.1, 0.16]);
  const title = layCoverLettering(subject, {
    canvas,
    title: {
      box: { ...sides, top: top + 66 * low, bottom: top + height * 0.36 },
      anchor: 'top',
      alignment: 'center',
      voice: voiceOf(order),
      color: ink,
      maxSize: 168 * low,
    },
    names: null,
  });
  const titleBottom = Math.max(title.title?.bottom ?? top + 80, title.subtitle?.bottom ?? 0);
  const namesTop = titleBottom + 112 * low;
  const names = layCoverLettering(subject, {
    canvas,
    title: null,
    names: {
      box: { ...sides, top: namesTop, bottom: namesTop + height * 0.26 },
      anchor: 'top',
      alignment: 'center',
      voice: namesVoice,
      color: ink,
      maxSize: 48,
    },
  });
  const panel: Box = {
    left: sides.left - 46,
    right: sides.right + 46,
    top,
    bottom: (names.names?.bottom ?? titleBottom) + 62 * low,
  };
  const pitch = random('pitch').pick([104, 122, 142]);
  const flowers = [
    designSprig(random('flower'), random('fold').pick([4, 6, 8])),
    designSprig(random('small flower'), 4),
  ] as const;
  return {
    lettering: [...title.shapes, ...names.shapes],
    steps: [
      ...frameSteps(frame),
      ...boxRing(panel, 5),
      ...boxRing(insetBox(panel, 11), 2.2),
      ...(names.names === null ? [] : dividingLine((sides.left + sides.right) / 2, titleBottom + 58 * low)),
      ...tiles(insetBox(frame, 30), panel, flowers, pitch),
    ],
  };
}

function cornersOf({ left, top, right, bottom }: Box): Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** Two ornaments in turn on the squares of a board, but for a panel. */
function tiles(box: Box, panel: Box, [large, small]: readonly [Ornament, Ornament], pitch: number): PathStep[] {
  const columns = oddNear((box.right - box.left) / pitch);
  const wide = (box.right - box.left) / columns;
  const rows = oddNear((box.bottom - box.top) / wide);
  const tall = (box.bottom - box.top) / rows;
  const steps: PathStep[] = [];
  for (let index = 0; index < rows * columns; index += 1) {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const [x, y] = [box.left + (column + 0.5) * wide, box.top + (row + 0.5) * tall];
    const isLarge = (row + column) % 2 === 0;
    const radius = wide * (isLarge ? 0.48 : 0.24);
    const reach = radius + 8;
    const isFree =
      x + reach < panel.left || x - reach > panel.right || y + reach < panel.top || y - reach > panel.bottom;
    if (isFree) steps.push(...(isLarge ? large([x, y], radius) : small([x, y], radius)));
  }
  return steps;
}

/** So many that the same ornament stands in all corners. */
function oddNear(count: number): number {
  return Math.max(3, 2 * Math.round((count - 1) / 2) + 1);
}

function dividingLine(x: number, y: number): PathStep[] {
  const half = (left: number) => boxOutline({ left, right: left + 88, top: y - 1.5, bottom: y + 1.5 });
  return [...half(x - 110), ...half(x + 22), ...circleOutline([x, y], 7)];
}
