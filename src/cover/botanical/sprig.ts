import type { Motif } from '../coverDesign.ts';
import { bladeSteps, shoot, stem } from './plantParts.ts';

/** A sprig that lies on its side: a stem and seven leaves. */
export const sprig: Motif = {
  widthUnits: 120,
  heightUnits: 44,
  steps: [
    ...stem(shoot({ base: [2, 24], angle: -0.12, length: 92, bend: 0.24 }), 2.6, 1.6),
    ...[0, 1, 2].flatMap(pair =>
      [-1, 1].flatMap(side =>
        bladeSteps({
          base: [20 + pair * 26 + (side > 0 ? 9 : 0), 22 + side * 1.6],
          angle: side * 0.62,
          length: 34 - pair * 4,
          width: 12 - pair * 1.4,
          bend: -side * 0.4,
          widest: 0.5,
          sharpness: 1,
        }),
      ),
    ),
    ...bladeSteps({ base: [92, 24], angle: 0.06, length: 26, width: 8, bend: 0, widest: 0.5, sharpness: 1 }),
  ],
};
