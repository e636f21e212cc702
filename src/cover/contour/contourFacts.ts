import type { CoverStyleFacts } from '../coverStyles.ts';

export const contourFacts: CoverStyleFacts = {
  label: 'Contour map',
  sentence: 'A map of a land that is nowhere, with its heights in tints and lines and a trail to a cross.',
  suits: {
    adventure: 3,
    travel: 3,
    mountains: 2,
    sea: 1,
    country: 1,
    long: 1,
    tense: 1,
    war: 1,
    historical: 1,
    crime: 1,
    romance: -1,
    house: -2,
    poetry: -1,
  },
};
