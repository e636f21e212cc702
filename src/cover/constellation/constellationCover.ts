import { readableInk } from '../../drawing/color.ts';
import type { Box, LinearGradient, Paint, Shape } from '../../drawing/drawing.ts';
import { boxOutline } from '../../drawing/lines.ts';
import { circleOutline } from '../../drawing/outline.ts';
import type { CoverCanvas, CoverDesign } from '../coverDesign.ts';
import { layCoverLettering } from '../coverLettering.ts';
import type { CoverSubject } from '../coverSubject.ts';
import type { LetteringVoice } from '../coverVoice.ts';
import { describeCover } from '../describeCover.ts';
import { foilOver, gildLettering } from '../gildLettering.ts';
import { freeBetween, headAndFoot, lowness } from '../headAndFoot.ts';
import { paintedArea } from '../paintedArea.ts';
import { seededRandom } from '../seededRandom.ts';
import { graticuleShapes, rimShapes } from './chart.ts';
import { starFigures } from './figures.ts';
import type { NightSky } from './nightSky.ts';
import { type NightPalette, nightPalettes, wishedNight } from './palettes.ts';
import { starWords } from './starWords.ts';
import { fieldShapes, figureShapes, milkyWayShapes } from './stars.ts';
import { threeStars } from './threeStars.ts';

/** A star chart in gilt on a night sky, round or open, with a constellation of the book's own. */
export function designConstellationCover(subject: CoverSubject, canvas: CoverCanvas): CoverDesign {
  const composition = seededRandom(subject.id, 'composition');
  const palette = wishedNight(composition.pick(nightPalettes), subject.colors ?? []);
  const figure = composition.pick(starFigures);
  const isRound = composition.chance(0.6);
  const lettering = layCoverLettering(
    subject,
    headAndFoot(subject, canvas, {
      voice: titleVoice(subject),
      alignment: 'center',
      titleColor: palette.ink,
      namesColor: palette.ink,
      margins: { side: 85, head: 125, foot: 85 },
      maxSize: 280,
    }),
  );
  const free = freeBetween(lettering, canvas);
  const sky = placeSky(subject.id, palette, free, canvas, isRound);
  const gilt = giltOn(sky);
  const foil = foilOver(canvas, palette.gilt[1], palette.gilt[2]);
  const figured = figureShapes(figure, sky, gilt);
  const far = [...graticuleShapes(sky), ...milkyWayShapes(sky), ...fieldShapes(sky, figured.stars)];
  return {
    drawing: {
      ...canvas,
      background: palette.sky,
      shapes: [
        glowShape(sky, canvas),
        ...(isRound ? roundChart(sky, far) : [...far, ...veilShapes(sky, free)]),
        ...figured.shapes,
        ...(isRound ? rimShapes(sky, gilt) : []),
        ...gildLettering(lettering.shapes, foil, palette.sky),
      ],
      altText: describeCover(subject, starWords(figure.name)),
    },
    palette: { ground: palette.ground, ink: palette.ink, accent: readableInk([palette.ground], [palette.gilt[1]]) },
    motif: threeStars,
    voice: titleVoice(subject),
  };
}

/** Short titles are now and then engraved in capitals, as on the plates of old atlases. */
function titleVoice({ id, title }: CoverSubject): LetteringVoice {
  const isEngraved = title.length <= engravedTitle && seededRandom(id, 'star voice').chance(0.5);
  return { family: 'EB Garamond', face: 'regular', letters: isEngraved ? 'capitals' : 'asWritten' };
}

const engravedTitle = 28;

/** What is free of lettering. */
interface Free {
  readonly top: number;
  readonly bottom: number;
}

function placeSky(
  seed: string,
  palette: NightPalette,
  { top, bottom }: Free,
  canvas: CoverCanvas,
  isRound: boolean,
): NightSky {
  const random = (name: string) => seededRandom(seed, name);
  const center = [canvas.widthUnits / 2, (top + bottom) / 2] as const;
  const room = bottom - top - 120 * lowness(canvas);
  const reach = isRound ? Math.min(390, room / 2 / 1.085) : Math.min(560, room / 1.5);
  const draw = random('pole');
  const away = [draw.pick([-1, 1]) * draw.between(150, 420), draw.pick([-1, 1]) * draw.between(200, 500)] as const;
  const pole = isRound ? center : ([center[0] + away[0], center[1] + away[1]] as const);
  return { palette, center, reach, isRound, field: paintedArea(canvas), pole, random };
}

/** Gold leaf: bands of shade and gleam aslant over the chart. */
function giltOn({ palette, center, reach }: NightSky): LinearGradient {
  const tones = [...palette.gilt, palette.gilt[1]];
  return {
    type: 'linearGradient',
    from: [center[0] - reach, center[1] - reach],
    to: [center[0] + reach, center[1] + reach],
    stops: Array.from({ length: 8 }, (_, index) => ({
      offset: index / 7,
      color: tones[index % 4] ?? palette.gilt[1],
      opacity: 1,
    })),
  };
}

function glowShape({ palette, center, field }: NightSky, { heightUnits }: CoverCanvas): Shape {
  const stops = [
    { offset: 0, color: palette.sky, opacity: 1 },
    { offset: 1, color: palette.ground, opacity: 1 },
  ];
  const fill: Paint = { type: 'radialGradient', center, radius: heightUnits * 0.6, stops };
  return { type: 'path', steps: boxOutline(field), fill, opacity: 1 };
}

function roundChart({ palette, center, reach }: NightSky, far: readonly Shape[]): Shape[] {
  return [
    { type: 'circle', center, radius: reach, fill: palette.ground, opacity: 0.55 },
    { type: 'group', clip: circleOutline(center, reach), blend: 'normal', opacity: 1, shapes: far },
  ];
}

/** The open sky grows dark behind title and names. */
function veilShapes({ palette, field }: NightSky, { top, bottom }: Free): Shape[] {
  return [
    veil(field, field.top, top, top + 150, palette.ground),
    veil(field, field.bottom, bottom, bottom - 120, palette.ground),
  ];
}

function veil(field: Box, edge: number, solid: number, clear: number, color: string): Shape {
  const stops = [
    { offset: 0, color, opacity: 0.94 },
    { offset: 1, color, opacity: 0 },
  ];
  const steps = boxOutline({ ...field, top: Math.min(edge, clear), bottom: Math.max(edge, clear) });
  return { type: 'path', steps, fill: { type: 'linearGradient', from: [0, solid], to: [0, clear], stops }, opacity: 1 };
}
