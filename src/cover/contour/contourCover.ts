import { boxAround, insetBox, squareAround } from '../../drawing/boxes.ts';
import type { Box, Point, Shape } from '../../drawing/drawing.ts';
import type { CoverCanvas, CoverDesign, Motif } from '../coverDesign.ts';
import { type CoverLettering, layCoverLettering } from '../coverLettering.ts';
import type { CoverSubject } from '../coverSubject.ts';
import { coverWordsFor } from '../coverWords.ts';
import { seededRandom } from '../seededRandom.ts';
import { mapLands, surveyLand } from './land.ts';
import { cartoucheShapes, graticuleShape, roundelShapes, sheetShapes } from './mapSheet.ts';
import { compassRose, mapSigns } from './mapSigns.ts';
import { mapPalettes, type MapPalette } from './palettes.ts';
import { reliefShapes } from './relief.ts';

/** A map of a land that is nowhere: all over the cover, with its title in a cartouche, or in a window of its sheet. */
export function designContourCover(subject: CoverSubject, canvas: CoverCanvas): CoverDesign {
  const composition = seededRandom(subject.id, 'composition');
  const palette = composition.pick(mapPalettes);
  const kind = composition.pick(mapLands);
  const format = composition.pick(['cartouche', 'cartouche', 'sheet', 'roundel'] as const);
  const { widthUnits, heightUnits, bleedUnits } = canvas;
  const lettering = layCoverLettering(subject, {
    widthUnits,
    heightUnits,
    titleVoice: 'roman',
    alignment: 'center',
    titleColor: palette.ink,
    namesColor: palette.ink,
  });
  const random = (name: string) => seededRandom(subject.id, name);
  const { window, signs, frame } = mapSheet(format, lettering, canvas, palette);
  const land = surveyLand(kind, window, random('land'));
  return {
    drawing: {
      widthUnits,
      heightUnits,
      bleedUnits,
      background: palette.water[1],
      shapes: [
        ...reliefShapes(land, palette),
        graticuleShape(window, palette),
        ...mapSigns(land, { box: signs, palette, random }),
        ...frame,
        ...lettering.shapes,
      ],
      altText: coverWordsFor(subject.language).cover(subject.title, subject),
    },
    palette: { ground: palette.paper, ink: palette.ink, accent: palette.accent },
    motif: rose,
  };
}

const rose: Motif = { widthUnits: 60, heightUnits: 72, steps: compassRose([30, 41], 28) };

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

function mapSheet(format: MapFormat, lettering: CoverLettering, canvas: CoverCanvas, palette: MapPalette): MapSheet {
  const { titleBottom, namesTop } = lettering;
  const whole = insetBox({ left: 0, top: 0, right: canvas.widthUnits, bottom: canvas.heightUnits }, -canvas.bleedUnits);
  const free = { left: 70, right: canvas.widthUnits - 70, top: titleBottom, bottom: namesTop };
  switch (format) {
    case 'cartouche':
      return {
        window: whole,
        signs: { ...free, top: titleBottom + 100, bottom: Math.min(canvas.heightUnits - 90, namesTop - 100) },
        frame: panels(lettering, palette),
      };
    case 'sheet': {
      const window = { ...free, top: titleBottom + 68, bottom: namesTop - 74 };
      return { window, signs: insetBox(window, 40), frame: sheetShapes(window, whole, palette) };
    }
    case 'roundel': {
      const center: Point = [canvas.widthUnits / 2, (titleBottom + namesTop) / 2];
      const radius = Math.min(400, (namesTop - titleBottom - 130) / 2);
      const frame = roundelShapes(center, radius, whole, palette);
      return { window: squareAround(center, radius), signs: squareAround(center, radius * 0.68), frame };
    }
  }
}

function panels({ shapes, titleBottom }: CoverLettering, palette: MapPalette): Shape[] {
  const boxes = shapes.map(shape => shape.box);
  const groups = [boxes.filter(box => box.top < titleBottom), boxes.filter(box => box.top >= titleBottom)];
  return groups.flatMap(group => {
    const box = boxAround(group);
    return box === null ? [] : cartoucheShapes(insetBox(box, -48), palette);
  });
}
