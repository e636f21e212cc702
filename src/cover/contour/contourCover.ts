import { readableInk } from '../../drawing/color.ts';
import { boxAround, insetBox, squareAround } from '../../drawing/boxes.ts';
import type { Box, Point, Shape } from '../../drawing/drawing.ts';
import type { CoverCanvas, CoverDesign } from '../coverDesign.ts';
import { type CoverLettering, layCoverLettering } from '../coverLettering.ts';
import type { CoverSubject } from '../coverSubject.ts';
import type { LetteringVoice } from '../coverVoice.ts';
import { describeCover } from '../describeCover.ts';
import { freeBetween, headAndFoot, lowness } from '../headAndFoot.ts';
import { paintedArea } from '../paintedArea.ts';
import { seededRandom } from '../seededRandom.ts';
import { mapLands, surveyLand } from './land.ts';
import { mapWords } from './mapWords.ts';
import { cartoucheShapes, graticuleShape, roundelShapes, sheetShapes } from './mapSheet.ts';
import { mapSigns } from './mapSigns.ts';
import { mapPalettes, type MapPalette, wishedMap } from './palettes.ts';
import { reliefShapes } from './relief.ts';
import { rose } from './rose.ts';

/** A map of a land that is nowhere: all over the cover, with its title in a cartouche, or in a window of its sheet. */
export function designContourCover(subject: CoverSubject, canvas: CoverCanvas): CoverDesign {
  const composition = seededRandom(subject.id, 'composition');
  const palette = wishedMap(composition.pick(mapPalettes), subject.colors ?? []);
  const kind = composition.pick(mapLands);
  const format = composition.pick(['cartouche', 'cartouche', 'sheet', 'roundel'] as const);
  const voice = seededRandom(subject.id, 'map voice').pick(mapVoices);
  const lettering = layCoverLettering(
    subject,
    headAndFoot(subject, canvas, {
      voice,
      alignment: 'center',
      titleColor: palette.ink,
      namesColor: palette.ink,
      margins: format === 'cartouche' ? { side: 120, head: 140, foot: 125 } : { side: 90, head: 120, foot: 85 },
      maxSize: 230,
    }),
  );
  const random = (name: string) => seededRandom(subject.id, name);
  const { window, signs, frame } = mapSheet(format, lettering, canvas, palette);
  const land = surveyLand(kind, window, random('land'));
  return {
    drawing: {
      ...canvas,
      background: palette.water[1],
      shapes: [
        ...reliefShapes(land, palette),
        graticuleShape(window, palette),
        ...mapSigns(land, { box: signs, palette, random }),
        ...frame,
        ...lettering.shapes,
      ],
      altText: describeCover(subject, mapWords(kind)),
    },
    palette: { ground: palette.paper, ink: palette.ink, accent: readableInk([palette.paper], [palette.accent]) },
    motif: rose,
    voice,
  };
}

/** As maps are lettered: engraved ones, and those of a survey. */
const mapVoices: readonly [LetteringVoice, ...LetteringVoice[]] = [
  { family: 'EB Garamond', face: 'regular', letters: 'asWritten' },
  { family: 'Fira Sans Condensed', face: 'bold', letters: 'asWritten', tracking: 4 },
];

type MapFormat = 'cartouche' | 'sheet' | 'roundel';

/** How the map and the paper share the cover. */
interface MapSheet {
  /** What of the land is surveyed. */
  readonly window: Box;
  /** Where signs may stand. */
  readonly signs: Box;
  /** The paper over the land. */
  readonly frame: readonly Shape[];
}

/** A land in a smaller circle is a button. */
const leastRadius = 240;

function mapSheet(format: MapFormat, lettering: CoverLettering, canvas: CoverCanvas, palette: MapPalette): MapSheet {
  const { top, bottom } = freeBetween(lettering, canvas);
  const low = lowness(canvas);
  const whole = paintedArea(canvas);
  const free = { left: 70, right: canvas.widthUnits - 70, top, bottom };
  switch (format) {
    case 'cartouche':
      return {
        window: whole,
        signs: { ...free, top: top + 100, bottom: Math.min(canvas.heightUnits - 90, bottom - 100) },
        frame: panels(lettering, palette),
      };
    case 'sheet': {
      const window = { ...free, top: top + 68 * low, bottom: bottom - 74 * low };
      return { window, signs: insetBox(window, 40), frame: sheetShapes(window, whole, palette) };
    }
    case 'roundel': {
      const center: Point = [canvas.widthUnits / 2, (top + bottom) / 2];
      const radius = Math.min(400, (bottom - top - 120 * low) / 2);
      if (radius < leastRadius) return mapSheet('sheet', lettering, canvas, palette);
      const frame = roundelShapes(center, radius, whole, palette);
      return { window: squareAround(center, radius), signs: squareAround(center, radius * 0.68), frame };
    }
  }
}

/** The panels' edges keep this far from the ink on them. */
const panelPadding = 48;

function panels({ title, subtitle, names }: CoverLettering, palette: MapPalette): Shape[] {
  const head = boxAround([title, subtitle].filter(box => box !== null));
  return [head, names].flatMap(box => (box === null ? [] : cartoucheShapes(insetBox(box, -panelPadding), palette)));
}
