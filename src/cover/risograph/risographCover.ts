import { boxOutline } from '../../drawing/lines.ts';
import type { Box, Shape } from '../../drawing/drawing.ts';
import type { CoverCanvas, CoverDesign } from '../coverDesign.ts';
import { type CoverLettering, layCoverLettering } from '../coverLettering.ts';
import type { CoverSubject } from '../coverSubject.ts';
import type { LetteringVoice } from '../coverVoice.ts';
import { describeCover } from '../describeCover.ts';
import { seededRandom } from '../seededRandom.ts';
import { choosePrint } from './choosePrint.ts';
import { type InkSet, wishedInks } from './inks.ts';
import type { Press } from './press.ts';
import { printedShapes } from './printedShapes.ts';

/** Where a print stands on its cover: in a border of paper, from edge to edge, or below a head that is full of ink. */
type Imprint = 'framed' | 'bled' | 'flooded';

/** One bold thing in two or three inks, each printed over the others and none quite where it should be. */
export function designRisographCover(subject: CoverSubject, canvas: CoverCanvas): CoverDesign {
  const random = (name: string) => seededRandom(subject.id, `risograph ${name}`);
  const composition = random('composition');
  const { inks: ownInks, picture } = choosePrint(composition);
  const inks = wishedInks(ownInks, subject.colors ?? []);
  const imprint = composition.pick(['framed', 'bled', 'flooded'] as const satisfies readonly Imprint[]);
  const voice = composition.pick(voices);
  const alignment = composition.chance(0.5) ? 'left' : 'center';
  const color = imprint === 'flooded' ? inks.paper : inks.key;
  const lettering = letter(subject, canvas, { voice, alignment, color });
  const press = pressFor(imprint, canvas, lettering, inks, random);
  const paper: Shape = { type: 'path', steps: boxOutline(press.outer), fill: inks.paper, opacity: 1 };
  return {
    drawing: {
      ...canvas,
      background: imprint === 'flooded' ? inks.key : inks.paper,
      shapes: [
        ...(imprint === 'flooded' ? [paper] : []),
        ...printedShapes(picture.print(press), press),
        ...lettering.shapes,
      ],
      altText: describeCover(subject, picture.phrase),
    },
    palette: { ground: inks.key, ink: inks.paper, accent: inks.onKey },
    motif: picture.motif,
    voice,
  };
}

/** The order is part of every cover's identity. */
const voices: readonly [LetteringVoice, ...LetteringVoice[]] = [
  { family: 'Fira Sans Condensed', face: 'bold', letters: 'asWritten', tracking: -8 },
  { family: 'EB Garamond', face: 'regular', letters: 'asWritten' },
  { family: 'Alegreya', face: 'bold', letters: 'asWritten', tracking: -6 },
];

interface Lettering {
  readonly voice: LetteringVoice;
  readonly alignment: 'left' | 'center';
  readonly color: string;
}

function letter(subject: CoverSubject, canvas: CoverCanvas, { voice, alignment, color }: Lettering): CoverLettering {
  const { widthUnits, heightUnits } = canvas;
  const sides = { left: border + 16, right: widthUnits - border - 16 };
  const lowness = Math.min(1, heightUnits / 1600);
  return layCoverLettering(subject, {
    canvas,
    title: {
      box: { ...sides, top: 104 * lowness, bottom: 104 * lowness + heightUnits * 0.34 },
      anchor: 'top',
      alignment,
      voice,
      color,
      maxSize: 280 * lowness,
    },
    names: {
      box: { ...sides, top: heightUnits * 0.75, bottom: heightUnits - 76 * lowness },
      anchor: 'bottom',
      alignment,
      voice: {
        family: voice.family === 'Alegreya' ? 'Alegreya' : 'EB Garamond',
        face: 'regular',
        letters: 'smallCapitals',
      },
      color,
    },
  });
}

/** A duplicator never prints to the edge of its paper. */
const border = 66;

/** Between a print and the lettering. */
const gap = 58;

function pressFor(
  imprint: Imprint,
  canvas: CoverCanvas,
  lettering: CoverLettering,
  inks: InkSet,
  random: Press['random'],
): Press {
  const { widthUnits, heightUnits, bleedUnits } = canvas;
  const lowness = Math.min(1, heightUnits / 1600);
  const titleBottom = Math.max(border - gap, lettering.title?.bottom ?? 0, lettering.subtitle?.bottom ?? 0);
  const isFramed = imprint === 'framed';
  const box: Box = {
    left: isFramed ? border : 0,
    right: isFramed ? widthUnits - border : widthUnits,
    top: titleBottom + gap * lowness,
    bottom: lettering.names === null ? heightUnits - (isFramed ? border : 0) : lettering.names.top - gap * lowness,
  };
  const beyond = isFramed ? 0 : bleedUnits + slack;
  const isAtFoot = !isFramed && lettering.names === null;
  const outer = {
    left: box.left - beyond,
    right: box.right + beyond,
    top: box.top,
    bottom: box.bottom + (isAtFoot ? beyond : 0),
  };
  return { box, outer, inks, random };
}

/** No ink ends in sight of an edge, however far it slips. */
const slack = 12;
