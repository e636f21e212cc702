import type { CoverRules } from './coverRules.ts';
import { inchPt } from './printerRules.ts';

/**
 * Covers of Kindle Direct Publishing's paperbacks in black ink. Nothing clear, no marks:
 * https://kdp.amazon.com/en_US/help/topic/G201857950 (Paperback Submission Guidelines), read on 2026-11-28.
 */
export const kdpCover: CoverRules = {
  name: 'KDP',
  source: { url: 'https://kdp.amazon.com/en_US/help/topic/G201857950', readOn: '2026-11-28' },
  unconfirmed: [
    'thickness of a page, 0.002252 in on white paper and 0.0025 in on cream, bleed, and spine text from 79 pages: as known on 2026-11-28, to be confirmed by KDP’s cover calculator',
    '0.0625 in between spine text and folds, 0.125 in between lettering and the cut: as known on 2026-11-28, to be confirmed',
    'the barcode, 2 × 1.2 in, 0.25 in from the cut and from the spine: as known on 2026-11-28, to be confirmed',
  ],
  bleedPt: 0.125 * inchPt,
  spine: { pagePt: { white: 0.002252 * inchPt, cream: 0.0025 * inchPt }, coverPt: 0 },
  spineTextFromPages: 79,
  spineSafePt: 0.0625 * inchPt,
  safePt: 0.125 * inchPt,
  barcode: { widthPt: 2 * inchPt, heightPt: 1.2 * inchPt, insetPt: 0.25 * inchPt },
};
