import type { CoverRules } from './coverRules.ts';
import { inchPt } from './printerRules.ts';

/** A leaf of copy paper of 80 g/m² is a tenth of a millimetre thick. */
const copyPaperPt = 0.283;

/** Covers that are printed and bound at home: no bleed unless it is asked for, and nobody's barcode. */
export const homeCover: CoverRules = {
  name: 'your own binding',
  source: null,
  unconfirmed: [],
  bleedPt: 0,
  spine: { pagePt: { white: copyPaperPt / 2, cream: copyPaperPt / 2 }, coverPt: 0 },
  spineTextFromPages: 0,
  spineSafePt: 0.0625 * inchPt,
  // Few printers at home reach nearer to the edge of the paper.
  safePt: 0.25 * inchPt,
  barcode: null,
};
