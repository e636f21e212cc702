import { bar } from '../../drawing/lines.ts';
import type { Motif } from '../coverDesign.ts';
import { brightStar } from './stars.ts';

/** A bright star between two lesser ones, on one line. */
export const threeStars: Motif = {
  widthUnits: 120,
  heightUnits: 48,
  steps: [
    ...brightStar([60, 24], 24, true),
    ...brightStar([12, 24], 12, false),
    ...brightStar([108, 24], 12, false),
    ...bar([24, 24], [34, 24], 2.4),
    ...bar([86, 24], [96, 24], 2.4),
  ],
  small: {
    widthUnits: 96,
    heightUnits: 48,
    steps: [...brightStar([48, 24], 24, true), ...brightStar([11, 24], 11, false), ...brightStar([85, 24], 11, false)],
  },
};
