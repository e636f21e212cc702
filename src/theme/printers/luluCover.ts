import type { CoverRules } from './coverRules.ts';
import { inchPt } from './printerRules.ts';

/** Lulu counts 444 pages to an inch, whatever the paper. */
const pagePt = inchPt / 444;

/**
 * Covers of Lulu's perfect-bound paperbacks. Bleed and safety margin:
 * https://help.lulu.com/en/support/solutions/articles/64000255584 (full bleed), read on 2026-11-28.
 */
export const luluCover: CoverRules = {
  name: 'Lulu',
  source: { url: 'https://help.lulu.com/en/support/solutions/articles/64000255584', readOn: '2026-11-28' },
  unconfirmed: [
    'the spine, pages / 444 + 0.06 in, from Lulu’s Book Creation Guide as known on 2026-11-28, to be confirmed',
    'spine text from 80 pages, 0.0625 in from the folds, as known on 2026-11-28, to be confirmed',
    'the barcode’s field, which is taken to be KDP’s, as known on 2026-11-28, to be confirmed',
  ],
  bleedPt: 0.125 * inchPt,
  spine: { pagePt: { white: pagePt, cream: pagePt }, coverPt: 0.06 * inchPt },
  spineTextFromPages: 80,
  spineSafePt: 0.0625 * inchPt,
  safePt: 0.25 * inchPt,
  barcode: { widthPt: 2 * inchPt, heightPt: 1.2 * inchPt, insetPt: 0.25 * inchPt },
};
