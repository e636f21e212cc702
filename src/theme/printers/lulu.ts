import { type PrinterRules, inchPt, inchesPt } from './printerRules.ts';

/** From the cut to the text, on all sides: Lulu's safety margin. */
const safetyPt = 0.5 * inchPt;

/**
 * Lulu, perfect-bound paperbacks. Bleed and safety margin:
 * https://help.lulu.com/en/support/solutions/articles/64000255584 (full bleed), margins and gutters:
 * https://help.lulu.com/en/support/solutions/articles/64000255583 (Tips for Formatting Documents), read on 2026-11-28.
 */
export const lulu: PrinterRules = {
  name: 'Lulu',
  source: { url: 'https://help.lulu.com/en/support/solutions/articles/64000255584', readOn: '2026-11-28' },
  unconfirmed: [
    'gutters by the number of pages, from Lulu’s Book Creation Guide as known on 2026-11-28, to be confirmed',
    'pages of a paperback, 32 to 800, and its sizes, as known on 2026-11-28, to be confirmed',
  ],
  pages: { fewest: 32, most: 800 },
  mostPagesOfTrim: [],
  trims: {
    type: 'list',
    trimsPt: [
      inchesPt(4.25, 6.875),
      inchesPt(5, 8),
      inchesPt(5.5, 8.5),
      inchesPt(5.83, 8.27),
      inchesPt(6, 9),
      inchesPt(6.14, 9.21),
      inchesPt(6.63, 10.25),
      inchesPt(7, 10),
      inchesPt(7.44, 9.68),
      inchesPt(7.5, 7.5),
      inchesPt(8.27, 11.69),
      inchesPt(8.5, 8.5),
      inchesPt(8.5, 11),
      inchesPt(9, 7),
      inchesPt(11, 8.5),
      inchesPt(11.69, 8.27),
    ],
  },
  gutters: [
    { fromPages: 0, innerPt: safetyPt },
    { fromPages: 61, innerPt: safetyPt + 0.125 * inchPt },
    { fromPages: 151, innerPt: safetyPt + 0.5 * inchPt },
    { fromPages: 401, innerPt: safetyPt + 0.625 * inchPt },
    { fromPages: 601, innerPt: safetyPt + 0.75 * inchPt },
  ],
  smallestMarginPt: safetyPt,
  smallestMarginWithBleedPt: safetyPt,
  bleedPt: 0.125 * inchPt,
  bleedsAtSpine: true,
  smallestTextPt: 6,
};
