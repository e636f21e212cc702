import type { CoverCanvas, CoverDesign } from '../coverDesign.ts';
import type { CoverSubject } from '../coverSubject.ts';
import { describeCover } from '../describeCover.ts';
import { seededRandom } from '../seededRandom.ts';
import { bindings, wishedBinding } from './bindings.ts';
import { clothShapes } from './cloth.ts';
import { boards, voiceOf } from './boards.ts';
import { clothboundMotif } from './clothboundMotif.ts';
import { foilOf, stamped, stampedLettering } from './stamp.ts';

/** Cloth boards, stamped with a frame, an ornament and the title in foil. */
export function designClothboundCover(subject: CoverSubject, canvas: CoverCanvas): CoverDesign {
  const random = (name: string) => seededRandom(subject.id, `clothbound ${name}`);
  const composition = random('composition');
  const binding = wishedBinding(composition.pick(bindings), subject.colors ?? []);
  const board = composition.pick(boards);
  const foil = foilOf(binding, canvas);
  const ink = binding.foil[0];
  const { steps, lettering } = board.design({ subject, canvas, ink, random });
  const letters = stampedLettering(lettering, binding, foil);
  return {
    drawing: {
      ...canvas,
      background: binding.cloth,
      shapes: [
        ...clothShapes(canvas, binding.cloth, random('cloth')),
        ...stamped(steps, foil ?? ink),
        ...letters.edges,
        ...letters.lettering,
      ],
      altText: describeCover(subject, board.phrase),
    },
    palette: { ground: binding.cloth, ink, accent: binding.accent },
    motif: clothboundMotif(subject.id),
    voice: voiceOf({ subject, random }),
  };
}
