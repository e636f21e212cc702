import { circleOutline, lens } from '../../drawing/outline.ts';
import type { Motif } from '../coverDesign.ts';

/** A disc over three strokes of water. */
export const risingLight: Motif = {
  widthUnits: 120,
  heightUnits: 60,
  steps: [...circleOutline([60, 20], 16), ...lens(0, 120, 44, 4), ...lens(18, 102, 51, 3.4), ...lens(38, 82, 58, 2.8)],
  small: {
    widthUnits: 104,
    heightUnits: 60,
    steps: [...circleOutline([52, 19], 18), ...lens(0, 104, 45, 7), ...lens(20, 84, 56, 6)],
  },
};
