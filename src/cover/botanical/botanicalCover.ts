import { readableInk } from '../../drawing/color.ts';
import { boxAround, insetBox } from '../../drawing/boxes.ts';
import type { Box, LetteringShape, Paint, Shape } from '../../drawing/drawing.ts';
import { boxOutline, boxRing } from '../../drawing/lines.ts';
import { placeShapes } from '../../drawing/placeShapes.ts';
import { shapesBox } from '../../drawing/shapesBox.ts';
import type { CoverCanvas, CoverDesign } from '../coverDesign.ts';
import { layCoverLettering } from '../coverLettering.ts';
import type { CoverSubject } from '../coverSubject.ts';
import { describeCover } from '../describeCover.ts';
import { freeBetween, type HeadAndFoot, headAndFoot, lowness } from '../headAndFoot.ts';
import { paintedArea } from '../paintedArea.ts';
import { seededRandom } from '../seededRandom.ts';
import { type PlatePalette, platePalettes, wishedPlate } from './palettes.ts';
import { type Plant, plants } from './plants.ts';
import { plantWords } from './plantWords.ts';
import { sprig } from './sprig.ts';

/** One plant on tinted paper, as on a plate of an old herbarium, the title above it or beneath. */
export function designBotanicalCover(subject: CoverSubject, canvas: CoverCanvas): CoverDesign {
  const composition = seededRandom(subject.id, 'composition');
  const palette = wishedPlate(composition.pick(platePalettes), subject.colors ?? []);
  const plant = composition.pick(plants);
  const { shapes, room } = composition.chance(0.45)
    ? titleAbove(subject, canvas, palette)
    : titleBeneath(subject, canvas, palette);
  return {
    drawing: {
      ...canvas,
      background: palette.paper,
      shapes: [
        paperShape(canvas, palette),
        plateMark(canvas, palette),
        ...plantShapes(subject.id, plant, palette, room),
        ...shapes,
      ],
      altText: describeCover(subject, plantWords(plant.name)),
    },
    palette: { ground: palette.paper, ink: palette.ink, accent: readableInk([palette.paper], [palette.bloom]) },
    motif: sprig,
    voice: platewise(subject, palette).voice,
  };
}

/** The lettering, and the room that it leaves to the plant. */
interface PlateLayout {
  readonly shapes: readonly LetteringShape[];
  readonly room: Box;
}

function platewise({ id }: CoverSubject, { ink }: PlatePalette): HeadAndFoot {
  return {
    voice: {
      family: 'EB Garamond',
      face: seededRandom(id, 'lettering').pick(['regular', 'regular', 'italic']),
      letters: 'asWritten',
    },
    alignment: 'center',
    titleColor: ink,
    namesColor: ink,
    margins: { side: 110, head: 130, foot: 112 },
    maxSize: 230,
  };
}

function titleAbove(subject: CoverSubject, canvas: CoverCanvas, palette: PlatePalette): PlateLayout {
  const lettering = layCoverLettering(subject, headAndFoot(subject, canvas, platewise(subject, palette)));
  const { top, bottom } = freeBetween(lettering, canvas);
  return { shapes: lettering.shapes, room: roomBetween(top, bottom, canvas) };
}

/** The title stands on the names, however many they are, as on a caption. */
function titleBeneath(subject: CoverSubject, canvas: CoverCanvas, palette: PlatePalette): PlateLayout {
  const design = headAndFoot(subject, canvas, platewise(subject, palette));
  const named = layCoverLettering(subject, { ...design, title: null });
  const floor =
    named.names === null ? canvas.heightUnits - 120 * lowness(canvas) : named.names.top - 62 * lowness(canvas);
  const height = design.title === null ? 0 : design.title.box.bottom - design.title.box.top;
  const title =
    design.title === null
      ? null
      : {
          ...design.title,
          anchor: 'bottom' as const,
          box: { ...design.title.box, top: floor - height, bottom: floor },
        };
  const titled = layCoverLettering(subject, { ...design, title, names: null });
  const caption = boxAround([titled.title, titled.subtitle].filter(box => box !== null));
  return {
    shapes: [...titled.shapes, ...named.shapes],
    room: roomBetween(40 * lowness(canvas), caption?.top ?? floor, canvas),
  };
}

function roomBetween(top: number, bottom: number, canvas: CoverCanvas): Box {
  const gap = 66 * lowness(canvas);
  return { left: 95, right: canvas.widthUnits - 95, top: top + gap, bottom: bottom - gap };
}

/** Grows the plant and fits it into its room. */
function plantShapes(seed: string, plant: Plant, inks: PlatePalette, room: Box): Shape[] {
  const shapes: Shape[] = [];
  plant.grow({ shapes, inks, random: seededRandom(seed, 'plant') });
  const box = shapesBox(shapes);
  if (box === null) return [];
  const [width, height] = [room.right - room.left, room.bottom - room.top];
  const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top));
  const left = (room.left + room.right) / 2 - (scale * (box.left + box.right)) / 2;
  const top = (room.top + room.bottom) / 2 - (scale * (box.top + box.bottom)) / 2;
  return placeShapes(shapes, scale, [left, top]);
}

/** Paper that is browned towards its edges. */
function paperShape(canvas: CoverCanvas, { paper, edge }: PlatePalette): Shape {
  const stops = [
    { offset: 0, color: paper, opacity: 1 },
    { offset: 0.62, color: paper, opacity: 1 },
    { offset: 1, color: edge, opacity: 1 },
  ];
  const { widthUnits, heightUnits } = canvas;
  const fill: Paint = {
    type: 'radialGradient',
    center: [widthUnits / 2, heightUnits * 0.46],
    radius: heightUnits * 0.68,
    stops,
  };
  return { type: 'path', steps: boxOutline(paintedArea(canvas)), fill, opacity: 1 };
}

/** The line around a plate, and a finer one within. */
function plateMark({ widthUnits, heightUnits }: CoverCanvas, { ink }: PlatePalette): Shape {
  const plate = insetBox({ left: 0, top: 0, right: widthUnits, bottom: heightUnits }, 46);
  return {
    type: 'path',
    steps: [...boxRing(plate, 2.6), ...boxRing(insetBox(plate, 9), 1.2)],
    fill: ink,
    opacity: 0.75,
  };
}
