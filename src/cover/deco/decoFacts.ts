import type { CoverStyleFacts } from '../coverStyles.ts';

export const decoFacts: CoverStyleFacts = {
  label: 'Art Deco',
  sentence: 'Sunbursts, fans, towers and chevrons in metal lines, in a stepped frame.',
  suits: {
    glamorous: 3,
    city: 3,
    historical: 2,
    crime: 2,
    romance: 1,
    night: 1,
    literary: 1,
    humor: 1,
    tense: 1,
    country: -2,
    woods: -2,
    garden: -1,
    fairyTale: -1,
  },
};
