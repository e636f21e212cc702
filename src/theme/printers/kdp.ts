import { type PrinterRules, inchPt, inchesPt } from './printerRules.ts';

/**
 * Kindle Direct Publishing, paperbacks in black ink. Margins, bleed and pages:
 * https://kdp.amazon.com/help?topicId=GVBQ3CMEQW3W2VL6 (Set Trim Size, Bleed, and Margins). Sizes and the most pages of each:
 * https://kdp.amazon.com/en_US/help/topic/G201834180 (Print Options). Fonts embedded; no crop marks, bookmarks,
 * annotations: https://kdp.amazon.com/help/topic/GYEKAVKMSE23PFTM (Save Your Manuscript File). All read on 2026-11-28.
 */
export const kdp: PrinterRules = {
  name: 'KDP',
  source: { url: 'https://kdp.amazon.com/help?topicId=GVBQ3CMEQW3W2VL6', readOn: '2026-11-28' },
  unconfirmed: ['the most pages on cream paper are fewer: 776'],
  pages: { fewest: 24, most: 828 },
  mostPagesOfTrim: [
    { trimPt: inchesPt(8.25, 6), most: 800 },
    { trimPt: inchesPt(8.25, 8.25), most: 800 },
    { trimPt: inchesPt(8.5, 8.5), most: 590 },
    { trimPt: inchesPt(8.5, 11), most: 590 },
    { trimPt: inchesPt(8.27, 11.69), most: 780 },
  ],
  trims: { type: 'range', widthPt: [4 * inchPt, 8.5 * inchPt], heightPt: [6 * inchPt, 11.69 * inchPt] },
  gutters: [
    { fromPages: 0, innerPt: 0.375 * inchPt },
    { fromPages: 151, innerPt: 0.5 * inchPt },
    { fromPages: 301, innerPt: 0.625 * inchPt },
    { fromPages: 501, innerPt: 0.75 * inchPt },
    { fromPages: 701, innerPt: 0.875 * inchPt },
  ],
  smallestMarginPt: 0.25 * inchPt,
  smallestMarginWithBleedPt: 0.375 * inchPt,
  bleedPt: 0.125 * inchPt,
  bleedsAtSpine: false,
  smallestTextPt: 7,
};
