import type { Box, Color, Shape } from '../../drawing/drawing.ts';
import type { CoverCanvas } from '../coverDesign.ts';
import { type CoverLettering, layCoverLettering } from '../coverLettering.ts';
import type { CoverSubject } from '../coverSubject.ts';
import type { LetteringVoice } from '../coverVoice.ts';
import type { PaperSet } from './papers.ts';
import { paper, type Scissors } from './scissors.ts';

/** Where the title stands: on the sheet above the picture, or with the names in a band above or below it. */
export type Layout = 'sheet' | 'bandAbove' | 'bandBelow';

/** What a layout is made for. */
export interface LayoutWishes {
  readonly subject: CoverSubject;
  readonly canvas: CoverCanvas;
  readonly papers: PaperSet;
  readonly scissors: Scissors;
  readonly voice: LetteringVoice;
}

export interface LaidOut {
  readonly lettering: CoverLettering;
  /** What the lettering stands on. */
  readonly ground: readonly Shape[];
  /** What is left to the picture. */
  readonly box: Box;
}

const namesVoice: LetteringVoice = { family: 'Alegreya', face: 'regular', letters: 'asWritten', leadingEm: 1.22 };

/** From the edge to the lettering. */
const side = 84;

export function layOut(layout: Layout, wishes: LayoutWishes): LaidOut {
  switch (layout) {
    case 'sheet':
      return onSheet(wishes);
    case 'bandAbove':
      return inBandAbove(wishes);
    case 'bandBelow':
      return inBandBelow(wishes);
  }
}

function onSheet({ subject, canvas, papers, voice }: LayoutWishes): LaidOut {
  const { widthUnits: width, heightUnits: height } = canvas;
  const lettering = layCoverLettering(subject, {
    canvas,
    title: titlePlace(voice, papers.ink, canvas, 0.066 * height, 0.4 * height, 'top'),
    names: namesPlace(papers.ink, canvas, 0.76 * height, height - 76, 'bottom'),
  });
  const top = lowestOf(lettering, 60) + 0.034 * height;
  return {
    lettering,
    ground: [],
    box: { left: 0, right: width, top, bottom: (lettering.names?.top ?? height - 20) - 0.026 * height },
  };
}

function inBandAbove(wishes: LayoutWishes): LaidOut {
  const { subject, canvas, papers, voice } = wishes;
  const { widthUnits: width, heightUnits: height, bleedUnits } = canvas;
  const color = papers.bandInk;
  const names = layCoverLettering(subject, {
    canvas,
    title: null,
    names: namesPlace(color, canvas, 80, 0.2 * height, 'top'),
  });
  const top = (names.names?.bottom ?? 40) + 0.034 * height;
  const title = layCoverLettering(subject, {
    canvas,
    title: titlePlace(voice, color, canvas, top, top + 0.3 * height, 'top'),
    names: null,
  });
  const bottom = lowestOf(title, top) + 0.042 * height;
  const ground = bandShape(wishes, -bleedUnits - beyond, bottom);
  return {
    lettering: together(title, names),
    ground: [ground],
    box: { left: 0, right: width, top: bottom, bottom: height },
  };
}

function inBandBelow(wishes: LayoutWishes): LaidOut {
  const { subject, canvas, papers, voice } = wishes;
  const { widthUnits: width, heightUnits: height, bleedUnits } = canvas;
  const color = papers.bandInk;
  const names = layCoverLettering(subject, {
    canvas,
    title: null,
    names: namesPlace(color, canvas, 0.8 * height, height - 74, 'bottom'),
  });
  const foot = (names.names?.top ?? height - 60) - 0.03 * height;
  const title = layCoverLettering(subject, {
    canvas,
    title: titlePlace(voice, color, canvas, foot - 0.3 * height, foot, 'bottom'),
    names: null,
  });
  const top = Math.min(foot, title.title?.top ?? foot, title.subtitle?.top ?? foot) - 0.042 * height;
  const ground = bandShape(wishes, top, height + bleedUnits + beyond);
  return { lettering: together(title, names), ground: [ground], box: { left: 0, right: width, top: 0, bottom: top } };
}

function titlePlace(
  voice: LetteringVoice,
  color: Color,
  canvas: CoverCanvas,
  top: number,
  bottom: number,
  anchor: 'top' | 'bottom',
) {
  const box = { left: side, right: canvas.widthUnits - side, top, bottom };
  return { box, anchor, alignment: 'left', voice, color, maxSize: 0.17 * canvas.heightUnits } as const;
}

function namesPlace(color: Color, canvas: CoverCanvas, top: number, bottom: number, anchor: 'top' | 'bottom') {
  const box = { left: side, right: canvas.widthUnits - side, top, bottom };
  return { box, anchor, alignment: 'left', voice: namesVoice, color, maxSize: 52 } as const;
}

function together(title: CoverLettering, names: CoverLettering): CoverLettering {
  return { ...title, names: names.names, shapes: [...title.shapes, ...names.shapes] };
}

function lowestOf({ title, subtitle }: CoverLettering, otherwise: number): number {
  return Math.max(otherwise, title?.bottom ?? 0, subtitle?.bottom ?? 0);
}

/** A band goes on so far beyond the bleed that no snip shows. */
const beyond = 20;

/** A strip of paper from edge to edge, not quite level. */
function bandShape({ canvas, papers, scissors }: LayoutWishes, top: number, bottom: number): Shape {
  const [left, right] = [-canvas.bleedUnits - beyond, canvas.widthUnits + canvas.bleedUnits + beyond];
  const middle = canvas.widthUnits / 2;
  return paper(
    scissors.cut([
      [left, top],
      [middle, top + 4],
      [right, top - 3],
      [right, bottom],
      [middle, bottom + 3],
      [left, bottom - 2],
    ]),
    papers.band,
  );
}
