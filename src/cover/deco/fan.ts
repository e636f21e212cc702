import type { Motif } from '../coverDesign.ts';
import { fanMotif } from './allOverOrnaments.ts';

/** Seven feathers around half a disc. */
export const fan: Motif = { widthUnits: 80, heightUnits: 44, steps: fanMotif([40, 42], 40) };
