import type { CoverCanvas, CoverDesign } from '../coverDesign.ts';
import type { CoverSubject } from '../coverSubject.ts';
import type { LetteringVoice } from '../coverVoice.ts';
import { describeCover } from '../describeCover.ts';
import { seededRandom } from '../seededRandom.ts';
import { chooseCut } from './chooseCut.ts';
import { type Layout, layOut } from './layout.ts';
import { wishedPapers } from './papers.ts';
import { takeScissors } from './scissors.ts';

/** A paperback of the fifties: a picture of a few pieces of cut paper, and the title in a band or on the sheet. */
export function designMidcenturyCover(subject: CoverSubject, canvas: CoverCanvas): CoverDesign {
  const random = (name: string) => seededRandom(subject.id, `midcentury ${name}`);
  const composition = random('composition');
  const { papers: ownPapers, picture } = chooseCut(composition);
  const papers = wishedPapers(ownPapers, subject.colors ?? []);
  const layout = composition.pick(['sheet', 'bandAbove', 'bandBelow'] as const satisfies readonly Layout[]);
  const voice = composition.pick(voices);
  const wishes = { subject, canvas, papers, voice, scissors: takeScissors(random('band')) };
  const { lettering, ground, box } = layOut(layout, wishes);
  const beyond = canvas.bleedUnits + slack;
  const outer = {
    left: -beyond,
    right: canvas.widthUnits + beyond,
    top: box.top <= 0 ? -beyond : box.top,
    bottom: box.bottom >= canvas.heightUnits ? canvas.heightUnits + beyond : box.bottom,
  };
  const table = { box, outer, papers, scissors: takeScissors(random('scissors')), random: random('picture') };
  return {
    drawing: {
      ...canvas,
      background: papers.sheet,
      shapes: [...picture.cut(table), ...ground, ...lettering.shapes],
      altText: describeCover(subject, picture.phrase),
    },
    palette: { ground: papers.band, ink: papers.bandInk, accent: papers.bandInk },
    motif: picture.motif,
    voice,
  };
}

/** The order is part of every cover's identity. */
const voices: readonly [LetteringVoice, ...LetteringVoice[]] = [
  { family: 'Fira Sans Condensed', face: 'bold', letters: 'asWritten', tracking: -8 },
  { family: 'Alegreya', face: 'bold', letters: 'asWritten', tracking: -6 },
  { family: 'EB Garamond', face: 'regular', letters: 'asWritten' },
];

/** No paper ends in sight of an edge, however it is cut. */
const slack = 9;
